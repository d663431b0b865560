"""Implement slices of lists: read, replace and delete `a[i:j:k]`.

The ends are given as they stand between the brackets (None where nothing stands); slice.py does
the arithmetic. Called by the compiler for known lists and by list.py's dunders.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.iteration import iter_of, sequence_iterator
from sesha.guest.builtins.list_storage import (
    close_gap,
    items_of,
    length_of_list,
    new_list,
    open_gap,
    set_length,
)
from sesha.guest.builtins.operators_length import length_or_none
from sesha.guest.builtins.slice import count_of, start_of, step_of, stop_of
from sesha.guest.cpu.intrinsics import copy_memory, load_i64, store_i64


def getslice(self: list[Any], start: object, stop: object, step: object) -> Any:
    pace = step_of(step)
    length = length_of_list(self)
    low = start_of(start, length, pace)
    count = count_of(low, stop_of(stop, length, pace), pace)
    result = new_list(count)
    source = items_of(self) + (low << 3)
    target = items_of(result)
    if pace == 1:
        copy_memory(target, source, count * 8)
    else:
        spread(target, 1, source, pace, count)
    set_length(result, count)
    return result


def spread(target: i64, target_step: i64, source: i64, source_step: i64, count: i64) -> None:
    """Copy `count` words between places that lie `step` words apart."""
    while count > 0:
        store_i64(target, load_i64(source))
        target = target + (target_step << 3)
        source = source + (source_step << 3)
        count = count - 1


def setslice(self: list[Any], start: object, stop: object, step: object, value: Any) -> None:
    pace = step_of(step)
    if pace == 1:
        _replace(self, start, stop, _as_list(self, value, "can only assign an iterable"))
        return
    values = _as_list(self, value, "must assign iterable to extended slice")
    length = length_of_list(self)
    low = start_of(start, length, pace)
    count = count_of(low, stop_of(stop, length, pace), pace)
    given = length_of_list(values)
    if given != count:
        raise ValueError(
            f"attempt to assign sequence of size {int(given)} to extended slice of size {int(count)}"
        )
    spread(items_of(self) + (low << 3), pace, items_of(values), 1, count)


def _as_list(self: list[Any], value: Any, message: str) -> list[Any]:
    """The items to store, in a list that is not the one stored into."""
    if isinstance(value, list) and value is not self:
        return value
    if isinstance(iter_of(value), sequence_iterator) and length_or_none(value) is None:
        raise TypeError(message)
    result: list[Any] = new_list(0)
    for item in value:
        result.append(item)
    return result


def _replace(self: list[Any], start: object, stop: object, values: list[Any]) -> None:
    length = length_of_list(self)
    low = start_of(start, length, 1)
    high = stop_of(stop, length, 1)
    if high < low:
        high = low
    given = length_of_list(values)
    removed = high - low
    if given > removed:
        open_gap(self, high, given - removed)
    elif given < removed:
        close_gap(self, low + given, removed - given)
    copy_memory(items_of(self) + (low << 3), items_of(values), given * 8)


def delslice(self: list[Any], start: object, stop: object, step: object) -> None:
    pace = step_of(step)
    length = length_of_list(self)
    low = start_of(start, length, pace)
    count = count_of(low, stop_of(stop, length, pace), pace)
    if count == 0:
        return
    if pace < 0:
        low = low + (count - 1) * pace
        pace = -pace
    if pace == 1:
        close_gap(self, low, count)
        return
    kept = low
    index = low
    base = items_of(self)
    while index < length:
        if (index - low) % pace != 0 or (index - low) // pace >= count:
            store_i64(base + (kept << 3), load_i64(base + (index << 3)))
            kept = kept + 1
        index = index + 1
    close_gap(self, kept, length - kept)
