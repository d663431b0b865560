"""Interpret IR: what a function means, without LLVM and a processor.

For tests of lowering and of passes (the same function before and after must do the same), and for
evaluating code at build time. System calls: write and exit. What only a machine has (inline
assembly, addresses of symbols) raises NotInterpreted.
"""

import math
from collections.abc import Callable
from typing import Any

from sesha.compiler.ir.function import Block, Const, Function, Op, Operand, Static
from sesha.compiler.ir.memory import MASK, Memory, signed
from sesha.compiler.ir.world import World
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

PENDING = "sesha.guest.builtins.exceptions.pending"
CODE_BASE = 1 << 40
"""Addresses of functions begin here, CODE_STEP apart."""
CODE_STEP = 16
RECORDS_STEP = layout.TYPE_RECORD_SIZE
WRITE, EXIT_GROUP = 1, 231


class NotInterpreted(Exception):
    """The operation needs a machine."""


class Raised(Exception):
    """An exception of the program passes; `word` is the exception."""

    def __init__(self, word: int) -> None:
        super().__init__(f"{word:#x}")
        self.word = word


class Exited(Exception):
    """The program made the exit system call."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class Interpreter:
    """Runs functions of a closed world; `output` collects what they write."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.memory = Memory({name: record.id for name, record in world.classes.items()})
        self.output = bytearray()
        self.globals: dict[str, Any] = {}
        self._names = list(world.program.functions)
        self._records: int | None = None
        for name, decl in world.program.globals.items():
            word = layout.NONE if name == PENDING else layout.UNSET
            self.globals[name] = word if decl.type.repr is Repr.WORD else decl.constant or 0
        self.globals.setdefault(PENDING, layout.NONE)

    def call(self, name: str, *arguments: Any) -> Any:
        """Call a function; raises Raised when it raises."""
        function = self.world.program.functions[name]
        frame = Frame(dict(zip((n for n, _ in function.parameters), arguments)))
        block: Block | None = function.blocks[0]
        while block is not None:
            block = self._run_block(function, block, frame)
        return frame.result

    def _run_block(self, function: Function, block: Block, frame: "Frame") -> Block | None:
        """Run to the end of the block; gives the next one, None after `return`."""
        for op in block.operations:
            try:
                answer = self._run(op, frame)
            except Raised as raised:
                if op.handler is None:
                    raise
                self.globals[PENDING] = raised.word
                return op.handler
            if op.opcode == "return":
                frame.result = answer
                return None
            if isinstance(answer, Block):
                return answer
            if op.result is not None:
                frame.values[op.result.id] = answer
        raise AssertionError(f"{function.name}: {block.label} does not end")

    def _run(self, op: Op, frame: "Frame") -> Any:
        values = [self._value(operand, frame) for operand in op.operands]
        simple = SIMPLE.get(op.opcode)
        if simple is not None:
            result = simple(*values)
            return signed(result) if type(result) is int else result
        special = SPECIAL.get(op.opcode)
        if special is None:
            raise NotInterpreted(op.opcode)
        return special(self, op, frame, values)

    def _value(self, operand: Operand, frame: "Frame") -> Any:
        if not isinstance(operand, Const):
            return frame.values[operand.id]
        if isinstance(operand.value, Static):
            return self.memory.static_word(operand.value)
        return signed(operand.value) if type(operand.value) is int else operand.value

    # --- code and classes ----------------------------------------------------------------------------
    def address_of(self, name: str) -> int:
        return CODE_BASE + self._names.index(name) * CODE_STEP

    def call_address(self, address: int, arguments: list[Any]) -> Any:
        return self.call(self._names[(address - CODE_BASE) // CODE_STEP], *arguments)

    def record_address(self, number: int) -> int:
        """Address of a class record; all are made at the first question."""
        if self._records is None:
            count = max((record.id for record in self.world.classes.values()), default=0) + 1
            self._records = self.memory.allocate(count * RECORDS_STEP)
            for record in self.world.classes.values():
                place = self._records + record.id * RECORDS_STEP
                for offset, width, value in (
                    (layout.TYPE_ID, "u32", record.id),
                    (layout.TYPE_SIZE, "u32", record.size),
                    (layout.TYPE_TRACE, "u16", record.trace),
                    (layout.TYPE_POINTERS, "i64", signed(record.pointers)),
                    (layout.TYPE_NAME, "u32", self.memory.static_word(Static("str", record.display))),
                ):
                    self.memory.store(place + offset, width, value)
        return self._records + number * RECORDS_STEP

    def class_of(self, word: int) -> int:
        """The class id of a value, inline words included; -1 for markers."""
        if word & layout.TAG_MASK == layout.TAG_POINTER:
            return int(self.memory.load(word - layout.TAG_POINTER, "u32"))
        if word & layout.INT_MASK == 0:
            name = "builtins.int"
        elif word in (layout.TRUE, layout.FALSE):
            name = "builtins.bool"
        elif word == layout.NONE:
            name = "builtins.None"
        elif layout.FLOAT_TAGS >> (word & layout.TAG_MASK) & 1:
            name = "builtins.float"
        else:
            return -1
        record = self.world.classes.get(name)
        return record.id if record else -1


class Frame:
    """Locals and temporaries of one call."""

    def __init__(self, locals_: dict[str, Any]) -> None:
        self.locals = locals_
        self.values: dict[int, Any] = {}
        self.result: Any = None


# --- operations that need only their operands ------------------------------------------------------
def _u(value: int) -> int:
    return value & MASK


def _leaves(value: int) -> bool:
    return signed(value) != value


def _divide(left: int, right: int) -> int:
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def _float_divide(left: float, right: float) -> float:
    if right:
        return left / right
    if left == 0 or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def _swapped(size: int) -> Callable[[int], int]:
    mask = (1 << size * 8) - 1
    return lambda value: int.from_bytes((value & mask).to_bytes(size, "little"), "big")


SIMPLE: dict[str, Callable[..., Any]] = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "sdiv": _divide,
    "srem": lambda a, b: a - _divide(a, b) * b,
    "udiv": lambda a, b: _u(a) // _u(b),
    "urem": lambda a, b: _u(a) % _u(b),
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "xor": lambda a, b: a ^ b,
    "shl": lambda a, b: a << b,
    "ashr": lambda a, b: a >> b,
    "lshr": lambda a, b: _u(a) >> b,
    "umulh": lambda a, b: _u(a) * _u(b) >> 64,
    **{n: (lambda a, b: a == b) for n in ("eq", "beq", "same", "feq")},
    **{n: (lambda a, b: a != b) for n in ("ne", "fne")},
    **{n: (lambda a, b: a < b) for n in ("slt", "flt")},
    **{n: (lambda a, b: a <= b) for n in ("sle", "fle")},
    **{n: (lambda a, b: a > b) for n in ("sgt", "fgt")},
    **{n: (lambda a, b: a >= b) for n in ("sge", "fge")},
    "ult": lambda a, b: _u(a) < _u(b),
    "ule": lambda a, b: _u(a) <= _u(b),
    "add_overflows": lambda a, b: _leaves(a + b),
    "sub_overflows": lambda a, b: _leaves(a - b),
    "mul_overflows": lambda a, b: _leaves(a * b),
    "clz": lambda a: 64 - _u(a).bit_length(),
    "ctz": lambda a: (a & -a).bit_length() - 1 if a else 64,
    "popcount": lambda a: _u(a).bit_count(),
    "bswap16": _swapped(2),
    "bswap32": _swapped(4),
    "bswap64": _swapped(8),
    "fadd": lambda a, b: a + b,
    "fsub": lambda a, b: a - b,
    "fmul": lambda a, b: a * b,
    "fdiv": _float_divide,
    "fneg": lambda a: -a,
    "fsqrt": lambda a: math.sqrt(a) if a >= 0 else math.nan,
    "ffloor": lambda a: float(math.floor(a)) if math.isfinite(a) else a,
    "fceil": lambda a: float(math.ceil(a)) if math.isfinite(a) else a,
    "ftrunc": lambda a: float(math.trunc(a)) if math.isfinite(a) else a,
    "fabs": abs,
    "not": lambda a: not a,
    "band": lambda a, b: a and b,
    "bor": lambda a, b: a or b,
    **{n: (lambda a: a) for n in ("likely", "unlikely", "bits", "word")},
    "i64_from_bool": int,
    "f64_from_i64": float,
    "i64_from_f64": math.trunc,
    "word_from_bool": lambda a: layout.TRUE if a else layout.FALSE,
}


# --- operations that need the frame, the memory or the world ------------------------------------------
Special = Callable[[Interpreter, Op, Frame, list[Any]], Any]


def _store(run: Interpreter, op: Op, _frame: Frame, values: list[Any]) -> None:
    run.memory.store(values[0], str(op.attributes["width"]), values[1])


def _syscall(run: Interpreter, _op: Op, _frame: Frame, values: list[Any]) -> int:
    if values[0] == WRITE:
        run.output += run.memory.read(values[2], values[3])
        return int(values[3])
    if values[0] == EXIT_GROUP:
        raise Exited(values[1])
    raise NotInterpreted(f"system call {values[0]}")


def _new_object(run: Interpreter, op: Op, _frame: Frame, _values: list[Any]) -> int:
    record = run.world.classes[str(op.attributes["cls"])]
    address = run.memory.allocate(record.size)
    run.memory.store(address, "i64", record.id)
    for offset, representation, always in record.slots.values():
        if representation is Repr.WORD and not always:
            run.memory.store(address + offset, "word", layout.UNSET)
    return address | layout.TAG_POINTER


SLOT_WIDTHS = {Repr.WORD: "word", Repr.I64: "i64", Repr.F64: "f64", Repr.BOOL: "u8"}


def _slot(run: Interpreter, op: Op, word: int) -> tuple[int, Repr]:
    slots = run.world.classes[str(op.attributes["cls"])].slots
    offset, representation, _ = slots[str(op.attributes["name"])]
    return word - layout.TAG_POINTER + offset, representation


def _get_attribute(run: Interpreter, op: Op, _frame: Frame, values: list[Any]) -> Any:
    address, representation = _slot(run, op, values[0])
    value = run.memory.load(address, SLOT_WIDTHS[representation])
    return bool(value) if representation is Repr.BOOL else value


def _set_attribute(run: Interpreter, op: Op, _frame: Frame, values: list[Any]) -> None:
    address, representation = _slot(run, op, values[0])
    run.memory.store(address, SLOT_WIDTHS[representation], values[1])


def _is_instance(run: Interpreter, op: Op, _frame: Frame, values: list[Any]) -> bool:
    name = str(op.attributes["cls"])
    if name == "builtins.object":
        return True
    id_ = run.class_of(values[0])
    return any(low <= id_ <= high for low, high in run.world.instance_ranges(name))


def _method_entry(run: Interpreter, op: Op, _frame: Frame, values: list[Any]) -> int:
    entry = run.world.methods.get(str(op.attributes["name"]), {}).get(values[0])
    return run.address_of(entry) if entry else 0


def _raise(_run: Interpreter, _op: Op, _frame: Frame, values: list[Any]) -> None:
    raise Raised(values[0])


def _catch(run: Interpreter, _op: Op, _frame: Frame, _values: list[Any]) -> Any:
    word = run.globals[PENDING]
    run.globals[PENDING] = layout.NONE
    return word


def _switch(_run: Interpreter, op: Op, _frame: Frame, values: list[Any]) -> Block:
    cases = op.attributes["cases"]
    assert isinstance(cases, (list, tuple))
    return op.targets[cases.index(values[0])] if values[0] in cases else op.targets[-1]


def _copy(run: Interpreter, _op: Op, _frame: Frame, values: list[Any]) -> None:
    run.memory.write(values[0], run.memory.read(values[1], values[2]))


def _bits_from_float(run: Interpreter, _op: Op, _frame: Frame, values: list[Any]) -> Any:
    place = run.memory.allocate(8)
    run.memory.store(place, "f64", values[0])
    return run.memory.load(place, "i64")


def _float_from_bits(run: Interpreter, _op: Op, _frame: Frame, values: list[Any]) -> Any:
    place = run.memory.allocate(8)
    run.memory.store(place, "i64", values[0])
    return run.memory.load(place, "f64")


SPECIAL: dict[str, Special] = {
    "get": lambda run, op, frame, values: frame.locals[str(op.attributes["name"])],
    "set": lambda run, op, frame, values: frame.locals.__setitem__(str(op.attributes["name"]), values[0]),
    "load_global": lambda run, op, frame, values: run.globals[str(op.attributes["name"])],
    "store_global": lambda run, op, frame, values: run.globals.__setitem__(
        str(op.attributes["name"]), values[0]
    ),
    "load": lambda run, op, frame, values: run.memory.load(values[0], str(op.attributes["width"])),
    "store": _store,
    "fence": lambda run, op, frame, values: None,
    "copy_memory": _copy,
    "move_memory": _copy,
    "fill_memory": lambda run, op, frame, values: run.memory.write(
        values[0], bytes([values[1] & 0xFF]) * values[2]
    ),
    "stack_words": lambda run, op, frame, values: run.memory.allocate(int(str(op.attributes["count"])) * 8),
    "bits_from_f64": _bits_from_float,
    "f64_from_bits": _float_from_bits,
    "slot_offset": lambda run, op, frame, values: run.world.classes[str(op.attributes["cls"])].slots[
        str(op.attributes["name"])
    ][0],
    "class_id": lambda run, op, frame, values: run.world.classes[str(op.attributes["cls"])].id,
    "class_record": lambda run, op, frame, values: run.record_address(values[0]),
    "class_word": lambda run, op, frame, values: (
        run.record_address(run.world.classes[str(op.attributes["cls"])].id) | layout.TAG_POINTER
    ),
    "is_instance": _is_instance,
    "method_entry": _method_entry,
    "new_object": _new_object,
    "get_attribute": _get_attribute,
    "set_attribute": _set_attribute,
    "call": lambda run, op, frame, values: run.call(str(op.attributes["name"]), *values),
    "call_address": lambda run, op, frame, values: run.call_address(values[0], values[1:]),
    "call_entry": lambda run, op, frame, values: run.call_address(values[0], values[1:]),
    "call_resume": lambda run, op, frame, values: run.call_address(values[0], values[1:]),
    "function_address": lambda run, op, frame, values: run.address_of(str(op.attributes["name"])),
    "entry_address": lambda run, op, frame, values: run.address_of(
        run.world.entries[str(op.attributes["name"])]
    ),
    "syscall": _syscall,
    "raise": _raise,
    "catch": _catch,
    "jump": lambda run, op, frame, values: op.targets[0],
    "branch": lambda run, op, frame, values: op.targets[0] if values[0] else op.targets[1],
    "switch": _switch,
    "return": lambda run, op, frame, values: values[0] if values else None,
}
