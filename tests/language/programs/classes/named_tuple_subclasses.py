"""Subclasses of named tuples."""

from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 2


Pair = NamedTuple("Pair", [("left", int), ("right", str)])


class Named(Point):
    def norm(self) -> int:
        return self.x * self.x + self.y * self.y


class Mine(Pair):
    pass


class Made(Point):
    def __new__(cls, x: int) -> "Made":
        return super().__new__(cls, x, x + 1)


n = Named(3)
print(n, n.norm(), n.x, n[1], n == (3, 2), isinstance(n, Point), len(n), Named(1, y=5), Named(x=4)._replace(y=0))
m = Mine(1, "b")
print(m, m.right, m._asdict(), Mine._fields, type(m).__name__, Mine._make([7, "z"]))
print(Made(4), Made(4).y, type(Made(1)).__name__)
x, y = n
print(x, y, {n: 1}[Named(3)], sorted([Named(2), Named(1, 0)]))
try:
    Mine(1)  # type: ignore[call-arg]
except TypeError as error:
    print(type(error).__name__)
