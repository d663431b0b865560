"""Index, slice, measure and iterate strings."""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, INT_SHIFT, STR_DATA
from sesha.guest.builtins.iteration_sequence import str_iterator
from sesha.guest.builtins.operators_index import has_index, index_of
from sesha.guest.builtins.slice import count_of, start_of, step_of, stop_of
from sesha.guest.builtins.text_index import bound, clamp
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import (
    exact,
    latin1_text,
    load_unit,
    new_text,
    slice_text,
    store_unit,
    text_bits,
    text_from_code,
    text_from_units,
    text_is_ascii,
    text_kind,
    text_length,
)
from sesha.guest.cpu.intrinsics import address, bits, cold, inline, load_u8, object_at, ult


@inline
def length(self: str) -> i64:
    return text_length(address(self))


@inline
def truth(self: str) -> bool:
    return text_length(address(self)) != 0


def __len__(self: str) -> int:
    return int(text_length(address(self)))


# --- items -----------------------------------------------------------------------------------------
@inline
def getitem(self: str, index: int) -> str:
    base = address(self)
    if bits(index) & INT_MASK == 0:
        i = bits(index) >> INT_SHIFT
        if ult(i, text_length(base)):
            return character_at(base, i)
    return _unusual_item(base, index_of(index))


def getitem_i64(self: str, index: i64) -> str:
    base = address(self)
    if ult(index, text_length(base)):
        return character_at(base, index)
    return _unusual_item(base, index)


@inline
def character_at(base: i64, i: i64) -> str:
    """The character at an index that is within the text."""
    if text_kind(base) == 1:
        return latin1_text(load_u8(base + STR_DATA + i))
    return text_from_code(load_unit(base + STR_DATA, text_kind(base), i))


@cold
def _unusual_item(base: i64, i: i64) -> str:
    if i < 0:
        i += text_length(base)
    if not ult(i, text_length(base)):
        raise IndexError("string index out of range")
    return character_at(base, i)


def code_at(self: str, index: i64) -> i64:
    """The code point at an index that is within the text."""
    base = address(self)
    return load_unit(base + STR_DATA, text_kind(base), index)


def __getitem__(self: str, index: Any) -> str:
    if isinstance(index, slice):
        return getslice(self, index.start, index.stop, index.step)
    if not has_index(index):
        raise TypeError("string indices must be integers, not '" + type_name(index) + "'")
    return getitem(self, index)


# --- slices ----------------------------------------------------------------------------------------
def slice_step1(self: str, start: i64, stop: i64) -> str:
    """`self[start:stop]`; negative bounds count from the end, any bound is clamped."""
    base = address(self)
    size = text_length(base)
    first = clamp(start, size)
    last = clamp(stop, size)
    if first == 0 and last == size:
        return exact(self)
    return slice_text(base, first, last)


def getslice(self: str, start: object, stop: object, step: object) -> str:
    base = address(self)
    size = text_length(base)
    if step is not None and bits(step) != 1 << INT_SHIFT:
        return _sliced_by_step(base, start, stop, step)
    first = bound(start, size, 0)
    last = bound(stop, size, size)
    if first == 0 and last == size:
        return exact(self)
    return slice_text(base, first, last)


@cold
def _sliced_by_step(base: i64, start: object, stop: object, step: object) -> str:
    size = text_length(base)
    pace = step_of(step)
    first = start_of(start, size, pace)
    return _sparse(base, first, pace, count_of(first, stop_of(stop, size, pace), pace))


def _sparse(base: i64, start: i64, step: i64, count: i64) -> str:
    """Every `step`th of the code points."""
    if count <= 0:
        return ""
    kind = text_kind(base)
    made = new_text(count, text_bits(base))
    i: i64 = 0
    while i < count:
        store_unit(made + STR_DATA, kind, i, load_unit(base + STR_DATA, kind, start + i * step))
        i += 1
    if text_is_ascii(base):
        result: str = object_at(made)
        return result
    return text_from_units(made + STR_DATA, kind, count)


# --- iteration -------------------------------------------------------------------------------------
def iter_(self: str) -> str_iterator:
    return str_iterator(self)


def __iter__(self: str) -> str_iterator:
    return str_iterator(self)


@inline
def ordinal(self: str) -> i64:
    """`ord(self)`"""
    base = address(self)
    if text_length(base) != 1:
        _not_a_character(text_length(base))
    return load_unit(base + STR_DATA, text_kind(base), 0)


@cold
def _not_a_character(length: i64) -> NoReturn:
    raise TypeError(f"ord() expected a character, but string of length {int(length)} found")
