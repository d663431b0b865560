"""Answer int's operators when the other operand's class is not known: the dunder methods.

Each answers NotImplemented for what is not an int, so that float and other classes get their
turn. The typed operators (`+` on two ints) are int.py's, inlined.
"""

from typing import Any

from sesha.guest.builtins.int_division import to_float
from sesha.guest.builtins.int_power import power, power_modulo


# --- arithmetic ---------------------------------------------------------------------------------
def __add__(self: int, other: object) -> Any:
    return self + other if isinstance(other, int) else NotImplemented


def __radd__(self: int, other: object) -> Any:
    return other + self if isinstance(other, int) else NotImplemented


def __sub__(self: int, other: object) -> Any:
    return self - other if isinstance(other, int) else NotImplemented


def __rsub__(self: int, other: object) -> Any:
    return other - self if isinstance(other, int) else NotImplemented


def __mul__(self: int, other: object) -> Any:
    return self * other if isinstance(other, int) else NotImplemented


def __rmul__(self: int, other: object) -> Any:
    return other * self if isinstance(other, int) else NotImplemented


def __truediv__(self: int, other: object) -> Any:
    return self / other if isinstance(other, int) else NotImplemented


def __rtruediv__(self: int, other: object) -> Any:
    return other / self if isinstance(other, int) else NotImplemented


def __floordiv__(self: int, other: object) -> Any:
    return self // other if isinstance(other, int) else NotImplemented


def __rfloordiv__(self: int, other: object) -> Any:
    return other // self if isinstance(other, int) else NotImplemented


def __mod__(self: int, other: object) -> Any:
    return self % other if isinstance(other, int) else NotImplemented


def __rmod__(self: int, other: object) -> Any:
    return other % self if isinstance(other, int) else NotImplemented


def __divmod__(self: int, other: object) -> Any:
    return (self // other, self % other) if isinstance(other, int) else NotImplemented


def __rdivmod__(self: int, other: object) -> Any:
    return (other // self, other % self) if isinstance(other, int) else NotImplemented


def __pow__(self: int, other: object, modulus: object = None) -> Any:
    if not isinstance(other, int):
        return NotImplemented
    if modulus is None:
        return power(self, other)
    return power_modulo(self, other, modulus) if isinstance(modulus, int) else NotImplemented


def __rpow__(self: int, other: object, modulus: object = None) -> Any:
    return power(other, self) if isinstance(other, int) else NotImplemented


# --- bits ---------------------------------------------------------------------------------------
def __and__(self: int, other: object) -> Any:
    return self & other if isinstance(other, int) else NotImplemented


def __rand__(self: int, other: object) -> Any:
    return other & self if isinstance(other, int) else NotImplemented


def __or__(self: int, other: object) -> Any:
    return self | other if isinstance(other, int) else NotImplemented


def __ror__(self: int, other: object) -> Any:
    return other | self if isinstance(other, int) else NotImplemented


def __xor__(self: int, other: object) -> Any:
    return self ^ other if isinstance(other, int) else NotImplemented


def __rxor__(self: int, other: object) -> Any:
    return other ^ self if isinstance(other, int) else NotImplemented


def __lshift__(self: int, other: object) -> Any:
    return self << other if isinstance(other, int) else NotImplemented


def __rlshift__(self: int, other: object) -> Any:
    return other << self if isinstance(other, int) else NotImplemented


def __rshift__(self: int, other: object) -> Any:
    return self >> other if isinstance(other, int) else NotImplemented


def __rrshift__(self: int, other: object) -> Any:
    return other >> self if isinstance(other, int) else NotImplemented


# --- comparison ---------------------------------------------------------------------------------
def __eq__(self: int, other: object) -> Any:
    return self == other if isinstance(other, int) else NotImplemented


def __ne__(self: int, other: object) -> Any:
    return self != other if isinstance(other, int) else NotImplemented


def __lt__(self: int, other: object) -> Any:
    return self < other if isinstance(other, int) else NotImplemented


def __le__(self: int, other: object) -> Any:
    return self <= other if isinstance(other, int) else NotImplemented


def __gt__(self: int, other: object) -> Any:
    return self > other if isinstance(other, int) else NotImplemented


def __ge__(self: int, other: object) -> Any:
    return self >= other if isinstance(other, int) else NotImplemented


# --- one operand ---------------------------------------------------------------------------------
def __neg__(self: int) -> int:
    return -self


def __pos__(self: int) -> int:
    return +self


def __invert__(self: int) -> int:
    return ~self


def __abs__(self: int) -> int:
    return -self if self < 0 else +self


def __bool__(self: int) -> bool:
    return self != 0


def __float__(self: int) -> float:
    return to_float(self)
