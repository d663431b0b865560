"""An enum."""

from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


print(Color.RED, Color.BLUE.value, Color(1) is Color.RED, [c.name for c in Color])
