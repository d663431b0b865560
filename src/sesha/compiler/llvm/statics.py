"""Lay out constants as static objects in read-only memory (guest/abi/layout.py), merged by value."""

import struct
from collections.abc import Callable

from sesha.compiler.ir.function import Static
from sesha.compiler.ir.world import World
from sesha.compiler.llvm.text import address_of, quote, signed
from sesha.guest.abi import layout

NATIVE_CLASSES = {
    "str": "builtins.str",
    "bytes": "builtins.bytes",
    "int": "builtins.int",
    "float": "builtins.float",
    "tuple": "builtins.tuple",
}
MASK = (1 << 64) - 1
STATIC_ALIGN = 8
"""Enough for the tag; only the heap's own objects need layout.OBJECT_ALIGN."""


def inline_float(value: float) -> int | None:
    """The word of a float that carries its own tag, or None when it must be an object."""
    bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
    rotated = (bits << layout.FLOAT_ROTATE | bits >> (64 - layout.FLOAT_ROTATE)) & MASK
    word = (rotated + layout.FLOAT_OFFSET) & MASK
    return word if layout.FLOAT_TAGS >> (word & layout.TAG_MASK) & 1 else None


class StaticPool:
    """Gives each constant its word; collects the definitions of static objects."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._words: dict[object, str] = {}
        self.definitions: list[str] = []
        self._makers: dict[str, Callable[[object], str]] = {
            "NoneType": lambda _: str(layout.NONE),
            "ellipsis": lambda _: str(layout.ELLIPSIS),
            "NotImplementedType": lambda _: str(layout.NOT_IMPLEMENTED),
            "bool": lambda value: str(layout.TRUE if value else layout.FALSE),
            "int": self._int,
            "float": self._float,
            "str": self._str,
            "bytes": self._bytes,
            "tuple": self._tuple,
        }

    def word(self, static: Static) -> str:
        """The word of the constant, as an LLVM constant of type i64."""
        key = (static.kind, _merge_key(static))
        known = self._words.get(key)
        if known is None:
            maker = self._makers.get(static.kind)
            if maker is None:
                raise TypeError(f"no static object of type {static.kind}: {static.value!r}")
            known = self._words[key] = maker(static.value)
        return known

    def define(self, kind: str, type_: str, value: str) -> str:
        """Place an object; gives its pointer word. Its symbol says what it is (report/origins.py)."""
        name = f"@{kind}.{len(self.definitions)}"
        linkage = "internal unnamed_addr constant"
        self.definitions.append(f"{name} = {linkage} {type_} {value}, align {STATIC_ALIGN}")
        return address_of(name, layout.TAG_POINTER)

    def header(self, cls: str, kind: int = 0, flags: int = 0) -> str:
        identity = self._world.classes[NATIVE_CLASSES.get(cls, cls)].id
        return str(identity | kind << layout.KIND_SHIFT | flags << layout.FLAGS_SHIFT)

    def _int(self, value: object) -> str:
        assert isinstance(value, int)
        if layout.SMALL_MIN <= value <= layout.SMALL_MAX:
            return str(value << layout.INT_SHIFT)
        magnitude = abs(value)
        count = (magnitude.bit_length() + 63) // 64
        limbs = ", ".join(f"i64 {signed(magnitude >> 64 * k)}" for k in range(count))
        size = count if value > 0 else -count
        return self.define(
            "int",
            f"<{{ i64, i64, [{count} x i64] }}>",
            f"<{{ i64 {self.header('int')}, i64 {size}, [{count} x i64] [{limbs}] }}>",
        )

    def _float(self, value: object) -> str:
        assert isinstance(value, float)
        word = inline_float(value)
        if word is not None:
            return str(signed(word))
        bits: int = struct.unpack("<q", struct.pack("<d", value))[0]
        return self.define("float", "<{ i64, i64 }>", f"<{{ i64 {self.header('float')}, i64 {bits} }}>")

    def _str(self, value: object) -> str:
        assert isinstance(value, str)
        highest = max(map(ord, value), default=0)
        if highest < 0x100:
            kind, data = 1, value.encode("latin-1")
        elif highest < 0x10000:
            kind, data = 2, value.encode("utf-16-le", "surrogatepass")
        else:
            kind, data = 4, value.encode("utf-32-le", "surrogatepass")
        flags = layout.STR_FLAG_ASCII if highest < 0x80 else 0
        return self._sized("str", self.header("str", kind, flags), len(value), data)

    def _bytes(self, value: object) -> str:
        assert isinstance(value, bytes)
        return self._sized("bytes", self.header("bytes"), len(value), value)

    def _sized(self, kind: str, header: str, length: int, data: bytes) -> str:
        """Header, length, hash (unknown), data: the shape of str and bytes."""
        return self.define(
            kind,
            f"<{{ i64, i64, i64, [{len(data)} x i8] }}>",
            f'<{{ i64 {header}, i64 {length}, i64 0, [{len(data)} x i8] c"{quote(data)}" }}>',
        )

    def _tuple(self, value: object) -> str:
        assert isinstance(value, tuple)
        return self.tuple_of([self.word(item) for item in value])

    def tuple_of(self, words: list[str]) -> str:
        """A static tuple of words that are constants already."""
        items = ", ".join(f"i64 {w}" for w in words)
        count = len(words)
        body = f"[{count} x i64] [{items}]" if count else "[0 x i64] zeroinitializer"
        return self.define(
            "tuple",
            f"<{{ i64, i64, [{count} x i64] }}>",
            f"<{{ i64 {self.header('tuple')}, i64 {count}, {body} }}>",
        )


def _merge_key(static: Static) -> object:
    """Equal keys exactly for equal constants: 0.0 and -0.0 differ, and so do 1 and True inside."""
    if static.kind == "float":
        return struct.pack("<d", static.value)
    if static.kind == "tuple":
        assert isinstance(static.value, tuple)
        return tuple((item.kind, _merge_key(item)) for item in static.value)
    return static.value
