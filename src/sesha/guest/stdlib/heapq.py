"""Keep lists as binary heaps: `heap[k] <= heap[2k+1]` and `heap[2k+2]`; what `import heapq` gives."""

from collections.abc import Callable, Iterable
from typing import Any


def heappush(heap: list[Any], item: Any) -> None:
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap: list[Any]) -> Any:
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap: list[Any], item: Any) -> Any:
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap: list[Any], item: Any) -> Any:
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


def heapify(heap: list[Any]) -> None:
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, place)


def _rise(heap: list[Any], start: int, place: int) -> None:
    """Move the item at `place` up, not above `start`, past parents that are greater."""
    item = heap[place]
    while place > start:
        parent = (place - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[place] = above
        place = parent
    heap[place] = item


def _sink(heap: list[Any], place: int) -> None:
    """Move the item at `place` down: the smaller children go up all the way to a leaf, then the
    item rises to where it belongs. That compares less, since what sinks is mostly large."""
    end = len(heap)
    start = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, start, place)


# --- the same with the largest item first ------------------------------------------------------------
def heappush_max(heap: list[Any], item: Any) -> None:
    heap.append(item)
    _rise_max(heap, 0, len(heap) - 1)


def heappop_max(heap: list[Any]) -> Any:
    last = heap.pop()
    if not heap:
        return last
    largest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return largest


def heapreplace_max(heap: list[Any], item: Any) -> Any:
    largest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return largest


def heappushpop_max(heap: list[Any], item: Any) -> Any:
    if heap and item < heap[0]:
        return heapreplace_max(heap, item)
    return item


def heapify_max(heap: list[Any]) -> None:
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink_max(heap, place)


def _rise_max(heap: list[Any], start: int, place: int) -> None:
    item = heap[place]
    while place > start:
        parent = (place - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[place] = above
        place = parent
    heap[place] = item


def _sink_max(heap: list[Any], place: int) -> None:
    end = len(heap)
    start = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        other = child + 1
        if other < end and not heap[other] < heap[child]:
            child = other
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise_max(heap, start, place)


# --- selections --------------------------------------------------------------------------------------
def nsmallest(n: int, iterable: Iterable[Any], key: Callable[[Any], Any] | None = None) -> list[Any]:
    """As `sorted(iterable, key=key)[:n]`: a heap of the n best so far, the worst at its top."""
    best: list[Any] = []
    for order, item in enumerate(iterable):
        rank = item if key is None else key(item)
        if len(best) < n:
            heappush_max(best, (rank, order, item))
        elif n > 0 and rank < best[0][0]:
            heapreplace_max(best, (rank, order, item))
    best.sort()
    return [entry[2] for entry in best]


def nlargest(n: int, iterable: Iterable[Any], key: Callable[[Any], Any] | None = None) -> list[Any]:
    """As `sorted(iterable, key=key, reverse=True)[:n]`."""
    best: list[Any] = []
    order = 0
    for item in iterable:
        rank = item if key is None else key(item)
        if len(best) < n:
            heappush(best, (rank, order, item))
        elif n > 0 and best[0][0] < rank:
            heapreplace(best, (rank, order, item))
        order -= 1
    best.sort(reverse=True)
    return [entry[2] for entry in best]


class merge:
    """The items of sorted inputs in order."""

    def __init__(
        self, *iterables: Any, key: Callable[[Any], Any] | None = None, reverse: bool = False
    ) -> None:
        self.key = key
        self.reverse = reverse
        self.heap: list[Any] = []
        self.pending: list[Any] = [iter(iterable) for iterable in iterables]

    def __iter__(self) -> "merge":
        return self

    def __next__(self) -> Any:
        if self.pending:
            self._start()
        if not self.heap:
            raise StopIteration
        entry = self.heap[0]
        if not self._refill(entry):
            if self.reverse:
                heappop_max(self.heap)
            else:
                heappop(self.heap)
        return entry[2]

    def _start(self) -> None:
        """Take the first item of each input; the input's number keeps equal items in order."""
        for number, iterator in enumerate(self.pending):
            for item in iterator:
                rank = item if self.key is None else self.key(item)
                self.heap.append((rank, -number if self.reverse else number, item, iterator))
                break
        self.pending = []
        if self.reverse:
            heapify_max(self.heap)
        else:
            heapify(self.heap)

    def _refill(self, entry: tuple[Any, ...]) -> bool:
        """Put the next item of the entry's input in its place; False when there is none."""
        for item in entry[3]:
            rank = item if self.key is None else self.key(item)
            following = (rank, entry[1], item, entry[3])
            if self.reverse:
                heapreplace_max(self.heap, following)
            else:
                heapreplace(self.heap, following)
            return True
        return False
