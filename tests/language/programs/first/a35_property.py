"""A property, a class method, a static method."""

class Square:
    def __init__(self, side: float) -> None:
        self.side = side

    @property
    def area(self) -> float:
        return self.side * self.side

    @classmethod
    def unit(cls) -> "Square":
        return cls(1.0)

    @staticmethod
    def corners() -> int:
        return 4


print(Square(3).area, Square.unit().area, Square.corners(), Square(2).corners())
