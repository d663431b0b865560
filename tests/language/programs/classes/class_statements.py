"""What class statements run: decorators, expressions, conditional methods, loops."""

import itertools
import sys
from typing import Callable, TypeVar

T = TypeVar("T")
registry: list[type] = []


def register(cls: type[T]) -> type[T]:
    registry.append(cls)
    return cls


def tagged(tag: str) -> Callable[[type[T]], type[T]]:
    print("tagged", tag)

    def inner(cls: type[T]) -> type[T]:
        print("tag", tag, cls.__name__)
        return cls

    return inner


@register
@tagged("a")
@tagged("b")
class Plain:
    print("body")

    def hello(self) -> str:
        return "hello"

    def unfinished(self) -> int: ...


@register
class Other(Plain):
    pass


def decorator(cls):
    return cls


@decorator
class Untyped:
    value = 3


print([c.__name__ for c in registry], Plain().hello(), Other().hello(), Untyped.value)


class Chosen:
    if sys.maxsize > 0:

        def pick(self, n: int = len("four")) -> str:
            return f"first {n}"

        limit = 5
    else:

        def pick(self, n: int = 3) -> str:
            return f"second {n}"

        limit = 6
    try:
        steps = [1, 2]

        @classmethod
        def make(cls) -> "Chosen":
            return cls()

        @staticmethod
        def plain(x: int) -> int:
            return x + 1

    except ValueError:
        pass
    for step in steps:
        print("step", step, limit)


chosen = Chosen.make()
print(chosen.pick(), chosen.pick(1), Chosen.limit, Chosen.plain(2), chosen.plain(3))


Alias = dict
Again = Alias
Shorter = itertools.islice
print(Alias(a=1), Again(b=2), list(Shorter("abc", 2)))
