"""Doubles: their bits, and IEEE arithmetic that never raises."""

import struct

from mypy_extensions import i64


def float_bits(value: float) -> i64:
    """The 64 bits of the double."""
    return i64(struct.unpack("<q", struct.pack("<d", value))[0])


def float_from_bits(bits_: i64) -> float:
    result: float = struct.unpack("<d", struct.pack("<q", bits_))[0]
    return result


def float_from_i64(value: i64) -> float:
    """Correctly rounded conversion."""
    return float(int(value))


def i64_from_float(value: float) -> i64:
    """Truncate; the value is within i64."""
    return i64(int(value))


def float_sqrt(value: float) -> float:
    """IEEE square root; NaN for negative values."""
    return float(value**0.5)


def float_floor(value: float) -> float:
    return float(value.__floor__())


def float_ceil(value: float) -> float:
    return float(value.__ceil__())


def float_trunc(value: float) -> float:
    return float(value.__trunc__())


def float_abs(value: float) -> float:
    return abs(value)


def float_fma(a: float, b: float, c: float) -> float:
    """a * b + c, rounded once (compiled code only)."""
    raise NotImplementedError


def float_div(left: float, right: float) -> float:
    """IEEE division: no ZeroDivisionError."""
    return left / right
