"""Functions as values: lambdas, bound methods, classes, __call__, functools.partial and reduce."""

import functools
import operator
from collections.abc import Callable
from typing import Any


class Multiplier:
    def __init__(self, factor: int) -> None:
        self.factor = factor

    def __call__(self, value: int) -> int:
        return value * self.factor

    def method(self, value: int) -> int:
        return value + self.factor

    @classmethod
    def double(cls) -> "Multiplier":
        return cls(2)

    @staticmethod
    def describe(name: str) -> str:
        return f"<{name}>"


def apply(function: Callable[[int], int], values: list[int]) -> list[int]:
    return [function(value) for value in values]


def power(base: int, exponent: int, modulus: int | None = None) -> int:
    return pow(base, exponent, modulus)


def pick(name: str) -> Callable[..., Any]:
    table: dict[str, Callable[..., Any]] = {"int": int, "str": str, "len": len, "upper": str.upper, "sorted": sorted}
    return table[name]


def main() -> None:
    three = Multiplier(3)
    print(apply(three, [1, 2]), apply(three.method, [1, 2]), apply(lambda v: v ** 2, [3]), apply(abs, [-1, 1]))
    print(list(map(str, [1, 2])), list(map(Multiplier.describe, "ab")), Multiplier.double()(21), Multiplier.method(three, 1))
    print(pick("int")("12") + 1, pick("len")([1]), pick("upper")("abc"), pick("sorted")([2, 1]), pick("str")(None))
    square = functools.partial(power, exponent=2)
    mod7 = functools.partial(power, modulus=7)
    two_to = functools.partial(power, 2)
    print(square(5), mod7(3, 4), two_to(8), two_to(8, modulus=100))
    print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, range(1, 6), 10))
    print((lambda: "none")(), (lambda *a, **k: (a, k))(1, x=2), (lambda x: lambda y: x - y)(5)(3))
    print(callable(three), callable(len), callable(3), callable(lambda: 0), callable(Multiplier), callable("x"))
    bound: Any = three.method
    three.factor = 100
    print(bound(1), bound.__self__ is three, bound == three.method, sorted([3, -1, 2], key=operator.neg))
    print(operator.itemgetter(1)([5, 6]), operator.attrgetter("factor")(three), operator.mul(6, 7), operator.itemgetter("a", "b")({"a": 1, "b": 2}))
    functions: list[Callable[[float], float]] = [abs, float, lambda x: -x]
    print([function(-1.5) for function in functions])
    handler: Callable[[str], object] | None = None
    print("no handler" if handler is None else handler("x"))
    for value in (5, "text", None):
        thing: Any = value
        try:
            thing()
        except TypeError as error:
            print(error)
    print(power.__name__, Multiplier.__name__, (lambda: 0).__name__, len.__name__, power.__qualname__, Multiplier.method.__qualname__)


main()


class Sized:
    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.size = size


sized = [Sized("b", 2), Sized("a", 3)]
by_name = operator.attrgetter("name")
print([s.name for s in sorted(sized, key=by_name)], max(sized, key=operator.attrgetter("size", "name")).size, by_name)
print(list(map(operator.methodcaller("ljust", 3, "."), ["a", "b"])), operator.methodcaller("upper"))
