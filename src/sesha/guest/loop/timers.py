"""Keep timers in the order in which they are due: a binary heap without I/O.

Timers that are due at the same time come out in the order in which they went in. A cancelled
timer stays where it is until it comes to the top, or until half of the heap is cancelled.
"""

from typing import Any

MIN_CANCELLED = 100
"""Fewer cancelled timers than this are not worth a rebuild."""


class Entry:
    """A timer and its place in the order."""

    def __init__(self, when: float, sequence: int, timer: Any) -> None:
        self.when = when
        self.sequence = sequence
        self.timer = timer

    def before(self, other: "Entry") -> bool:
        if self.when != other.when:
            return self.when < other.when
        return self.sequence < other.sequence


class Timers:
    """The heap; a timer is anything with an attribute `_cancelled`."""

    def __init__(self) -> None:
        self._heap: list[Entry] = []
        self._sequence = 0
        self._cancelled = 0

    def __len__(self) -> int:
        return len(self._heap)

    def clear(self) -> None:
        self._heap.clear()
        self._cancelled = 0

    def next_when(self) -> float:
        return self._heap[0].when

    def drop_cancelled(self) -> bool:
        """Drop cancelled timers from the top; answers whether any timer is left."""
        while self._heap and self._heap[0].timer._cancelled:
            self.pop()
        return bool(self._heap)

    def push(self, timer: Any, when: float) -> None:
        self._sequence += 1
        heap = self._heap
        heap.append(Entry(when, self._sequence, timer))
        self._rise(len(heap) - 1)

    def pop(self) -> Any:
        heap = self._heap
        first = heap[0]
        last = heap.pop()
        if heap:
            heap[0] = last
            self._sink(0)
        if first.timer._cancelled:
            self._cancelled -= 1
        return first.timer

    def note_cancelled(self) -> None:
        """A timer of the heap was cancelled."""
        self._cancelled += 1
        if self._cancelled > MIN_CANCELLED and self._cancelled * 2 > len(self._heap):
            self._rebuild()

    def _rebuild(self) -> None:
        self._heap = [entry for entry in self._heap if not entry.timer._cancelled]
        self._cancelled = 0
        for index in range(len(self._heap) // 2 - 1, -1, -1):
            self._sink(index)

    def _rise(self, index: int) -> None:
        heap = self._heap
        entry = heap[index]
        while index > 0:
            parent = (index - 1) >> 1
            if not entry.before(heap[parent]):
                break
            heap[index] = heap[parent]
            index = parent
        heap[index] = entry

    def _sink(self, index: int) -> None:
        heap = self._heap
        size = len(heap)
        entry = heap[index]
        while True:
            child = 2 * index + 1
            if child >= size:
                break
            if child + 1 < size and heap[child + 1].before(heap[child]):
                child += 1
            if not heap[child].before(entry):
                break
            heap[index] = heap[child]
            index = child
        heap[index] = entry
