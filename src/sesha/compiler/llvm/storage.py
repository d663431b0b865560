"""Write memory access, module variables, attributes, and questions about classes."""

from sesha.compiler.ir.function import Op, Operand
from sesha.compiler.llvm.classes import ENTRY_SIZE, RECORDS, InstanceTest
from sesha.compiler.llvm.functions import FunctionEmitter, handles
from sesha.compiler.llvm.text import MEMORY_TYPES, address_of, symbol
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

WIDTHS = {
    "u8": ("i8", "zext"),
    "u16": ("i16", "zext"),
    "u32": ("i32", "zext"),
    "i32": ("i32", "sext"),
    "i64": ("i64", ""),
    "word": ("i64", ""),
    "f64": ("double", ""),
}
"""Width -> type in memory, and how it is widened."""

HEADER_TAG = "header"
ZEROS = {Repr.WORD: "0", Repr.I64: "0", Repr.F64: "0.0", Repr.BOOL: "false"}


# --- raw memory --------------------------------------------------------------------------------
@handles("load")
def _load(emitter: FunctionEmitter, op: Op) -> None:
    type_, widen = WIDTHS[str(op.attributes["width"])]
    pointer = emitter.pointer(emitter.text(op.operands[0]))
    volatile = "volatile " if op.attributes.get("volatile") else ""
    invariant = ", !invariant.load !1" if op.attributes.get("invariant") else ""
    result = emitter.result(op)
    target = emitter.fresh() if widen else result
    emitter.line(f"{target} = load {volatile}{type_}, ptr {pointer}{_alignment(type_)}{invariant}")
    if widen:
        emitter.line(f"{result} = {widen} {type_} {target} to i64")


@handles("store")
def _store(emitter: FunctionEmitter, op: Op) -> None:
    type_, widen = WIDTHS[str(op.attributes["width"])]
    pointer = emitter.pointer(emitter.text(op.operands[0]))
    volatile = "volatile " if op.attributes.get("volatile") else ""
    value = emitter.text(op.operands[1])
    if widen:
        narrow = emitter.fresh()
        emitter.line(f"{narrow} = trunc i64 {value} to {type_}")
        value = narrow
    emitter.line(f"store {volatile}{type_} {value}, ptr {pointer}{_alignment(type_)}")


def _alignment(type_: str) -> str:
    """Raw addresses may be unaligned; x86-64 does not mind, LLVM must know."""
    return "" if type_ == "i8" else ", align 1"


@handles("stack_words")
def _stack_words(emitter: FunctionEmitter, op: Op) -> None:
    slot = emitter.fresh()
    emitter.stack_slots.append(f"  {slot} = alloca [{op.attributes['count']} x i64], align 16")
    emitter.line(f"{emitter.result(op)} = ptrtoint ptr {slot} to i64")


# --- module variables ----------------------------------------------------------------------------
@handles("load_global")
def _load_global(emitter: FunctionEmitter, op: Op) -> None:
    _read(emitter, op, symbol(str(op.attributes["name"])), "")


@handles("store_global")
def _store_global(emitter: FunctionEmitter, op: Op) -> None:
    _write(emitter, op.operands[0], symbol(str(op.attributes["name"])), "")


# --- attributes ------------------------------------------------------------------------------------
@handles("get_attribute")
def _get_attribute(emitter: FunctionEmitter, op: Op) -> None:
    if _never_reached(emitter, op):
        assert op.result is not None
        emitter.alias(op, ZEROS[op.result.repr])
        return
    offset, tag = _slot(emitter, op)
    _read(emitter, op, emitter.field(emitter.text(op.operands[0]), offset), tag)


@handles("set_attribute")
def _set_attribute(emitter: FunctionEmitter, op: Op) -> None:
    if _never_reached(emitter, op):
        return
    offset, tag = _slot(emitter, op)
    _write(emitter, op.operands[1], emitter.field(emitter.text(op.operands[0]), offset), tag)


def _never_reached(emitter: FunctionEmitter, op: Op) -> bool:
    """Whether the class has no instances at all: what is done with one is never done."""
    if op.attributes["cls"] in emitter.context.world.classes:
        return False
    emitter.line("call void @llvm.trap()")
    return True


def _slot(emitter: FunctionEmitter, op: Op) -> tuple[int, str]:
    record = emitter.context.classes.record(str(op.attributes["cls"]))
    offset, representation, _ = record.slots[str(op.attributes["name"])]
    return offset, ", " + emitter.context.slot_tag(f"{representation.value} at {offset}")


def _read(emitter: FunctionEmitter, op: Op, pointer: str, tag: str) -> None:
    """Read a slot or variable; a bool takes a byte there."""
    assert op.result is not None
    representation, result = op.result.repr, emitter.result(op)
    if representation is not Repr.BOOL:
        emitter.line(f"{result} = load {MEMORY_TYPES[representation]}, ptr {pointer}{tag}")
        return
    byte = emitter.fresh()
    emitter.line(f"{byte} = load i8, ptr {pointer}{tag}")
    emitter.line(f"{result} = trunc i8 {byte} to i1")


def _write(emitter: FunctionEmitter, value: Operand, pointer: str, tag: str) -> None:
    text = emitter.text(value)
    if value.repr is Repr.BOOL:
        byte = emitter.fresh()
        emitter.line(f"{byte} = zext i1 {text} to i8")
        text = byte
    emitter.line(f"store {MEMORY_TYPES[value.repr]} {text}, ptr {pointer}{tag}")


# --- classes -----------------------------------------------------------------------------------------
@handles("class_id")
def _class_id(emitter: FunctionEmitter, op: Op) -> None:
    record = emitter.context.world.classes.get(str(op.attributes["cls"]))
    emitter.alias(op, str(record.id if record else -1))


@handles("slot_offset")
def _slot_offset(emitter: FunctionEmitter, op: Op) -> None:
    live = str(op.attributes["cls"]) in emitter.context.world.classes
    emitter.alias(op, str(_slot(emitter, op)[0] if live else 0))


@handles("class_word")
def _class_word(emitter: FunctionEmitter, op: Op) -> None:
    emitter.alias(op, emitter.context.classes.type_word(str(op.attributes["cls"])))


@handles("class_record")
def _class_record(emitter: FunctionEmitter, op: Op) -> None:
    offset = emitter.fresh()
    emitter.line(f"{offset} = mul i64 {emitter.text(op.operands[0])}, {layout.TYPE_RECORD_SIZE}")
    emitter.line(f"{emitter.result(op)} = add i64 {offset}, {address_of(RECORDS)}")


@handles("method_entry")
def _method_entry(emitter: FunctionEmitter, op: Op) -> None:
    """The table's entry when the id lies in its span, else 0; the load is made only inside it."""
    table = emitter.context.classes.method_table(str(op.attributes["name"]))
    if table is None:
        emitter.alias(op, "0")
        return
    name, first, count = table
    index, inside, narrow, wide = (emitter.fresh() for _ in range(4))
    before, look, done = emitter.current, emitter.new_label(), emitter.new_label()
    emitter.line(f"{index} = sub i64 {emitter.text(op.operands[0])}, {first}")
    emitter.line(f"{inside} = icmp ult i64 {index}, {count}")
    emitter.line(f"br i1 {inside}, label %{look}, label %{done}")
    emitter.label(look)
    emitter.line(f"{narrow}p = getelementptr i32, ptr {name}, i64 {index}")
    emitter.line(f"{narrow} = load i32, ptr {narrow}p, align {ENTRY_SIZE}")
    emitter.line(f"{wide} = zext i32 {narrow} to i64")
    emitter.line(f"br label %{done}")
    emitter.label(done)
    emitter.line(f"{emitter.result(op)} = phi i64 [ 0, %{before} ], [ {wide}, %{look} ]")


@handles("is_instance")
def _is_instance(emitter: FunctionEmitter, op: Op) -> None:
    """Inline words by their tags; objects by the class id in their header, which never changes."""
    test = emitter.context.classes.instance_test(str(op.attributes["cls"]))
    word = emitter.text(op.operands[0])
    if test.everything:
        emitter.alias(op, "true")
        return
    inline = _inline_test(emitter, word, test)
    if not test.ranges:
        emitter.alias(op, inline)
        return
    tag, pointer = emitter.fresh(), emitter.fresh()
    before, look, done = emitter.current, emitter.new_label(), emitter.new_label()
    emitter.line(f"{tag} = and i64 {word}, {layout.TAG_MASK}")
    emitter.line(f"{pointer} = icmp eq i64 {tag}, {layout.TAG_POINTER}")
    emitter.line(f"br i1 {pointer}, label %{look}, label %{done}")
    emitter.label(look)
    found = _header_test(emitter, word, test)
    emitter.line(f"br label %{done}")
    emitter.label(done)
    emitter.line(f"{emitter.result(op)} = phi i1 [ {inline}, %{before} ], [ {found}, %{look} ]")


def _inline_test(emitter: FunctionEmitter, word: str, test: InstanceTest) -> str:
    """Whether an inline word passes; a pointer never does."""
    tests: list[str] = []

    def equal(value: str, constant: int) -> None:
        tests.append(emitter.fresh())
        emitter.line(f"{tests[-1]} = icmp eq i64 {value}, {constant}")

    if test.small_int:
        tag = emitter.fresh()
        emitter.line(f"{tag} = and i64 {word}, {layout.INT_MASK}")
        equal(tag, 0)
    for immediate in test.immediates:
        equal(word, immediate)
    if test.inline_float:
        tests.append(_float_tag_test(emitter, word))
    return _any_of(emitter, tests)


def _float_tag_test(emitter: FunctionEmitter, word: str) -> str:
    tag, bit, found = emitter.fresh(), emitter.fresh(), emitter.fresh()
    emitter.line(f"{tag} = and i64 {word}, {layout.TAG_MASK}")
    emitter.line(f"{bit} = lshr i64 {layout.FLOAT_TAGS}, {tag}")
    emitter.line(f"{found} = trunc i64 {bit} to i1")
    return found


def _header_test(emitter: FunctionEmitter, word: str, test: InstanceTest) -> str:
    id_, tests = emitter.fresh(), []
    tag = emitter.context.slot_tag(HEADER_TAG)
    pointer = emitter.field(word, layout.HEADER)
    emitter.line(f"{id_} = load i32, ptr {pointer}, !invariant.load !1, {tag}")
    for low, high in test.ranges:
        tests.append(emitter.fresh())
        if low == high:
            emitter.line(f"{tests[-1]} = icmp eq i32 {id_}, {low}")
            continue
        offset = emitter.fresh()
        emitter.line(f"{offset} = sub i32 {id_}, {low}")
        emitter.line(f"{tests[-1]} = icmp ule i32 {offset}, {high - low}")
    return _any_of(emitter, tests)


def _any_of(emitter: FunctionEmitter, tests: list[str]) -> str:
    if not tests:
        return "false"
    result = tests[0]
    for test in tests[1:]:
        either = emitter.fresh()
        emitter.line(f"{either} = or i1 {result}, {test}")
        result = either
    return result
