"""Search and compare bytes, bytearrays and memoryviews: `self` is any of them, flat."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK
from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.text_index import bound, has_index, index_of, start_bound
from sesha.guest.builtins.text_memory import compare_memory, equal_memory, find_byte
from sesha.guest.builtins.text_search import count_units, find_units, rfind_units
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import bits, stack_words, store_u8


# --- comparison ----------------------------------------------------------------------------------
def equal(self: object, other: object) -> bool:
    """Equality of two flat values."""
    size = size_of(self)
    return size == size_of(other) and equal_memory(data_of(self), data_of(other), size)


def compare(self: object, other: object) -> i64:
    """Negative, zero or positive, as two flat values compare."""
    left = size_of(self)
    right = size_of(other)
    order = compare_memory(data_of(self), data_of(other), min(left, right))
    return order if order != 0 else left - right


def __eq__(self: object, other: object) -> Any:
    return equal(self, flat(other)) if is_bytes_like(other) else NotImplemented


def __ne__(self: object, other: object) -> Any:
    return not equal(self, flat(other)) if is_bytes_like(other) else NotImplemented


def __lt__(self: object, other: object) -> Any:
    return compare(self, flat(other)) < 0 if is_bytes_like(other) else NotImplemented


def __le__(self: object, other: object) -> Any:
    return compare(self, flat(other)) <= 0 if is_bytes_like(other) else NotImplemented


def __gt__(self: object, other: object) -> Any:
    return compare(self, flat(other)) > 0 if is_bytes_like(other) else NotImplemented


def __ge__(self: object, other: object) -> Any:
    return compare(self, flat(other)) >= 0 if is_bytes_like(other) else NotImplemented


# --- finding -------------------------------------------------------------------------------------
def byte_value(value: object) -> i64:
    """The integer of an item; ValueError outside 0..255."""
    number = index_of(value)
    if number < 0 or number > 255:
        raise ValueError("byte must be in range(0, 256)")
    return number


def is_small(value: object) -> bool:
    """Whether the value is an int of machine size."""
    return bits(value) & INT_MASK == 0


def contains(self: object, item: object) -> bool:
    if is_small(item) or is_bytes_like(item):
        return _find(self, item, None, None) >= 0
    if not has_index(item):
        raise TypeError("a bytes-like object is required, not '" + type_name(item) + "'")
    return _find(self, item, None, None) >= 0


def __contains__(self: object, item: object) -> bool:
    return contains(self, item)


def _find(self: object, sub: object, start: object, end: object) -> i64:
    size = size_of(self)
    first = start_bound(start, size)
    stop = bound(end, size, size)
    if is_small(sub):
        return find_byte(data_of(self), first, stop, byte_value(sub))
    scratch = stack_words(1)
    if is_bytes_like(sub):
        needle = flat(sub)
        return find_units(data_of(self), 1, first, stop, data_of(needle), size_of(needle))
    _store_byte(scratch, sub)
    return find_units(data_of(self), 1, first, stop, scratch, 1)


def _rfind(self: object, sub: object, start: object, end: object) -> i64:
    size = size_of(self)
    first = start_bound(start, size)
    stop = bound(end, size, size)
    scratch = stack_words(1)
    if is_bytes_like(sub):
        needle = flat(sub)
        return rfind_units(data_of(self), 1, first, stop, data_of(needle), size_of(needle))
    _store_byte(scratch, sub)
    return rfind_units(data_of(self), 1, first, stop, scratch, 1)


def _store_byte(scratch: i64, value: object) -> None:
    if not has_index(value):
        raise TypeError("argument should be integer or bytes-like object, not '" + type_name(value) + "'")
    store_u8(scratch, byte_value(value))


def find(self: object, sub: object, start: object = None, end: object = None) -> int:
    return int(_find(self, sub, start, end))


def rfind(self: object, sub: object, start: object = None, end: object = None) -> int:
    return int(_rfind(self, sub, start, end))


def index(self: object, sub: object, start: object = None, end: object = None) -> int:
    found = _find(self, sub, start, end)
    if found < 0:
        raise ValueError("subsection not found")
    return int(found)


def rindex(self: object, sub: object, start: object = None, end: object = None) -> int:
    found = _rfind(self, sub, start, end)
    if found < 0:
        raise ValueError("subsection not found")
    return int(found)


def count(self: object, sub: object, start: object = None, end: object = None) -> int:
    size = size_of(self)
    first = start_bound(start, size)
    stop = bound(end, size, size)
    scratch = stack_words(1)
    if is_bytes_like(sub):
        needle = flat(sub)
        return int(count_units(data_of(self), 1, first, stop, data_of(needle), size_of(needle)))
    _store_byte(scratch, sub)
    return int(count_units(data_of(self), 1, first, stop, scratch, 1))


# --- prefixes and suffixes -----------------------------------------------------------------------
def startswith(self: object, prefix: object, start: object = None, end: object = None) -> bool:
    return _matches(self, prefix, start, end, False, "startswith")


def endswith(self: object, suffix: object, start: object = None, end: object = None) -> bool:
    return _matches(self, suffix, start, end, True, "endswith")


def _matches(self: object, part: object, start: object, end: object, at_end: bool, name: str) -> bool:
    size = size_of(self)
    first = start_bound(start, size)
    stop = bound(end, size, size)
    if is_bytes_like(part):
        return matches(self, flat(part), first, stop, at_end)
    if not isinstance(part, tuple):
        shown = type_name(part)
        raise TypeError(name + " first arg must be bytes or a tuple of bytes, not " + shown)
    for item in part:
        if matches(self, flat(item), first, stop, at_end):
            return True
    return False


def matches(self: object, part: object, start: i64, stop: i64, at_end: bool) -> bool:
    """Whether a flat value stands at the start or the end of start..stop."""
    size = size_of(part)
    if stop - start < size:
        return False
    at = stop - size if at_end else start
    return equal_memory(data_of(self) + at, data_of(part), size)
