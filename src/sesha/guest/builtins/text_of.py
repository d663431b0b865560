"""`str(value)`, `repr(value)` and `ascii(value)` for values of any class."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import TAG_MASK, TAG_POINTER
from sesha.guest.builtins.str_repr import ascii_text
from sesha.guest.builtins.text_type import qualified_type_name, type_name
from sesha.guest.builtins.text_units import text_from_ascii
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    lshr,
    method_or,
    stack_words,
    store_u8,
)


def text_of(value: object) -> str:
    """`str(value)`."""
    if bits(value) & TAG_MASK == TAG_POINTER and class_id(value) == class_id_of(str):
        same: Any = value
        exact: str = same
        return exact
    result: object = method_or(NotImplemented, value, "__str__")
    if result is NotImplemented:
        return repr_of(value)
    if not isinstance(result, str):
        raise TypeError("__str__ returned non-string (type " + type_name(result) + ")")
    return result


def repr_of(value: object) -> str:
    """`repr(value)`."""
    result: object = method_or(NotImplemented, value, "__repr__")
    if result is NotImplemented:
        return default_repr(value)
    if not isinstance(result, str):
        raise TypeError("__repr__ returned non-string (type " + type_name(result) + ")")
    return result


def ascii_of(value: object) -> str:
    """`ascii(value)`."""
    return ascii_text(repr_of(value))


def default_repr(value: object) -> str:
    """`object.__repr__`."""
    return "<" + qualified_type_name(value) + " object at " + address_text(address(value)) + ">"


def address_text(place: i64) -> str:
    """An address as `id()` in hexadecimal."""
    digits = stack_words(3)
    at: i64 = 18
    left = place
    while True:
        at -= 1
        digit = left & 15
        store_u8(digits + at, digit + (48 if digit < 10 else 87))
        left = lshr(left, 4)
        if left == 0:
            break
    store_u8(digits + at - 1, 120)
    store_u8(digits + at - 2, 48)
    return text_from_ascii(digits + at - 2, 20 - at)
