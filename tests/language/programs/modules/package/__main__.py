"""A package with subpackages: absolute and relative imports, __init__ exports, __all__, aliases."""

import shapes
import shapes.detail.rounding
from shapes import *  # noqa: F403
from shapes import Circle, detail as details
from shapes.detail import rounding as r
from shapes.square import Square as Quadratic

print(shapes.__name__, shapes.detail.rounding.__name__, __name__)
print(Circle(1).area(), Quadratic(2).area(), shapes.square.Square is Quadratic, r.half_up(2.5), details.rounding is r)
print(total([Square(2)]))  # noqa: F405
print(shapes.total([Circle(1), Quadratic(3)]), shapes.count, shapes.detail.rounding.calls)
shapes.count += 1
print(shapes.registered())
