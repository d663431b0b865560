"""Implement range objects. Loops over `range(...)` are counted by the compiler, without one."""

from typing import Any

from sesha.guest.abi.layout import DONE
from sesha.guest.builtins.bigint_value import plain
from sesha.guest.builtins.iteration import Iterator
from sesha.guest.builtins.operators_index import I64_MAX, as_integer, fits_i64, is_small
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import word


class range_iterator(Iterator):
    value: int
    left: int
    step: int

    def __init__(self, start: int, count: int, step: int) -> None:
        self.value = start
        self.left = count
        self.step = step

    def __step__(self) -> object:
        if self.left <= 0:
            return word(DONE)
        value = self.value
        self.left -= 1
        self.value = value + self.step
        return value

    def __length_hint__(self) -> int:
        return self.left


class longrange_iterator(range_iterator):
    """What steps through a range that does not fit machine integers."""


class range:
    start: int
    stop: int
    step: int

    def __init__(self, *arguments: Any) -> None:
        """`range(stop)`, `range(start, stop)` or `range(start, stop, step)`."""
        count = len(arguments)
        if count < 1:
            raise TypeError("range expected at least 1 argument, got 0")
        if count > 3:
            raise TypeError(f"range expected at most 3 arguments, got {count}")
        self.start = 0 if count == 1 else plain(as_integer(arguments[0]))
        self.stop = plain(as_integer(arguments[0 if count == 1 else 1]))
        self.step = plain(as_integer(arguments[2])) if count == 3 else 1
        if self.step == 0:
            raise ValueError("range() arg 3 must not be zero")

    def _count(self) -> int:
        if self.step > 0:
            return (self.stop - self.start - 1) // self.step + 1 if self.start < self.stop else 0
        return (self.start - self.stop - 1) // -self.step + 1 if self.stop < self.start else 0

    def __len__(self) -> int:
        count = self._count()
        if not is_small(count) and count > I64_MAX:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return count

    def __bool__(self) -> bool:
        return self._count() != 0

    def __iter__(self) -> Any:
        return self._iterator(self.start, self._count(), self.step)

    def __reversed__(self) -> Any:
        count = self._count()
        return self._iterator(self.start + (count - 1) * self.step, count, -self.step)

    def _iterator(self, start: int, count: int, step: int) -> Any:
        if is_small(self.start) and is_small(self.stop) and is_small(self.step):
            return range_iterator(start, count, step)
        machine = fits_i64(self.start) and fits_i64(self.stop) and fits_i64(self.step)
        return range_iterator(start, count, step) if machine else longrange_iterator(start, count, step)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return self._slice(index)
        if not isinstance(index, int) and not hasattr(index, "__index__"):
            raise TypeError(f"range indices must be integers or slices, not {type_name(index)}")
        position = as_integer(index)
        count = self._count()
        if position < 0:
            position += count
        if position < 0 or position >= count:
            raise IndexError("range object index out of range")
        return self.start + position * self.step

    def _slice(self, index: slice) -> Any:
        start, stop, step = index.indices(self._count())
        return range(self.start + start * self.step, self.start + stop * self.step, self.step * step)

    def _position(self, value: int) -> int:
        """Where the value stands, or -1."""
        offset = value - self.start
        if offset % self.step != 0:
            return -1
        position = offset // self.step
        return position if 0 <= position < self._count() else -1

    def __contains__(self, value: object) -> bool:
        if isinstance(value, int):
            return self._position(int(value)) >= 0
        for item in self:
            if item == value:
                return True
        return False

    def index(self, value: object) -> int:
        position = -1
        if isinstance(value, int):
            position = self._position(int(value))
        else:
            for place, item in enumerate(self):
                if item == value:
                    return place
            raise ValueError("sequence.index(x): x not in sequence")
        if position < 0:
            raise ValueError(f"{value!r} is not in range")
        return position

    def count(self, value: object) -> int:
        if isinstance(value, int):
            return 1 if value in self else 0
        found = 0
        for item in self:
            if item == value:
                found += 1
        return found

    def _key(self) -> tuple[Any, ...]:
        """What equal ranges have in common."""
        count = self._count()
        if count == 0:
            return (0, None, None)
        return (count, self.start, None) if count == 1 else (count, self.start, self.step)

    def __eq__(self, other: object) -> Any:
        if not isinstance(other, range):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        if self.step == 1:
            return f"range({self.start}, {self.stop})"
        return f"range({self.start}, {self.stop}, {self.step})"


def new(start: int, stop: int, step: int) -> range:
    """`range(start, stop, step)` with what the compiler knows to be ints."""
    return range(start, stop, step)
