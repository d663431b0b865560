from enum import Enum


class Color(str, Enum):  # error: `__new__` of an enumeration is not supported
    RED = "red", 1

    def __new__(cls, value: str, number: int) -> "Color":
        member = str.__new__(cls, value)
        member._value_ = value
        return member


print(Color.RED)
