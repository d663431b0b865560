"""Look code points up in the range tables of unicode_data.py: the classes of Unicode characters.

Every function is for any code point; callers take ASCII first by themselves, so that a program
that is never given anything else still only pays for the tables' bytes.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.builtins import unicode_data
from sesha.guest.cpu.intrinsics import address, load_u16

HEADER = 36
"""Bytes before the boundaries: 18 offsets."""


def boundaries_before(table: bytes, code: i64) -> i64:
    """How many boundaries of its plane are at or before the code point."""
    data = address(table) + BYTES_DATA
    offsets = data + (code >> 16 << 1)
    first = load_u16(offsets)
    low = first
    high = load_u16(offsets + 2)
    place = code & 0xFFFF
    while low < high:
        middle = (low + high) >> 1
        if load_u16(data + HEADER + (middle << 1)) <= place:
            low = middle + 1
        else:
            high = middle
    return low - first


def inside(table: bytes, code: i64) -> bool:
    return boundaries_before(table, code) & 1 != 0


def is_alpha(code: i64) -> bool:
    return inside(unicode_data.ALPHA, code)


def is_decimal(code: i64) -> bool:
    return inside(unicode_data.DECIMAL, code)


def is_digit(code: i64) -> bool:
    return inside(unicode_data.DIGIT, code)


def is_numeric(code: i64) -> bool:
    return inside(unicode_data.NUMERIC, code)


def is_printable(code: i64) -> bool:
    return inside(unicode_data.PRINTABLE, code)


def is_lower(code: i64) -> bool:
    return inside(unicode_data.LOWER, code)


def is_upper(code: i64) -> bool:
    return inside(unicode_data.UPPER, code)


def is_title(code: i64) -> bool:
    """The few letters that are title case only."""
    return inside(unicode_data.TITLE, code)


def is_cased(code: i64) -> bool:
    return inside(unicode_data.CASED, code)


def is_case_ignorable(code: i64) -> bool:
    return inside(unicode_data.CASE_IGNORABLE, code)


def is_identifier_start(code: i64) -> bool:
    return inside(unicode_data.IDENTIFIER_START, code)


def is_identifier_part(code: i64) -> bool:
    return inside(unicode_data.IDENTIFIER_PART, code)


def decimal_value(code: i64) -> i64:
    """0..9 for a decimal digit of any script, else -1."""
    if code < 0x80:
        return code - 48 if 48 <= code <= 57 else -1
    table = unicode_data.DECIMAL
    count = boundaries_before(table, code)
    if count & 1 == 0:
        return -1
    # Ranges start at a zero; the generator checks that they count up from it.
    data = address(table) + BYTES_DATA
    place = load_u16(data + (code >> 16 << 1)) + count - 1
    return ((code & 0xFFFF) - load_u16(data + HEADER + (place << 1))) % 10
