"""Turn floats into text: `repr`, digits for formatting, and round() to decimals.

float_decimal.py finds the digits; here they become strings. `digits` serves the format
specifications (format_float.py).
"""

from mypy_extensions import i64

from sesha.guest.builtins.float_decimal import (
    MOST_DECIMALS,
    MOST_DIGITS,
    Decimal,
    nearest_decimal,
    rounded,
    rounded_to,
    shortest,
    without_zeros,
)
from sesha.guest.builtins.float_parts import is_finite, is_infinite, is_nan, is_negative
from sesha.guest.cpu.intrinsics import float_abs

SHORTEST = 0
SIGNIFICANT = 2
AFTER_POINT = 3
POSITIONAL_MOST = 16
"""Numbers with more integer digits are written with an exponent."""
POSITIONAL_LEAST = -3
DECIMALS_MOST = 323
"""round() to more decimals changes nothing; to fewer than DECIMALS_LEAST gives zero."""
DECIMALS_LEAST = -309


def digits(value: float, mode: i64, count: i64) -> tuple[str, int]:
    """The decimal digits of a magnitude, without trailing zeros, and where the point stands in
    them: 0.digits * 10**point. Zero is ("0", 1).

    SHORTEST: as few as read back the same; SIGNIFICANT: `count` of them; AFTER_POINT: up to
    `count` after the point. Rounded exactly, ties to even.
    """
    if value == 0.0:
        return "0", 1
    if mode == SHORTEST:
        found = shortest(value)
    elif mode == SIGNIFICANT:
        found = rounded_to(value, min(count, MOST_DIGITS))
    else:
        decimals = min(count, MOST_DECIMALS)
        found = Decimal(rounded(value, decimals), -decimals)
    if found.significand == 0:
        return "0", 1
    found = without_zeros(found.significand, found.exponent)
    text = str(found.significand)
    return text, len(text) + found.exponent


# --- repr -----------------------------------------------------------------------------------------
def repr_float(value: float) -> str:
    if not is_finite(value):
        if is_nan(value):
            return "nan"
        return "-inf" if value < 0.0 else "inf"
    sign = "-" if is_negative(value) else ""
    if value == 0.0:
        return sign + "0.0"
    found = shortest(float_abs(value))
    text = str(found.significand)
    return sign + lay_out(text, len(text) + found.exponent)


def lay_out(text: str, point: i64) -> str:
    """Digits as repr() writes them: positional from 0.0001 up to 16 digits, else scientific."""
    count: i64 = len(text)
    if point > POSITIONAL_MOST or point < POSITIONAL_LEAST:
        return scientific(text, point - 1)
    if point <= 0:
        return "0." + "0" * int(-point) + text
    if point >= count:
        return text + "0" * int(point - count) + ".0"
    return text[:point] + "." + text[point:]


def scientific(text: str, exponent: i64) -> str:
    mantissa = text if len(text) == 1 else text[:1] + "." + text[1:]
    size = str(int(-exponent if exponent < 0 else exponent))
    return mantissa + ("e-" if exponent < 0 else "e+") + (size if len(size) > 1 else "0" + size)


# --- round() ----------------------------------------------------------------------------------------
def round_decimal(value: float, decimals: i64) -> float:
    """round(value, decimals): the double nearest to the exactly rounded decimal."""
    if value == 0.0 or not is_finite(value) or decimals > DECIMALS_MOST:
        return value
    if decimals < DECIMALS_LEAST:
        return 0.0 * value
    significand = rounded(float_abs(value), decimals)
    result = nearest_decimal(significand, -decimals, len(str(significand)))
    if is_infinite(result):
        raise OverflowError("rounded value too large to represent")
    return -result if is_negative(value) else result
