"""Pad strings to a width: center, ljust, rjust, zfill."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.text_index import index_of
from sesha.guest.builtins.text_units import (
    LENGTH_LIMIT,
    copy_units,
    exact,
    fill_units,
    kind_for,
    load_unit,
    new_text,
    slice_text,
    text_bits,
    text_kind,
    text_length,
)
from sesha.guest.cpu.intrinsics import address, object_at

SPACE = 32
ZERO = 48
PLUS = 43
MINUS = 45


def padded(text: str, left: i64, right: i64, code: i64) -> str:
    """The text with that many of a code point before and after it."""
    if left < 0:
        left = 0
    if right < 0:
        right = 0
    if left + right == 0:
        return exact(text)
    if left > LENGTH_LIMIT or right > LENGTH_LIMIT:
        raise MemoryError
    base = address(text)
    length = text_length(base)
    bound = text_bits(base) | code
    kind = kind_for(bound)
    made = new_text(left + length + right, bound)
    data = made + STR_DATA
    fill_units(data, kind, code, left)
    copy_units(data + left * kind, kind, base + STR_DATA, text_kind(base), length)
    fill_units(data + (left + length) * kind, kind, code, right)
    result: str = object_at(made)
    return result


def _fill_code(fillchar: str) -> i64:
    base = address(fillchar)
    if text_length(base) != 1:
        raise TypeError("The fill character must be exactly one character long")
    return load_unit(base + STR_DATA, text_kind(base), 0)


def ljust(self: str, width: int, fillchar: str = " ") -> str:
    return padded(self, 0, index_of(width) - text_length(address(self)), _fill_code(fillchar))


def rjust(self: str, width: int, fillchar: str = " ") -> str:
    return padded(self, index_of(width) - text_length(address(self)), 0, _fill_code(fillchar))


def center(self: str, width: int, fillchar: str = " ") -> str:
    code = _fill_code(fillchar)
    size = index_of(width)
    gap = size - text_length(address(self))
    if gap <= 0:
        return exact(self)
    # An odd place goes left when the width is odd, as in CPython.
    left = gap // 2 + (gap & size & 1)
    return padded(self, left, gap - left, code)


def zfill(self: str, width: int) -> str:
    base = address(self)
    length = text_length(base)
    gap = index_of(width) - length
    if gap <= 0:
        return exact(self)
    if length > 0:
        sign = load_unit(base + STR_DATA, text_kind(base), 0)
        if sign == PLUS or sign == MINUS:
            rest = padded(slice_text(base, 1, length), gap, 0, ZERO)
            return slice_text(base, 0, 1) + rest
    return padded(self, gap, 0, ZERO)
