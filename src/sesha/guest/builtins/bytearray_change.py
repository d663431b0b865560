"""Change bytearrays in place.

The content lies in a buffer with room to grow. While a memoryview looks into it (its exports are
counted) the size cannot change: BufferError.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    BUFFER_CAPACITY,
    BUFFER_DATA,
    BYTEARRAY_BUFFER,
    BYTEARRAY_EXPORTS,
    BYTEARRAY_LENGTH,
    INT_MASK,
    INT_SHIFT,
)
from sesha.guest.builtins.bytes_build import content_of, from_iterable
from sesha.guest.builtins.bytes_items import place_at, place_of
from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.bytes_units import array_data, array_length, bytearray_from, bytes_from, new_buffer
from sesha.guest.builtins.operators_index import has_index, index_of
from sesha.guest.builtins.slice import count_of, start_of, step_of, stop_of
from sesha.guest.builtins.str_build import repeat_memory
from sesha.guest.builtins.text_index import clamp
from sesha.guest.builtins.text_memory import find_byte
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import LENGTH_LIMIT
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    cold,
    copy_memory,
    from_small,
    inline,
    load_i64,
    load_u8,
    load_word,
    move_memory,
    store_i64,
    store_u8,
    store_word,
    ult,
)

ASSIGNMENT_OUT_OF_RANGE = "bytearray index out of range"


def __new__(cls: type, source: Any = None, encoding: object = None, errors: object = None) -> bytearray:
    """`bytearray()`, `bytearray(count)`, `bytearray(iterable)`, `bytearray(text, encoding)`."""
    content = content_of(source, encoding, errors)
    result: bytearray = bytearray_from(data_of(content), size_of(content))
    return result


# --- size ------------------------------------------------------------------------------------------
def resize_to(self: bytearray, size: i64) -> None:
    """Set the length, with room for as much again when the content moves; new bytes are undefined."""
    base = address(self)
    length = array_length(base)
    if size == length:
        return
    require_no_exports(base)
    if size > capacity_of(base):
        _move(base, size, length)
    store_i64(base + BYTEARRAY_LENGTH, size)


def require_no_exports(base: i64) -> None:
    if load_i64(base + BYTEARRAY_EXPORTS) > 0:
        raise BufferError("Existing exports of data: object cannot be re-sized")


@inline
def capacity_of(base: i64) -> i64:
    return load_i64(address(load_word(base + BYTEARRAY_BUFFER)) + BUFFER_CAPACITY)


@cold
def _move(base: i64, size: i64, length: i64) -> None:
    if size > LENGTH_LIMIT:
        raise MemoryError
    capacity = max(size + (size >> 1), 24)
    buffer = new_buffer(capacity)
    copy_memory(address(buffer) + BUFFER_DATA, array_data(base), length)
    store_word(base + BYTEARRAY_BUFFER, buffer)


def clear(self: bytearray) -> None:
    resize_to(self, 0)


def resize(self: bytearray, size: object) -> None:
    """Cut off, or lengthen by zeros."""
    wanted = index_of(size)
    if wanted < 0:
        raise ValueError(f"bytearray.resize(): new size must be >= 0, got {int(wanted)}")
    length = array_length(address(self))
    resize_to(self, wanted)
    at = array_data(address(self))
    while length < wanted:
        store_u8(at + length, 0)
        length += 1


# --- at the end ------------------------------------------------------------------------------------
def append(self: bytearray, item: object) -> None:
    byte = _byte(item)
    base = address(self)
    length = array_length(base)
    resize_to(self, length + 1)
    store_u8(array_data(base) + length, byte)


def _byte(item: object) -> i64:
    if bits(item) & INT_MASK == 0 and ult(bits(item) >> INT_SHIFT, 256):
        return bits(item) >> INT_SHIFT
    if not has_index(item):
        raise TypeError("'" + type_name(item) + "' object cannot be interpreted as an integer")
    byte = index_of(item)
    if not ult(byte, 256):
        raise ValueError("byte must be in range(0, 256)")
    return byte


def _append_memory(self: bytearray, data: i64, size: i64) -> None:
    base = address(self)
    length = array_length(base)
    resize_to(self, length + size)
    copy_memory(array_data(base) + length, data, size)


def extend(self: bytearray, iterable_of_ints: Any) -> None:
    source = _content(iterable_of_ints)
    _append_memory(self, data_of(source), size_of(source))


def _content(value: Any) -> object:
    """A bytes-like value that is not changed while it is copied; ints of an iterable as bytes."""
    if isinstance(value, bytes):
        return value
    if is_bytes_like(value):
        plain = flat(value)
        return bytes_from(data_of(plain), size_of(plain))
    if isinstance(value, str):
        raise TypeError("expected iterable of integers; got: 'str'")
    return from_iterable(value)


def iadd(self: bytearray, other: object) -> bytearray:
    if not is_bytes_like(other):
        raise TypeError("can't concat " + type_name(other) + " to bytearray")
    source = _content(other)
    _append_memory(self, data_of(source), size_of(source))
    return self


def __iadd__(self: bytearray, other: object) -> Any:
    return iadd(self, other)


def imul(self: bytearray, times: i64) -> bytearray:
    base = address(self)
    length = array_length(base)
    if times <= 0 or length == 0:
        resize_to(self, 0)
    elif times > 1:
        if times > LENGTH_LIMIT // length:
            raise MemoryError
        content = bytes_from(array_data(base), length)
        resize_to(self, length * times)
        repeat_memory(array_data(base), data_of(content), length, times)
    return self


def __imul__(self: bytearray, other: object) -> Any:
    if not has_index(other):
        raise TypeError("can't multiply sequence by non-int of type '" + type_name(other) + "'")
    return imul(self, index_of(other))


# --- items -----------------------------------------------------------------------------------------
def setitem(self: bytearray, index: int, value: object) -> None:
    byte = _byte(value)
    base = address(self)
    store_u8(place_of(array_data(base), array_length(base), index, ASSIGNMENT_OUT_OF_RANGE), byte)


def setitem_i64(self: bytearray, index: i64, value: object) -> None:
    byte = _byte(value)
    base = address(self)
    store_u8(place_at(array_data(base), array_length(base), index, ASSIGNMENT_OUT_OF_RANGE), byte)


def delitem(self: bytearray, index: int) -> None:
    base = address(self)
    data = array_data(base)
    place = place_of(data, array_length(base), index, ASSIGNMENT_OUT_OF_RANGE)
    _cut(self, place - data, place - data + 1)


def _cut(self: bytearray, start: i64, stop: i64) -> None:
    """Take out the bytes start..stop."""
    _replace(self, start, stop, 0, 0)


def insert(self: bytearray, index: object, item: object) -> None:
    byte = _byte(item)
    base = address(self)
    length = array_length(base)
    at = clamp(index_of(index), length)
    resize_to(self, length + 1)
    data = array_data(base)
    move_memory(data + at + 1, data + at, length - at)
    store_u8(data + at, byte)


def pop(self: bytearray, index: object = -1) -> int:
    base = address(self)
    length = array_length(base)
    if length == 0:
        raise IndexError("pop from empty bytearray")
    data = array_data(base)
    place = place_of(data, length, index, "pop index out of range")
    byte = load_u8(place)
    _cut(self, place - data, place - data + 1)
    return from_small(byte)


def remove(self: bytearray, value: object) -> None:
    byte = _byte(value)
    base = address(self)
    found = find_byte(array_data(base), 0, array_length(base), byte)
    if found < 0:
        raise ValueError("value not found in bytearray")
    _cut(self, found, found + 1)


def reverse(self: bytearray) -> None:
    data = array_data(address(self))
    i: i64 = 0
    j = array_length(address(self)) - 1
    while i < j:
        byte = load_u8(data + i)
        store_u8(data + i, load_u8(data + j))
        store_u8(data + j, byte)
        i += 1
        j -= 1


# --- slices ----------------------------------------------------------------------------------------
def setslice(self: bytearray, start: object, stop: object, step: object, value: Any) -> None:
    source = _slice_source(value)
    base = address(self)
    length = array_length(base)
    pace = step_of(step)
    first = start_of(start, length, pace)
    last = stop_of(stop, length, pace)
    size = size_of(source)
    if pace == 1:
        _replace(self, first, max(first, last), data_of(source), size)
        return
    count = count_of(first, last, pace)
    if size == 0:
        delslice(self, start, stop, step)
        return
    if size != count:
        raise ValueError(
            f"attempt to assign bytes of size {int(size)} to extended slice of size {int(count)}"
        )
    data = array_data(base)
    i: i64 = 0
    while i < count:
        store_u8(data + first + i * pace, load_u8(data_of(source) + i))
        i += 1


def _slice_source(value: Any) -> object:
    if has_index(value) or isinstance(value, str):
        raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    return _content(value)


def _replace(self: bytearray, start: i64, stop: i64, data: i64, size: i64) -> None:
    """Put `size` bytes in place of start..stop."""
    base = address(self)
    length = array_length(base)
    change = size - (stop - start)
    if change < 0:
        require_no_exports(base)
        target = array_data(base)
        move_memory(target + start + size, target + stop, length - stop)
        store_i64(base + BYTEARRAY_LENGTH, length + change)
    elif change > 0:
        resize_to(self, length + change)
        target = array_data(base)
        move_memory(target + start + size, target + stop, length - stop)
    copy_memory(array_data(base) + start, data, size)


def delslice(self: bytearray, start: object, stop: object, step: object) -> None:
    base = address(self)
    length = array_length(base)
    pace = step_of(step)
    first = start_of(start, length, pace)
    count = count_of(first, stop_of(stop, length, pace), pace)
    if count == 0:
        return
    if pace == 1:
        _cut(self, first, first + count)
        return
    if pace < 0:
        first += (count - 1) * pace
        pace = -pace
    _cut_sparse(self, first, pace, count)


def _cut_sparse(self: bytearray, first: i64, pace: i64, count: i64) -> None:
    """Take out `count` bytes that lie `pace` apart."""
    base = address(self)
    length = array_length(base)
    content = bytes_from(array_data(base), length)
    resize_to(self, length - count)
    source = data_of(content)
    target = array_data(base)
    kept: i64 = 0
    i: i64 = 0
    while i < length:
        gone = i >= first and i < first + count * pace and (i - first) % pace == 0
        if not gone:
            store_u8(target + kept, load_u8(source + i))
            kept += 1
        i += 1


def __setitem__(self: bytearray, index: Any, value: object) -> None:
    if isinstance(index, slice):
        setslice(self, index.start, index.stop, index.step, value)
        return
    if not has_index(index):
        raise TypeError("bytearray indices must be integers or slices, not " + type_name(index))
    setitem(self, index, value)


def __delitem__(self: bytearray, index: Any) -> None:
    if isinstance(index, slice):
        delslice(self, index.start, index.stop, index.step)
        return
    if not has_index(index):
        raise TypeError("bytearray indices must be integers or slices, not " + type_name(index))
    delitem(self, index)
