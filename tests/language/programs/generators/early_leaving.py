"""A generator that only its loop holds is closed when the loop is left early."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def scope(name: str) -> Iterator[str]:
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)


def numbers(label: str) -> Iterator[int]:
    try:
        with scope(label):
            for i in range(5):
                yield i
    finally:
        print("closed", label)


class Source:
    def items(self) -> Iterator[str]:
        try:
            yield "a"
            yield "b"
        finally:
            print("source closed")


def found(limit: int) -> int:
    for n in numbers("return"):
        if n == limit:
            return n
    else:
        print("none")
    return -1


def raising() -> None:
    for n in numbers("raise"):
        if n == 1:
            raise ValueError(n)


def untyped(source):
    for item in source:
        for n in numbers("inner"):
            if n == 1:
                break
        else:
            print("not here")
        if item == "a":
            continue
        break
    print("after")


def outer() -> Iterator[int]:
    for n in numbers("nested"):
        yield n * 10


for n in numbers("break"):
    if n == 2:
        break
print("after break", n)
print(found(1), found(9))
try:
    raising()
except ValueError as error:
    print("caught", error)
for item in Source().items():
    print(item)
    break
untyped(["a", "b"])
for n in outer():
    print(n)
    if n == 10:
        break
held = numbers("held")
for n in held:
    if n == 1:
        break
print(next(held), list(held))
