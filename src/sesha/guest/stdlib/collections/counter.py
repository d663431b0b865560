"""Implement Counter: a dict of how often each item occurs; a missing one occurs 0 times."""

from typing import Any


class Counter(dict[Any, Any]):
    def __init__(self, iterable: Any = None, /, **kwds: Any) -> None:
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key: Any) -> int:
        return 0

    def update(self, iterable: Any = None, /, **kwds: Any) -> None:
        """Add counts, or count an iterable's items."""
        if isinstance(iterable, dict):
            for item, count in iterable.items():
                self[item] = self.get(item, 0) + count
        elif iterable is not None:
            for item in iterable:
                self[item] = self.get(item, 0) + 1
        for name, count in kwds.items():
            self[name] = self.get(name, 0) + count

    def subtract(self, iterable: Any = None, /, **kwds: Any) -> None:
        if isinstance(iterable, dict):
            for item, count in iterable.items():
                self[item] = self.get(item, 0) - count
        elif iterable is not None:
            for item in iterable:
                self[item] = self.get(item, 0) - 1
        for name, count in kwds.items():
            self[name] = self.get(name, 0) - count

    def total(self) -> Any:
        return sum(self.values())

    def most_common(self, n: int | None = None) -> list[Any]:
        """Items and counts, the most frequent first; equal ones in the order they were met."""
        pairs = sorted(self.items(), key=_count_of, reverse=True)
        return pairs if n is None else pairs[: max(n, 0)]

    def elements(self) -> Any:
        for item, count in self.items():
            for _ in range(count):
                yield item

    def copy(self) -> "Counter":
        return Counter(self)

    def __copy__(self) -> "Counter":
        return Counter(self)

    def __delitem__(self, item: Any) -> None:
        """Deleting an item that is not there is no error."""
        if item in self:
            super().__delitem__(item)

    # --- arithmetic: only positive counts are kept ---------------------------------------------------
    def __add__(self, other: Any) -> Any:
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            result._keep(item, count + other[item])
        for item, count in other.items():
            if item not in self:
                result._keep(item, count)
        return result

    def __sub__(self, other: Any) -> Any:
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            result._keep(item, count - other[item])
        for item, count in other.items():
            if item not in self:
                result._keep(item, -count)
        return result

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            result._keep(item, max(count, other[item]))
        for item, count in other.items():
            if item not in self:
                result._keep(item, count)
        return result

    def __and__(self, other: Any) -> Any:
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item, count in self.items():
            result._keep(item, min(count, other[item]))
        return result

    def __pos__(self) -> "Counter":
        result = Counter()
        for item, count in self.items():
            result._keep(item, count)
        return result

    def __neg__(self) -> "Counter":
        result = Counter()
        for item, count in self.items():
            result._keep(item, -count)
        return result

    def __iadd__(self, other: Any) -> Any:
        for item, count in other.items():
            self[item] = self[item] + count
        return self._keep_positive()

    def __isub__(self, other: Any) -> Any:
        for item, count in other.items():
            self[item] = self[item] - count
        return self._keep_positive()

    def __ior__(self, other: Any) -> Any:
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other: Any) -> Any:
        for item, count in self.items():
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()

    def _keep(self, item: Any, count: Any) -> None:
        if count > 0:
            self[item] = count

    def _keep_positive(self) -> "Counter":
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    # --- comparison: a missing item counts as 0 --------------------------------------------------------
    def _covers(self, other: Any) -> bool:
        for item, count in other.items():
            if count > self[item]:
                return False
        for item, count in self.items():
            if count < other[item]:
                return False
        return True

    def __eq__(self, other: object) -> Any:
        if not isinstance(other, Counter):
            return NotImplemented
        return self._covers(other) and other._covers(self)

    def __ne__(self, other: object) -> Any:
        if not isinstance(other, Counter):
            return NotImplemented
        return not (self._covers(other) and other._covers(self))

    def __le__(self, other: Any) -> Any:
        return other._covers(self) if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other: Any) -> Any:
        return self._covers(other) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other: Any) -> Any:
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other: Any) -> Any:
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    def __repr__(self) -> str:
        if not self:
            return "Counter()"
        try:
            pairs = self.most_common()
        except TypeError:
            pairs = list(self.items())
        inner = ", ".join([f"{item!r}: {count!r}" for item, count in pairs])
        return "Counter({" + inner + "})"


def _count_of(pair: Any) -> Any:
    return pair[1]
