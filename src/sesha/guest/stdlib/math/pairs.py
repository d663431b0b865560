"""Calculate with double-doubles: pairs of doubles whose unevaluated sum has about 106 bits.

A pair is `(high, low)` with `low` below half a unit in the last place of `high`. The functions of
this package carry pairs until the end and round once, `high + low`.
"""

from sesha.guest.builtins.float_exact import product_error, sum_error
from sesha.guest.builtins.float_parts import square_root

Pair = tuple[float, float]


def add(a: float, a_low: float, b: float, b_low: float) -> Pair:
    total = a + b
    low = sum_error(a, b, total) + (a_low + b_low)
    result = total + low
    return result, low - (result - total)


def multiply(a: float, a_low: float, b: float, b_low: float) -> Pair:
    product = a * b
    low = product_error(a, b, product) + (a * b_low + a_low * b)
    result = product + low
    return result, low - (result - product)


def divide(a: float, a_low: float, b: float, b_low: float) -> Pair:
    quotient = a / b
    product = quotient * b
    rest = (a - product) - product_error(quotient, b, product)
    low = (rest + a_low - quotient * b_low) / b
    result = quotient + low
    return result, low - (result - quotient)


def root(a: float, a_low: float) -> Pair:
    """The square root of a positive pair."""
    first = square_root(a)
    square = first * first
    low = ((a - square) - product_error(first, first, square) + a_low) / (2.0 * first)
    result = first + low
    return result, low - (result - first)
