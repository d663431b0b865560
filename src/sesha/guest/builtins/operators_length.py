"""Measure values of unknown class: `len(x)`."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.operators_index import exact_index, is_small
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import bits, from_small, method_or, small, unchecked


def length_or_none(value: object) -> int | None:
    """`len(value)`, or None for a value that has none."""
    result: Any = method_or(None, value, "__len__")
    if result is None:
        return None
    if not is_small(result):
        result = from_small(exact_index(result))
    if bits(result) < 0:
        raise ValueError("__len__() should return >= 0")
    length: int = unchecked(result)
    return length


def length_of(value: object) -> i64:
    """`len(value)`"""
    length = length_or_none(value)
    if length is None:
        raise TypeError(f"object of type '{type_name(value)}' has no len()")
    return small(length)
