"""Search in strings: `in`, find and its family, count, startswith, endswith, comparison."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.text_index import bound, start_bound
from sesha.guest.builtins.text_memory import compare_memory, equal_memory
from sesha.guest.builtins.text_search import count_units, find_units, rfind_units
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import (
    copy_units,
    exact,
    load_unit,
    new_text,
    slice_text,
    text_kind,
    text_length,
)
from sesha.guest.cpu.intrinsics import address


# --- comparison ----------------------------------------------------------------------------------
def eq(self: str, other: str) -> bool:
    left = address(self)
    right = address(other)
    if left == right:
        return True
    length = text_length(left)
    kind = text_kind(left)
    if length != text_length(right) or kind != text_kind(right):
        return False
    return equal_memory(left + STR_DATA, right + STR_DATA, length * kind)


def ne(self: str, other: str) -> bool:
    return not eq(self, other)


def compare(self: str, other: str) -> i64:
    """Negative, zero or positive, by code points."""
    left = address(self)
    right = address(other)
    left_kind = text_kind(left)
    right_kind = text_kind(right)
    left_length = text_length(left)
    right_length = text_length(right)
    shorter = min(left_length, right_length)
    if left_kind == 1 and right_kind == 1:
        order = compare_memory(left + STR_DATA, right + STR_DATA, shorter)
        return order if order != 0 else left_length - right_length
    i: i64 = 0
    while i < shorter:
        difference = load_unit(left + STR_DATA, left_kind, i) - load_unit(right + STR_DATA, right_kind, i)
        if difference != 0:
            return difference
        i += 1
    return left_length - right_length


def lt(self: str, other: str) -> bool:
    return compare(self, other) < 0


def le(self: str, other: str) -> bool:
    return compare(self, other) <= 0


def gt(self: str, other: str) -> bool:
    return compare(self, other) > 0


def ge(self: str, other: str) -> bool:
    return compare(self, other) >= 0


def __eq__(self: str, other: object) -> Any:
    return eq(self, other) if isinstance(other, str) else NotImplemented


def __ne__(self: str, other: object) -> Any:
    return not eq(self, other) if isinstance(other, str) else NotImplemented


def __lt__(self: str, other: object) -> Any:
    return compare(self, other) < 0 if isinstance(other, str) else NotImplemented


def __le__(self: str, other: object) -> Any:
    return compare(self, other) <= 0 if isinstance(other, str) else NotImplemented


def __gt__(self: str, other: object) -> Any:
    return compare(self, other) > 0 if isinstance(other, str) else NotImplemented


def __ge__(self: str, other: object) -> Any:
    return compare(self, other) >= 0 if isinstance(other, str) else NotImplemented


# --- finding -------------------------------------------------------------------------------------
def needle_units(needle: i64, kind: i64) -> i64:
    """Address of the needle's units in the haystack's kind, or 0 when they cannot occur in it."""
    own_kind = text_kind(needle)
    if own_kind == kind:
        return needle + STR_DATA
    if own_kind > kind:
        return 0
    count = text_length(needle)
    # A str of a kind too wide for its content: only its storage is used, it is never a value.
    widened = new_text(count, 0xFFFF if kind == 2 else 0x10FFFF)
    copy_units(widened + STR_DATA, kind, needle + STR_DATA, own_kind, count)
    return widened + STR_DATA


def find_between(text: str, sub: str, start: i64, stop: i64) -> i64:
    """The first index of `sub` in start..stop (which are within the text), or -1."""
    base = address(text)
    needle = address(sub)
    kind = text_kind(base)
    units = needle_units(needle, kind)
    if units == 0:
        return -1
    return find_units(base + STR_DATA, kind, start, stop, units, text_length(needle))


def rfind_between(text: str, sub: str, start: i64, stop: i64) -> i64:
    base = address(text)
    needle = address(sub)
    kind = text_kind(base)
    units = needle_units(needle, kind)
    if units == 0:
        return -1
    return rfind_units(base + STR_DATA, kind, start, stop, units, text_length(needle))


def contains(self: str, item: str) -> bool:
    return find_between(self, item, 0, text_length(address(self))) >= 0


def __contains__(self: str, item: object) -> bool:
    if not isinstance(item, str):
        raise TypeError("'in <string>' requires string as left operand, not " + type_name(item))
    return contains(self, item)


def find(self: str, sub: str, start: object = None, end: object = None) -> int:
    length = text_length(address(self))
    return int(find_between(self, sub, start_bound(start, length), bound(end, length, length)))


def rfind(self: str, sub: str, start: object = None, end: object = None) -> int:
    length = text_length(address(self))
    return int(rfind_between(self, sub, start_bound(start, length), bound(end, length, length)))


def index(self: str, sub: str, start: object = None, end: object = None) -> int:
    found = find(self, sub, start, end)
    if found < 0:
        raise ValueError("substring not found")
    return found


def rindex(self: str, sub: str, start: object = None, end: object = None) -> int:
    found = rfind(self, sub, start, end)
    if found < 0:
        raise ValueError("substring not found")
    return found


def count(self: str, sub: str, start: object = None, end: object = None) -> int:
    base = address(self)
    length = text_length(base)
    needle = address(sub)
    kind = text_kind(base)
    units = needle_units(needle, kind)
    if units == 0:
        return 0
    first = start_bound(start, length)
    stop = bound(end, length, length)
    return int(count_units(base + STR_DATA, kind, first, stop, units, text_length(needle)))


# --- prefixes and suffixes -----------------------------------------------------------------------
def starts_with(self: str, prefix: str) -> bool:
    """`startswith` with one string, as compiled calls mostly have it."""
    return matches_start(self, prefix, 0, text_length(address(self)))


def ends_with(self: str, suffix: str) -> bool:
    return matches_end(self, suffix, 0, text_length(address(self)))


def startswith(self: str, prefix: object, start: object = None, end: object = None) -> bool:
    length = text_length(address(self))
    first = start_bound(start, length)
    stop = bound(end, length, length)
    if isinstance(prefix, str):
        return matches_start(self, prefix, first, stop)
    if not isinstance(prefix, tuple):
        raise TypeError("startswith first arg must be str or a tuple of str, not " + type_name(prefix))
    for item in prefix:
        if not isinstance(item, str):
            raise TypeError("tuple for startswith must only contain str, not " + type_name(item))
        if matches_start(self, item, first, stop):
            return True
    return False


def endswith(self: str, suffix: object, start: object = None, end: object = None) -> bool:
    length = text_length(address(self))
    first = start_bound(start, length)
    stop = bound(end, length, length)
    if isinstance(suffix, str):
        return matches_end(self, suffix, first, stop)
    if not isinstance(suffix, tuple):
        raise TypeError("endswith first arg must be str or a tuple of str, not " + type_name(suffix))
    for item in suffix:
        if not isinstance(item, str):
            raise TypeError("tuple for endswith must only contain str, not " + type_name(item))
        if matches_end(self, item, first, stop):
            return True
    return False


def matches_start(text: str, prefix: str, start: i64, stop: i64) -> bool:
    count = text_length(address(prefix))
    return stop - start >= count and matches_at(text, prefix, start)


def matches_end(text: str, suffix: str, start: i64, stop: i64) -> bool:
    count = text_length(address(suffix))
    return stop - start >= count and matches_at(text, suffix, stop - count)


def matches_at(text: str, part: str, at: i64) -> bool:
    """Whether `part` stands at that index; the text is long enough."""
    base = address(text)
    other = address(part)
    kind = text_kind(base)
    part_kind = text_kind(other)
    count = text_length(other)
    if kind == part_kind:
        return equal_memory(base + STR_DATA + at * kind, other + STR_DATA, count * kind)
    i: i64 = 0
    while i < count:
        if load_unit(base + STR_DATA, kind, at + i) != load_unit(other + STR_DATA, part_kind, i):
            return False
        i += 1
    return True


def removeprefix(self: str, prefix: str) -> str:
    length = text_length(address(self))
    if not matches_start(self, prefix, 0, length):
        return exact(self)
    return slice_text(address(self), text_length(address(prefix)), length)


def removesuffix(self: str, suffix: str) -> str:
    length = text_length(address(self))
    count = text_length(address(suffix))
    if count == 0 or not matches_end(self, suffix, 0, length):
        return exact(self)
    return slice_text(address(self), 0, length - count)
