"""A generator that is dropped unfinished from a variable: CPython closes it there."""
# differs: objects are not counted, nothing tells that the last reference went

from collections.abc import Iterator
from contextlib import closing
from typing import Any


def numbers(name: str) -> Iterator[int]:
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def use(name: str) -> int:
    held = numbers(name)
    return next(held)


class Source:
    def items(self) -> Iterator[int]:
        return numbers("of a method")


source: Any = Source()
kept: Any = numbers("rebound")
print(next(kept))
kept = None
print(use("at the end of a function"))
for item in source.items():
    break
print(next(numbers("seen to be unheld")))
with closing(numbers("by closing")) as stepped:  # type: ignore[type-var]
    print(next(stepped))
