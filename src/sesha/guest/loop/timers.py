"""Keep timers in the order in which they are due: a binary heap without I/O.

Timers that are due at the same time come out in CPython's order, which is that of its `heapq`; so
every step here is the same as there. A cancelled timer stays where it is until it comes to the top,
or until there are many timers and more than half of them are cancelled.
"""

from typing import Any

from mypy_extensions import i64

MANY = 100


class Entry:
    """A timer and its place in the order."""

    def __init__(self, when: float, timer: Any) -> None:
        self.when = when
        self.timer = timer


class Timers:
    """The heap; a timer is anything with an attribute `_cancelled`."""

    def __init__(self) -> None:
        self._heap: list[Entry] = []
        self._cancelled: i64 = 0

    def __len__(self) -> i64:
        return len(self._heap)

    def clear(self) -> None:
        self._heap.clear()
        self._cancelled = 0

    def next_when(self) -> float:
        return self._heap[0].when

    def note_cancelled(self) -> None:
        """A timer of the heap was cancelled."""
        self._cancelled += 1

    def drop_cancelled(self) -> bool:
        """Drop cancelled timers, from the top or all; answers whether any timer is left."""
        if len(self._heap) > MANY and self._cancelled * 2 > len(self._heap):
            self._rebuild()
        else:
            while self._heap and self._heap[0].timer._cancelled:
                self.pop()
        return bool(self._heap)

    def push(self, timer: Any, when: float) -> None:
        self._heap.append(Entry(when, timer))
        self._rise(0, len(self._heap) - 1)

    def pop(self) -> Any:
        heap = self._heap
        last = heap.pop()
        first = last
        if heap:
            first = heap[0]
            heap[0] = last
            self._sink(0)
        if first.timer._cancelled:
            self._cancelled -= 1
        return first.timer

    def _rebuild(self) -> None:
        self._heap = [entry for entry in self._heap if not entry.timer._cancelled]
        self._cancelled = 0
        for index in range(len(self._heap) // 2 - 1, -1, -1):
            self._sink(index)

    def _rise(self, top: i64, index: i64) -> None:
        """Move the entry up past parents that are due later, not above `top`."""
        heap = self._heap
        entry = heap[index]
        while index > top:
            parent = (index - 1) >> 1
            if entry.when >= heap[parent].when:
                break
            heap[index] = heap[parent]
            index = parent
        heap[index] = entry

    def _sink(self, top: i64) -> None:
        """Move the earlier children up all the way to a leaf; there the entry goes, and rises."""
        heap = self._heap
        size: i64 = len(heap)
        entry = heap[top]
        index = top
        child = 2 * top + 1
        while child < size:
            if child + 1 < size and heap[child].when >= heap[child + 1].when:
                child += 1
            heap[index] = heap[child]
            index = child
            child = 2 * index + 1
        heap[index] = entry
        self._rise(top, index)
