"""Generators that nobody holds are closed where what steps through them is done."""
# machine: qemu

from collections.abc import Iterator
from itertools import chain, islice, takewhile
from typing import Any


def numbers(name: str, count: int = 5) -> Iterator[int]:
    try:
        for i in range(count):
            yield i
    finally:
        print("closed", name)


class Source:
    def items(self) -> Iterator[int]:
        try:
            yield 1
            yield 2
        finally:
            print("items closed")


def first(source: Source) -> int:
    for item in source.items():
        return item
    return -1


def failing(value: int) -> int:
    raise ValueError(value)


print(next(numbers("a")), "after next")
print(any(x > 2 for x in numbers("b")), "after any")
print(all(numbers("c")), "after all")
print(next(numbers("d", 0), "none"), "after default")
print(list(islice(numbers("e"), 2)), "after islice")
print(list(numbers("f", 2)), "after list")
print(sum(takewhile(lambda x: x < 2, numbers("g"))), "after takewhile")
print(list(zip(numbers("h"), "xy")), list(zip("xy", numbers("i"))), "after zip")
print(next(map(str, numbers("j"))), next(filter(None, numbers("k"))), next(enumerate(numbers("l"))), "after maps")
for index, x in enumerate(numbers("m")):
    if index == 1:
        break
else:
    print("no break")
print("after enumerate")
for x in islice(numbers("n"), 2):
    print(x)
else:
    print("else")
for left, right in zip(numbers("o"), numbers("p", 2)):
    print(left, right)
for x in chain(numbers("q", 1), numbers("r")):
    if x == 2:
        break
print("after chain")
for x in (y * 2 for y in numbers("s")):
    if x:
        break
print("after generator expression", first(Source()), next(Source().items()))
try:
    next(map(failing, numbers("t")))
except ValueError as error:
    print("failed", error)
try:
    for x in map(failing, numbers("u")):
        print(x)
except ValueError as error:
    print("failed", error)


def nested() -> Iterator[int]:
    for x in islice(numbers("v"), 3):
        yield x
    yield next(numbers("w"))


for x in nested():
    if x == 1:
        break
print(list(nested()), max(numbers("x", 3)))
loose: Any = numbers("y")
print(next(loose), [next(numbers("z")) for _ in range(2)], list(loose))
