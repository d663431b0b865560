"""Make strings from strings: `+`, `*`, `join`, and a builder for text that grows.

A result's kind is known before its storage is made, since the bounds of its parts (`text_bits`)
combine; so nothing is copied twice.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ARRAY_ITEMS,
    BUFFER_CAPACITY,
    BUFFER_DATA,
    LIST_ARRAY,
    LIST_LENGTH,
    OBJECT_ALIGN,
    STR_DATA,
    STR_HASH,
    STR_LENGTH,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
)
from sesha.guest.builtins.bytes_units import bytes_from
from sesha.guest.builtins.text_index import has_index, index_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import (
    LENGTH_LIMIT,
    bits_of_units,
    copy_units,
    exact,
    fill_units,
    kind_for,
    load_unit,
    new_text,
    store_unit,
    text_bits,
    text_from_bounded,
    text_kind,
    text_length,
)
from sesha.guest.builtins.type import is_object
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    copy_memory,
    load_i64,
    load_word,
    method_or,
    object_at,
    store_i64,
)
from sesha.guest.memory.allocate import allocate

LONG = 64
"""Code points from which on a text that was lengthened gets room for more."""
FIRST_ROOM = 64
"""Units that a StringBuilder makes room for at first."""


# --- + and * -------------------------------------------------------------------------------------
def add(self: str, other: str) -> str:
    left = address(self)
    right = address(other)
    left_length = text_length(left)
    right_length = text_length(right)
    if left_length == 0:
        return exact(other)
    if right_length == 0:
        return exact(self)
    bound = text_bits(left) | text_bits(right)
    kind = kind_for(bound)
    base = new_text(left_length + right_length, bound)
    data = base + STR_DATA
    copy_units(data, kind, left + STR_DATA, text_kind(left), left_length)
    copy_units(data + left_length * kind, kind, right + STR_DATA, text_kind(right), right_length)
    result: str = object_at(base)
    return result


room_left: i64 = 0
"""Bytes that are free behind the text that `append` gave last."""


def append(self: str, other: str, room: i64) -> str:
    """`self + other`, in place of self where nobody else knows it: it has `room` bytes behind it."""
    global room_left
    left = address(self)
    right = address(other)
    left_length = text_length(left)
    right_length = text_length(right)
    size = right_length * text_kind(left)
    if room > 0 and size <= room and text_bits(right) | text_bits(left) == text_bits(left):
        place = left + STR_DATA + left_length * text_kind(left)
        copy_units(place, text_kind(left), right + STR_DATA, text_kind(right), right_length)
        store_i64(left + STR_LENGTH, left_length + right_length)
        store_i64(left + STR_HASH, 0)
        room_left = room - size
        return self
    room_left = 0
    if left_length == 0:
        return exact(other)
    if right_length == 0:
        return exact(self)
    return _with_room(left, right)


def _with_room(left: i64, right: i64) -> str:
    """A new text of both, with room for half as much again if it is long."""
    global room_left
    bound = text_bits(left) | text_bits(right)
    kind = kind_for(bound)
    length = text_length(left) + text_length(right)
    spare: i64 = 0
    if length >= LONG:
        spare = length >> 1
    base = new_text(length + spare, bound)
    store_i64(base + STR_LENGTH, length)
    data = base + STR_DATA
    copy_units(data, kind, left + STR_DATA, text_kind(left), text_length(left))
    copy_units(data + text_length(left) * kind, kind, right + STR_DATA, text_kind(right), text_length(right))
    size = STR_DATA + (length + spare) * kind
    room_left = ((size + OBJECT_ALIGN - 1) & -OBJECT_ALIGN) - STR_DATA - length * kind
    result: str = object_at(base)
    return result


def mul(self: str, other: int) -> str:
    return repeat(self, index_of(other))


def repeat(text: str, times: i64) -> str:
    base = address(text)
    length = text_length(base)
    if times <= 0 or length == 0:
        return ""
    if times == 1:
        return exact(text)
    if times > LENGTH_LIMIT // length:
        raise MemoryError
    kind = text_kind(base)
    made = new_text(length * times, text_bits(base))
    if length == 1:
        fill_units(made + STR_DATA, kind, load_unit(base + STR_DATA, kind, 0), times)
    else:
        repeat_memory(made + STR_DATA, base + STR_DATA, length * kind, times)
    result: str = object_at(made)
    return result


def repeat_memory(target: i64, source: i64, size: i64, times: i64) -> None:
    """Fill `target` with `times` copies, doubling what is there already."""
    total = size * times
    copy_memory(target, source, size)
    done = size
    while done < total:
        step = min(done, total - done)
        copy_memory(target + done, target, step)
        done += step


def __add__(self: str, other: object) -> Any:
    if isinstance(other, str):
        return add(self, other)
    result: object = method_or(NotImplemented, other, "__radd__", self)
    if result is NotImplemented:
        raise TypeError('can only concatenate str (not "' + type_name(other) + '") to str')
    return result


def __mul__(self: str, other: object) -> Any:
    if has_index(other):
        return repeat(self, index_of(other))
    result: object = NotImplemented
    if not isinstance(other, (str, bytes, bytearray, list, tuple)):
        result = method_or(NotImplemented, other, "__rmul__", self)
    if result is NotImplemented:
        raise TypeError("can't multiply sequence by non-int of type '" + type_name(other) + "'")
    return result


def __rmul__(self: str, other: object) -> Any:
    if not has_index(other):
        raise TypeError("can't multiply sequence by non-int of type '" + type_name(other) + "'")
    return repeat(self, index_of(other))


# --- join ----------------------------------------------------------------------------------------
def join(self: str, iterable: Any) -> str:
    if isinstance(iterable, list):
        return join_list(self, iterable)
    if isinstance(iterable, tuple):
        base = address(iterable)
        return join_words(self, base + TUPLE_ITEMS, load_i64(base + TUPLE_LENGTH))
    if not is_object(iterable):
        raise TypeError("can only join an iterable")
    items: list[object] = []
    for item in iterable:
        items.append(item)
    return join_list(self, items)


def join_list(separator: str, items: list[object]) -> str:
    base = address(items)
    items_at = address(load_word(base + LIST_ARRAY)) + ARRAY_ITEMS
    return join_words(separator, items_at, load_i64(base + LIST_LENGTH))


def join_words(separator: str, items: i64, count: i64) -> str:
    """Join `count` words at an address: one pass to measure, one to copy."""
    gap = address(separator)
    gap_length = text_length(gap)
    length: i64 = 0
    bound: i64 = text_bits(gap) if count > 1 else 0
    i: i64 = 0
    while i < count:
        item: object = load_word(items + (i << 3))
        if not isinstance(item, str):
            raise TypeError(f"sequence item {int(i)}: expected str instance, {type_name(item)} found")
        base = address(item)
        length += text_length(base)
        bound |= text_bits(base)
        i += 1
    if count == 0:
        return ""
    if count == 1:
        only: str = load_word(items)
        return exact(only)
    length += gap_length * (count - 1)
    if length == 0:
        return ""
    return _join_measured(gap, items, count, length, bound)


def _join_measured(gap: i64, items: i64, count: i64, length: i64, bound: i64) -> str:
    kind = kind_for(bound)
    gap_length = text_length(gap)
    gap_kind = text_kind(gap)
    made = new_text(length, bound)
    at = made + STR_DATA
    i: i64 = 0
    while i < count:
        if i > 0 and gap_length > 0:
            copy_units(at, kind, gap + STR_DATA, gap_kind, gap_length)
            at += gap_length * kind
        base = address(load_word(items + (i << 3)))
        size = text_length(base)
        copy_units(at, kind, base + STR_DATA, text_kind(base), size)
        at += size * kind
        i += 1
    result: str = object_at(made)
    return result


# --- growing text --------------------------------------------------------------------------------
class StringBuilder:
    """Text that grows at its end, in a buffer of the smallest kind so far."""

    def __init__(self) -> None:
        self._buffer: object = None
        self._data: i64 = 0
        self._room: i64 = 0
        self._kind: i64 = 1
        self.length: i64 = 0
        self.bound: i64 = 0

    def append(self, text: str) -> None:
        base = address(text)
        self.append_units(base + STR_DATA, text_kind(base), text_length(base), text_bits(base))

    def append_slice(self, text: str, start: i64, stop: i64) -> None:
        """Append the code points start..stop, which are within the text."""
        if start < stop:
            base = address(text)
            kind = text_kind(base)
            bound = text_bits(base)
            data = base + STR_DATA + start * kind
            if bound > 0x7F:
                bound = bits_of_units(data, kind, stop - start)
            self.append_units(data, kind, stop - start, bound)

    def append_units(self, data: i64, kind: i64, count: i64, bound: i64) -> None:
        """Append units at an address; `bound` is exact about their kind and ASCII-ness."""
        self._reserve(count, bound)
        copy_units(self._data + self.length * self._kind, self._kind, data, kind, count)
        self.length += count

    def append_code(self, code: i64) -> None:
        self._reserve(1, code)
        store_unit(self._data, self._kind, self.length, code)
        self.length += 1

    def append_codes(self, code: i64, count: i64) -> None:
        """Append the same code point `count` times."""
        if count > 0:
            self._reserve(count, code)
            fill_units(self._data + self.length * self._kind, self._kind, code, count)
            self.length += count

    def text(self) -> str:
        """What was appended so far."""
        if self.length == 0:
            return ""
        return text_from_bounded(self._data, self._kind, self.length, self.bound)

    def as_bytes(self) -> bytes:
        """The code points appended so far as bytes; all are below 256."""
        return bytes_from(self._data, self.length)

    def clear(self) -> None:
        self.length = 0
        self.bound = 0

    def _reserve(self, count: i64, bound: i64) -> None:
        self.bound |= bound
        if self.length + count > self._room or (bound >= 0x100 and kind_for(bound) > self._kind):
            self._grow(count)

    def _grow(self, count: i64) -> None:
        room = self._room
        if self.length + count > room:
            room = max(room * 2, self.length + count, FIRST_ROOM)
        kind = max(kind_for(self.bound), self._kind)
        if room > LENGTH_LIMIT:
            raise MemoryError
        base = allocate(BUFFER_DATA + room * kind, class_id_of("buffer"))
        store_i64(base + BUFFER_CAPACITY, room * kind)
        if self.length > 0:
            copy_units(base + BUFFER_DATA, kind, self._data, self._kind, self.length)
        self._buffer = object_at(base)
        self._data = base + BUFFER_DATA
        self._room = room
        self._kind = kind
