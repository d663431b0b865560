"""Compare lists and tuples: runs of words, item by item, identical words being equal.

Rules: the items are read through an address taken at the start, so a comparison of items that
changes the list goes on over the old items, which the stack keeps alive.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.list_storage import items_of, length_of_list
from sesha.guest.builtins.operators_arithmetic import both_small
from sesha.guest.builtins.operators_compare import eq_any
from sesha.guest.cpu.intrinsics import bits, load_word


def words_equal(left: i64, right: i64, count: i64) -> bool:
    """Whether `count` words at both addresses are the same or equal."""
    return first_difference(left, right, count) == count


def first_difference(left: i64, right: i64, count: i64) -> i64:
    """Position of the first pair that differs, or `count`."""
    position: i64 = 0
    while position < count:
        offset = position << 3
        one, other = load_word(left + offset), load_word(right + offset)
        if bits(one) != bits(other) and (both_small(one, other) or not eq_any(one, other)):
            return position
        position = position + 1
    return count


def words_less(left: i64, left_count: i64, right: i64, right_count: i64) -> Any:
    """`left < right` as sequences: by the first pair that differs, else by length."""
    count = left_count if left_count < right_count else right_count
    position = first_difference(left, right, count)
    if position == count:
        return left_count < right_count
    return load_word(left + (position << 3)) < load_word(right + (position << 3))


def words_less_or_equal(left: i64, left_count: i64, right: i64, right_count: i64) -> Any:
    count = left_count if left_count < right_count else right_count
    position = first_difference(left, right, count)
    if position == count:
        return left_count <= right_count
    return load_word(left + (position << 3)) <= load_word(right + (position << 3))


# --- lists: the typed forms ------------------------------------------------------------------
def eq(self: list[Any], other: list[Any]) -> bool:
    length = length_of_list(self)
    return length == length_of_list(other) and words_equal(items_of(self), items_of(other), length)


def ne(self: list[Any], other: list[Any]) -> bool:
    return not eq(self, other)


def _less(self: list[Any], other: list[Any]) -> Any:
    return words_less(items_of(self), length_of_list(self), items_of(other), length_of_list(other))


def _less_or_equal(self: list[Any], other: list[Any]) -> Any:
    return words_less_or_equal(items_of(self), length_of_list(self), items_of(other), length_of_list(other))


def lt(self: list[Any], other: list[Any]) -> bool:
    return bool(_less(self, other))


def le(self: list[Any], other: list[Any]) -> bool:
    return bool(_less_or_equal(self, other))


def gt(self: list[Any], other: list[Any]) -> bool:
    return bool(_less(other, self))


def ge(self: list[Any], other: list[Any]) -> bool:
    return bool(_less_or_equal(other, self))


# --- lists: the dynamic forms --------------------------------------------------------------------
def __eq__(self: list[Any], other: object) -> Any:
    return eq(self, other) if isinstance(other, list) else NotImplemented


def __ne__(self: list[Any], other: object) -> Any:
    return not eq(self, other) if isinstance(other, list) else NotImplemented


def __lt__(self: list[Any], other: object) -> Any:
    return _less(self, other) if isinstance(other, list) else NotImplemented


def __le__(self: list[Any], other: object) -> Any:
    return _less_or_equal(self, other) if isinstance(other, list) else NotImplemented


def __gt__(self: list[Any], other: object) -> Any:
    return _less(other, self) if isinstance(other, list) else NotImplemented


def __ge__(self: list[Any], other: object) -> Any:
    return _less_or_equal(other, self) if isinstance(other, list) else NotImplemented
