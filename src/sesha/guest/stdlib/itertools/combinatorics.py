"""Choose and arrange: products, permutations, combinations, in lexicographic order of positions."""

from collections.abc import Iterable
from typing import Any


class product:
    def __init__(self, *iterables: Any, repeat: int = 1) -> None:
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        pools: list[Any] = [tuple(iterable) for iterable in iterables]
        self.pools: list[Any] = pools * repeat
        self.indices: list[int] = [0] * len(self.pools)
        self.ended = False
        self.started = False
        for pool in self.pools:
            if not pool:
                self.ended = True

    def __iter__(self) -> "product":
        return self

    def __next__(self) -> Any:
        if self.started:
            self._advance()
        self.started = True
        if self.ended:
            raise StopIteration
        return tuple([self.pools[k][self.indices[k]] for k in range(len(self.pools))])

    def _advance(self) -> None:
        """Count up: the last pool turns fastest."""
        place = len(self.pools) - 1
        while place >= 0:
            self.indices[place] += 1
            if self.indices[place] < len(self.pools[place]):
                return
            self.indices[place] = 0
            place -= 1
        self.ended = True


class permutations:
    def __init__(self, iterable: Iterable[Any], r: int | None = None) -> None:
        self.pool = tuple(iterable)
        size = len(self.pool)
        self.length = size if r is None else r
        if self.length < 0:
            raise ValueError("r must be non-negative")
        self.indices = list(range(size))
        self.turns = [size - k for k in range(min(self.length, size))]
        self.ended = self.length > size
        self.started = False

    def __iter__(self) -> "permutations":
        return self

    def __next__(self) -> Any:
        if self.started:
            self._advance()
        self.started = True
        if self.ended:
            raise StopIteration
        return tuple([self.pool[self.indices[k]] for k in range(self.length)])

    def _advance(self) -> None:
        """Turn the rightmost place that has turns left; places to its right begin again."""
        indices = self.indices
        size = len(indices)
        place = self.length - 1
        while place >= 0:
            self.turns[place] -= 1
            if self.turns[place] > 0:
                other = size - self.turns[place]
                kept = indices[place]
                indices[place] = indices[other]
                indices[other] = kept
                return
            moved = indices.pop(place)
            indices.append(moved)
            self.turns[place] = size - place
            place -= 1
        self.ended = True


class combinations:
    def __init__(self, iterable: Iterable[Any], r: int) -> None:
        if r < 0:
            raise ValueError("r must be non-negative")
        self.pool = tuple(iterable)
        self.indices = list(range(r))
        self.ended = r > len(self.pool)
        self.started = False

    def __iter__(self) -> "combinations":
        return self

    def __next__(self) -> Any:
        if self.started:
            self._advance()
        self.started = True
        if self.ended:
            raise StopIteration
        return tuple([self.pool[index] for index in self.indices])

    def _advance(self) -> None:
        """Raise the rightmost index that is not at its end; those after it follow closely."""
        length = len(self.indices)
        place = length - 1
        while place >= 0 and self.indices[place] == len(self.pool) - length + place:
            place -= 1
        if place < 0:
            self.ended = True
            return
        value = self.indices[place] + 1
        while place < length:
            self.indices[place] = value
            value += 1
            place += 1


class combinations_with_replacement:
    def __init__(self, iterable: Iterable[Any], r: int) -> None:
        if r < 0:
            raise ValueError("r must be non-negative")
        self.pool = tuple(iterable)
        self.indices = [0] * r
        self.ended = r > 0 and not self.pool
        self.started = False

    def __iter__(self) -> "combinations_with_replacement":
        return self

    def __next__(self) -> Any:
        if self.started:
            self._advance()
        self.started = True
        if self.ended:
            raise StopIteration
        return tuple([self.pool[index] for index in self.indices])

    def _advance(self) -> None:
        length = len(self.indices)
        last = len(self.pool) - 1
        place = length - 1
        while place >= 0 and self.indices[place] == last:
            place -= 1
        if place < 0:
            self.ended = True
            return
        value = self.indices[place] + 1
        while place < length:
            self.indices[place] = value
            place += 1
