"""Hold the memory of interpreted IR: one piece of bytes, objects laid out as in images.

Addresses begin at BASE, so that small integers are never mistaken for them. Nothing is ever freed.
"""

import struct

from sesha.compiler.ir.function import Static
from sesha.guest.abi import layout

BASE = 1 << 24
MASK = (1 << 64) - 1
WIDTHS = {"u8": "<B", "u16": "<H", "u32": "<I", "i32": "<i", "i64": "<q", "word": "<q", "f64": "<d"}
UNSIGNED = {"u8": 0xFF, "u16": 0xFFFF, "u32": 0xFFFF_FFFF}


def signed(value: int) -> int:
    """The low 64 bits as a signed number: how words and i64 are kept."""
    value &= MASK
    return value - (1 << 64) if value >> 63 else value


class Memory:
    """Bytes with addresses; `ids` gives the class ids of built-in objects."""

    def __init__(self, ids: dict[str, int]) -> None:
        self._bytes = bytearray()
        self._ids = ids
        self._statics: dict[str, int] = {}

    def allocate(self, size: int) -> int:
        """Address of zeroed bytes, aligned as objects are."""
        address = BASE + len(self._bytes)
        self._bytes.extend(bytes(-(-size // layout.OBJECT_ALIGN) * layout.OBJECT_ALIGN))
        return address

    def _place(self, address: int, size: int) -> int:
        offset = address - BASE
        if offset < 0 or offset + size > len(self._bytes):
            raise IndexError(f"no memory at {address:#x}")
        return offset

    def load(self, address: int, width: str) -> int | float:
        code = WIDTHS[width]
        value: int | float = struct.unpack_from(
            code, self._bytes, self._place(address, struct.calcsize(code))
        )[0]
        return value

    def store(self, address: int, width: str, value: int | float) -> None:
        code = WIDTHS[width]
        if width in UNSIGNED:
            value = int(value) & UNSIGNED[width]
        elif width == "i32":
            value = (int(value) & 0xFFFF_FFFF ^ 0x8000_0000) - 0x8000_0000
        struct.pack_into(code, self._bytes, self._place(address, struct.calcsize(code)), value)

    def read(self, address: int, size: int) -> bytes:
        offset = self._place(address, size)
        return bytes(self._bytes[offset : offset + size])

    def write(self, address: int, data: bytes) -> None:
        offset = self._place(address, len(data))
        self._bytes[offset : offset + len(data)] = data

    # --- static objects ----------------------------------------------------------------------------
    def static_word(self, static: Static) -> int:
        """The word of a constant."""
        key = repr(static)
        if key not in self._statics:
            self._statics[key] = self._make(static)
        return self._statics[key]

    def _make(self, static: Static) -> int:
        value = static.value
        match static.kind, value:
            case "NoneType", _:
                return layout.NONE
            case "bool", _:
                return layout.TRUE if value else layout.FALSE
            case "int", int() as number if layout.SMALL_MIN <= number <= layout.SMALL_MAX:
                return number << layout.INT_SHIFT
            case "int", int() as number:
                count = (abs(number).bit_length() + 63) // 64
                limbs = abs(number).to_bytes(count * 8, "little")
                return self._object(
                    "builtins.int", struct.pack("<q", count if number > 0 else -count) + limbs
                )
            case "float", float() as real:
                return self._float(real)
            case "str", str() as text:
                return self._str(text)
            case "bytes", bytes() as data:
                return self._object("builtins.bytes", struct.pack("<qq", len(data), 0) + data)
            case "tuple", tuple() as items:
                words = [self.static_word(item) for item in items]
                body = struct.pack(f"<q{len(words)}q", len(words), *words)
                return self._object("builtins.tuple", body)
        raise TypeError(f"no static object of type {static.kind}")

    def _object(self, cls: str, body: bytes, kind: int = 0, flags: int = 0) -> int:
        """Place an object; gives its word."""
        address = self.allocate(layout.HEADER_SIZE + len(body))
        header = self._ids.get(cls, 0) | kind << layout.KIND_SHIFT | flags << layout.FLAGS_SHIFT
        self.write(address, struct.pack("<q", header) + body)
        return address | layout.TAG_POINTER

    def _float(self, value: float) -> int:
        bits = struct.unpack("<Q", struct.pack("<d", value))[0]
        rotated = (bits << layout.FLOAT_ROTATE | bits >> (64 - layout.FLOAT_ROTATE)) & MASK
        word = (rotated + layout.FLOAT_OFFSET) & MASK
        if layout.FLOAT_TAGS >> (word & layout.TAG_MASK) & 1:
            return signed(word)
        return self._object("builtins.float", struct.pack("<d", value))

    def _str(self, text: str) -> int:
        highest = max(map(ord, text), default=0)
        kind = 1 if highest < 0x100 else 2 if highest < 0x10000 else 4
        encoding = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[kind]
        data = text.encode(encoding, "strict" if kind == 1 else "surrogatepass")
        flags = layout.STR_FLAG_ASCII if highest < 0x80 else 0
        return self._object("builtins.str", struct.pack("<qq", len(text), 0) + data, kind, flags)
