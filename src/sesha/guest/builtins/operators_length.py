"""Measure values of unknown class: `len(x)`."""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import UNSET
from sesha.guest.builtins.operators_index import as_integer, fits_i64, is_small
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import bits, cold, method_or, unchecked, word


def length_or_none(value: object) -> int | None:
    """`len(value)`, or None for a value that has none."""
    result: Any = method_or(word(UNSET), value, "__len__")
    if bits(result) == UNSET:
        return None
    if not is_small(result):
        return large_length(result)
    if bits(result) < 0:
        refuse_negative()
    length: int = unchecked(result)
    return length


@cold
def large_length(result: object) -> int:
    """What a `__len__` answered that is no small int."""
    length = as_integer(result)
    if length < 0:
        refuse_negative()
    if not fits_i64(length):
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return length


@cold
def refuse_negative() -> NoReturn:
    raise ValueError("__len__() should return >= 0")


def length_of(value: object) -> i64:
    """`len(value)`"""
    length = length_or_none(value)
    if length is None:
        raise TypeError(f"object of type '{type_name(value)}' has no len()")
    return i64(length)
