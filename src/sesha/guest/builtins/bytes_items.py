"""Index, slice, measure, hash and iterate bytes."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, INT_MASK, INT_SHIFT
from sesha.guest.builtins.bytes_units import bytes_from, bytes_length, new_bytes
from sesha.guest.builtins.hash import hash_of_bytes
from sesha.guest.builtins.iteration_sequence import bytes_iterator
from sesha.guest.builtins.operators_index import has_index, index_of
from sesha.guest.builtins.slice import count_of, start_of, step_of, stop_of
from sesha.guest.builtins.text_index import bound, clamp
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    cold,
    from_small,
    inline,
    load_u8,
    object_at,
    store_u8,
    ult,
)


@inline
def length(self: bytes) -> i64:
    return bytes_length(address(self))


@inline
def truth(self: bytes) -> bool:
    return bytes_length(address(self)) != 0


def __len__(self: bytes) -> int:
    return int(bytes_length(address(self)))


def hash_(self: bytes) -> i64:
    return hash_of_bytes(self)


def __hash__(self: bytes) -> int:
    return int(hash_of_bytes(self))


# --- items -----------------------------------------------------------------------------------------
@inline
def getitem(self: bytes, index: int) -> int:
    base = address(self)
    if bits(index) & INT_MASK == 0:
        i = bits(index) >> INT_SHIFT
        if ult(i, bytes_length(base)):
            return from_small(load_u8(base + BYTES_DATA + i))
    return from_small(load_u8(place_of(base + BYTES_DATA, bytes_length(base), index, "index out of range")))


@inline
def getitem_i64(self: bytes, index: i64) -> int:
    base = address(self)
    if ult(index, bytes_length(base)):
        return from_small(load_u8(base + BYTES_DATA + index))
    return from_small(load_u8(place_at(base + BYTES_DATA, bytes_length(base), index, "index out of range")))


@cold
def place_of(data: i64, size: i64, index: object, message: str) -> i64:
    """Address of an item; IndexError with the message where there is none."""
    return place_at(data, size, index_of(index), message)


@cold
def place_at(data: i64, size: i64, i: i64, message: str) -> i64:
    """As place_of, of an index that is a machine integer."""
    if i < 0:
        i += size
    if not ult(i, size):
        raise IndexError(message)
    return data + i


def __getitem__(self: bytes, index: Any) -> Any:
    if isinstance(index, slice):
        return getslice(self, index.start, index.stop, index.step)
    if not has_index(index):
        raise TypeError("byte indices must be integers or slices, not " + type_name(index))
    return getitem(self, index)


# --- slices ----------------------------------------------------------------------------------------
def slice_step1(self: bytes, start: i64, stop: i64) -> bytes:
    """`self[start:stop]`; negative bounds count from the end, any bound is clamped."""
    base = address(self)
    size = bytes_length(base)
    first = clamp(start, size)
    last = clamp(stop, size)
    if first == 0 and last == size:
        return self
    return bytes_from(base + BYTES_DATA + first, last - first)


def getslice(self: bytes, start: object, stop: object, step: object) -> bytes:
    base = address(self)
    size = bytes_length(base)
    if step is not None and bits(step) != 1 << INT_SHIFT:
        return sliced_by_step(base + BYTES_DATA, size, start, stop, step)
    first = bound(start, size, 0)
    last = bound(stop, size, size)
    if first == 0 and last == size:
        return self
    return bytes_from(base + BYTES_DATA + first, last - first)


@cold
def sliced_by_step(data: i64, size: i64, start: object, stop: object, step: object) -> bytes:
    pace = step_of(step)
    first = start_of(start, size, pace)
    return sparse(data, first, pace, count_of(first, stop_of(stop, size, pace), pace))


def sparse(data: i64, start: i64, step: i64, count: i64) -> bytes:
    """Every `step`th of the bytes at an address."""
    if count <= 0:
        return b""
    made = new_bytes(count)
    i: i64 = 0
    while i < count:
        store_u8(made + BYTES_DATA + i, load_u8(data + start + i * step))
        i += 1
    result: bytes = object_at(made)
    return result


# --- iteration -------------------------------------------------------------------------------------
def iter_(self: bytes) -> bytes_iterator:
    return bytes_iterator(self)


def __iter__(self: bytes) -> bytes_iterator:
    return bytes_iterator(self)
