"""Number the live classes and lay out their instances.

Ids are given in preorder over each class's first base, so that a class and its subclasses are a
range of ids wherever inheritance is single. Where slots lie: place_slots.py.
"""

from collections.abc import Callable

from sesha.compiler.ir.world import ClassRecord
from sesha.compiler.transform.place_slots import SLOT_SIZE, place_slots, slots_held
from sesha.compiler.types.classes import Attribute, ClassDecl
from sesha.compiler.types.representation import Repr
from sesha.compiler.types.shown_names import name_in_messages
from sesha.guest.abi import layout

SlotRepr = Callable[[ClassDecl, Attribute], Repr]
Slots = dict[str, tuple[int, Repr, bool]]
"""Offset, representation and whether always assigned, of every attribute of an instance."""
MAXIMUM_TRACED = 62
FLAGS = "sesha.guest.stdlib.enum.flags.Flag"
CONSERVATIVE = ("generator", "coroutine", "async_generator")
BARE = (
    "builtins.int",
    "builtins.bool",
    "builtins.float",
    "builtins.str",
    "builtins.bytes",
    "buffer",
    "builtins.None",
)

NATIVE_LAYOUT: dict[str, tuple[int, int, int]] = {
    "builtins.list": (layout.LIST_SIZE, layout.TRACE_SLOTS, 1 << 1),
    "builtins.dict": (layout.DICT_SIZE, layout.TRACE_SLOTS, 0b1100),
    "builtins.set": (layout.SET_SIZE, layout.TRACE_SLOTS, 0b1100),
    "builtins.frozenset": (layout.SET_SIZE, layout.TRACE_SLOTS, 0b1100),
    "builtins.tuple": (layout.TUPLE_ITEMS, layout.TRACE_ARRAY, 0),
    "array": (layout.ARRAY_ITEMS, layout.TRACE_ARRAY, 0),
    "builtins.bytearray": (layout.BYTEARRAY_SIZE, layout.TRACE_SLOTS, 0b10),
    "builtins.memoryview": (layout.MEMORYVIEW_SIZE, layout.TRACE_SLOTS, 0b1),
    "cell": (layout.CELL_SIZE, layout.TRACE_SLOTS, 0b1),
    "function": (layout.FUNCTION_SIZE, layout.TRACE_SLOTS, 0b11110),
    "method": (layout.METHOD_SIZE, layout.TRACE_SLOTS, 0b11),
    "builtins.object": (layout.HEADER_SIZE, layout.TRACE_NONE, 0),
}
"""Class -> (size, trace kind, traced words): bit k is the word at byte 8 * (k + 1)."""

EXTENSIBLE = ("builtins.list", "builtins.dict", "builtins.set", "builtins.frozenset")
"""Native classes whose subclasses have their slots behind the native part."""


NOT_PLAIN = frozenset(
    {*BARE, *EXTENSIBLE, "builtins.bytearray", "sesha.guest.builtins.exceptions.BaseException"}
)
"""Classes whose own `__new__` has to make the instances of their subclasses."""


def lay_out_classes(
    classes: dict[str, ClassDecl], wanted: list[str], slot_repr: SlotRepr
) -> dict[str, ClassRecord]:
    """Records of the wanted classes (and their bases), by name."""
    names = dict.fromkeys(
        base
        for name in wanted
        for base in reversed(classes[name].mro)
        if base in classes and classes[base].name == base
    )
    order = _preorder([classes[n] for n in names])
    offsets = place_slots(order, classes, _first_slot)
    records = {}
    for index, cls in enumerate(order):
        slots: Slots = {}
        for slot, attribute in slots_held(cls, classes):
            place = offsets[slot], slot_repr(classes[slot[0]], attribute), attribute.always
            slots.setdefault(attribute.name, place)
        records[cls.name] = _record(cls, index + 1, slots)
    for record in records.values():
        record.mro = [m for m in classes[record.name].mro if m in records]
    for record in records.values():
        ids = [r.id for r in records.values() if record.name in r.mro]
        record.ranges = id_ranges(ids)
    return records


def _preorder(classes: list[ClassDecl]) -> list[ClassDecl]:
    names = {cls.name for cls in classes}
    children: dict[str | None, list[ClassDecl]] = {}
    for cls in classes:
        parent = next((m for m in cls.mro[1:] if m in names), None)
        children.setdefault(parent, []).append(cls)
    result: list[ClassDecl] = []

    def visit(cls: ClassDecl) -> None:
        result.append(cls)
        for child in children.get(cls.name, ()):
            visit(child)

    for root in children.get(None, ()):
        visit(root)
    return result


def id_ranges(ids: list[int]) -> list[tuple[int, int]]:
    """The ids as inclusive ranges."""
    ranges: list[tuple[int, int]] = []
    for identity in sorted(ids):
        if ranges and ranges[-1][1] == identity - 1:
            ranges[-1] = (ranges[-1][0], identity)
        else:
            ranges.append((identity, identity))
    return ranges


def _record(cls: ClassDecl, identity: int, slots: Slots) -> ClassRecord:
    module = cls.shown_module()
    display = name_in_messages(module, cls.qualname) if cls.in_library() else cls.qualname.rpartition(".")[2]
    record = ClassRecord(
        cls.name, identity, display, cls.qualname, module, layout.HEADER_SIZE, layout.TRACE_NONE, 0, []
    )
    record.flags = layout.TYPE_FLAG_LIBRARY if cls.in_library() else 0
    if cls.is_enum:
        record.flags |= layout.TYPE_FLAG_FLAGS if FLAGS in cls.mro else layout.TYPE_FLAG_ENUM
    record.slots = slots
    record.size = max([_first_slot(cls), *(offset + SLOT_SIZE for offset, _, _ in slots.values())])
    tuple_like = cls.tuple_fields is not None or "builtins.tuple" in cls.mro
    if cls.name in CONSERVATIVE:
        record.trace = layout.TRACE_CONSERVATIVE
    elif tuple_like:
        record.size, record.trace = layout.TUPLE_ITEMS, layout.TRACE_ARRAY
    elif cls.name in NATIVE_LAYOUT:
        record.size, record.trace, record.pointers = NATIVE_LAYOUT[cls.name]
    elif cls.name not in BARE and not cls.native:
        _trace(record, _native_part(cls))
        if not NOT_PLAIN.intersection(cls.mro):
            record.flags |= layout.TYPE_FLAG_PLAIN
    return record


def _native_part(cls: ClassDecl) -> str | None:
    return next((base for base in EXTENSIBLE if base in cls.mro), None)


def _first_slot(cls: ClassDecl) -> int:
    if cls.is_enum and "builtins.str" in cls.mro:
        return layout.STR_DATA + -(-cls.text_room // SLOT_SIZE) * SLOT_SIZE
    base = _native_part(cls)
    return layout.INSTANCE_SLOTS if base is None else NATIVE_LAYOUT[base][0]


def _trace(record: ClassRecord, native: str | None) -> None:
    words = [offset for offset, representation, _ in record.slots.values() if representation is Repr.WORD]
    indices = [offset // 8 - 1 for offset in words]
    if native is not None:
        indices += [bit for bit in range(MAXIMUM_TRACED) if NATIVE_LAYOUT[native][2] >> bit & 1]
    if not indices:
        return
    if max(indices) >= MAXIMUM_TRACED:
        record.trace = layout.TRACE_CONSERVATIVE
        return
    record.trace = layout.TRACE_SLOTS
    record.pointers = sum(1 << index for index in indices)
