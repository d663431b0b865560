from as_package import __author__


class ShapeError(ValueError):
    """Of this module."""


class Square:
    """Has a side."""

    def __init__(self, side):
        if side < 0:
            raise ShapeError(f"{__author__} gave {side}")
        self.side = side
