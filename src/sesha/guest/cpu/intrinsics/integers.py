"""Machine integers: what Python has no operator for."""

from mypy_extensions import i64


def _unsigned(value: i64) -> int:
    return int(value) & 0xFFFFFFFFFFFFFFFF


def _signed(value: int) -> i64:
    value &= 0xFFFFFFFFFFFFFFFF
    return i64(value - (1 << 64) if value >> 63 else value)


def wrap(value: i64) -> i64:
    """Nothing in compiled code; under CPython, wrap to 64 bits as the machine does."""
    return _signed(int(value))


def lshr(value: i64, count: i64) -> i64:
    """Logical shift right, 0 <= count < 64."""
    return _signed(_unsigned(value) >> count)


def ult(left: i64, right: i64) -> bool:
    """Unsigned less than."""
    return _unsigned(left) < _unsigned(right)


def udiv(left: i64, right: i64) -> i64:
    """Unsigned division; the divisor is not zero."""
    return _signed(_unsigned(left) // _unsigned(right))


def urem(left: i64, right: i64) -> i64:
    """Unsigned remainder; the divisor is not zero."""
    return _signed(_unsigned(left) % _unsigned(right))


def sdiv(left: i64, right: i64) -> i64:
    """Signed division towards zero; the divisor is not zero."""
    quotient = abs(int(left)) // abs(int(right))
    return _signed(quotient if (left < 0) == (right < 0) else -quotient)


def umulh(left: i64, right: i64) -> i64:
    """The high 64 bits of the unsigned 128-bit product."""
    return _signed((_unsigned(left) * _unsigned(right)) >> 64)


def add_overflows(left: i64, right: i64) -> bool:
    """Whether the signed sum leaves 64 bits; pairs with `+` on the same operands."""
    return not -(1 << 63) <= int(left) + int(right) < 1 << 63


def sub_overflows(left: i64, right: i64) -> bool:
    return not -(1 << 63) <= int(left) - int(right) < 1 << 63


def mul_overflows(left: i64, right: i64) -> bool:
    return not -(1 << 63) <= int(left) * int(right) < 1 << 63


def clz(value: i64) -> i64:
    """Leading zero bits; 64 for zero."""
    return i64(64 - _unsigned(value).bit_length())


def ctz(value: i64) -> i64:
    """Trailing zero bits; 64 for zero."""
    bits = _unsigned(value)
    return i64((bits & -bits).bit_length() - 1 if bits else 64)


def popcount(value: i64) -> i64:
    return i64(_unsigned(value).bit_count())


def bswap16(value: i64) -> i64:
    return i64(int.from_bytes(int(value & 0xFFFF).to_bytes(2, "little"), "big"))


def bswap32(value: i64) -> i64:
    return i64(int.from_bytes(int(value & 0xFFFFFFFF).to_bytes(4, "little"), "big"))


def bswap64(value: i64) -> i64:
    return _signed(int.from_bytes(_unsigned(value).to_bytes(8, "little"), "big"))
