"""Write floats in hexadecimal and read them: float.hex and float.fromhex, both exact."""

from mypy_extensions import i64

from sesha.guest.builtins.float_parts import (
    BIAS,
    EXPONENT_MASK,
    FRACTION_BITS,
    FRACTION_MASK,
    infinity,
    is_finite,
    is_infinite,
    is_negative,
    not_a_number,
)
from sesha.guest.builtins.float_text import repr_float
from sesha.guest.builtins.int_division import nearest
from sesha.guest.cpu.intrinsics import float_bits

DIGITS = "0123456789abcdef"
INVALID = "invalid hexadecimal floating-point string"
TOO_LARGE = "hexadecimal value too large to represent as a float"


def to_hex(value: float) -> str:
    if not is_finite(value):
        return repr_float(value)
    raw = float_bits(value)
    biased = (raw >> FRACTION_BITS) & EXPONENT_MASK
    fraction = raw & FRACTION_MASK
    sign = "-" if is_negative(value) else ""
    if biased == 0 and fraction == 0:
        return sign + "0x0.0p+0"
    exponent = int((biased if biased != 0 else 1) - BIAS)
    text = sign + ("0x1." if biased != 0 else "0x0.")
    shift = FRACTION_BITS - 4
    while shift >= 0:
        text = text + DIGITS[int((fraction >> shift) & 15)]
        shift -= 4
    return text + ("p+" if exponent >= 0 else "p") + str(exponent)


def from_hex(string: str) -> float:
    """float.fromhex: digits, point and exponent of two are all optional but one digit."""
    text = string.strip().lower()
    sign = text[:1]
    if sign == "-" or sign == "+":
        text = text[1:]
    value = magnitude_from_hex(text)
    return -value if sign == "-" else value


def magnitude_from_hex(text: str) -> float:
    if text == "inf" or text == "infinity":
        return infinity()
    if text == "nan":
        return not_a_number()
    if text.startswith("0x"):
        text = text[2:]
    exponent = 0
    mark = text.find("p")
    if mark >= 0:
        exponent = exponent_from(text[mark + 1 :])
        text = text[:mark]
    point = text.find(".")
    digits = text
    if point >= 0:
        digits = text[:point] + text[point + 1 :]
        exponent -= 4 * (len(digits) - point)
    significand = significand_from(digits)
    if significand == 0:
        return 0.0
    if significand.bit_length() + exponent > BIAS + 10:
        raise OverflowError(TOO_LARGE)
    if significand.bit_length() + exponent < -BIAS - FRACTION_BITS - 10:
        return 0.0
    raw: i64 = exponent
    value = nearest(significand, raw, False)
    if is_infinite(value):
        raise OverflowError(TOO_LARGE)
    return value


def exponent_from(text: str) -> int:
    digits = text[1:] if text[:1] == "-" or text[:1] == "+" else text
    if digits == "" or not digits.isascii() or not digits.isdigit():
        raise ValueError(INVALID)
    value = int(digits[:18])
    return -value if text[:1] == "-" else value


def significand_from(digits: str) -> int:
    if digits == "":
        raise ValueError(INVALID)
    value = 0
    for character in digits:
        place = DIGITS.find(character)
        if place < 0:
            raise ValueError(INVALID)
        value = value * 16 + place
    return value
