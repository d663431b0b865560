"""Implement the built-in functions that go through an iterable: all any min max sorted sum."""

from typing import Any

from sesha.guest.builtins import list_sort
from sesha.guest.builtins.iteration import is_done, iter_of, next_or_done
from sesha.guest.builtins.list import from_iterable
from sesha.guest.builtins.operators_compare import gt, lt
from sesha.guest.cpu.intrinsics import bits

NO_DEFAULT = "<no default>"
"""Stands for a `default` that was not given; compared by identity."""


def all(iterable: Any) -> bool:
    for item in iterable:
        if not item:
            return False
    return True


def any(iterable: Any) -> bool:
    for item in iterable:
        if item:
            return True
    return False


def sorted(iterable: Any, *, key: Any = None, reverse: Any = False) -> Any:
    result: list[Any] = from_iterable(iterable)
    list_sort.sort(result, key=key, reverse=reverse)
    return result


def sum(iterable: Any, start: Any = 0) -> Any:
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, (bytes, bytearray)):
        kind = "bytes" if isinstance(start, bytes) else "bytearray"
        raise TypeError(f"sum() can't sum {kind} [use b''.join(seq) instead]")
    total: Any = start
    for item in iterable:
        total = total + item
    return total


# --- extremes ----------------------------------------------------------------------------------------
def min(first: Any, *others: Any, key: Any = None, default: Any = "<no default>") -> Any:
    if others:
        if bits(default) != bits(NO_DEFAULT):
            raise TypeError("Cannot specify a default for min() with multiple positional arguments")
        return _least(iter_of(others), first, key)
    iterator = iter_of(first)
    item = next_or_done(iterator)
    if is_done(item):
        if bits(default) != bits(NO_DEFAULT):
            return default
        raise ValueError("min() iterable argument is empty")
    return _least(iterator, item, key)


def _least(iterator: Any, best: Any, key: Any) -> Any:
    """The first of the smallest among `best` and the iterator's items."""
    rank: Any = best if key is None else key(best)
    while True:
        item = next_or_done(iterator)
        if is_done(item):
            return best
        other: Any = item if key is None else key(item)
        if lt(other, rank):
            best = item
            rank = other


def max(first: Any, *others: Any, key: Any = None, default: Any = "<no default>") -> Any:
    if others:
        if bits(default) != bits(NO_DEFAULT):
            raise TypeError("Cannot specify a default for max() with multiple positional arguments")
        return _greatest(iter_of(others), first, key)
    iterator = iter_of(first)
    item = next_or_done(iterator)
    if is_done(item):
        if bits(default) != bits(NO_DEFAULT):
            return default
        raise ValueError("max() iterable argument is empty")
    return _greatest(iterator, item, key)


def _greatest(iterator: Any, best: Any, key: Any) -> Any:
    rank: Any = best if key is None else key(best)
    while True:
        item = next_or_done(iterator)
        if is_done(item):
            return best
        other: Any = item if key is None else key(item)
        if gt(other, rank):
            best = item
            rank = other


def min_of_two(first: Any, second: Any) -> Any:
    """`min(first, second)`"""
    return second if lt(second, first) else first


def max_of_two(first: Any, second: Any) -> Any:
    """`max(first, second)`"""
    return second if gt(second, first) else first
