"""Shapes; importing the package imports its parts, once each."""

from . import square
from .circle import Circle
from .detail import rounding
from .square import Square

__all__ = ["Square", "total"]

count = 0


def total(shapes: list[Circle | Square]) -> float:
    global count
    count += len(shapes)
    return rounding.half_up(sum(shape.area() for shape in shapes))


def registered() -> str:
    return f"{count} shapes, {rounding.calls} roundings, {square.MADE} squares"


print("shapes imported")
