"""Allocate lists and the arrays behind them, and make room in them.

Under `list.py` and whatever fills arrays directly. Rules: an `array` has its capacity at
ARRAY_CAPACITY and every slot is traced, so slots not in use hold the zero word; a list that never
held anything shares the empty tuple, which lies in memory as an array of capacity 0.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import ARRAY_CAPACITY, ARRAY_ITEMS, LIST_ARRAY, LIST_LENGTH, LIST_SIZE
from sesha.guest.builtins.object_new import bare_instance
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    cold,
    copy_memory,
    fill_memory,
    inline,
    load_i64,
    load_word,
    move_memory,
    object_at,
    store_i64,
    store_word,
)
from sesha.guest.memory.allocate import allocate

MAXIMUM_CAPACITY = 1 << 40
"""Words in one array; more than any machine has, less than what overflows a size."""


def new_array(capacity: i64) -> Any:
    """An array of that many zero words."""
    if capacity > MAXIMUM_CAPACITY:
        raise MemoryError
    place = allocate(capacity * 8 + ARRAY_ITEMS, class_id_of("array"))
    store_i64(place + ARRAY_CAPACITY, capacity)
    return object_at(place)


def new_list(capacity: i64) -> Any:
    """An empty list with room for that many items."""
    result = object_at(allocate(LIST_SIZE, class_id_of(list)))
    initialize(result, capacity)
    return result


def initialize(self: list[Any], capacity: i64) -> None:
    """Make zeroed memory of class list (or a subclass) an empty list."""
    array: Any = ()
    if capacity > 0:
        array = new_array(capacity)
    store_i64(address(self) + LIST_LENGTH, 0)
    store_word(address(self) + LIST_ARRAY, array)


def empty_instance(cls: Any) -> Any:
    """An empty instance of a subclass of list."""
    made = bare_instance(cls, LIST_SIZE)
    initialize(made, 0)
    return made


def list_of_words(source: i64, count: i64) -> Any:
    """A list of the words at an address."""
    result = new_list(count)
    copy_memory(items_of(result), source, count * 8)
    set_length(result, count)
    return result


@inline
def length_of_list(self: list[Any]) -> i64:
    return load_i64(address(self) + LIST_LENGTH)


@inline
def set_length(self: list[Any], length: i64) -> None:
    store_i64(address(self) + LIST_LENGTH, length)


@inline
def items_of(self: list[Any]) -> i64:
    """Address of the first item; valid until the list grows."""
    return address(load_word(address(self) + LIST_ARRAY)) + ARRAY_ITEMS


@inline
def capacity_of(self: list[Any]) -> i64:
    return load_i64(address(load_word(address(self) + LIST_ARRAY)) + ARRAY_CAPACITY)


@cold
def reserve(self: list[Any], wanted: i64) -> None:
    """Give the list room for at least that many items, half as much again to spare."""
    length = length_of_list(self)
    array = new_array(wanted + (length >> 1) + 3)
    copy_memory(address(array) + ARRAY_ITEMS, items_of(self), length * 8)
    store_word(address(self) + LIST_ARRAY, array)


def open_gap(self: list[Any], start: i64, count: i64) -> None:
    """Move the items from `start` up by `count`, lengthening the list; the gap holds old words."""
    length = length_of_list(self)
    if length + count > capacity_of(self):
        reserve(self, length + count)
    here = items_of(self) + (start << 3)
    move_memory(here + (count << 3), here, (length - start) * 8)
    set_length(self, length + count)


def close_gap(self: list[Any], start: i64, count: i64) -> None:
    """Remove `count` items from `start`, and forget what lay past the new end."""
    length = length_of_list(self)
    here = items_of(self) + (start << 3)
    move_memory(here, here + (count << 3), (length - start - count) * 8)
    fill_memory(items_of(self) + ((length - count) << 3), 0, count * 8)
    set_length(self, length - count)


def append_words(self: list[Any], source: i64, count: i64) -> None:
    """Append `count` words that lie outside this list's array (or in it, below its length)."""
    length = length_of_list(self)
    if length + count > capacity_of(self):
        inside = source - items_of(self)
        own = 0 <= inside < length * 8
        reserve(self, length + count)
        if own:
            source = items_of(self) + inside
    copy_memory(items_of(self) + (length << 3), source, count * 8)
    set_length(self, length + count)
