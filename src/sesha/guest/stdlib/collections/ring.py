"""Implement deque: a ring of slots in a list, which grows by doubling.

Item k is at slot `(head + k) % len(ring)`. The version counts every change of length, so that an
iterator notices.
"""

from collections.abc import Iterable
from typing import Any

SMALLEST = 8


class deque:
    ring: list[Any]
    head: int
    length: int
    version: int
    maxlen: int | None

    def __init__(self, iterable: Iterable[Any] = (), maxlen: int | None = None) -> None:
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self.ring = [None] * SMALLEST
        self.head = 0
        self.length = 0
        self.version = 0
        self.maxlen = maxlen
        self.extend(iterable)

    # --- both ends -----------------------------------------------------------------------------------
    def append(self, x: Any, /) -> None:
        if self.maxlen is not None and self.length >= self.maxlen:
            if self.maxlen == 0:
                return
            self.popleft()
        if self.length == len(self.ring):
            self._grow()
        self.ring[(self.head + self.length) & (len(self.ring) - 1)] = x
        self.length += 1
        self.version += 1

    def appendleft(self, x: Any, /) -> None:
        if self.maxlen is not None and self.length >= self.maxlen:
            if self.maxlen == 0:
                return
            self.pop()
        if self.length == len(self.ring):
            self._grow()
        self.head = (self.head - 1) & (len(self.ring) - 1)
        self.ring[self.head] = x
        self.length += 1
        self.version += 1

    def _grow(self) -> None:
        """Double the ring, its items from slot 0 on; its length stays a power of two."""
        items = self.ring[self.head :] + self.ring[: self.head]
        items.extend([None] * len(items))
        self.ring = items
        self.head = 0

    def pop(self) -> Any:
        if self.length == 0:
            raise IndexError("pop from an empty deque")
        self.length -= 1
        self.version += 1
        place = (self.head + self.length) & (len(self.ring) - 1)
        item = self.ring[place]
        self.ring[place] = None
        return item

    def popleft(self) -> Any:
        if self.length == 0:
            raise IndexError("pop from an empty deque")
        item = self.ring[self.head]
        self.ring[self.head] = None
        self.head = (self.head + 1) & (len(self.ring) - 1)
        self.length -= 1
        self.version += 1
        return item

    def extend(self, iterable: Iterable[Any], /) -> None:
        items = list(iterable) if iterable is self else iterable
        for item in items:
            self.append(item)

    def extendleft(self, iterable: Iterable[Any], /) -> None:
        items = list(iterable) if iterable is self else iterable
        for item in items:
            self.appendleft(item)

    def clear(self) -> None:
        self.ring = [None] * SMALLEST
        self.head = 0
        self.length = 0
        self.version += 1

    def rotate(self, n: int = 1, /) -> None:
        if self.length < 2:
            return
        for _ in range(n % self.length):
            item = self.ring[(self.head + self.length - 1) & (len(self.ring) - 1)]
            self.pop()
            self.appendleft(item)

    # --- items ---------------------------------------------------------------------------------------
    def _slot(self, index: Any, message: str) -> int:
        position: int = index.__index__()
        if position < 0:
            position += self.length
        if position < 0 or position >= self.length:
            raise IndexError(message)
        return (self.head + position) & (len(self.ring) - 1)

    def __getitem__(self, index: Any, /) -> Any:
        return self.ring[self._slot(index, "deque index out of range")]

    def __setitem__(self, index: Any, value: Any, /) -> None:
        self.ring[self._slot(index, "deque index out of range")] = value

    def __delitem__(self, index: Any, /) -> None:
        self._slot(index, "deque index out of range")
        position: int = index.__index__()
        if position < 0:
            position += self.length
        for place in range(position, self.length - 1):
            self[place] = self[place + 1]
        self.pop()

    def insert(self, i: int, x: Any, /) -> None:
        if self.maxlen is not None and self.length >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        position = max(i + self.length, 0) if i < 0 else min(i, self.length)
        self.append(x)
        for place in range(self.length - 1, position, -1):
            self[place] = self[place - 1]
        self[position] = x

    def remove(self, value: Any, /) -> None:
        for position in range(self.length):
            item = self[position]
            if item is value or item == value:
                del self[position]
                return
        raise ValueError("deque.remove(x): x not in deque")

    def reverse(self) -> None:
        items = list(self)
        items.reverse()
        for position in range(len(items)):
            self[position] = items[position]

    def copy(self) -> "deque":
        return deque(self, self.maxlen)

    def __copy__(self) -> "deque":
        return deque(self, self.maxlen)

    # --- searching -------------------------------------------------------------------------------------
    def __contains__(self, value: Any, /) -> bool:
        for item in self:
            if item is value or item == value:
                return True
        return False

    def count(self, x: Any, /) -> int:
        total = 0
        for item in self:
            if item is x or item == x:
                total += 1
        return total

    def index(self, x: Any, start: int = 0, stop: int | None = None, /) -> int:
        low = max(start + self.length, 0) if start < 0 else start
        high = self.length if stop is None else stop
        if high < 0:
            high += self.length
        for position in range(low, min(high, self.length)):
            item = self[position]
            if item is x or item == x:
                return position
        raise ValueError(f"{x!r} is not in deque")

    # --- the rest of the protocol ----------------------------------------------------------------------
    def __len__(self) -> int:
        return self.length

    def __bool__(self) -> bool:
        return self.length != 0

    def __iter__(self) -> "_deque_iterator":
        return _deque_iterator(self, 0, 1)

    def __reversed__(self) -> "_deque_iterator":
        return _deque_iterator(self, self.length - 1, -1)

    def __add__(self, other: Any, /) -> Any:
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other: Any, /) -> Any:
        self.extend(other)
        return self

    def __mul__(self, times: int, /) -> Any:
        return deque(list(self) * times, self.maxlen)

    def __rmul__(self, times: int, /) -> Any:
        return deque(list(self) * times, self.maxlen)

    def __imul__(self, times: int, /) -> Any:
        items = list(self) * times
        self.clear()
        self.extend(items)
        return self

    def __eq__(self, other: object, /) -> Any:
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __ne__(self, other: object, /) -> Any:
        return list(self) != list(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other: Any, /) -> Any:
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other: Any, /) -> Any:
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other: Any, /) -> Any:
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other: Any, /) -> Any:
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    def __repr__(self) -> str:
        inner = ", ".join(["[...]" if item is self else repr(item) for item in self])
        if self.maxlen is None:
            return f"deque([{inner}])"
        return f"deque([{inner}], maxlen={self.maxlen})"


class _deque_iterator:
    def __init__(self, source: deque, position: int, step: int) -> None:
        self.source = source
        self.position = position
        self.step = step
        self.version = source.version

    def __iter__(self) -> "_deque_iterator":
        return self

    def __next__(self) -> Any:
        source = self.source
        if self.version != source.version:
            raise RuntimeError("deque mutated during iteration")
        if self.position < 0 or self.position >= source.length:
            raise StopIteration
        item = source.ring[(source.head + self.position) & (len(source.ring) - 1)]
        self.position += self.step
        return item
