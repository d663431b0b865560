from ..shapes import Square


def area(square: Square) -> int:
    return square.side**2
