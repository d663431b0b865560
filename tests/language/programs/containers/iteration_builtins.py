"""enumerate, zip, map, filter, reversed, iter with a sentinel, next with a default, any, all."""

from collections.abc import Iterator
from typing import Any


class Countdown:
    def __init__(self, start: int) -> None:
        self.value = start

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        if self.value <= 0:
            raise StopIteration
        self.value -= 1
        return self.value + 1


class Sequence:
    """Iterated by the old protocol: __getitem__ until IndexError."""

    def __getitem__(self, index: int) -> int:
        if index >= 3:
            raise IndexError(index)
        return index * 100

    def __len__(self) -> int:
        return 3


def main() -> None:
    print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1], [2], [3])))
    try:
        print(list(zip([1, 2], [1], strict=True)))
    except ValueError as error:
        print(error)
    print(list(map(len, ["a", "bb"])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(lambda n: n > 1, [1, 2, 3])), list(filter(None, [0, 1, ""])))
    print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), 2 in Countdown(3), [*Countdown(2)], list(zip(Countdown(2), Countdown(3))))
    old: Any = Sequence()
    print(list(old), list(reversed(old)), 100 in old, sum(old), tuple(old))
    a, b, c = old
    print(a, b, c, *Countdown(2), sep="/")
    iterator = iter([1, 2])
    print(next(iterator), next(iterator), next(iterator, "end"), iter(iterator) is iterator)
    try:
        next(iterator)
    except StopIteration as stop:
        print("stopped", stop.value)
    stack = [3, 0, 2, 1]
    print(list(iter(stack.pop, 0)), stack)
    it = iter("abcdef")
    print(list(zip(it, it)), next(it, None), list(reversed("abc")), list(reversed({"x": 1, "y": 2})))
    shared = iter(range(6))
    for first in shared:
        print(first, next(shared), end=";")
    print()
    items = [1, 2, 3]
    for item in items:
        if item < 4:
            items.append(item + 3)
    print(items)
    try:
        for _ in 5:  # type: ignore[attr-defined]
            pass
    except TypeError as error:
        print(error)
    try:
        iter(5)  # type: ignore[call-overload]
    except TypeError as error:
        print(error)
    print(type(iter([])).__name__, type(enumerate([])).__name__, type(zip()).__name__, type(iter({})).__name__)


main()
