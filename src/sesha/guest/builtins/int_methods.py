"""Implement int's construction, its rounding, and its named methods."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK
from sesha.guest.builtins import bigint_arithmetic, bigint_bits
from sesha.guest.builtins.bigint_value import plain
from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.float_integer import to_int
from sesha.guest.builtins.format_integer import format_int
from sesha.guest.builtins.int_bytes import read_bytes, write_bytes
from sesha.guest.builtins.int_text import from_bytes_text, from_text, to_text
from sesha.guest.builtins.operators_index import as_integer, index_of
from sesha.guest.builtins.text_of import text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import bits, method_or


# --- construction -------------------------------------------------------------------------------
def __new__(cls: type, x: object = 0, base: object = None) -> int:
    """`int(x)`, `int(text, base)`."""
    if base is None:
        return convert(x)
    if isinstance(x, str):
        return from_text(x, base_of(base))
    if not is_bytes_like(x):
        raise TypeError("int() can't convert non-string with explicit base")
    return from_bytes_text(data_of(flat(x)), size_of(x), base_of(base))


def base_of(base: object) -> i64:
    number = index_of(base)
    if number != 0 and (number < 2 or number > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    return number


def convert(value: object) -> int:
    """`int(value)`"""
    if bits(value) & INT_MASK == 0 or isinstance(value, bool):
        small: Any = value
        return plain(small)
    if isinstance(value, float):
        return to_int(value)
    if isinstance(value, str):
        return from_text(value, 10)
    return convert_object(value)


def convert_object(value: object) -> int:
    result: Any = method_or(NotImplemented, value, "__int__")
    if result is NotImplemented:
        result = method_or(NotImplemented, value, "__index__")
    if result is not NotImplemented:
        if not isinstance(result, int):
            raise TypeError("__int__ returned non-int (type " + type_name(result) + ")")
        return plain(result)
    if is_bytes_like(value):
        return from_bytes_text(data_of(flat(value)), size_of(value), 10)
    raise TypeError(
        "int() argument must be a string, a bytes-like object or a real number, not '"
        + type_name(value)
        + "'"
    )


# --- the number itself, and its text ------------------------------------------------------------
def __int__(self: int) -> int:
    return plain(self)


def __index__(self: int) -> int:
    return plain(self)


def __trunc__(self: int) -> int:
    return plain(self)


def __floor__(self: int) -> int:
    return plain(self)


def __ceil__(self: int) -> int:
    return plain(self)


def conjugate(self: int) -> int:
    return plain(self)


def __round__(self: int, ndigits: object = None) -> int:
    """round(n, -k): to a multiple of 10**k, ties to an even one."""
    if ndigits is None:
        return plain(self)
    places = as_integer(ndigits)
    if places >= 0:
        return plain(self)
    unit = bigint_arithmetic.power(10, -places)
    rest = self % unit
    down = self - rest
    twice = rest * 2
    if twice > unit or (twice == unit and (down // unit) % 2 == 1):
        return down + unit
    return down


def __repr__(self: int) -> str:
    return to_text(self, 10)


def __format__(self: int, spec: str) -> str:
    if not spec:
        return text_of(self)
    return format_int(self, spec)


def real(self: int) -> int:
    return plain(self)


def imag(self: int) -> int:
    return 0


def numerator(self: int) -> int:
    return plain(self)


def denominator(self: int) -> int:
    return 1


def is_integer(self: int) -> bool:
    return True


def as_integer_ratio(self: int) -> tuple[int, int]:
    return plain(self), 1


# --- bits and bytes -------------------------------------------------------------------------------
def bit_length(self: int) -> int:
    return int(bigint_arithmetic.bit_length(self))


def bit_count(self: int) -> int:
    return int(bigint_bits.bit_count(self))


def to_bytes(self: int, length: object = 1, byteorder: str = "big", *, signed: bool = False) -> bytes:
    size = index_of(length)
    if size < 0:
        raise ValueError("length argument must be non-negative")
    return write_bytes(plain(self), size, is_little(byteorder), signed)


def from_bytes(bytes: object, byteorder: str = "big", *, signed: bool = False) -> int:
    little = is_little(byteorder)
    source = flat(bytes)
    return read_bytes(data_of(source), size_of(source), little, signed)


def is_little(byteorder: str) -> bool:
    if byteorder == "little":
        return True
    if byteorder != "big":
        raise ValueError("byteorder must be either 'little' or 'big'")
    return False
