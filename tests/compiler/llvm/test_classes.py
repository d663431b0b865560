"""Instance tests, method tables, attributes, class records and static objects."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from native import BOOL, I64, WORD, add_class, evaluate, make_function, make_world

from sesha.compiler.ir.builder import Builder, integer, raw_word, static
from sesha.compiler.ir.function import Const, Function
from sesha.compiler.ir.world import World
from sesha.guest.abi import layout

pytestmark = pytest.mark.slow

VALUES: dict[str, Const] = {
    "small": static(5),
    "big": static(1 << 70),
    "true": static(True),
    "none": static(None),
    "float": static(1.5),
    "boxed float": static(1e300 * 1e8),
    "text": static("héllo"),
    "tuple": static((1, "a")),
}
INSTANCES = {
    "builtins.object": set(VALUES),
    "builtins.int": {"small", "big", "true"},
    "builtins.bool": {"true"},
    "builtins.float": {"float", "boxed float"},
    "builtins.None": {"none"},
    "builtins.str": {"text"},
    "builtins.tuple": {"tuple"},
    "absent.Class": set(),
}


def test_is_instance() -> None:
    """One bit for each pair of class and value."""
    function, builder = make_function("bits", [], I64)
    function.raises = False
    total = builder.local("total", I64)
    builder.set(total, integer(0))
    pairs = [(cls, name) for cls in INSTANCES for name in VALUES]
    for number, (cls, name) in enumerate(pairs):
        place = builder.temporary(WORD)
        builder.set(place, VALUES[name])
        found = builder.emit("i64_from_bool", builder.emit("is_instance", builder.get(place), cls=cls))
        bit = builder.emit("shl", found, integer(number))
        builder.set(total, builder.emit("or", builder.get(total), bit))
    builder.emit("return", builder.get(total))
    bits = int(evaluate(make_world(function), "bits", []))
    found = {pair for number, pair in enumerate(pairs) if bits >> number & 1}
    assert found == {(cls, name) for cls, names in INSTANCES.items() for name in names}


def with_allocate(world: World) -> World:
    """A world whose `allocate` gives one fixed place."""
    function, builder = make_function(
        "sesha.guest.memory.allocate.allocate", [("size", I64), ("header", I64)], I64
    )
    place = builder.emit(
        "and", builder.emit("add", builder.emit("stack_pointer"), integer(-8192)), integer(-16)
    )
    builder.emit("store", place, builder.get("header"), width="i64")
    builder.emit("return", place)
    world.program.functions[function.name] = function
    return world


def test_attributes_and_new_object() -> None:
    """A new object has its header, unset word slots, and keeps what is stored."""
    function, builder = make_function("make", [], I64)
    new = builder.emit("new_object", cls="app.Point")
    unset = builder.emit("get_attribute", new, result=WORD, cls="app.Point", name="label")
    builder.emit("set_attribute", new, Const(BOOL, True), cls="app.Point", name="flag")
    builder.emit("set_attribute", new, integer(40), cls="app.Point", name="x")
    flag = builder.emit("get_attribute", new, result=BOOL, cls="app.Point", name="flag")
    x = builder.emit("get_attribute", new, result=I64, cls="app.Point", name="x")
    is_point = builder.emit("is_instance", new, cls="app.Point")
    total = builder.emit("add", x, builder.emit("i64_from_bool", flag))
    total = builder.emit("add", total, builder.emit("i64_from_bool", is_point))
    total = builder.emit("add", total, builder.emit("mul", builder.emit("bits", unset), integer(1000)))
    builder.emit("return", total)
    world = with_allocate(make_world(function))
    record = add_class(world, "app.Point", 10)
    record.slots = {"label": (8, WORD, False), "flag": (16, BOOL, True), "x": (24, I64, True)}
    record.size = 32
    assert evaluate(world, "make", []) == 42 + layout.UNSET * 1000


def entry(name: str, value: int) -> Function:
    """A generic entry that returns a small int."""
    parameters = [("function", WORD), ("arguments", I64), ("count", I64), ("names", WORD)]
    function, builder = make_function(name, parameters, WORD)
    builder.emit("return", raw_word(value << layout.INT_SHIFT))
    return function


def call_method(builder: Builder, number: int) -> None:
    """Look the method up for a class id and call it, or return -1 when there is none."""
    found = builder.emit("method_entry", integer(number), name="speak")
    there, absent = builder.new_block(), builder.new_block()
    builder.branch(builder.emit("ne", found, integer(0)), there, absent)
    builder.place(there)
    none = raw_word(layout.NONE)
    word = builder.emit("call_entry", found, none, integer(0), integer(0), none)
    builder.emit("return", builder.emit("ashr", builder.emit("bits", word), integer(layout.INT_SHIFT)))
    builder.place(absent)
    builder.emit("return", integer(-1))


@pytest.mark.parametrize("number, expected", [(10, 1), (11, -1), (12, 2), (3, -1), (2000, -1)])
def test_method_entry(number: int, expected: int) -> None:
    function, builder = make_function("find", [], I64)
    call_method(builder, number)
    world = make_world(function, entry("cat", 1), entry("dog", 2))
    world.methods["speak"] = {10: "cat", 12: "dog"}
    assert evaluate(world, "find", []) == expected


def test_class_records() -> None:
    """The record of an id tells its id, and the type object's word points to it."""
    function, builder = make_function("record", [], I64)
    record = builder.emit("class_record", builder.emit("class_id", cls="builtins.str"))
    identity = builder.emit(
        "load", builder.emit("add", record, integer(layout.TYPE_ID)), result=I64, width="u32"
    )
    word = builder.emit("bits", builder.emit("class_word", cls="builtins.str"))
    distance = builder.emit("sub", word, record)
    builder.emit("return", builder.emit("add", builder.emit("mul", identity, integer(10)), distance))
    assert evaluate(make_world(function), "record", []) == 21


def test_static_function_object() -> None:
    """A function object's entry can be called."""
    function, builder = make_function("caller", [], WORD)
    word = builder.emit("function_word", name="greet")
    place = builder.emit(
        "add", builder.emit("bits", word), integer(layout.FUNCTION_ENTRY - layout.TAG_POINTER)
    )
    address = builder.emit("load", place, result=I64, width="i64")
    none = raw_word(layout.NONE)
    builder.emit("return", builder.emit("call_entry", address, word, integer(0), integer(0), none))
    world = make_world(function, entry("greet.entry", 9))
    world.function_objects["greet"] = ("greet.entry", ("name", 0), None, "greet")
    assert evaluate(world, "caller", []) == 36


def test_big_int_and_text_are_laid_out() -> None:
    """Length and first code point of a two-byte string, limbs of a negative int."""
    function, builder = make_function("read", [], I64)

    def field(value: object, offset: int, width: str) -> object:
        address = builder.emit(
            "add", builder.emit("bits", static(value)), integer(offset - layout.TAG_POINTER)
        )
        return builder.emit("load", address, result=I64, width=width)

    length = field("ш!", layout.STR_LENGTH, "i64")
    first = field("ш!", layout.STR_DATA, "u16")
    limbs = field(-(1 << 64), layout.INT_SIZE, "i64")
    total = builder.emit("add", builder.emit("mul", first, integer(10)), length)
    builder.emit("return", builder.emit("add", total, limbs))
    assert evaluate(make_world(function), "read", []) == ord("ш") * 10 + 2 - 2
