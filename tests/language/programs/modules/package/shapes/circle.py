from math import pi

from .detail.rounding import half_up

print("circle imported")


class Circle:
    def __init__(self, radius: float) -> None:
        self.radius = radius

    def area(self) -> float:
        return half_up(pi * self.radius**2)
