"""Convert floats to and from their IEEE 754 bits: 64, 32 and 16 bits wide.

The double's bits come from the machine; the narrower formats are made from them with integer
arithmetic, rounded to nearest, ties to even. Used by `struct`, `array` and `random`.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import float_bits, float_from_bits

_FRACTION_BITS = 52
_FRACTION_MASK = (1 << 52) - 1
_EXPONENT_MASK = 0x7FF
_BIAS = 1023


def double_to_bits(value: float) -> int:
    """The 64 bits of a double, as an unsigned number."""
    image = int(float_bits(value))
    return image if image >= 0 else image + (1 << 64)


def double_from_bits(image: int) -> float:
    """The double that has these 64 bits (unsigned)."""
    signed = image - (1 << 64) if image >> 63 else image
    raw: i64 = signed
    return float_from_bits(raw)


def _round_shift(value: int, count: int) -> int:
    """value / 2**count, rounded to nearest, ties to even."""
    if count <= 0:
        return value << -count
    half = 1 << count - 1
    rest = value & (1 << count) - 1
    result = value >> count
    if rest > half or (rest == half and result & 1):
        result += 1
    return result


def _narrow(value: float, exponent_bits: int, fraction_bits: int) -> int:
    """The bits of the nearest narrower float; -1 when a finite value is too large for it."""
    image = double_to_bits(value)
    sign = (image >> 63) << exponent_bits + fraction_bits
    exponent = image >> _FRACTION_BITS & _EXPONENT_MASK
    fraction = image & _FRACTION_MASK
    top = (1 << exponent_bits) - 1
    if exponent == _EXPONENT_MASK:
        payload = fraction >> _FRACTION_BITS - fraction_bits
        if fraction and not payload:
            payload = 1 << fraction_bits - 1
        return sign | top << fraction_bits | payload
    narrow = exponent - _BIAS + (top >> 1)
    drop = _FRACTION_BITS - fraction_bits
    if exponent:
        fraction |= 1 << _FRACTION_BITS
    if narrow <= 0:
        drop += min(1 - narrow, 63)
        narrow = 1
    result = _round_shift(fraction, drop) + (narrow - 1 << fraction_bits)
    if result >= top << fraction_bits:
        return -1
    return sign | result


def _widen(image: int, exponent_bits: int, fraction_bits: int) -> float:
    top = (1 << exponent_bits) - 1
    sign = (image >> exponent_bits + fraction_bits) << 63
    exponent = image >> fraction_bits & top
    fraction = image & (1 << fraction_bits) - 1
    if exponent == 0:
        scale = double_from_bits(_BIAS + 1 - (top >> 1) - fraction_bits << _FRACTION_BITS)
        value = fraction * scale
        return -value if sign else value
    wide = _EXPONENT_MASK if exponent == top else exponent - (top >> 1) + _BIAS
    return double_from_bits(sign | wide << _FRACTION_BITS | fraction << _FRACTION_BITS - fraction_bits)


def single_to_bits(value: float) -> int:
    """The 32 bits of the nearest single; -1 when the value is too large for one."""
    return _narrow(value, 8, 23)


def single_from_bits(image: int) -> float:
    return _widen(image, 8, 23)


def half_to_bits(value: float) -> int:
    """The 16 bits of the nearest half; -1 when the value is too large for one."""
    return _narrow(value, 5, 10)


def half_from_bits(image: int) -> float:
    return _widen(image, 5, 10)
