"""Implement slice objects, and the arithmetic of slices on raw integers.

Sequences call `step_of`, `start_of`, `stop_of` and `count_of` in that order with what stands
between the brackets (None where nothing stands): no slice object is made for `a[i:j]`.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.operators_index import I64_MAX, as_integer, clamped_index


def step_of(step: object) -> i64:
    if step is None:
        return 1
    result = clamped_index(step)
    if result == 0:
        raise ValueError("slice step cannot be zero")
    return result if result >= -I64_MAX else -I64_MAX


def start_of(start: object, length: i64, step: i64) -> i64:
    """The first index taken, in 0..length (going up) or -1..length-1 (going down)."""
    if start is None:
        return 0 if step > 0 else length - 1
    return _inside(clamped_index(start), length, step)


def stop_of(stop: object, length: i64, step: i64) -> i64:
    """The first index not taken, in the same ranges."""
    if stop is None:
        return length if step > 0 else -1
    return _inside(clamped_index(stop), length, step)


def _inside(index: i64, length: i64, step: i64) -> i64:
    if index < 0:
        index = index + length
        if index < 0:
            return 0 if step > 0 else -1
        return index
    if index >= length:
        return length if step > 0 else length - 1
    return index


def count_of(start: i64, stop: i64, step: i64) -> i64:
    """How many indices the slice takes."""
    if step > 0:
        return (stop - start - 1) // step + 1 if start < stop else 0
    return (start - stop - 1) // (-step) + 1 if stop < start else 0


class slice:
    """The object of `a[i:j:k]` where a sequence takes it dynamically, and of `slice(...)`."""

    start: Any
    stop: Any
    step: Any

    def __init__(self, *arguments: Any) -> None:
        """`slice(stop)`, `slice(start, stop)` or `slice(start, stop, step)`."""
        count = len(arguments)
        if count < 1:
            raise TypeError("slice expected at least 1 argument, got 0")
        if count > 3:
            raise TypeError(f"slice expected at most 3 arguments, got {count}")
        self.start = None if count == 1 else arguments[0]
        self.stop = arguments[0] if count == 1 else arguments[1]
        self.step = arguments[2] if count == 3 else None

    def indices(self, length: object) -> tuple[int, int, int]:
        size = as_integer(length)
        if size < 0:
            raise ValueError("length should not be negative")
        step = 1 if self.step is None else as_integer(self.step)
        if step == 0:
            raise ValueError("slice step cannot be zero")
        low = 0 if step > 0 else -1
        high = size if step > 0 else size - 1
        start = _bound(self.start, size, low, high, low if step > 0 else high)
        stop = _bound(self.stop, size, low, high, high if step > 0 else low)
        return (start, stop, step)

    def __repr__(self) -> str:
        return f"slice({self.start!r}, {self.stop!r}, {self.step!r})"

    def __eq__(self, other: object) -> Any:
        if not isinstance(other, slice):
            return NotImplemented
        return (self.start, self.stop, self.step) == (other.start, other.stop, other.step)

    def __hash__(self) -> int:
        return hash((self.start, self.stop, self.step))


def _bound(value: Any, size: int, low: int, high: int, default: int) -> int:
    if value is None:
        return default
    index = as_integer(value)
    if index < 0:
        index += size
        return low if index < low else index
    return high if index > high else index


def new(start: object, stop: object, step: object) -> slice:
    """`[start:stop:step]` between brackets."""
    return slice(start, stop, step)
