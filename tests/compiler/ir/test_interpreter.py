"""The interpreter gives for every case what the machine gives (compiler/llvm/test_operations.py)."""

import struct
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "llvm"))

from native import F64, I64, WORD, add_class, make_function, make_world
from test_operations import CASES

from sesha.compiler.ir.builder import integer, raw_word, static
from sesha.compiler.ir.interpreter import Exited, Interpreter, Raised
from sesha.compiler.ir.operations import OPERATIONS
from sesha.guest.abi import layout

pytestmark = pytest.mark.fast


@pytest.mark.parametrize("opcode, operands, expected", CASES)
def test_simple_operation(opcode, operands, expected) -> None:
    result = OPERATIONS[opcode].result
    assert result is not None
    function, builder = make_function("case", [], result)
    builder.emit("return", builder.emit(opcode, *operands))
    value = Interpreter(make_world(function)).call("case")
    if result is F64:
        assert struct.pack("<d", value) == struct.pack("<d", expected)
    else:
        assert value == expected


def test_exception_goes_to_the_handler_or_out() -> None:
    thrower, builder = make_function("thrower", [], I64)
    builder.emit("raise", raw_word(44))
    catcher, builder = make_function("catcher", [], WORD)
    handler = builder.new_block()
    builder.handler = handler
    builder.emit("call", result=I64, name="thrower")
    builder.emit("return", raw_word(0))
    builder.handler = None
    builder.place(handler)
    builder.emit("return", builder.emit("catch"))
    run = Interpreter(make_world(thrower, catcher))
    assert run.call("catcher") == 44
    with pytest.raises(Raised):
        run.call("thrower")


def test_objects_and_statics() -> None:
    function, builder = make_function("make", [("label", WORD)], WORD)
    new = builder.emit("new_object", cls="app.Point")
    builder.emit("set_attribute", new, builder.get("label"), cls="app.Point", name="label")
    builder.emit("return", builder.emit("get_attribute", new, result=WORD, cls="app.Point", name="label"))
    world = make_world(function)
    add_class(world, "app.Point", 20).slots = {"label": (8, WORD, False)}
    run = Interpreter(world)
    text = run.memory.static_word(static("hé").value)
    assert run.call("make", text) == text
    assert run.memory.read(text - layout.TAG_POINTER + layout.STR_DATA, 2) == "hé".encode("latin-1")


def test_output_and_exit() -> None:
    function, builder = make_function("main", [], I64)
    data = builder.emit(
        "add", builder.emit("bits", static("hi\n")), integer(layout.STR_DATA - layout.TAG_POINTER)
    )
    builder.emit("syscall", integer(1), integer(1), data, integer(3), result=I64)
    builder.emit("syscall", integer(231), integer(3), result=I64)
    builder.emit("unreachable")
    run = Interpreter(make_world(function))
    with pytest.raises(Exited) as exited:
        run.call("main")
    assert (exited.value.status, bytes(run.output)) == (3, b"hi\n")
