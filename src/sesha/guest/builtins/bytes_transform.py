"""Make changed copies of bytes: replace, translate, case, padding, tabs, and what they consist of.

`self` is a flat value of any bytes-like class; results are bytes.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.builtins.bytes_like import data_of, flat, size_of
from sesha.guest.builtins.bytes_split import is_byte_space, part
from sesha.guest.builtins.bytes_units import bytes_from, new_bytes
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.str_case import (
    ascii_is_lower,
    ascii_is_upper,
    copy_ascii_lower,
    copy_ascii_swapped,
    copy_ascii_title,
    copy_ascii_upper,
)
from sesha.guest.builtins.str_classes import ascii_alpha, ascii_digit
from sesha.guest.builtins.text_index import BEYOND, index_of
from sesha.guest.builtins.text_memory import find_byte, is_ascii
from sesha.guest.builtins.text_search import count_units, find_units
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import LENGTH_LIMIT
from sesha.guest.cpu.intrinsics import copy_memory, fill_memory, load_u8, object_at, store_u8

SPACE = 32
ZERO = 48
PLUS = 43
MINUS = 45


# --- replace and translate -----------------------------------------------------------------------
def replace(self: object, old: object, new: object, count: int = -1) -> bytes:
    limit = index_of(count)
    if limit < 0:
        limit = BEYOND
    needle = flat(old)
    other = flat(new)
    size = size_of(self)
    width = size_of(needle)
    times = min(limit, count_units(data_of(self), 1, 0, size, data_of(needle), width))
    if times <= 0:
        return part(self, 0, size)
    if size_of(other) > 0 and times > LENGTH_LIMIT // size_of(other):
        raise MemoryError
    made = new_bytes(size + times * (size_of(other) - width))
    _replace_parts(made + BYTES_DATA, data_of(self), size, needle, other, times)
    result: bytes = object_at(made)
    return result


def _replace_parts(at: i64, data: i64, size: i64, old: object, new: object, times: i64) -> None:
    width = size_of(old)
    new_size = size_of(new)
    start: i64 = 0
    while times > 0:
        found = start if width == 0 else find_units(data, 1, start, size, data_of(old), width)
        copy_memory(at, data + start, found - start)
        at += found - start
        copy_memory(at, data_of(new), new_size)
        at += new_size
        start = found + width
        times -= 1
        if width == 0 and start < size:
            # An empty needle stands before each byte and after the last.
            store_u8(at, load_u8(data + start))
            at += 1
            start += 1
    copy_memory(at, data + start, size - start)


def translate(self: object, table: object, delete: object = b"") -> bytes:
    mapped: object = None
    if table is not None:
        mapped = flat(table)
        if size_of(mapped) != 256:
            raise ValueError("translation table must be 256 characters long")
    dropped = flat(delete)
    data = data_of(self)
    size = size_of(self)
    made = new_bytes(size)
    count: i64 = 0
    i: i64 = 0
    while i < size:
        byte = load_u8(data + i)
        if find_byte(data_of(dropped), 0, size_of(dropped), byte) < 0:
            to = byte if mapped is None else load_u8(data_of(mapped) + byte)
            store_u8(made + BYTES_DATA + count, to)
            count += 1
        i += 1
    return bytes_from(made + BYTES_DATA, count)


def maketrans(frm: object, to: object) -> bytes:
    """`bytes.maketrans`."""
    source = flat(frm)
    target = flat(to)
    if size_of(source) != size_of(target):
        raise ValueError("maketrans arguments must have same length")
    made = new_bytes(256)
    i: i64 = 0
    while i < 256:
        store_u8(made + BYTES_DATA + i, i)
        i += 1
    i = 0
    while i < size_of(source):
        store_u8(made + BYTES_DATA + load_u8(data_of(source) + i), load_u8(data_of(target) + i))
        i += 1
    result: bytes = object_at(made)
    return result


# --- case ----------------------------------------------------------------------------------------
def lower(self: object) -> bytes:
    made = new_bytes(size_of(self))
    copy_ascii_lower(made + BYTES_DATA, data_of(self), size_of(self))
    result: bytes = object_at(made)
    return result


def upper(self: object) -> bytes:
    made = new_bytes(size_of(self))
    copy_ascii_upper(made + BYTES_DATA, data_of(self), size_of(self))
    result: bytes = object_at(made)
    return result


def swapcase(self: object) -> bytes:
    made = new_bytes(size_of(self))
    copy_ascii_swapped(made + BYTES_DATA, data_of(self), size_of(self))
    result: bytes = object_at(made)
    return result


def title(self: object) -> bytes:
    made = new_bytes(size_of(self))
    copy_ascii_title(made + BYTES_DATA, data_of(self), size_of(self))
    result: bytes = object_at(made)
    return result


def capitalize(self: object) -> bytes:
    size = size_of(self)
    if size == 0:
        return b""
    made = new_bytes(size)
    copy_ascii_upper(made + BYTES_DATA, data_of(self), 1)
    copy_ascii_lower(made + BYTES_DATA + 1, data_of(self) + 1, size - 1)
    result: bytes = object_at(made)
    return result


# --- padding -------------------------------------------------------------------------------------
def _padded(self: object, left: i64, right: i64, byte: i64) -> bytes:
    size = size_of(self)
    if left < 0:
        left = 0
    if right < 0:
        right = 0
    if left > LENGTH_LIMIT or right > LENGTH_LIMIT:
        raise MemoryError
    made = new_bytes(left + size + right)
    fill_memory(made + BYTES_DATA, byte, left)
    copy_memory(made + BYTES_DATA + left, data_of(self), size)
    fill_memory(made + BYTES_DATA + left + size, byte, right)
    result: bytes = object_at(made)
    return result


def _fill_byte(fillchar: object, name: str) -> i64:
    wrong = not isinstance(fillchar, (bytes, bytearray))
    if wrong or size_of(fillchar) != 1:
        shown = type_name(fillchar)
        raise TypeError(name + "() argument 2 must be a byte string of length 1, not " + shown)
    return load_u8(data_of(fillchar))


def ljust(self: object, width: int, fillchar: object = b" ") -> bytes:
    return _padded(self, 0, index_of(width) - size_of(self), _fill_byte(fillchar, "ljust"))


def rjust(self: object, width: int, fillchar: object = b" ") -> bytes:
    return _padded(self, index_of(width) - size_of(self), 0, _fill_byte(fillchar, "rjust"))


def center(self: object, width: int, fillchar: object = b" ") -> bytes:
    byte = _fill_byte(fillchar, "center")
    size = index_of(width)
    gap = max(size - size_of(self), 0)
    left = gap // 2 + (gap & size & 1)
    return _padded(self, left, gap - left, byte)


def zfill(self: object, width: int) -> bytes:
    size = size_of(self)
    gap = index_of(width) - size
    if gap <= 0:
        return part(self, 0, size)
    first = load_u8(data_of(self)) if size > 0 else 0
    if first != PLUS and first != MINUS:
        return _padded(self, gap, 0, ZERO)
    made = new_bytes(size + gap)
    store_u8(made + BYTES_DATA, first)
    fill_memory(made + BYTES_DATA + 1, ZERO, gap)
    copy_memory(made + BYTES_DATA + 1 + gap, data_of(self) + 1, size - 1)
    result: bytes = object_at(made)
    return result


def expandtabs(self: object, tabsize: int = 8) -> bytes:
    tab = index_of(tabsize)
    builder = StringBuilder()
    column: i64 = 0
    i: i64 = 0
    while i < size_of(self):
        byte = load_u8(data_of(self) + i)
        if byte == 9:
            if tab > 0:
                gap = tab - column % tab
                builder.append_codes(SPACE, gap)
                column += gap
        else:
            builder.append_code(byte)
            column = 0 if byte == 10 or byte == 13 else column + 1
        i += 1
    return builder.as_bytes()


# --- classes -------------------------------------------------------------------------------------
ALPHA = 1
DIGIT = 2
SPACES = 4


def _all_among(self: object, classes: i64) -> bool:
    """Whether there are bytes, and all are of one of the classes."""
    data = data_of(self)
    size = size_of(self)
    i: i64 = 0
    while i < size:
        byte = load_u8(data + i)
        alpha = classes & ALPHA != 0 and ascii_alpha(byte)
        digit = classes & DIGIT != 0 and ascii_digit(byte)
        space = classes & SPACES != 0 and is_byte_space(byte)
        if not alpha and not digit and not space:
            return False
        i += 1
    return size > 0


def isalpha(self: object) -> bool:
    return _all_among(self, ALPHA)


def isdigit(self: object) -> bool:
    return _all_among(self, DIGIT)


def isalnum(self: object) -> bool:
    return _all_among(self, ALPHA | DIGIT)


def isspace(self: object) -> bool:
    return _all_among(self, SPACES)


def isascii(self: object) -> bool:
    return is_ascii(data_of(self), size_of(self))


def islower(self: object) -> bool:
    seen = False
    i: i64 = 0
    while i < size_of(self):
        byte = load_u8(data_of(self) + i)
        if ascii_is_upper(byte):
            return False
        seen = seen or ascii_is_lower(byte)
        i += 1
    return seen


def isupper(self: object) -> bool:
    seen = False
    i: i64 = 0
    while i < size_of(self):
        byte = load_u8(data_of(self) + i)
        if ascii_is_lower(byte):
            return False
        seen = seen or ascii_is_upper(byte)
        i += 1
    return seen


def istitle(self: object) -> bool:
    seen = False
    inside = False
    i: i64 = 0
    while i < size_of(self):
        byte = load_u8(data_of(self) + i)
        if (ascii_is_upper(byte) and inside) or (ascii_is_lower(byte) and not inside):
            return False
        inside = ascii_alpha(byte)
        seen = seen or inside
        i += 1
    return seen
