"""Overrides with other defaults, names, orders and packs of parameters, and decorated ones."""

from typing import Any, Callable


class Shape:
    def scale(self, by: int = 2, *, label: str = "base") -> str:
        return f"Shape {by} {label}"

    def move(self, x: int, y: int = 0) -> str:
        return f"Shape {x} {y}"

    def tell(self, *parts: int, **more: int) -> str:
        return f"Shape {parts} {more}"

    def name(self) -> str:
        return "shape"


class Square(Shape):
    def scale(self, by: int = 3, *, colour: str = "red", label: str = "square") -> str:
        return f"Square {by} {label} {colour}"

    def move(self, x: int = 7, y: int = 9, z: int = 11) -> str:
        return f"Square {x} {y} {z}"

    def tell(self, first: int = 5, *parts: int, **more: int) -> str:
        return f"Square {first} {parts} {more}"


class Loose(Shape):
    def scale(self, *args: Any, **kwargs: Any) -> str:
        return f"Loose {args} {sorted(kwargs.items())}"

    def move(self, *args: Any, **kwargs: Any) -> str:
        return f"Loose {args} {sorted(kwargs.items())}"


def twice(f: Callable[["Round"], str]) -> Callable[["Round"], str]:
    def inner(self: "Round") -> str:
        return f(self) + f(self)

    return inner


class Round(Shape):
    @twice
    def name(self) -> str:
        return "round "


class Corner(Square):
    def move(self, x: int = 1, y: int = 2, z: int = 3) -> str:
        return "Corner " + super().move(x, z=z) + super().scale(label="up")


def use(shape: Shape) -> None:
    print(shape.scale(), shape.scale(4), shape.scale(label="x"), shape.scale(by=6))
    print(shape.move(1), shape.move(1, 2), shape.move(x=3), shape.move(y=4, x=5))
    print(shape.tell(), shape.tell(1), shape.tell(1, 2), shape.tell(1, k=3), shape.tell(*[4, 5], **{"m": 6}))
    print(shape.name())


class Swap:
    def pair(self, *, a: int = -1, b: int = -1) -> str:
        return f"Swap {a} {b}"


class Swapped(Swap):
    def pair(self, *, b: int = 0, a: int = 0) -> str:
        return f"Swapped a={a} b={b}"


def swap(s: Swap) -> None:
    print(s.pair(a=1, b=2), s.pair(b=3), s.pair())


for made in (Shape(), Square(), Loose(), Round(), Corner()):
    use(made)
swap(Swap())
swap(Swapped())
