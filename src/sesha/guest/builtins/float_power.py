"""Raise floats to powers: `**`, and the kernel of math.pow.

x**y = exp(y * log(x)) with the logarithm carried to about 70 bits, so that the result is nearly
always the correctly rounded one. Special values go by IEEE 754 and C's pow.
"""

from sesha.guest.builtins.float_exact import product_error
from sesha.guest.builtins.float_logarithm import EXP_LEAST, EXP_MOST, exp_pair, log_pair
from sesha.guest.builtins.float_parts import (
    infinity,
    is_finite,
    is_infinite,
    is_nan,
    is_negative,
    not_a_number,
)
from sesha.guest.cpu.intrinsics import float_abs, float_sqrt, float_trunc, i64_from_float

EVEN_FROM = 9007199254740992.0
"""2**53: from here on every double is an even integer."""
OUT_OF_RANGE = 34
"""ERANGE, the errno that the exception carries."""


def is_odd(value: float) -> bool:
    """Whether a float is an odd integer."""
    if not float_abs(value) < EVEN_FROM or float_trunc(value) != value:
        return False
    return i64_from_float(value) & 1 != 0


def power(x: float, y: float) -> float:
    """C's pow(): no errors, NaN for a negative x with a y that is no integer."""
    if y == 0.0 or x == 1.0:
        return 1.0
    if is_nan(x) or is_nan(y):
        return not_a_number()
    if x == 0.0 or not is_finite(x) or not is_finite(y):
        return power_of_extreme(x, y)
    if x < 0.0:
        if float_trunc(y) != y:
            return not_a_number()
        size = power_of_positive(-x, y)
        return -size if is_odd(y) else size
    return power_of_positive(x, y)


def power_of_positive(x: float, y: float) -> float:
    if y == 2.0:
        return x * x
    if y == 0.5:
        return float_sqrt(x)
    if y == 1.0 or x == 1.0:
        return x
    high, low = log_pair(x)
    product = y * high
    if product > EXP_MOST:
        return infinity()
    if product < EXP_LEAST:
        return 0.0
    return exp_pair(product, product_error(y, high, product) + y * low)


def power_of_extreme(x: float, y: float) -> float:
    """Where x is zero or infinite, or y is infinite."""
    size = float_abs(x)
    if is_infinite(y):
        if size == 1.0:
            return 1.0
        return infinity() if (size > 1.0) == (y > 0.0) else 0.0
    large = (size > 1.0) == (y > 0.0)
    result = infinity() if large else 0.0
    return -result if is_negative(x) and is_odd(y) else result


def pow(self: float, other: float) -> float:
    """Python's self ** other.

    A negative base with a fractional exponent is a complex number in CPython; there are none
    here, so that is a ValueError.
    """
    if is_finite(self) and is_finite(other):
        if self == 0.0 and other < 0.0:
            raise ZeroDivisionError("zero to a negative power")
        if self < 0.0 and float_trunc(other) != other:
            raise ValueError("negative number to a fractional power is complex: not supported")
        result = power(self, other)
        if is_infinite(result):
            raise OverflowError(OUT_OF_RANGE, "Numerical result out of range")
        return result
    return power(self, other)
