"""Divide ints to the nearest float, and round an int to one.

`nearest` rounds any positive number that is given as an integer, a power of two and whether
something was cut off; the reading of floats from text ends here too. Ties go to even, results
below the normal range lose bits only once, results above the range are infinite.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, INT_SHIFT
from sesha.guest.builtins.bigint_arithmetic import bit_length
from sesha.guest.builtins.bigint_value import plain, to_i64
from sesha.guest.cpu.intrinsics import (
    bits,
    cold,
    float_abs,
    float_div,
    float_from_bits,
    float_from_i64,
    inline,
    likely,
)

EXACT = 1 << 53
"""Integers up to here are floats."""
MANTISSA_BITS = 53
LEAST_EXPONENT = -1074
MOST_EXPONENT = 971
BIAS = 1075
INFINITY_BITS = 0x7FF << 52


def nearest(mantissa: int, exponent: i64, inexact: bool) -> float:
    """The float nearest to (mantissa + e) * 2**exponent, where 0 < e < 1 if inexact, else 0.

    The mantissa is not negative; if inexact it has at least 55 bits.
    """
    size = bit_length(mantissa)
    if size == 0:
        return 0.0
    drop = size - MANTISSA_BITS
    if drop < LEAST_EXPONENT - exponent:
        drop = LEAST_EXPONENT - exponent
    if drop > size + 1:
        return 0.0
    if drop <= 0:
        kept = to_i64(mantissa) << -drop
    else:
        kept = to_i64(mantissa >> int(drop))
        rest = mantissa - (int(kept) << int(drop))
        half = 1 << int(drop - 1)
        if rest > half or (rest == half and (inexact or kept & 1 != 0)):
            kept += 1
    return assemble(kept, exponent + drop)


def assemble(mantissa: i64, exponent: i64) -> float:
    """mantissa * 2**exponent, exact: the mantissa is at most 2**53 and below 2**52 only where the
    exponent is the least."""
    if mantissa == EXACT:
        mantissa = mantissa >> 1
        exponent += 1
    if mantissa < EXACT >> 1:
        return float_from_bits(mantissa)
    if exponent > MOST_EXPONENT:
        return float_from_bits(INFINITY_BITS)
    return float_from_bits(((exponent + BIAS) << 52) + mantissa - (EXACT >> 1))


def nearest_ratio(numerator: int, denominator: int) -> float:
    """The float nearest to a quotient of positive ints."""
    shift = bit_length(numerator) - bit_length(denominator) - (MANTISSA_BITS + 3)
    if shift > 0:
        scaled = denominator << int(shift)
        quotient = numerator // scaled
        return nearest(quotient, shift, numerator != quotient * scaled)
    scaled = numerator << int(-shift)
    quotient = scaled // denominator
    return nearest(quotient, shift, scaled != quotient * denominator)


# --- the operators --------------------------------------------------------------------------------
@inline
def truediv(self: int, other: int) -> float:
    if likely((bits(self) | bits(other)) & INT_MASK == 0) and likely(bits(other) != 0):
        a = bits(self) >> INT_SHIFT
        b = bits(other) >> INT_SHIFT
        if likely(-EXACT <= a) and a <= EXACT and -EXACT <= b and b <= EXACT:
            return float_div(float_from_i64(a), float_from_i64(b))
    return divide(self, other)


@cold
def divide(left: int, right: int) -> float:
    a = plain(left)
    b = plain(right)
    if b == 0:
        raise ZeroDivisionError("division by zero")
    negative = (a < 0) != (b < 0)
    result = nearest_ratio(-a if a < 0 else a, -b if b < 0 else b)
    if is_infinite(result):
        raise OverflowError("integer division result too large for a float")
    return -result if negative else result


@inline
def is_infinite(value: float) -> bool:
    return float_abs(value) == float_from_bits(INFINITY_BITS)


@inline
def to_float(value: int) -> float:
    """float(value), rounded to nearest; OverflowError beyond the range."""
    if likely(bits(value) & INT_MASK == 0):
        return float_from_i64(bits(value) >> INT_SHIFT)
    return big_to_float(value)


@cold
def big_to_float(value: int) -> float:
    number = plain(value)
    if bits(number) & INT_MASK == 0:
        return float_from_i64(bits(number) >> INT_SHIFT)
    result = nearest(-number if number < 0 else number, 0, False)
    if is_infinite(result):
        raise OverflowError("int too large to convert to float")
    return -result if number < 0 else result
