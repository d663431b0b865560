"""An int given where a float is declared keeps what it is."""


class Square:
    def __init__(self, side: float) -> None:
        self.side = side


def half(value: float) -> float:
    return value / 2


def same(value: float) -> float:
    return value


print(Square(3).side, half(3), same(5), same(2.5))
