"""Answer float's operators when the other operand's class is not known: the dunder methods.

An int operand is converted, OverflowError when it is too large; comparisons with ints are exact.
Anything else is NotImplemented.
"""

from typing import Any

from sesha.guest.builtins.float_integer import compare_with_int, hash_
from sesha.guest.builtins.float_power import pow as power
from sesha.guest.builtins.int_division import to_float


# --- arithmetic ---------------------------------------------------------------------------------
def __add__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self + other
    return self + to_float(other) if isinstance(other, int) else NotImplemented


def __radd__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other + self
    return to_float(other) + self if isinstance(other, int) else NotImplemented


def __sub__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self - other
    return self - to_float(other) if isinstance(other, int) else NotImplemented


def __rsub__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other - self
    return to_float(other) - self if isinstance(other, int) else NotImplemented


def __mul__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self * other
    return self * to_float(other) if isinstance(other, int) else NotImplemented


def __rmul__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other * self
    return to_float(other) * self if isinstance(other, int) else NotImplemented


def __truediv__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self / other
    return self / to_float(other) if isinstance(other, int) else NotImplemented


def __rtruediv__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other / self
    return to_float(other) / self if isinstance(other, int) else NotImplemented


def __floordiv__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self // other
    return self // to_float(other) if isinstance(other, int) else NotImplemented


def __rfloordiv__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other // self
    return to_float(other) // self if isinstance(other, int) else NotImplemented


def __mod__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self % other
    return self % to_float(other) if isinstance(other, int) else NotImplemented


def __rmod__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other % self
    return to_float(other) % self if isinstance(other, int) else NotImplemented


def __divmod__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self // other, self % other
    if not isinstance(other, int):
        return NotImplemented
    divisor = to_float(other)
    return self // divisor, self % divisor


def __rdivmod__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return other // self, other % self
    if not isinstance(other, int):
        return NotImplemented
    value = to_float(other)
    return value // self, value % self


def __pow__(self: float, other: object, modulus: object = None) -> Any:
    if modulus is not None:
        raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
    if isinstance(other, float):
        return power(self, other)
    return power(self, to_float(other)) if isinstance(other, int) else NotImplemented


def __rpow__(self: float, other: object, modulus: object = None) -> Any:
    if isinstance(other, float):
        return power(other, self)
    return power(to_float(other), self) if isinstance(other, int) else NotImplemented


# --- comparison ---------------------------------------------------------------------------------
def __eq__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self == other
    if not isinstance(other, int):
        return NotImplemented
    return self == self and compare_with_int(self, other) == 0


def __ne__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self != other
    if not isinstance(other, int):
        return NotImplemented
    return self != self or compare_with_int(self, other) != 0


def __lt__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self < other
    if not isinstance(other, int):
        return NotImplemented
    return self == self and compare_with_int(self, other) < 0


def __le__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self <= other
    if not isinstance(other, int):
        return NotImplemented
    return self == self and compare_with_int(self, other) <= 0


def __gt__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self > other
    if not isinstance(other, int):
        return NotImplemented
    return self == self and compare_with_int(self, other) > 0


def __ge__(self: float, other: object) -> Any:
    if isinstance(other, float):
        return self >= other
    if not isinstance(other, int):
        return NotImplemented
    return self == self and compare_with_int(self, other) >= 0


# --- one operand ---------------------------------------------------------------------------------
def __neg__(self: float) -> float:
    return -self


def __pos__(self: float) -> float:
    return self


def __abs__(self: float) -> float:
    return abs(self)


def __bool__(self: float) -> bool:
    return self != 0.0


def __float__(self: float) -> float:
    return self


def __hash__(self: float) -> int:
    return int(hash_(self))
