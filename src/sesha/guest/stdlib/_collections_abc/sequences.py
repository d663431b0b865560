"""Sequences: what `__getitem__` and `__len__` (and `insert`) make of a class."""

from typing import Any

from sesha.guest.stdlib._collections_abc.protocols import Collection, Reversible


class Sequence(Reversible, Collection):
    def __iter__(self: Any) -> Any:
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self: Any, value: Any) -> bool:
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self: Any) -> Any:
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self: Any, value: Any, start: Any = 0, stop: Any = None) -> Any:
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        i = start
        while stop is None or i < stop:
            try:
                item = self[i]
            except IndexError:
                break
            if item is value or item == value:
                return i
            i += 1
        raise ValueError

    def count(self: Any, value: Any) -> int:
        return sum(1 for item in self if item is value or item == value)


class MutableSequence(Sequence):
    def append(self: Any, value: Any) -> None:
        self.insert(len(self), value)

    def clear(self: Any) -> None:
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self: Any) -> None:
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self: Any, values: Any) -> None:
        if values is self:
            values = list(values)
        for item in values:
            self.append(item)

    def pop(self: Any, index: Any = -1) -> Any:
        item = self[index]
        del self[index]
        return item

    def remove(self: Any, value: Any) -> None:
        del self[self.index(value)]

    def __iadd__(self: Any, values: Any) -> Any:
        self.extend(values)
        return self
