"""Every simple operation gives on the machine what Python computes for it."""

import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from native import BOOL, F64, I64, WORD, evaluate, make_function, make_world

from sesha.compiler.ir.builder import boolean, integer, raw_word, static
from sesha.compiler.ir.function import Const
from sesha.compiler.ir.operations import OPERATIONS
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

pytestmark = pytest.mark.slow


def real(value: float) -> Const:
    return Const(F64, value)


CASES: list[tuple[str, list[Const], int | float | bool]] = [
    ("add", [integer(2**63 - 1), integer(1)], -(2**63)),
    ("sub", [integer(3), integer(5)], -2),
    ("mul", [integer(-7), integer(6)], -42),
    ("sdiv", [integer(-7), integer(2)], -3),
    ("srem", [integer(-7), integer(2)], -1),
    ("udiv", [integer(-1), integer(2)], 2**63 - 1),
    ("urem", [integer(-1), integer(10)], 5),
    ("and", [integer(12), integer(10)], 8),
    ("or", [integer(12), integer(10)], 14),
    ("xor", [integer(12), integer(10)], 6),
    ("shl", [integer(3), integer(4)], 48),
    ("ashr", [integer(-16), integer(2)], -4),
    ("lshr", [integer(-1), integer(60)], 15),
    ("umulh", [integer(-1), integer(-1)], -2),
    ("eq", [integer(4), integer(4)], True),
    ("ne", [integer(4), integer(4)], False),
    ("slt", [integer(-1), integer(0)], True),
    ("sle", [integer(0), integer(0)], True),
    ("sgt", [integer(-1), integer(0)], False),
    ("sge", [integer(-1), integer(0)], False),
    ("ult", [integer(-1), integer(0)], False),
    ("ule", [integer(0), integer(-1)], True),
    ("add_overflows", [integer(2**63 - 1), integer(1)], True),
    ("add_overflows", [integer(2**63 - 1), integer(0)], False),
    ("sub_overflows", [integer(-(2**63)), integer(1)], True),
    ("mul_overflows", [integer(2**62), integer(2)], True),
    ("clz", [integer(1)], 63),
    ("ctz", [integer(0)], 64),
    ("popcount", [integer(-1)], 64),
    ("bswap16", [integer(0x1234)], 0x3412),
    ("bswap32", [integer(0x12345678)], 0x78563412),
    ("bswap64", [integer(0x0102030405060708)], 0x0807060504030201),
    ("fadd", [real(0.1), real(0.2)], 0.1 + 0.2),
    ("fsub", [real(1.0), real(0.9)], 1.0 - 0.9),
    ("fmul", [real(1e200), real(1e200)], math.inf),
    ("fdiv", [real(1.0), real(0.0)], math.inf),
    ("feq", [real(math.nan), real(math.nan)], False),
    ("fne", [real(math.nan), real(math.nan)], True),
    ("flt", [real(1.0), real(2.0)], True),
    ("fle", [real(2.0), real(2.0)], True),
    ("fgt", [real(1.0), real(2.0)], False),
    ("fge", [real(math.nan), real(2.0)], False),
    ("fneg", [real(0.0)], -0.0),
    ("fsqrt", [real(2.0)], math.sqrt(2.0)),
    ("ffloor", [real(-1.5)], -2.0),
    ("fceil", [real(-1.5)], -1.0),
    ("ftrunc", [real(-1.5)], -1.0),
    ("fabs", [real(-1.5)], 1.5),
    ("not", [boolean(True)], False),
    ("band", [boolean(True), boolean(False)], False),
    ("bor", [boolean(True), boolean(False)], True),
    ("beq", [boolean(False), boolean(False)], True),
    ("likely", [boolean(True)], True),
    ("unlikely", [boolean(True)], True),
    ("i64_from_bool", [boolean(True)], 1),
    ("f64_from_i64", [integer(2**53 + 1)], float(2**53)),
    ("i64_from_f64", [real(-2.9)], -2),
    ("bits_from_f64", [real(1.0)], 0x3FF0000000000000),
    ("f64_from_bits", [integer(0x4000000000000000)], 2.0),
    ("bits", [raw_word(layout.TRUE)], layout.TRUE),
    ("word", [integer(28)], 28),
    ("word_from_bool", [boolean(True)], layout.TRUE),
    ("same", [static("a"), static("a")], True),
    ("same", [static(1), static(True)], False),
]


@pytest.mark.parametrize("optimize", [0, 2])
def test_simple_operations(optimize: int) -> None:
    """All cases in one image: each result is compared inside, the number of the first wrong one comes out."""
    function, builder = make_function("all_cases", [], I64)
    function.raises = False
    for number, (opcode, operands, expected) in enumerate(CASES):
        # Through locals, so that nothing is folded before LLVM sees it.
        result_repr = OPERATIONS[opcode].result
        assert result_repr is not None
        values = []
        for operand in operands:
            name = builder.temporary(operand.repr)
            builder.set(name, operand)
            values.append(builder.get(name))
        result = builder.emit(opcode, *values)
        wrong, right = builder.new_block("wrong"), builder.new_block("right")
        builder.branch(_equal(builder, result, expected), right, wrong)
        builder.place(wrong)
        builder.emit("return", integer(number + 1))
        builder.place(right)
    builder.emit("return", integer(0))
    failed = evaluate(make_world(function), "all_cases", [], optimize)
    assert failed == 0, CASES[int(failed) - 1]


def _equal(builder, result, expected):
    if result.repr is Repr.F64:
        bits = builder.emit("bits_from_f64", result)
        return builder.emit("eq", bits, builder.emit("bits_from_f64", real(float(expected))))
    if result.repr is BOOL:
        return builder.emit("beq", result, boolean(bool(expected)))
    if result.repr is WORD:
        return builder.emit("same", result, raw_word(int(expected)))
    return builder.emit("eq", result, integer(int(expected)))
