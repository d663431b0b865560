"""Run the guest's text functions under CPython: Python's own objects mirrored in raw memory.

`address(text)` writes the object into the memory of `intrinsics.MEMORY` as layout.py says, and
`object_at(address)` reads one back, checking what every str must keep to (the smallest kind, an
exact ASCII flag). The fixture `mirror` puts these in place of the intrinsics in every loaded guest
module for one test.
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sesha.guest.abi import layout
from sesha.guest.builtins import text_type
from sesha.guest.cpu import intrinsics
from sesha.guest.memory import allocate

START = 4096
CLASS_NAMES = [
    "str",
    "bytes",
    "bytearray",
    "memoryview",
    "list",
    "tuple",
    "dict",
    "int",
    "float",
    "bool",
    "NoneType",
    "array",
    "buffer",
    "object",
    "type",
]


class Raw:
    """An object that has no counterpart in Python: a buffer, an array."""


class MirroredBytearray(bytearray):
    """A bytearray whose content is only in the mirrored memory."""


class Mirror:
    def __init__(self) -> None:
        self.top = START
        self.addresses: dict[int, int] = {}
        self.objects: dict[int, Any] = {}
        self.keep: list[Any] = []
        self.classes: list[type] = []

    # --- memory ----------------------------------------------------------------------------------
    def allocate(self, size: int, header: int) -> int:
        place = self.top
        self.top += (size + 31) // 16 * 16
        if self.top > len(intrinsics.MEMORY):
            intrinsics.MEMORY.extend(bytes(self.top - len(intrinsics.MEMORY) + (1 << 16)))
        intrinsics.MEMORY[place : self.top] = bytes(self.top - place)
        intrinsics.store_i64(place, header)
        return place

    def stack_words(self, count: int) -> int:
        return self.allocate(count * 8, 0)

    def raw(self, data: bytes) -> int:
        """Bytes at an address of their own."""
        place = self.allocate(len(data) + 8, 0)
        intrinsics.MEMORY[place : place + len(data)] = data
        return place

    # --- objects ---------------------------------------------------------------------------------
    def register(self, place: int, value: Any) -> Any:
        self.addresses[id(value)] = place
        self.objects[place] = value
        self.keep.append(value)
        return value

    def address(self, value: Any) -> int:
        known = self.addresses.get(id(value))
        if known is not None and not isinstance(value, list):
            return known
        place = self.write(value)
        self.register(place, value)
        return place

    def write(self, value: Any) -> int:
        if isinstance(value, str):
            return self.write_text(value)
        if isinstance(value, bytes):
            place = self.allocate(layout.BYTES_DATA + len(value), self.class_id_of("bytes"))
            intrinsics.store_i64(place + layout.BYTES_LENGTH, len(value))
            data = place + layout.BYTES_DATA
            intrinsics.MEMORY[data : data + len(value)] = value
            return place
        if isinstance(value, list):
            place = self.allocate(layout.LIST_SIZE, self.class_id_of("list"))
            items = self.write_words(value, layout.ARRAY_ITEMS, self.class_id_of("array"))
            self.register(items, Raw())
            intrinsics.store_i64(place + layout.LIST_LENGTH, len(value))
            intrinsics.store_i64(place + layout.LIST_ARRAY, items | 1)
            return place
        if isinstance(value, tuple):
            return self.write_words(value, layout.TUPLE_ITEMS, self.class_id_of("tuple"))
        return self.allocate(16, self.class_id(value))

    def write_text(self, value: str) -> int:
        greatest = max(map(ord, value), default=0)
        kind = 1 if greatest < 0x100 else 2 if greatest < 0x10000 else 4
        header = self.class_id_of("str") | kind << layout.KIND_SHIFT
        header |= (layout.STR_FLAG_ASCII if greatest < 0x80 else 0) << layout.FLAGS_SHIFT
        place = self.allocate(layout.STR_DATA + len(value) * kind, header)
        intrinsics.store_i64(place + layout.STR_LENGTH, len(value))
        for i, char in enumerate(value):
            at = place + layout.STR_DATA + i * kind
            intrinsics.MEMORY[at : at + kind] = ord(char).to_bytes(kind, "little")
        return place

    def write_words(self, values: Any, items: int, header: int) -> int:
        place = self.allocate(items + len(values) * 8, header)
        intrinsics.store_i64(place + 8, len(values))
        for i, value in enumerate(values):
            intrinsics.store_i64(place + items + i * 8, self.bits(value))
        return place

    def object_at(self, place: int) -> Any:
        if place in self.objects:
            return self.objects[place]
        return self.register(place, self.read(place))

    def read(self, place: int) -> Any:
        name = CLASS_NAMES[intrinsics.load_u32(place) - 1]
        length = intrinsics.load_i64(place + 8)
        if name == "str":
            return self.read_text(place, length)
        if name == "bytes":
            return bytes(intrinsics.MEMORY[place + layout.BYTES_DATA :][:length])
        if name == "bytearray":
            return MirroredBytearray()
        if name == "tuple":
            return tuple(self.word(intrinsics.load_i64(place + 16 + i * 8)) for i in range(length))
        assert name in ("buffer", "array"), name
        return Raw()

    def read_text(self, place: int, length: int) -> str:
        kind = intrinsics.load_u8(place + layout.KIND_BYTE)
        data = intrinsics.MEMORY[place + layout.STR_DATA :][: length * kind]
        codes = [int.from_bytes(data[i : i + kind], "little") for i in range(0, len(data), kind)]
        greatest = max(codes, default=0)
        assert kind == (1 if greatest < 0x100 else 2 if greatest < 0x10000 else 4), "kind"
        flags = intrinsics.load_u8(place + layout.FLAGS_BYTE)
        assert flags == (layout.STR_FLAG_ASCII if greatest < 0x80 else 0), "ASCII flag"
        return "".join(map(chr, codes))

    # --- words -----------------------------------------------------------------------------------
    def bits(self, value: Any) -> int:
        if value is None:
            return layout.NONE
        if value is True or value is False:
            return layout.TRUE if value else layout.FALSE
        if type(value) is int:
            if layout.SMALL_MIN <= value <= layout.SMALL_MAX:
                return value << 2
            count = (abs(value).bit_length() + 63) // 64
            place = self.allocate(layout.INT_LIMBS + count * 8, self.class_id_of("int"))
            intrinsics.store_i64(place + layout.INT_SIZE, -count if value < 0 else count)
            limbs = place + layout.INT_LIMBS
            intrinsics.MEMORY[limbs : limbs + count * 8] = abs(value).to_bytes(count * 8, "little")
            self.register(place, value)
            return place | 1
        if type(value) is float:
            return layout.FLOAT_OFFSET
        return self.address(value) | 1

    def word(self, raw: int) -> Any:
        if raw & 3 == 0:
            return raw >> 2
        if raw & 7 == layout.TAG_IMMEDIATE:
            return {layout.NONE: None, layout.TRUE: True, layout.FALSE: False}[raw]
        return self.object_at(raw - 1)

    def load_word(self, place: int) -> Any:
        return self.word(intrinsics.load_i64(place))

    def store_word(self, place: int, value: Any) -> None:
        intrinsics.store_i64(place, self.bits(value))

    def small(self, value: int) -> int:
        return value

    def from_small(self, value: int) -> int:
        return value

    # --- classes ---------------------------------------------------------------------------------
    def class_id_of(self, cls: Any) -> int:
        name = cls if isinstance(cls, str) else cls.__name__
        if name in CLASS_NAMES:
            return CLASS_NAMES.index(name) + 1
        if cls not in self.classes:
            self.classes.append(cls)
        return 100 + self.classes.index(cls)

    def class_id(self, value: Any) -> int:
        if isinstance(value, MirroredBytearray):
            return self.class_id_of("bytearray")
        return self.class_id_of(type(value))

    def class_named(self, id_: int) -> type:
        if id_ >= 100:
            return self.classes[id_ - 100]
        builtins: Any = __builtins__
        found: type = builtins.get(CLASS_NAMES[id_ - 1], type(None))
        return found

    def type_name(self, value: Any) -> str:
        return type(value).__name__

    def method_entry(self, id_: int, name: str) -> int:
        return 1 if hasattr(self.class_named(id_), name) else 0

    def method_or(self, default: Any, value: Any, name: str, *arguments: Any) -> Any:
        method = getattr(type(value), name, None)
        return default if method is None else method(value, *arguments)

    def replacements(self) -> dict[str, Callable[..., Any]]:
        names = [
            "stack_words",
            "address",
            "object_at",
            "bits",
            "word",
            "load_word",
            "store_word",
            "class_id_of",
            "class_id",
            "method_entry",
            "method_or",
            "small",
            "from_small",
        ]
        return {name: getattr(self, name) for name in names}


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    made = Mirror()
    fakes = {id(getattr(intrinsics, name)): new for name, new in made.replacements().items()}
    fakes[id(allocate.allocate)] = made.allocate
    fakes[id(text_type.type_name)] = made.type_name
    changed: list[tuple[Any, str, Any]] = []
    for module_name, module in list(sys.modules.items()):
        if not module_name.startswith("sesha.guest.builtins"):
            continue
        for name, value in list(vars(module).items()):
            if id(value) in fakes and callable(value):
                changed.append((module, name, value))
                setattr(module, name, fakes[id(value)])
        if hasattr(module, "_singles"):
            module._singles = None
    yield made
    for module, name, value in changed:
        setattr(module, name, value)
