"""Pack and unpack binary records, as the module `struct` of images.

A format is parsed once into a `Layout`: parallel lists of codes, counts and offsets. The functions
at the bottom walk it. Layouts of the formats used last are kept by their text. Floats go through
their IEEE bits (`sesha.guest.builtins.ieee`), integers through shifts; sizes and alignment of
native formats are those of x86-64 Linux.
"""

from collections.abc import Iterator
from typing import Any

from sesha.guest.builtins.ieee import (
    double_from_bits,
    double_to_bits,
    half_from_bits,
    half_to_bits,
    single_from_bits,
    single_to_bits,
)

_STANDARD_SIZES = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4,
    "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1,
}  # fmt: skip
_NATIVE_SIZES = {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}
_SIGNED = "bhilqn"
_CACHE_SIZE = 64


class error(Exception):
    """A format is wrong, or values or bytes do not fit it."""


class Layout:
    """A parsed format: what lies where."""

    def __init__(self, format: str) -> None:
        self.format = format
        self.big = False
        self.codes: list[str] = []
        self.counts: list[int] = []
        self.sizes: list[int] = []
        self.offsets: list[int] = []
        self.size = 0
        self.values = 0
        self._parse(format)

    def _parse(self, format: str) -> None:
        at = 0
        aligned = True
        if format and format[0] in "@=<>!":
            aligned = format[0] == "@"
            self.big = format[0] in ">!"
            at = 1
        length = len(format)
        while at < length:
            code = format[at]
            at += 1
            if code.isspace():
                continue
            count = 1
            if "0" <= code <= "9":
                count = 0
                while "0" <= code <= "9":
                    count = count * 10 + ord(code) - 48
                    if at == length:
                        raise error("repeat count given without format specifier")
                    code = format[at]
                    at += 1
            self._add(code, count, aligned)

    def _add(self, code: str, count: int, aligned: bool) -> None:
        size = _NATIVE_SIZES.get(code, 0) if aligned else 0
        if not size:
            size = _STANDARD_SIZES.get(code, 0)
        if not size:
            raise error("bad char in struct format")
        if aligned:
            self.size = (self.size + size - 1) // size * size
        if code == "s" or code == "p":
            self._field(code, count, count)
        elif code == "x":
            self.size += count
        else:
            for _ in range(count):
                self._field(code, 1, size)

    def _field(self, code: str, count: int, size: int) -> None:
        self.codes.append(code)
        self.counts.append(count)
        self.sizes.append(size)
        self.offsets.append(self.size)
        self.size += size
        self.values += 1


_layouts: dict[str, Layout] = {}


def _layout(format: str | bytes) -> Layout:
    text = format if isinstance(format, str) else format.decode("ascii")
    found = _layouts.get(text)
    if found is None:
        found = Layout(text)
        if len(_layouts) >= _CACHE_SIZE:
            _layouts.clear()
        _layouts[text] = found
    return found


# --- one value to bytes ------------------------------------------------------------------------
def _integer(value: Any) -> int:
    if isinstance(value, int):
        return value
    index = getattr(value, "__index__", None)
    if index is None:
        raise error("required argument is not an integer")
    result: int = index()
    return result


def _range_error(layout: Layout, code: str, size: int, number: int, low: int, high: int) -> error:
    """CPython words this by how it reads the number: per width, and one for what no C long holds."""
    if size == 8:
        return error("int too large to convert" if layout.big or code == "P" else "argument out of range")
    negative = number < 0 and code not in _SIGNED
    limit = 1 << 64 if code in "IL" or (layout.big and code == "H") else 1 << 63
    if not -(1 << 63) <= number < limit or (negative and (code in "IL" or (layout.big and code == "H"))):
        return error("argument out of range")
    if code in "bB" or (code in "hH" and not layout.big):
        return error(f"{_NAMES[code]} format requires {low} <= number <= {high}")
    return error(f"'{code}' format requires {low} <= number <= {high}")


def _put_integer(buffer: bytearray, at: int, value: int, size: int, big: bool) -> None:
    if big:
        for index in range(at + size - 1, at - 1, -1):
            buffer[index] = value & 255
            value >>= 8
    else:
        for index in range(at, at + size):
            buffer[index] = value & 255
            value >>= 8


def _pack_integer(layout: Layout, code: str, size: int, value: Any, buffer: bytearray, at: int) -> None:
    number = _integer(value)
    if code in _SIGNED:
        high = (1 << size * 8 - 1) - 1
        low = -high - 1
    else:
        high = (1 << size * 8) - 1
        low = -(1 << 63) if code == "P" else 0
    if number < low or number > high:
        raise _range_error(layout, code, size, number, low, high)
    _put_integer(buffer, at, number, size, layout.big)


def _pack_float(code: str, size: int, value: Any, buffer: bytearray, at: int, big: bool) -> None:
    if isinstance(value, float):
        number = value
    elif isinstance(value, int) or hasattr(value, "__float__"):
        number = float(value)
    else:
        raise error("required argument is not a float")
    if code == "d":
        image = double_to_bits(number)
    elif code == "f":
        image = single_to_bits(number)
        if image < 0:
            raise OverflowError("float too large to pack with f format")
    else:
        image = half_to_bits(number)
        if image < 0:
            raise OverflowError("float too large to pack with e format")
    _put_integer(buffer, at, image, size, big)


def _pack_text(code: str, count: int, value: Any, buffer: bytearray, at: int) -> None:
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{code}' must be a bytes object")
    if code == "s":
        kept = min(len(value), count)
        buffer[at : at + count] = bytes(value[:kept]) + bytes(count - kept)
    elif count:
        kept = min(len(value), count - 1)
        buffer[at] = min(kept, 255)
        buffer[at + 1 : at + count] = bytes(value[:kept]) + bytes(count - 1 - kept)


def _pack_field(layout: Layout, field: int, value: Any, buffer: bytearray, base: int) -> None:
    code = layout.codes[field]
    size = layout.sizes[field]
    at = base + layout.offsets[field]
    if code == "s" or code == "p":
        _pack_text(code, layout.counts[field], value, buffer, at)
    elif code == "f" or code == "d" or code == "e":
        _pack_float(code, size, value, buffer, at, layout.big)
    elif code == "?":
        buffer[at] = 1 if value else 0
    elif code == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        buffer[at] = value[0]
    else:
        _pack_integer(layout, code, size, value, buffer, at)


def _pack_all(layout: Layout, values: tuple[Any, ...], buffer: bytearray, base: int) -> None:
    for field in range(layout.values):
        _pack_field(layout, field, values[field], buffer, base)


def _check_count(layout: Layout, values: tuple[Any, ...], function: str) -> None:
    if len(values) != layout.values:
        raise error(f"{function} expected {layout.values} items for packing (got {len(values)})")


# --- bytes to one value ----------------------------------------------------------------------------
def _get_integer(data: bytes | bytearray | memoryview, at: int, size: int, big: bool) -> int:
    result = 0
    if big:
        for index in range(at, at + size):
            result = result << 8 | data[index]
    else:
        for index in range(at + size - 1, at - 1, -1):
            result = result << 8 | data[index]
    return result


def _unpack_field(layout: Layout, field: int, data: bytes | bytearray | memoryview, base: int) -> Any:
    code = layout.codes[field]
    size = layout.sizes[field]
    at = base + layout.offsets[field]
    if code == "s":
        return bytes(data[at : at + size])
    if code == "p":
        if not size:
            return b""
        kept = min(data[at], size - 1)
        return bytes(data[at + 1 : at + 1 + kept])
    if code == "c":
        return bytes(data[at : at + 1])
    if code == "?":
        return data[at] != 0
    image = _get_integer(data, at, size, layout.big)
    if code == "d":
        return double_from_bits(image)
    if code == "f":
        return single_from_bits(image)
    if code == "e":
        return half_from_bits(image)
    if code in _SIGNED and image >> size * 8 - 1:
        image -= 1 << size * 8
    return image


def _unpack_all(layout: Layout, data: bytes | bytearray | memoryview, base: int) -> tuple[Any, ...]:
    return tuple([_unpack_field(layout, field, data, base) for field in range(layout.values)])


# --- records of one layout ------------------------------------------------------------------------
def _pack(layout: Layout, values: tuple[Any, ...]) -> bytes:
    _check_count(layout, values, "pack")
    buffer = bytearray(layout.size)
    _pack_all(layout, values, buffer, 0)
    return bytes(buffer)


def _pack_into(layout: Layout, buffer: bytearray, offset: int, values: tuple[Any, ...]) -> None:
    _check_count(layout, values, "pack_into")
    size = len(buffer)
    start = offset + size if offset < 0 else offset
    if start < 0:
        raise error(f"offset {offset} out of range for {size}-byte buffer")
    if offset < 0 and start + layout.size > size:
        raise error(f"no space to pack {layout.size} bytes at offset {offset}")
    if start + layout.size > size:
        raise error(
            f"pack_into requires a buffer of at least {start + layout.size} bytes for packing "
            f"{layout.size} bytes at offset {start} (actual buffer size is {size})"
        )
    _pack_all(layout, values, buffer, start)


def _unpack(layout: Layout, data: bytes | bytearray | memoryview) -> tuple[Any, ...]:
    if len(data) != layout.size:
        raise error(f"unpack requires a buffer of {layout.size} bytes")
    return _unpack_all(layout, data, 0)


def _unpack_from(layout: Layout, data: bytes | bytearray | memoryview, offset: int) -> tuple[Any, ...]:
    size = len(data)
    start = offset + size if offset < 0 else offset
    if start < 0:
        raise error(f"offset {offset} out of range for {size}-byte buffer")
    if offset < 0 and start + layout.size > size:
        raise error(f"not enough data to unpack {layout.size} bytes at offset {offset}")
    if start + layout.size > size:
        raise error(
            f"unpack_from requires a buffer of at least {start + layout.size} bytes for unpacking "
            f"{layout.size} bytes at offset {start} (actual buffer size is {size})"
        )
    return _unpack_all(layout, data, start)


def _iter_unpack(layout: Layout, data: bytes | bytearray | memoryview) -> Iterator[tuple[Any, ...]]:
    if not layout.size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % layout.size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {layout.size} bytes")
    return iter([_unpack_all(layout, data, base) for base in range(0, len(data), layout.size)])


class Struct:
    """A format, parsed once."""

    def __init__(self, format: str | bytes) -> None:
        self._layout = _layout(format)
        self.format = self._layout.format
        self.size = self._layout.size

    def pack(self, *v: Any) -> bytes:
        return _pack(self._layout, v)

    def pack_into(self, buffer: bytearray, offset: int, *v: Any) -> None:
        _pack_into(self._layout, buffer, offset, v)

    def unpack(self, buffer: bytes | bytearray | memoryview, /) -> tuple[Any, ...]:
        return _unpack(self._layout, buffer)

    def unpack_from(self, buffer: bytes | bytearray | memoryview, offset: int = 0) -> tuple[Any, ...]:
        return _unpack_from(self._layout, buffer, offset)

    def iter_unpack(self, buffer: bytes | bytearray | memoryview, /) -> Iterator[tuple[Any, ...]]:
        return _iter_unpack(self._layout, buffer)


# --- the module's functions -----------------------------------------------------------------------
def calcsize(format: str | bytes, /) -> int:
    return _layout(format).size


def pack(format: str | bytes, /, *v: Any) -> bytes:
    return _pack(_layout(format), v)


def pack_into(format: str | bytes, buffer: bytearray, offset: int, /, *v: Any) -> None:
    _pack_into(_layout(format), buffer, offset, v)


def unpack(format: str | bytes, buffer: bytes | bytearray | memoryview, /) -> tuple[Any, ...]:
    return _unpack(_layout(format), buffer)


def unpack_from(
    format: str | bytes, /, buffer: bytes | bytearray | memoryview, offset: int = 0
) -> tuple[Any, ...]:
    return _unpack_from(_layout(format), buffer, offset)


def iter_unpack(format: str | bytes, buffer: bytes | bytearray | memoryview, /) -> Iterator[tuple[Any, ...]]:
    return _iter_unpack(_layout(format), buffer)
