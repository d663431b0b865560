"""Hyperbolic functions and their inverses, from exp(x) - 1 and log(1 + x).

The formulas are those of the usual C libraries, whose results CPython gives: with our exponential
and logarithm, which are more exact than theirs, most results agree to the last bit.
"""

from sesha.guest.builtins.float_logarithm import exp_pair
from sesha.guest.builtins.float_parts import infinity, is_finite, is_infinite, is_nan, square_root
from sesha.guest.stdlib.math.errors import out_of_range, refuse
from sesha.guest.stdlib.math.exponential import (
    HALF_LN2,
    LN2_HIGH,
    LN2_LOW,
    exp,
    expm1,
    log1p,
    log_natural,
)
from sesha.guest.stdlib.math.pairs import add

TINY = 3.725290298461914e-09
"""2**-28: below, sinh, tanh and the inverses are x."""
LARGE = 22.0
"""Beyond, exp(-x) adds nothing to exp(x), and tanh(x) is 1."""
EXP_LIMIT = 709.0
VERY_LARGE = 268435456.0
"""2**28: beyond, x**2 + 1 is x**2."""


def half_exp(x: float) -> float:
    """exp(x) / 2, where exp(x) may be infinite."""
    if x < EXP_LIMIT:
        return 0.5 * exp(x)
    if is_infinite(x):
        return x
    high, low = add(x, 0.0, -LN2_HIGH, -LN2_LOW)
    result = exp_pair(high, low)
    if is_infinite(result):
        out_of_range()
    return result


def sinh(x: float) -> float:
    size = abs(x)
    if is_nan(x) or size < TINY:
        return x
    if size >= LARGE:
        result = half_exp(size)
    else:
        t = expm1(size)
        result = 0.5 * (2.0 * t - t * t / (t + 1.0) if size < 1.0 else t + t / (t + 1.0))
    return -result if x < 0.0 else result


def cosh(x: float) -> float:
    size = abs(x)
    if is_nan(x):
        return x
    if size >= LARGE:
        return half_exp(size)
    if size < HALF_LN2:
        t = expm1(size)
        return 1.0 + t * t / (2.0 * (1.0 + t))
    t = exp(size)
    return 0.5 * t + 0.5 / t


def tanh(x: float) -> float:
    size = abs(x)
    if is_nan(x) or size < TINY:
        return x
    if size >= LARGE:
        result = 1.0
    elif size >= 1.0:
        result = 1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    else:
        t = expm1(-2.0 * size)
        result = -t / (t + 2.0)
    return -result if x < 0.0 else result


def asinh(x: float) -> float:
    size = abs(x)
    if not is_finite(x) or size < TINY:
        return x
    if size > VERY_LARGE:
        result = log_natural(size) + LN2_HIGH
    elif size > 2.0:
        result = log_natural(2.0 * size + 1.0 / (square_root(size * size + 1.0) + size))
    else:
        square = size * size
        result = log1p(size + square / (1.0 + square_root(1.0 + square)))
    return -result if x < 0.0 else result


def acosh(x: float) -> float:
    if is_nan(x) or x == infinity():
        return x
    if x < 1.0:
        refuse("expected argument value not less than 1", x)
    if x >= VERY_LARGE:
        return log_natural(x) + LN2_HIGH
    if x > 2.0:
        return log_natural(2.0 * x - 1.0 / (x + square_root(x * x - 1.0)))
    t = x - 1.0
    return log1p(t + square_root(2.0 * t + t * t))


def atanh(x: float) -> float:
    size = abs(x)
    if is_nan(x) or size < TINY:
        return x
    if size >= 1.0:
        refuse("expected a number between -1 and 1", x)
    double = 2.0 * size
    if size < 0.5:
        result = 0.5 * log1p(double + double * size / (1.0 - size))
    else:
        result = 0.5 * log1p(double / (1.0 - size))
    return -result if x < 0.0 else result
