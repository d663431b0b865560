"""__slots__: declared slots, no others, inheritance, class-level conflicts with defaults."""

from typing import Any


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __repr__(self) -> str:
        return f"({self.x}, {self.y})"


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x: int, y: int, z: int = 0) -> None:
        super().__init__(x, y)
        self.z = z

    def __repr__(self) -> str:
        return f"({self.x}, {self.y}, {self.z})"


class Open(Point):
    """No __slots__ of its own, so any attribute again."""


class Partial:
    __slots__ = ["set_later"]
    set_later: int


def assign(target: Any, name: str, value: int) -> None:
    try:
        setattr(target, name, value)
        print("set", name, getattr(target, name))
    except AttributeError as error:
        print(type(error).__name__)


def main() -> None:
    p = Point(1, 2)
    q = Point3(3, 4)
    print(p, q, p.x + q.z, Point.__slots__, Point3.__slots__)
    assign(p, "x", 10)
    assign(p, "z", 1)
    assign(q, "z", 7)
    assign(q, "w", 1)
    assign(Open(1, 2), "anything", 5)
    partial = Partial()
    try:
        print(partial.set_later)
    except AttributeError as error:
        print(type(error).__name__, "set_later" in str(error))
    partial.set_later = 3
    print(partial.set_later, hasattr(p, "x"), hasattr(p, "z"), isinstance(q, Point))
    del p.x
    print(hasattr(p, "x"), p.y)
    points = [Point(i, -i) for i in range(3)]
    points[1].y += 100
    print(points, sum(point.x for point in points))


main()
