"""Implement the methods of list that look for a value."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.list_storage import items_of, length_of_list
from sesha.guest.builtins.operators_index import clamped_index
from sesha.guest.cpu.intrinsics import bits, from_small, load_word


def find(self: list[Any], value: object, start: i64, stop: i64) -> i64:
    """Position of the first item in the range that is the value or equal to it, or -1."""
    position = start
    while position < stop and position < length_of_list(self):
        item = load_word(items_of(self) + (position << 3))
        if bits(item) == bits(value) or item == value:
            return position
        position = position + 1
    return -1


def contains(self: list[Any], value: object) -> bool:
    return find(self, value, 0, length_of_list(self)) >= 0


def __contains__(self: list[Any], value: object) -> bool:
    return contains(self, value)


def index(self: list[Any], value: object, start: int = 0, stop: int = 9223372036854775807) -> int:
    length = length_of_list(self)
    low = _from_end(clamped_index(start), length)
    position = find(self, value, low, _from_end(clamped_index(stop), length))
    if position < 0:
        raise ValueError(f"{value!r} is not in list")
    return from_small(position)


def _from_end(position: i64, length: i64) -> i64:
    if position < 0:
        position = position + length
        if position < 0:
            return 0
    return position


def count(self: list[Any], value: object) -> int:
    total: i64 = 0
    position = find(self, value, 0, length_of_list(self))
    while position >= 0:
        total = total + 1
        position = find(self, value, position + 1, length_of_list(self))
    return from_small(total)
