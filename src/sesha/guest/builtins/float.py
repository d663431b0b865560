"""Implement float: IEEE doubles, raw in typed code, self-tagged in words.

A float in a word is its 64 bits rotated left by four, plus two: the top three exponent bits come
to lie in the tag, and for zero, the tiny numbers and everything between 2**-255 and 2**256 that
gives one of the tags 2, 5 and 6, which no other kind of word has. Other floats (huge, very small,
infinite, NaN) are objects. float_dynamic.py has the dunder methods, float_methods.py the named
ones, float_text.py text in both directions, float_power.py powers.
"""

from typing import NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    FLOAT_OFFSET,
    FLOAT_ROTATE,
    FLOAT_SIZE,
    FLOAT_TAGS,
    FLOAT_VALUE,
    INT_MASK,
    TAG_MASK,
    TAG_POINTER,
)
from sesha.guest.builtins.float_dynamic import (
    __abs__ as __abs__,
    __add__ as __add__,
    __bool__ as __bool__,
    __divmod__ as __divmod__,
    __eq__ as __eq__,
    __float__ as __float__,
    __floordiv__ as __floordiv__,
    __ge__ as __ge__,
    __gt__ as __gt__,
    __hash__ as __hash__,
    __le__ as __le__,
    __lt__ as __lt__,
    __mod__ as __mod__,
    __mul__ as __mul__,
    __ne__ as __ne__,
    __neg__ as __neg__,
    __pos__ as __pos__,
    __pow__ as __pow__,
    __radd__ as __radd__,
    __rdivmod__ as __rdivmod__,
    __rfloordiv__ as __rfloordiv__,
    __rmod__ as __rmod__,
    __rmul__ as __rmul__,
    __rpow__ as __rpow__,
    __rsub__ as __rsub__,
    __rtruediv__ as __rtruediv__,
    __sub__ as __sub__,
    __truediv__ as __truediv__,
)
from sesha.guest.builtins.float_integer import hash_ as hash_, to_int as to_int
from sesha.guest.builtins.float_methods import (
    __ceil__ as __ceil__,
    __floor__ as __floor__,
    __format__ as __format__,
    __int__ as __int__,
    __new__ as __new__,
    __repr__ as __repr__,
    __round__ as __round__,
    __trunc__ as __trunc__,
    as_integer_ratio as as_integer_ratio,
    conjugate as conjugate,
    convert as convert,
    fromhex as fromhex,
    hex as hex,
    imag as imag,
    is_integer as is_integer,
    real as real,
)
from sesha.guest.builtins.float_parts import floor_quotient, floor_remainder
from sesha.guest.builtins.float_power import pow as pow
from sesha.guest.builtins.float_text import repr_float
from sesha.guest.builtins.int_division import to_float as from_int
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id_of,
    cold,
    float_bits,
    float_div,
    float_from_bits,
    inline,
    likely,
    load_f64,
    lshr,
    object_at,
    store_f64,
    unchecked,
    unlikely,
    word,
)
from sesha.guest.memory.allocate import allocate

__all__ = ["from_int"]

DIVISION_BY_ZERO = "division by zero"


# --- in and out of words ------------------------------------------------------------------------
@inline
def box(value: float) -> object:
    """The word of a float."""
    raw = float_bits(value)
    turned = ((raw << FLOAT_ROTATE) | lshr(raw, 64 - FLOAT_ROTATE)) + FLOAT_OFFSET
    if likely((FLOAT_TAGS >> (turned & TAG_MASK)) & 1 != 0):
        inside: object = word(turned)
        return inside
    return box_object(value)


nan_bits: i64 = 0
nan_object: object = None
"""The last NaN that was made an object: one that goes in and out of words stays the same object,
so that `nan in [nan]` finds it."""


@cold
def box_object(value: float) -> object:
    global nan_bits, nan_object
    raw = float_bits(value)
    if value != value and raw == nan_bits:
        return nan_object
    place = allocate(FLOAT_SIZE, class_id_of(float))
    store_f64(place + FLOAT_VALUE, value)
    result: object = object_at(place)
    if value != value:
        nan_bits = raw
        nan_object = result
    return result


@inline
def is_inline(value: object) -> bool:
    """Whether the word is a float that carries itself."""
    return (FLOAT_TAGS >> (bits(value) & TAG_MASK)) & 1 != 0


@inline
def unbox(value: object) -> float:
    """The float in a word that is known to hold one."""
    if likely(is_inline(value)):
        turned = bits(value) - FLOAT_OFFSET
        return float_from_bits(lshr(turned, FLOAT_ROTATE) | (turned << (64 - FLOAT_ROTATE)))
    return load_f64(address(value) + FLOAT_VALUE)


@inline
def unbox_checked(value: object) -> float:
    """The float in a word that is claimed to hold one; ints are floats to Python's type checkers."""
    if likely(is_inline(value)):
        return unbox(value)
    return unbox_unusual(value)


@inline
def unbox_claimed(value: object) -> float:
    """The float in a word that a program reads as one; an int there is a broken claim."""
    if likely(is_inline(value)):
        return unbox(value)
    return unbox_other(value)


@cold
def unbox_other(value: object) -> float:
    if bits(value) & TAG_MASK == TAG_POINTER and isinstance(value, float):
        return load_f64(address(value) + FLOAT_VALUE)
    raise TypeError("float object expected; got " + type_name(value))


@cold
def unbox_unusual(value: object) -> float:
    if bits(value) & TAG_MASK == TAG_POINTER and isinstance(value, float):
        return load_f64(address(value) + FLOAT_VALUE)
    if bits(value) & INT_MASK == 0 or isinstance(value, int):
        number: int = unchecked(value)
        return from_int(number)
    raise TypeError("must be real number, not " + type_name(value))


# --- arithmetic -----------------------------------------------------------------------------------
@cold
def refuse_zero() -> NoReturn:
    raise ZeroDivisionError(DIVISION_BY_ZERO)


@inline
def truediv(self: float, other: float) -> float:
    if unlikely(other == 0.0):
        refuse_zero()
    return float_div(self, other)


def floordiv(self: float, other: float) -> float:
    if other == 0.0:
        raise ZeroDivisionError(DIVISION_BY_ZERO)
    return floor_quotient(self, other)


def mod(self: float, other: float) -> float:
    if other == 0.0:
        raise ZeroDivisionError(DIVISION_BY_ZERO)
    return floor_remainder(self, other)


def divmod(self: float, other: float) -> tuple[float, float]:
    return floordiv(self, other), mod(self, other)


@inline
def truth(self: float) -> bool:
    return self != 0.0


# --- text -------------------------------------------------------------------------------------------
def repr_(self: float) -> str:
    return repr_float(self)


def str_(self: float) -> str:
    return repr_float(self)
