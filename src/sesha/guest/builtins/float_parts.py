"""Take doubles apart and put them together: exponents, scaling, exact remainders, rounding.

All of it is exact or rounded once. The bits are those of IEEE 754 binary64: sign, 11 bits of
exponent with bias 1023, 52 bits of fraction.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    clz,
    float_abs,
    float_bits,
    float_div,
    float_floor,
    float_from_bits,
    float_sqrt,
    float_trunc,
    urem,
)

FRACTION_BITS = 52
HIDDEN = 1 << 52
FRACTION_MASK = HIDDEN - 1
EXPONENT_MASK = 0x7FF
BIAS = 1023
SIGN = -(1 << 63)
INFINITY_BITS = EXPONENT_MASK << FRACTION_BITS
LEAST_NORMAL = 2.2250738585072014e-308
"""2**-1022"""
REMAINDER_STEP = 11
"""Bits by which a 53-bit remainder can be shifted within a machine word."""


# --- classes of values --------------------------------------------------------------------------
def is_nan(value: float) -> bool:
    return value != value


def is_infinite(value: float) -> bool:
    return float_bits(float_abs(value)) == INFINITY_BITS


def is_finite(value: float) -> bool:
    return (float_bits(value) >> FRACTION_BITS) & EXPONENT_MASK != EXPONENT_MASK


def is_negative(value: float) -> bool:
    """Whether the sign bit is set."""
    return float_bits(value) < 0


def copy_sign(magnitude: float, sign: float) -> float:
    return float_from_bits((float_bits(magnitude) & ~SIGN) | (float_bits(sign) & SIGN))


def infinity() -> float:
    return float_from_bits(INFINITY_BITS)


def not_a_number() -> float:
    return float_from_bits(INFINITY_BITS | (HIDDEN >> 1))


# --- exponents ------------------------------------------------------------------------------------
def exponent_of(value: float) -> i64:
    """The e with 2**e <= |value| < 2**(e+1), for a finite value that is not zero."""
    raw = float_bits(value)
    biased = (raw >> FRACTION_BITS) & EXPONENT_MASK
    if biased != 0:
        return biased - BIAS
    return 63 - clz(raw & FRACTION_MASK) - (BIAS - 1 + FRACTION_BITS)


def mantissa_of(value: float) -> i64:
    """The odd or even integer m with |value| = m * 2**mantissa_exponent(value)."""
    raw = float_bits(value)
    fraction = raw & FRACTION_MASK
    return fraction if (raw >> FRACTION_BITS) & EXPONENT_MASK == 0 else fraction | HIDDEN


def mantissa_exponent(value: float) -> i64:
    biased = (float_bits(value) >> FRACTION_BITS) & EXPONENT_MASK
    return (biased if biased != 0 else 1) - BIAS - FRACTION_BITS


def power_of_two(exponent: i64) -> float:
    """2**exponent within the normal range, -1022..1023."""
    return float_from_bits((exponent + BIAS) << FRACTION_BITS)


def scale(value: float, exponent: i64) -> float:
    """value * 2**exponent, rounded once; infinite when too large."""
    if value == 0.0 or not is_finite(value):
        return value
    if exponent > 2200:
        exponent = 2200
    if exponent < -2200:
        exponent = -2200
    while exponent > BIAS:
        value = value * power_of_two(BIAS)
        exponent -= BIAS
    # On the way down every step but the last must stay normal, or it would round as well.
    while exponent < -BIAS + 1:
        room = exponent_of(value) + BIAS - 1
        if room <= 0:
            return value * power_of_two(-BIAS + 1) * 0.25
        step = room if room < BIAS - 1 else BIAS - 1
        if step > -exponent:
            step = -exponent
        value = value * power_of_two(-step)
        exponent += step
    return value * power_of_two(exponent)


# --- remainders -----------------------------------------------------------------------------------
def fmod(x: float, y: float) -> float:
    """The exact remainder of x / y with x's sign, for finite x and y that is not zero."""
    a = float_abs(x)
    b = float_abs(y)
    if a < b or not is_finite(y):
        return x
    exponent = mantissa_exponent(b)
    shift = mantissa_exponent(a) - exponent
    divisor = mantissa_of(b)
    rest = urem(mantissa_of(a), divisor)
    while shift > 0 and rest != 0:
        step = shift if shift < REMAINDER_STEP else REMAINDER_STEP
        rest = urem(rest << step, divisor)
        shift -= step
    return copy_sign(with_exponent(rest, exponent), x)


def with_exponent(mantissa: i64, exponent: i64) -> float:
    """mantissa * 2**exponent where that is a double."""
    if mantissa == 0:
        return 0.0
    shift = clz(mantissa) - (63 - FRACTION_BITS)
    least = -BIAS + 1 - FRACTION_BITS
    if exponent - shift < least:
        return float_from_bits(mantissa << (exponent - least))
    return float_from_bits(((exponent - shift - least + 1) << FRACTION_BITS) + (mantissa << shift) - HIDDEN)


def floor_remainder(x: float, y: float) -> float:
    """Python's x % y: it has y's sign. y is not zero."""
    if not is_finite(x) or is_nan(y):
        return not_a_number()
    rest = fmod(x, y)
    if rest == 0.0:
        return copy_sign(0.0, y)
    return rest + y if (rest < 0.0) != (y < 0.0) else rest


def floor_quotient(x: float, y: float) -> float:
    """Python's x // y; y is not zero."""
    if not is_finite(x) or is_nan(y):
        return not_a_number()
    rest = fmod(x, y)
    quotient = float_div(x - rest, y)
    if rest != 0.0 and (rest < 0.0) != (y < 0.0):
        quotient = quotient - 1.0
    if quotient == 0.0:
        return copy_sign(0.0, float_div(x, y))
    whole = float_floor(quotient)
    return whole + 1.0 if quotient - whole > 0.5 else whole


# --- rounding -----------------------------------------------------------------------------------
def round_even(value: float) -> float:
    """To the nearest integer, ties to even; |value| < 2**51."""
    magic = 6755399441055744.0
    return (value + magic) - magic


def truncate(value: float) -> float:
    return float_trunc(value)


def floor(value: float) -> float:
    return float_floor(value)


def square_root(value: float) -> float:
    return float_sqrt(value)
