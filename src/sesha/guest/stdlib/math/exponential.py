"""Exponentials, logarithms, powers and roots."""

from sesha.guest.builtins.float_exact import sum_error
from sesha.guest.builtins.float_logarithm import (
    EXP_MOST,
    LN2_INVERSE,
    exp_pair,
    exp_reduced,
    expm1_reduced,
    log_of_parts,
    log_pair,
    scale_pair,
)
from sesha.guest.builtins.float_parts import (
    exponent_of,
    infinity,
    is_finite,
    is_infinite,
    is_nan,
    is_negative,
    power_of_two,
    round_even,
    scale,
    square_root,
)
from sesha.guest.builtins.float_power import power
from sesha.guest.stdlib.math.errors import DOMAIN, out_of_range, refuse
from sesha.guest.stdlib.math.pairs import Pair, add, multiply

LN2_HIGH, LN2_LOW = 0.6931471805599453, 2.3190468138462996e-17
LOG2_E, LOG2_E_LOW = 1.4426950408889634, 2.0355273740931033e-17
LOG10_E = 0.4342944819032518
LOG10_2, LOG10_2_LOW = 0.30102999566361177, 3.694239077158931e-13
"""log10(2) in two parts, the first of 40 bits."""
LOG10_OF_2 = 0.3010299956639812
THIRD, THIRD_LOW = 0.3333333333333333, 1.850371707708594e-17
TINY = 1.1102230246251565e-16
"""2**-53: below, exp(x) - 1 and log(1 + x) are x."""
HALF_LN2 = 0.34657359027997264
EXPM1_LEAST = -38.0
"""Below, exp(x) - 1 is -1."""
NOT_POSITIVE = "expected a positive input"


# --- exponentials -------------------------------------------------------------------------------
def exp(x: float) -> float:
    if is_nan(x):
        return x
    result = exp_pair(x, 0.0)
    if is_infinite(result) and is_finite(x):
        out_of_range()
    return result


def exp2(x: float) -> float:
    if not is_finite(x):
        return x if x != -infinity() else 0.0
    if x >= 1024.0:
        out_of_range()
    if x < -1080.0:
        return 0.0
    whole = round_even(x)
    high, low = multiply(x - whole, 0.0, LN2_HIGH, LN2_LOW)
    high, low = exp_reduced(high, low, 0.0)
    return scale_pair(high, low, int(whole))


def expm1(x: float) -> float:
    if is_nan(x) or (x < TINY and x > -TINY):
        return x
    if x > EXP_MOST:
        if is_finite(x):
            out_of_range()
        return x
    if x < EXPM1_LEAST:
        return -1.0
    high, low = expm1_pair(x, 0.0)
    return high + low


def expm1_pair(x: float, x_low: float) -> Pair:
    """exp(x + x_low) - 1 as a pair, for -40 < x < 709."""
    if -HALF_LN2 < x and x < HALF_LN2:
        return expm1_reduced(x, x_low, 0.0)
    count = round_even(x * LN2_INVERSE)
    high, low = expm1_reduced(x, x_low, count)
    # 2**count * (1 + high + low) - 1; the last power of two in two steps, for 2**1024 is no double.
    half = power_of_two(int(count) - 1)
    high, low = add(half, 0.0, high * half, low * half)
    high, low = add(high, low, -0.5, 0.0)
    return high * 2.0, low * 2.0


# --- logarithms ---------------------------------------------------------------------------------
def log_of_float(x: float) -> Pair:
    """The logarithm of a float as a pair; ValueError unless it is positive."""
    if is_nan(x) or x == infinity():
        return x, 0.0
    if x <= 0.0:
        refuse(NOT_POSITIVE, x)
    return log_pair(x)


def log2_of_float(x: float) -> float:
    if is_nan(x) or x == infinity():
        return x
    if x <= 0.0:
        refuse(NOT_POSITIVE, x)
    exponent = exponent_of(x)
    mantissa = scale(x, -exponent)
    if mantissa > 1.4142135623730951:
        mantissa = mantissa * 0.5
        exponent += 1
    high, low = log_of_parts(mantissa - 1.0, 0.0, 0.0)
    high, low = multiply(high, low, LOG2_E, LOG2_E_LOW)
    high, low = add(float(int(exponent)), 0.0, high, low)
    return high + low


def log10_of_float(x: float) -> float:
    """By the formula that C libraries use, so that the results are theirs to the last bit: the
    exponent times log10(2) in two parts, and the logarithm of the rest."""
    if is_nan(x) or x == infinity():
        return x
    if x <= 0.0:
        refuse(NOT_POSITIVE, x)
    exponent = int(exponent_of(x))
    if exponent < 0:
        exponent += 1
    high, low = log_pair(scale(x, -exponent))
    whole = float(exponent)
    return (whole * LOG10_2_LOW + LOG10_E * (high + low)) + whole * LOG10_2


def log_natural(value: object) -> float:
    if isinstance(value, int):
        scale_bits = bits_beyond(value)
        if scale_bits > 0:
            return log_of_double(value / (1 << scale_bits)) + LN2_HIGH * scale_bits
        return log_of_double(float(value))
    return log_of_double(as_float(value))


def log_of_double(value: float) -> float:
    high, low = log_of_float(value)
    return high + low


def bits_beyond(value: int) -> int:
    """By which power of two an int must be divided to be a float below 1; 0 if it is one."""
    if value <= 0:
        raise ValueError(NOT_POSITIVE)
    size = value.bit_length()
    return size if size > 1023 else 0


def as_float(value: object) -> float:
    if isinstance(value, float):
        return value
    return float(value)  # type: ignore[arg-type]


def log(x: object, base: object = None) -> float:
    """log(x): the natural logarithm; log(x, base): the quotient of two."""
    if base is None:
        return log_natural(x)
    return log_natural(x) / log_natural(base)


def log2(x: object) -> float:
    if isinstance(x, int):
        scale_bits = bits_beyond(x)
        if scale_bits > 0:
            return log2_of_float(x / (1 << scale_bits)) + scale_bits
        return log2_of_float(float(x))
    return log2_of_float(as_float(x))


def log10(x: object) -> float:
    if isinstance(x, int):
        scale_bits = bits_beyond(x)
        if scale_bits > 0:
            return log10_of_float(x / (1 << scale_bits)) + LOG10_OF_2 * scale_bits
        return log10_of_float(float(x))
    return log10_of_float(as_float(x))


def log1p(x: float) -> float:
    if is_nan(x) or (x < TINY and x > -TINY) or x == infinity():
        return x
    if x <= -1.0:
        refuse("expected argument value > -1", x)
    high, low = log1p_pair(x, 0.0)
    return high + low


def log1p_pair(x: float, x_low: float) -> Pair:
    """log(1 + x + x_low) as a pair, for x > -1."""
    if -0.25 < x and x < 0.375:
        return log_of_parts(x, x_low, 0.0)
    total = 1.0 + x
    low = sum_error(1.0, x, total) + x_low
    exponent = exponent_of(total)
    mantissa = scale(total, -exponent)
    return log_of_parts(mantissa - 1.0, scale(low, -exponent), float(int(exponent)))


# --- powers and roots ---------------------------------------------------------------------------
def pow(x: float, y: float) -> float:
    result = power(x, y)
    if is_finite(x) and is_finite(y):
        if is_nan(result):
            raise ValueError(DOMAIN)
        if is_infinite(result):
            if x == 0.0:
                raise ValueError(DOMAIN)
            out_of_range()
    return result


def sqrt(x: float) -> float:
    if x < 0.0:
        refuse("expected a nonnegative input", x)
    return square_root(x)


def cbrt(x: float) -> float:
    if x == 0.0 or not is_finite(x):
        return x
    high, low = log_pair(-x if is_negative(x) else x)
    high, low = multiply(high, low, THIRD, THIRD_LOW)
    result = exp_pair(high, low)
    return -result if is_negative(x) else result
