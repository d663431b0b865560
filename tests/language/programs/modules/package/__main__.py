"""A package with subpackages: absolute and relative imports, __init__ exports, __all__, aliases."""

import shapes
import shapes.detail.rounding
from shapes import Circle, detail as details
from shapes.detail import rounding as r
from shapes.square import Square as Quadratic

print(__name__)
print(Circle(1).area(), Quadratic(2).area(), shapes.square.Square is Quadratic, r.half_up(2.5), details.rounding.calls)
print(shapes.total([Quadratic(2)]))
print(shapes.total([Circle(1), Quadratic(3)]), shapes.count, shapes.detail.rounding.calls)
shapes.count += 1
print(shapes.registered())
