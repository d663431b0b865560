"""Relate floats and ints exactly: conversion, rounding to an int, comparison, hash."""

from mypy_extensions import i64

from sesha.guest.builtins.bigint_arithmetic import neg
from sesha.guest.builtins.bigint_bits import lshift, rshift
from sesha.guest.builtins.bigint_value import from_i64
from sesha.guest.builtins.float_parts import is_finite, is_nan, mantissa_exponent, mantissa_of
from sesha.guest.cpu.intrinsics import (
    float_abs,
    float_ceil,
    float_floor,
    float_trunc,
    i64_from_float,
    inline,
    likely,
    lshr,
)

WORD_LIMIT = 4611686018427387904.0
"""2**62: below, truncation is one machine instruction."""
HASH_BITS = 61
HASH_MODULUS = (1 << HASH_BITS) - 1
HASH_INFINITY = 314159
NEAREST_LIMIT = 4503599627370496.0
"""2**52: from here on every double is an integer."""


@inline
def to_int(value: float) -> int:
    """`int(value)`: the integer part."""
    if likely(float_abs(value) < WORD_LIMIT):
        return from_i64(i64_from_float(value))
    return big_to_int(value)


def big_to_int(value: float) -> int:
    if not is_finite(value):
        if is_nan(value):
            raise ValueError("cannot convert float NaN to integer")
        raise OverflowError("cannot convert float infinity to integer")
    result = lshift(from_i64(mantissa_of(value)), from_i64(mantissa_exponent(value)))
    return neg(result) if value < 0.0 else result


def floor_to_int(value: float) -> int:
    return to_int(float_floor(value))


def ceil_to_int(value: float) -> int:
    return to_int(float_ceil(value))


def round_to_int(value: float) -> int:
    """The nearest integer, ties to even."""
    return to_int(round_half_even(value))


def round_half_even(value: float) -> float:
    if not float_abs(value) < NEAREST_LIMIT:
        return value
    whole = float_trunc(value)
    rest = float_abs(value - whole)
    if rest < 0.5:
        return whole
    away = whole - 1.0 if value < 0.0 else whole + 1.0
    if rest > 0.5:
        return away
    return whole if i64_from_float(whole) & 1 == 0 else away


def compare_with_int(value: float, number: int) -> i64:
    """Negative, zero or positive as a float that is not NaN is less than an int, equal, greater."""
    if not is_finite(value):
        return -1 if value < 0.0 else 1
    whole = to_int(value)
    if whole < number:
        return -1
    if whole > number:
        return 1
    rest = value - float_trunc(value)
    if rest == 0.0:
        return 0
    return -1 if rest < 0.0 else 1


def hash_(value: float) -> i64:
    """The value modulo 2**61 - 1 with its sign: the same as of an equal int."""
    if not is_finite(value):
        if is_nan(value):
            return 0
        return -HASH_INFINITY if value < 0.0 else HASH_INFINITY
    mantissa = mantissa_of(value)
    turn = mantissa_exponent(value) % HASH_BITS
    result = ((mantissa << turn) & HASH_MODULUS) | lshr(mantissa, HASH_BITS - turn)
    if value < 0.0:
        result = -result
    return result if result != -1 else -2


def ratio_numerator(value: float) -> int:
    """The numerator, with the sign, of the float as a fraction in lowest terms."""
    mantissa = from_i64(mantissa_of(value))
    exponent = mantissa_exponent(value)
    if exponent >= 0:
        mantissa = lshift(mantissa, from_i64(exponent))
    else:
        mantissa = rshift(mantissa, from_i64(even_bits(value)))
    return neg(mantissa) if value < 0.0 else mantissa


def ratio_denominator(value: float) -> int:
    exponent = mantissa_exponent(value)
    return lshift(1, from_i64(-exponent - even_bits(value))) if exponent < 0 else 1


def even_bits(value: float) -> i64:
    """How many bits numerator and denominator can be halved by."""
    mantissa = mantissa_of(value)
    exponent = mantissa_exponent(value)
    if mantissa == 0:
        return -exponent
    count: i64 = 0
    while mantissa & 1 == 0 and count < -exponent:
        mantissa = mantissa >> 1
        count += 1
    return count
