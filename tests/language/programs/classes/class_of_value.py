"""Classes that are called through one of their instances, and named nowhere else."""

from typing import NamedTuple


class Shape:
    def __init__(self, size: int = 1) -> None:
        self.size = size

    def again(self) -> "Shape":
        return type(self)(self.size + 1)


class Square(Shape):
    def area(self) -> int:
        return self.size * self.size


class Point(NamedTuple):
    x: int
    y: int = 0


class Failed(Exception):
    def __init__(self, text, code=0):
        super().__init__(text)
        self.code = code


def convert(key, value):
    return type(key)(value)


def direct(key, value):
    return key.__class__(value)


def by_variable(key, *values, **named):
    kind = key.__class__
    return kind(*values, **named)


def kinds(items):
    return [type(item) for item in items]


def typed(shape: Shape) -> int:
    return shape.__class__(9).size


def fail(error):
    raise type(error)("again")


print(convert(1, "12"), convert(1.5, "2"), convert("s", 3), convert(True, []))
print(convert((1,), [1, 2]), convert([1], (3, 4)), convert({1: 2}, [(3, 4)]), convert({1}, [5]))
print(direct(b"a", [65]), direct(frozenset(), "a"), direct(bytearray(), b"x"))
print(by_variable(3, 7), by_variable("a"), by_variable(2.5, 4), by_variable(Point(1), y=2, x=3))
print([kind("5") for kind in kinds([1, "s", 2.0])])
print(Square(4).again().size, type(Square(4).again()).__name__, typed(Square(3)), convert(Square(5), 6).area())
print(by_variable(Failed("x"), "y", code=3).code)
try:
    try:
        int("x")
    except ValueError as error:
        fail(error)
except ValueError as error:
    print(repr(error))


# --- a class that has no such attribute is told by its own name ---------------------------------
class Bare:
    pass


for value in (Bare, Bare(), int, 3):
    try:
        print(value.absent)  # type: ignore[union-attr]
    except AttributeError as error:
        print(error)
