"""Make, select and join streams of items: the iterators of `itertools` that keep little.

Each function of CPython's module is a class here, as there: an iterator that holds its sources.
"""

from collections.abc import Callable, Iterable
from typing import Any


class count:
    def __init__(self, start: Any = 0, step: Any = 1) -> None:
        self.value = start
        self.step = step

    def __iter__(self) -> "count":
        return self

    def __next__(self) -> Any:
        value = self.value
        self.value = value + self.step
        return value

    def __repr__(self) -> str:
        if self.step == 1:
            return f"count({self.value!r})"
        return f"count({self.value!r}, {self.step!r})"


class cycle:
    def __init__(self, iterable: Iterable[Any]) -> None:
        self.iterator = iter(iterable)
        self.saved: list[Any] = []
        self.position = -1

    def __iter__(self) -> "cycle":
        return self

    def __next__(self) -> Any:
        if self.position < 0:
            for item in self.iterator:
                self.saved.append(item)
                return item
            if not self.saved:
                raise StopIteration
            self.position = 0
        item = self.saved[self.position]
        self.position = (self.position + 1) % len(self.saved)
        return item


class repeat:
    def __init__(self, object: Any, times: int | None = None) -> None:
        self.object = object
        self.endless = times is None
        self.left = 0 if times is None else max(times, 0)

    def __iter__(self) -> "repeat":
        return self

    def __next__(self) -> Any:
        if not self.endless:
            if self.left == 0:
                raise StopIteration
            self.left -= 1
        return self.object

    def __length_hint__(self) -> int:
        if self.endless:
            raise TypeError("len() of unsized object")
        return self.left

    def __repr__(self) -> str:
        return f"repeat({self.object!r})" if self.endless else f"repeat({self.object!r}, {self.left})"


class chain:
    def __init__(self, *iterables: Any) -> None:
        self.sources = iter(iterables)
        self.current: Any = iter(())

    @classmethod
    def from_iterable(cls, iterable: Iterable[Any]) -> "chain":
        result = chain()
        result.sources = iter(iterable)
        return result

    def __iter__(self) -> "chain":
        return self

    def __next__(self) -> Any:
        while True:
            for item in self.current:
                return item
            self.current = iter(next(self.sources))


class compress:
    def __init__(self, data: Iterable[Any], selectors: Iterable[Any]) -> None:
        self.data = iter(data)
        self.selectors = iter(selectors)

    def __iter__(self) -> "compress":
        return self

    def __next__(self) -> Any:
        while True:
            item = next(self.data)
            if next(self.selectors):
                return item


class dropwhile:
    def __init__(self, predicate: Callable[[Any], Any], iterable: Iterable[Any]) -> None:
        self.predicate = predicate
        self.iterator = iter(iterable)
        self.started = False

    def __iter__(self) -> "dropwhile":
        return self

    def __next__(self) -> Any:
        while not self.started:
            item = next(self.iterator)
            if not self.predicate(item):
                self.started = True
                return item
        return next(self.iterator)


class takewhile:
    def __init__(self, predicate: Callable[[Any], Any], iterable: Iterable[Any]) -> None:
        self.predicate = predicate
        self.iterator = iter(iterable)
        self.ended = False

    def __iter__(self) -> "takewhile":
        return self

    def __next__(self) -> Any:
        if not self.ended:
            item = next(self.iterator)
            if self.predicate(item):
                return item
            self.ended = True
        raise StopIteration


class filterfalse:
    def __init__(self, function: Callable[[Any], Any] | None, iterable: Iterable[Any]) -> None:
        self.function = function
        self.iterator = iter(iterable)

    def __iter__(self) -> "filterfalse":
        return self

    def __next__(self) -> Any:
        while True:
            item = next(self.iterator)
            keep = item if self.function is None else self.function(item)
            if not keep:
                return item


class starmap:
    def __init__(self, function: Callable[..., Any], iterable: Iterable[Any]) -> None:
        self.function = function
        self.iterator = iter(iterable)

    def __iter__(self) -> "starmap":
        return self

    def __next__(self) -> Any:
        return self.function(*next(self.iterator))


class accumulate:
    def __init__(
        self, iterable: Iterable[Any], func: Callable[[Any, Any], Any] | None = None, *, initial: Any = None
    ) -> None:
        self.iterator = iter(iterable)
        self.func = func
        self.initial = initial
        self.started = False
        self.total: Any = None

    def __iter__(self) -> "accumulate":
        return self

    def __next__(self) -> Any:
        if not self.started:
            self.started = True
            self.total = next(self.iterator) if self.initial is None else self.initial
            return self.total
        item = next(self.iterator)
        self.total = self.total + item if self.func is None else self.func(self.total, item)
        return self.total


class pairwise:
    def __init__(self, iterable: Iterable[Any]) -> None:
        self.iterator = iter(iterable)
        self.started = False
        self.last: Any = None

    def __iter__(self) -> "pairwise":
        return self

    def __next__(self) -> Any:
        if not self.started:
            self.last = next(self.iterator)
            self.started = True
        first = self.last
        self.last = next(self.iterator)
        return (first, self.last)


class batched:
    def __init__(self, iterable: Iterable[Any], n: int, *, strict: bool = False) -> None:
        if n < 1:
            raise ValueError("n must be at least one")
        self.iterator = iter(iterable)
        self.size = n
        self.strict = strict

    def __iter__(self) -> "batched":
        return self

    def __next__(self) -> Any:
        batch: list[Any] = []
        for item in self.iterator:
            batch.append(item)
            if len(batch) == self.size:
                return tuple(batch)
        if not batch:
            raise StopIteration
        if self.strict:
            raise ValueError("batched(): incomplete batch")
        return tuple(batch)


_RANGE = "must be None or an integer: 0 <= x <= sys.maxsize."


class islice:
    def __init__(self, iterable: Iterable[Any], *bounds: Any) -> None:
        if not 1 <= len(bounds) <= 3:
            raise TypeError(f"islice expected at least 2 arguments, got {len(bounds) + 1}")
        start = None if len(bounds) == 1 else bounds[0]
        stop = bounds[0] if len(bounds) == 1 else bounds[1]
        step = bounds[2] if len(bounds) == 3 else None
        self.iterator = iter(iterable)
        self.position = 0
        self.following = _index(start, 0, "Indices for islice() " + _RANGE)
        self.stop = _index(stop, -1, "Stop argument for islice() " + _RANGE)
        self.step = _index(step, 1, "Step for islice() must be a positive integer or None.")
        if self.step == 0:
            raise ValueError("Step for islice() must be a positive integer or None.")

    def __iter__(self) -> "islice":
        return self

    def __next__(self) -> Any:
        target = self.following
        if self.stop >= 0 and target >= self.stop:
            while self.position < self.stop:
                next(self.iterator)
                self.position += 1
            raise StopIteration
        while self.position < target:
            next(self.iterator)
            self.position += 1
        item = next(self.iterator)
        self.position += 1
        self.following = target + self.step
        return item


def _index(value: Any, default: int, message: str) -> int:
    if value is None:
        return default
    if not isinstance(value, int) or value < 0:
        raise ValueError(message)
    return value


class zip_longest:
    def __init__(self, *iterables: Any, fillvalue: Any = None) -> None:
        self.iterators: list[Any] = [iter(iterable) for iterable in iterables]
        self.active = len(iterables)
        self.fillvalue = fillvalue

    def __iter__(self) -> "zip_longest":
        return self

    def __next__(self) -> Any:
        if self.active == 0:
            raise StopIteration
        values: list[Any] = []
        for position in range(len(self.iterators)):
            values.append(self._take(position))
        return tuple(values)

    def _take(self, position: int) -> Any:
        """The next item of one iterator, or the fill value once it has ended."""
        iterator = self.iterators[position]
        if iterator is not None:
            for item in iterator:
                return item
            self.iterators[position] = None
            self.active -= 1
            if self.active == 0:
                raise StopIteration
        return self.fillvalue
