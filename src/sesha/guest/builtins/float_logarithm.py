"""The natural logarithm and the exponential to about 70 bits: what powers and `math` stand on.

`log_pair` gives a double-double. With x = 2**e * m and s = (m - 1) / (m + 1), log m is
2s + 2s**3/3 + 2s**5/5 ...; the first terms are summed as double-doubles. `exp_pair` takes one:
with k multiples of log 2 taken off, at most 0.35 remains and the series needs 16 terms.
"""

from mypy_extensions import i64

from sesha.guest.builtins.float_exact import product_error, sum_error
from sesha.guest.builtins.float_parts import exponent_of, infinity, power_of_two, round_even, scale
from sesha.guest.cpu.intrinsics import float_from_i64, i64_from_float

LN2_HIGH = 0.6931471805598903
"""The first 42 bits of log 2: multiples by an exponent are exact."""
LN2_LOW = 5.497923018708371e-14
LN2_INVERSE = 1.4426950408889634
SQRT2 = 1.4142135623730951
THIRD, THIRD_LOW = 0.3333333333333333, 1.850371707708594e-17
FIFTH, FIFTH_LOW = 0.2, -1.1102230246251566e-17
SEVENTH, SEVENTH_LOW = 0.14285714285714285, 7.93016446160826e-18
SIXTH, SIXTH_LOW = 0.16666666666666666, 9.25185853854297e-18
EXP_MOST = 709.79
"""Beyond, the result is infinite."""
EXP_LEAST = -745.2
"""Below, it is zero."""


def log_pair(x: float) -> tuple[float, float]:
    """log(x) as a double-double, for a positive finite x."""
    exponent = exponent_of(x)
    mantissa = scale(x, -exponent)
    if mantissa > SQRT2:
        mantissa = mantissa * 0.5
        exponent += 1
    return log_of_parts(mantissa - 1.0, 0.0, float_from_i64(exponent))


def log_of_parts(f: float, f_low: float, exponent: float) -> tuple[float, float]:
    """log((1 + f) * 2**exponent) with 1 + f near 1."""
    total = 2.0 + f
    total_low = sum_error(2.0, f, total) + f_low
    s = f / total
    product = s * total
    s_low = ((((f - product) - product_error(s, total, product)) + f_low) - s * total_low) / total
    z = s * s
    z_low = product_error(s, s, z) + 2.0 * s * s_low
    # The series in z, from its far end: doubles, then double-doubles.
    tail = z * (1.0 / 27.0 + z * (1.0 / 29.0 + z * (1.0 / 31.0)))
    tail = z * (1.0 / 21.0 + z * (1.0 / 23.0 + z * (1.0 / 25.0 + tail)))
    tail = z * (1.0 / 15.0 + z * (1.0 / 17.0 + z * (1.0 / 19.0 + tail)))
    tail = z * (1.0 / 9.0 + z * (1.0 / 11.0 + z * (1.0 / 13.0 + tail)))
    high = SEVENTH + tail
    low = (tail - (high - SEVENTH)) + SEVENTH_LOW
    product = high * z
    low = product_error(high, z, product) + high * z_low + low * z
    high = FIFTH + product
    low = low + (product - (high - FIFTH)) + FIFTH_LOW
    product = high * z
    low = product_error(high, z, product) + high * z_low + low * z
    high = THIRD + product
    low = low + (product - (high - THIRD)) + THIRD_LOW
    product = high * z
    low = product_error(high, z, product) + high * z_low + low * z
    # 2s * (1 + product + low) + exponent * log 2
    double = 2.0 * s
    high = double * product
    low = product_error(double, product, high) + double * low + 2.0 * s_low * (1.0 + product)
    first = double + high
    low = low + (high - (first - double))
    whole = exponent * LN2_HIGH
    high = whole + first
    low = low + sum_error(whole, first, high) + exponent * LN2_LOW
    result = high + low
    return result, low - (result - high)


def exp_pair(x: float, x_low: float) -> float:
    """exp(x + x_low), rounded; infinite or zero beyond the range."""
    if x > EXP_MOST:
        return infinity()
    if x < EXP_LEAST:
        return 0.0
    count = round_even(x * LN2_INVERSE)
    high, low = exp_reduced(x, x_low, count)
    return scale_pair(high, low, i64_from_float(count))


def exp_reduced(x: float, x_low: float, count: float) -> tuple[float, float]:
    """exp(x + x_low - count * log 2) as a double-double."""
    product, low = expm1_reduced(x, x_low, count)
    high = 1.0 + product
    return high, low + (product - (high - 1.0))


def expm1_reduced(x: float, x_low: float, count: float) -> tuple[float, float]:
    """exp(x + x_low - count * log 2) - 1 as a double-double."""
    first = x - count * LN2_HIGH
    second = x_low - count * LN2_LOW
    r = first + second
    r_low = second - (r - first)
    # 1 + r * (1 + r * (1/2 + r * (1/6 + r * tail)))
    tail = r * (1.0 / 87178291200.0 + r * (1.0 / 1307674368000.0 + r * (1.0 / 20922789888000.0)))
    tail = r * (1.0 / 39916800.0 + r * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0 + tail)))
    tail = r * (1.0 / 40320.0 + r * (1.0 / 362880.0 + r * (1.0 / 3628800.0 + tail)))
    tail = r * (1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5040.0 + tail)))
    tail = r * (1.0 / 24.0 + tail)
    high = SIXTH + tail
    low = (tail - (high - SIXTH)) + SIXTH_LOW
    product = high * r
    low = product_error(high, r, product) + high * r_low + low * r
    high = 0.5 + product
    low = low + (product - (high - 0.5))
    product = high * r
    low = product_error(high, r, product) + high * r_low + low * r
    high = 1.0 + product
    low = low + (product - (high - 1.0))
    product = high * r
    low = product_error(high, r, product) + high * r_low + low * r
    result = product + low
    return result, low - (result - product)


def scale_pair(high: float, low: float, exponent: i64) -> float:
    """(high + low) * 2**exponent, rounded once also where the result is below the normal range."""
    if exponent >= -1021:
        return scale(high + low, exponent)
    # Adding a number whose last bit is the least bit of the result rounds there.
    unit = 1.5 * power_of_two(52 - 1074 - exponent)
    total = unit + high
    total = total + (low + (high - (total - unit)))
    return scale(total - unit, exponent)
