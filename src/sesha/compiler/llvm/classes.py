"""Lay out what the closed world knows of classes: records, method tables, instance tests.

All class records stand in one array indexed by class id, so that the record of an id is one
multiplication away and a type object's word is a constant. A method table spans only the ids
between the first and the last class that have the method.
"""

from dataclasses import dataclass

from sesha.compiler.ir.builder import make_static
from sesha.compiler.ir.world import ClassRecord, World
from sesha.compiler.llvm.statics import StaticPool
from sesha.compiler.llvm.text import address_of, signed, symbol
from sesha.guest.abi import layout

RECORDS = "@class_records"
RECORD_FIELDS = {
    layout.HEADER: "i64",
    layout.TYPE_ID: "i32",
    layout.TYPE_SIZE: "i32",
    layout.TYPE_POINTERS: "i64",
    layout.TYPE_TRACE: "i16",
    layout.TYPE_FLAGS: "i16",
    layout.TYPE_CONSTRUCT: "i32",
    layout.TYPE_NAME: "i32",
    layout.TYPE_QUALNAME: "i32",
    layout.TYPE_MODULE: "i32",
    layout.TYPE_MRO: "i32",
}
"""Fields of a class record in their order, with the types in which they lie there."""
RECORD_TYPE = "{ " + ", ".join(RECORD_FIELDS.values()) + " }"
EVERYTHING = "builtins.object"
IMMEDIATES = {
    layout.TRUE: ("builtins.bool",),
    layout.FALSE: ("builtins.bool",),
    layout.NONE: ("builtins.None", "builtins.NoneType", "types.NoneType"),
    layout.NOT_IMPLEMENTED: (
        "builtins.NotImplementedType",
        "builtins._NotImplementedType",
        "types.NotImplementedType",
    ),
    layout.ELLIPSIS: ("builtins.ellipsis", "types.EllipsisType"),
}
"""Immediate word -> names of the class that it is an instance of."""
IMMEDIATE_CLASSES = frozenset(name for names in IMMEDIATES.values() for name in names)
ENTRY_SIZE = 4
"""Code lies below 2 GiB, so that addresses in tables take four bytes."""


@dataclass(frozen=True)
class InstanceTest:
    """How to test for a class: which inline words pass, and which header ids of objects."""

    everything: bool
    small_int: bool
    inline_float: bool
    immediates: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]


class ClassTables:
    """Answers questions about classes; collects the definitions that the answers need."""

    def __init__(self, world: World, statics: StaticPool) -> None:
        self._world = world
        self._statics = statics
        self._tests: dict[str, InstanceTest] = {}
        self._methods: dict[str, tuple[str, int, int] | None] = {}
        self.definitions: list[str] = []
        self._count = max((record.id for record in world.classes.values()), default=-1) + 1

    def record(self, name: str) -> ClassRecord:
        return self._world.classes[name]

    def type_word(self, name: str) -> str:
        """The word of the class as a value."""
        return address_of(RECORDS, self.record(name).id * layout.TYPE_RECORD_SIZE + layout.TAG_POINTER)

    def instance_test(self, name: str) -> InstanceTest:
        if name not in self._tests:
            self._tests[name] = self._make_test(name)
        return self._tests[name]

    def _make_test(self, name: str) -> InstanceTest:
        ranges = tuple(_merged(self._world.instance_ranges(name)))

        def includes(*names: str) -> bool:
            if name in names:
                return True
            ids = [self._world.classes[n].id for n in names if n in self._world.classes]
            return any(low <= id_ <= high for id_ in ids for low, high in ranges)

        return InstanceTest(
            everything=name == EVERYTHING,
            small_int=includes("builtins.int"),
            inline_float=includes("builtins.float"),
            immediates=tuple(
                word
                for word, names in IMMEDIATES.items()
                if includes(*names) or (name == "builtins.int" and "builtins.bool" in names)
            ),
            ranges=() if name in IMMEDIATE_CLASSES else ranges,
        )

    def method_table(self, name: str) -> tuple[str, int, int] | None:
        """(table, first id, number of ids) of a method's generic entries; None if no class has it."""
        if name not in self._methods:
            self._methods[name] = self._make_method_table(name)
        return self._methods[name]

    def _make_method_table(self, name: str) -> tuple[str, int, int] | None:
        entries = self._world.methods.get(name, {})
        if not entries:
            return None
        first, last = min(entries), max(entries)
        table = symbol(f"methods.{name}")
        items = (_entry(entries.get(id_)) for id_ in range(first, last + 1))
        count = last - first + 1
        body = f"[{count} x i32] [{', '.join(items)}]"
        self.definitions.append(f"{table} = internal unnamed_addr constant {body}, align {ENTRY_SIZE}")
        return table, first, count

    def define_records(self) -> str:
        """The array of all class records, by id."""
        by_id = {record.id: record for record in self._world.classes.values()}
        records = [self._record_text(by_id.get(id_)) for id_ in range(self._count)]
        body = "[" + ", ".join(records) + "]" if records else "zeroinitializer"
        return f"{RECORDS} = internal constant [{self._count} x {RECORD_TYPE}] {body}, align 16"

    def _record_text(self, record: ClassRecord | None) -> str:
        if record is None:
            return f"{RECORD_TYPE} zeroinitializer"

        def text(value: str) -> str:
            return self._statics.word(make_static(value))

        mro = [self.type_word(name) for name in record.mro if name in self._world.classes]
        construct = address_of(symbol(record.construct)) if record.construct else "0"
        fields = {
            layout.HEADER: self._statics.header("builtins.type"),
            layout.TYPE_ID: str(record.id),
            layout.TYPE_NAME: text(record.display),
            layout.TYPE_QUALNAME: text(record.qualname),
            layout.TYPE_MODULE: text(record.module),
            layout.TYPE_SIZE: str(record.size),
            layout.TYPE_TRACE: str(record.trace),
            layout.TYPE_POINTERS: str(signed(record.pointers)),
            layout.TYPE_FLAGS: str(record.flags),
            layout.TYPE_MRO: self._statics.tuple_of(mro),
            layout.TYPE_CONSTRUCT: construct,
        }
        parts = (f"{t} {fields[o].replace(' to i64)', f' to {t})')}" for o, t in RECORD_FIELDS.items())
        return f"{RECORD_TYPE} {{ {', '.join(parts)} }}"


def _entry(function: str | None) -> str:
    return f"i32 {address_of(symbol(function), type_='i32')}" if function else "i32 0"


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Adjacent and overlapping ranges made one: fewer comparisons."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged
