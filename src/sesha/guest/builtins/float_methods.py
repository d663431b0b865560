"""Implement float's construction, its rounding, and its named methods."""

from typing import Any

from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.float_hex import from_hex, to_hex
from sesha.guest.builtins.float_integer import (
    ceil_to_int,
    floor_to_int,
    ratio_denominator,
    ratio_numerator,
    round_to_int,
    to_int,
)
from sesha.guest.builtins.float_parse import float_from_text
from sesha.guest.builtins.float_parts import is_finite, is_nan
from sesha.guest.builtins.float_text import repr_float, round_decimal
from sesha.guest.builtins.format_float import format_float
from sesha.guest.builtins.int_division import to_float
from sesha.guest.builtins.operators_index import index_of
from sesha.guest.builtins.text_of import text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import text_from_ascii
from sesha.guest.cpu.intrinsics import float_trunc, method_or


# --- construction -------------------------------------------------------------------------------
def __new__(cls: type, x: object = 0.0) -> float:
    return convert(x)


def convert(value: object) -> float:
    """`float(value)`"""
    if isinstance(value, float):
        return value
    if isinstance(value, int):
        return to_float(value)
    if isinstance(value, str):
        return float_from_text(value)
    return convert_object(value)


def convert_object(value: object) -> float:
    result: Any = method_or(NotImplemented, value, "__float__")
    if result is not NotImplemented:
        if not isinstance(result, float):
            raise TypeError(
                type_name(value) + ".__float__ returned non-float (type " + type_name(result) + ")"
            )
        return result
    result = method_or(NotImplemented, value, "__index__")
    if isinstance(result, int):
        return to_float(result)
    if is_bytes_like(value):
        return float_from_text(text_from_ascii(data_of(flat(value)), size_of(value)))
    raise TypeError("float() argument must be a string or a real number, not '" + type_name(value) + "'")


# --- rounding and text ------------------------------------------------------------------------------
def __int__(self: float) -> int:
    return to_int(self)


def __trunc__(self: float) -> int:
    return to_int(self)


def __floor__(self: float) -> int:
    return floor_to_int(self)


def __ceil__(self: float) -> int:
    return ceil_to_int(self)


def __round__(self: float, ndigits: object = None) -> Any:
    """round(x): an int, ties to even; round(x, n): the float nearest to the decimal result."""
    if ndigits is None:
        return round_to_int(self)
    return round_decimal(self, index_of(ndigits))


def __repr__(self: float) -> str:
    return repr_float(self)


def __format__(self: float, spec: str) -> str:
    if not spec:
        return text_of(self)
    return format_float(self, spec)


# --- named methods ------------------------------------------------------------------------------
def conjugate(self: float) -> float:
    return self


def real(self: float) -> float:
    return self


def imag(self: float) -> float:
    return 0.0


def is_integer(self: float) -> bool:
    return is_finite(self) and float_trunc(self) == self


def as_integer_ratio(self: float) -> tuple[int, int]:
    if is_nan(self):
        raise ValueError("cannot convert NaN to integer ratio")
    if not is_finite(self):
        raise OverflowError("cannot convert Infinity to integer ratio")
    return ratio_numerator(self), ratio_denominator(self)


def hex(self: float) -> str:
    return to_hex(self)


def fromhex(string: str) -> float:
    return from_hex(string)
