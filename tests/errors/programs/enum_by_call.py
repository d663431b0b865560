"""An enumeration that is made by a call."""

from enum import Enum

Colour = Enum("Colour", "RED GREEN")  # error: making an enumeration by a call is not supported
print(Colour.RED)
