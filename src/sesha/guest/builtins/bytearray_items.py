"""Index, slice, measure and iterate bytearrays."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, INT_MASK, INT_SHIFT
from sesha.guest.builtins.bytes_items import place_at, place_of, sliced_by_step
from sesha.guest.builtins.bytes_units import array_data, array_length, bytearray_from, bytes_length
from sesha.guest.builtins.iteration_sequence import bytearray_iterator
from sesha.guest.builtins.operators_index import has_index
from sesha.guest.builtins.text_index import bound, clamp
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import address, bits, from_small, inline, load_u8, ult

OUT_OF_RANGE = "bytearray index out of range"


@inline
def length(self: bytearray) -> i64:
    return array_length(address(self))


@inline
def truth(self: bytearray) -> bool:
    return array_length(address(self)) != 0


def __len__(self: bytearray) -> int:
    return int(array_length(address(self)))


# --- items -----------------------------------------------------------------------------------------
@inline
def getitem(self: bytearray, index: int) -> int:
    base = address(self)
    if bits(index) & INT_MASK == 0:
        i = bits(index) >> INT_SHIFT
        if ult(i, array_length(base)):
            return from_small(load_u8(array_data(base) + i))
    return from_small(load_u8(place_of(array_data(base), array_length(base), index, OUT_OF_RANGE)))


@inline
def getitem_i64(self: bytearray, index: i64) -> int:
    base = address(self)
    if ult(index, array_length(base)):
        return from_small(load_u8(array_data(base) + index))
    return from_small(load_u8(place_at(array_data(base), array_length(base), index, OUT_OF_RANGE)))


def __getitem__(self: bytearray, index: Any) -> Any:
    if isinstance(index, slice):
        return getslice(self, index.start, index.stop, index.step)
    if not has_index(index):
        raise TypeError("bytearray indices must be integers or slices, not " + type_name(index))
    return getitem(self, index)


# --- slices ----------------------------------------------------------------------------------------
def slice_step1(self: bytearray, start: i64, stop: i64) -> bytearray:
    """`self[start:stop]`; negative bounds count from the end, any bound is clamped."""
    base = address(self)
    first = clamp(start, array_length(base))
    result: bytearray = copied_range(base, first, clamp(stop, array_length(base)))
    return result


def copied_range(base: i64, start: i64, stop: i64) -> Any:
    return bytearray_from(array_data(base) + start, stop - start if stop > start else 0)


def getslice(self: bytearray, start: object, stop: object, step: object) -> Any:
    base = address(self)
    size = array_length(base)
    if step is None:
        return copied_range(base, bound(start, size, 0), bound(stop, size, size))
    taken = address(sliced_by_step(array_data(base), size, start, stop, step))
    return bytearray_from(taken + BYTES_DATA, bytes_length(taken))


# --- iteration -------------------------------------------------------------------------------------
def iter_(self: bytearray) -> bytearray_iterator:
    return bytearray_iterator(self)


def __iter__(self: bytearray) -> bytearray_iterator:
    return bytearray_iterator(self)
