"""Unpack an iterable into so many targets: `a, b = x` and `a, *b, c = x`.

`unpack` answers a tuple with one value for each target, the starred one's a list; the compiler
then takes the items without any test.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import TUPLE_ITEMS, TUPLE_LENGTH
from sesha.guest.builtins.iteration import is_done, iter_of, next_or_done, sequence_iterator
from sesha.guest.builtins.list_storage import items_of, length_of_list
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    cold,
    copy_memory,
    inline,
    load_i64,
    object_at,
    store_i64,
    store_word,
    unchecked,
)
from sesha.guest.memory.allocate import allocate


@inline
def check_unpack(value: tuple[Any, ...], count: i64) -> None:
    """Raise ValueError unless the tuple has that many items."""
    if load_i64(address(value) + TUPLE_LENGTH) != count:
        wrong_count(load_i64(address(value) + TUPLE_LENGTH), count)


@cold
def wrong_count(given: i64, count: i64) -> NoReturn:
    if given < count:
        raise ValueError(f"not enough values to unpack (expected {int(count)}, got {int(given)})")
    raise ValueError(f"too many values to unpack (expected {int(count)}, got {int(given)})")


def unpack(value: object, before: i64, after: i64) -> Any:
    """The values of `before` targets; with `after` >= 0 a list of the middle ones and then the
    values of `after` more targets."""
    if after >= 0:
        return _unpack_starred(value, before, after)
    if has_exact_class(value, class_id_of(tuple)):
        check_unpack(unchecked(value), before)
        return value
    if has_exact_class(value, class_id_of(list)):
        items: list[Any] = unchecked(value)
        if length_of_list(items) != before:
            wrong_count(length_of_list(items), before)
        return _tuple_of(items_of(items), before)
    return _unpack_exactly(value, before)


def _unpack_exactly(value: object, count: i64) -> Any:
    iterator = _iterator(value)
    result = _new_tuple(count)
    place = address(result) + TUPLE_ITEMS
    position: i64 = 0
    while position < count:
        item = next_or_done(iterator)
        if is_done(item):
            raise ValueError(f"not enough values to unpack (expected {int(count)}, got {int(position)})")
        store_word(place + (position << 3), item)
        position = position + 1
    if not is_done(next_or_done(iterator)):
        raise ValueError(f"too many values to unpack (expected {int(count)})")
    return result


def _unpack_starred(value: object, before: i64, after: i64) -> Any:
    iterator = _iterator(value)
    items: list[Any] = []
    while True:
        item = next_or_done(iterator)
        if is_done(item):
            break
        items.append(item)
    given = length_of_list(items)
    if given < before + after:
        raise ValueError(
            f"not enough values to unpack (expected at least {int(before + after)}, got {int(given)})"
        )
    result = _new_tuple(before + 1 + after)
    place = address(result) + TUPLE_ITEMS
    copy_memory(place, items_of(items), before << 3)
    copy_memory(place + ((before + 1) << 3), items_of(items) + ((given - after) << 3), after << 3)
    store_word(place + (before << 3), items[int(before) : int(given - after)])
    return result


def _new_tuple(count: i64) -> Any:
    place = allocate(count * 8 + TUPLE_ITEMS, class_id_of(tuple))
    store_i64(place + TUPLE_LENGTH, count)
    return object_at(place)


def _tuple_of(source: i64, count: i64) -> Any:
    result = _new_tuple(count)
    copy_memory(address(result) + TUPLE_ITEMS, source, count << 3)
    return result


class unpack_iterator(sequence_iterator):
    """Complains in the words of an unpacking."""

    @cold
    def complain(self) -> NoReturn:
        raise TypeError(f"cannot unpack non-iterable {type_name(self.source)} object")


def _iterator(value: object) -> Any:
    iterator = iter_of(value)
    return unpack_iterator(value) if isinstance(iterator, sequence_iterator) else iterator
