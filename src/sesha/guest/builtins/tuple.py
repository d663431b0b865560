"""Implement tuple: construction, items, operators, hash.

A tuple's words follow its length (layout.py TUPLE_*) and never change. list_compare.py compares
runs of words for both sequences.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, TUPLE_ITEMS, TUPLE_LENGTH
from sesha.guest.builtins.hash import hash_of_tuple
from sesha.guest.builtins.iteration_sequence import tuple_iterator, tuple_reverseiterator
from sesha.guest.builtins.iteration_unpack import check_unpack as check_unpack, unpack as unpack
from sesha.guest.builtins.list_compare import words_equal, words_less, words_less_or_equal
from sesha.guest.builtins.list_slices import spread
from sesha.guest.builtins.list_storage import items_of, length_of_list, list_of_words
from sesha.guest.builtins.operators_index import (
    clamped_index,
    count_of_repeats,
    has_index,
    index_of,
)
from sesha.guest.builtins.repr_guard import enter, join_reprs, leave
from sesha.guest.builtins.slice import count_of, start_of, step_of, stop_of
from sesha.guest.builtins.type import class_number, has_exact_class, type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id_of,
    cold,
    copy_memory,
    from_small,
    inline,
    load_i64,
    load_word,
    object_at,
    store_i64,
    ult,
)
from sesha.guest.memory.allocate import allocate

Items = tuple[Any, ...]


# --- construction --------------------------------------------------------------------------------
def new_tuple(count: i64) -> Any:
    """A tuple of that many zero words, to be filled by the caller."""
    if count == 0:
        return ()
    if count > 1 << 40:
        raise MemoryError
    place = allocate(count * 8 + TUPLE_ITEMS, class_id_of(tuple))
    store_i64(place + TUPLE_LENGTH, count)
    return object_at(place)


def from_words(source: i64, count: i64) -> Any:
    """A tuple of the words at an address: a display."""
    result = new_tuple(count)
    copy_memory(address(result) + TUPLE_ITEMS, source, count * 8)
    return result


def from_list(items: list[Any]) -> Any:
    return from_words(items_of(items), length_of_list(items))


def from_iterable(iterable: Any) -> Any:
    if has_exact_class(iterable, class_id_of(tuple)):
        return iterable
    return from_list(list(iterable))


def __new__(cls: Any, iterable: Any = ()) -> Any:
    result = from_iterable(iterable)
    if cls is tuple:
        return result
    place = allocate(length_of_tuple(result) * 8 + TUPLE_ITEMS, class_number(cls))
    store_i64(place + TUPLE_LENGTH, length_of_tuple(result))
    copy_memory(place + TUPLE_ITEMS, words_of(result), length_of_tuple(result) * 8)
    return object_at(place)


# --- items -----------------------------------------------------------------------------------------
@inline
def length_of_tuple(self: Items) -> i64:
    return load_i64(address(self) + TUPLE_LENGTH)


@inline
def words_of(self: Items) -> i64:
    """Address of the first item."""
    return address(self) + TUPLE_ITEMS


@inline
def getitem(self: Items, index: int) -> Any:
    if bits(index) & INT_MASK == 0:
        offset = bits(index) << 1
        if ult(offset, length_of_tuple(self) << 3):
            return load_word(words_of(self) + offset)
    return getitem_slow(self, index)


@inline
def getitem_i64(self: Items, index: i64) -> Any:
    if ult(index, length_of_tuple(self)):
        return load_word(words_of(self) + (index << 3))
    return item_at(self, index)


@inline
def item(self: Items, position: i64) -> Any:
    """The item at a position that the caller knows to be inside."""
    return load_word(words_of(self) + (position << 3))


@cold
def getitem_slow(self: Items, index: int) -> Any:
    return item_at(self, index_of(index))


@cold
def item_at(self: Items, position: i64) -> Any:
    """An item by a machine integer, which may count from the end."""
    length = length_of_tuple(self)
    if position < 0:
        position = position + length
    if not ult(position, length):
        raise IndexError("tuple index out of range")
    return load_word(words_of(self) + (position << 3))


def getslice(self: Items, start: object, stop: object, step: object) -> Any:
    pace = step_of(step)
    length = length_of_tuple(self)
    low = start_of(start, length, pace)
    count = count_of(low, stop_of(stop, length, pace), pace)
    if count == length and pace == 1 and has_exact_class(self, class_id_of(tuple)):
        return self
    result = new_tuple(count)
    spread(words_of(result), 1, words_of(self) + (low << 3), pace, count)
    return result


def __getitem__(self: Items, index: object) -> Any:
    if isinstance(index, slice):
        return getslice(self, index.start, index.stop, index.step)
    if bits(index) & INT_MASK != 0 and not has_index(index):
        raise TypeError(f"tuple indices must be integers or slices, not {type_name(index)}")
    return getitem(self, from_small(index_of(index)))


# --- searching -----------------------------------------------------------------------------------
def find(self: Items, value: object, start: i64, stop: i64) -> i64:
    """Position of the first item in the range that is the value or equal to it, or -1."""
    length = length_of_tuple(self)
    if stop > length:
        stop = length
    position = start
    while position < stop:
        item = load_word(words_of(self) + (position << 3))
        if bits(item) == bits(value) or item == value:
            return position
        position = position + 1
    return -1


def contains(self: Items, value: object) -> bool:
    return find(self, value, 0, length_of_tuple(self)) >= 0


def __contains__(self: Items, value: object) -> bool:
    return contains(self, value)


def index(self: Items, value: object, start: int = 0, stop: int = 9223372036854775807) -> int:
    length = length_of_tuple(self)
    low = clamped_index(start)
    high = clamped_index(stop)
    if low < 0:
        low = low + length if low + length > 0 else 0
    if high < 0:
        high = high + length
    position = find(self, value, low, high)
    if position < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return from_small(position)


def count(self: Items, value: object) -> int:
    total: i64 = 0
    length = length_of_tuple(self)
    position = find(self, value, 0, length)
    while position >= 0:
        total = total + 1
        position = find(self, value, position + 1, length)
    return from_small(total)


# --- operators -------------------------------------------------------------------------------------
def add(self: Items, other: Items) -> Any:
    left = length_of_tuple(self)
    right = length_of_tuple(other)
    result = new_tuple(left + right)
    copy_memory(words_of(result), words_of(self), left * 8)
    copy_memory(words_of(result) + left * 8, words_of(other), right * 8)
    return result


def __add__(self: Items, other: object) -> Any:
    if isinstance(other, tuple):
        return add(self, other)
    raise TypeError(f'can only concatenate tuple (not "{type_name(other)}") to tuple')


def mul(self: Items, count: int) -> Any:
    return repeat(self, count_of_repeats(count))


def repeat(self: Items, times: i64) -> Any:
    length = length_of_tuple(self)
    if times <= 0 or length == 0:
        return ()
    if times > (1 << 40) // length:
        raise MemoryError
    result = new_tuple(length * times)
    target = words_of(result)
    while times > 0:
        copy_memory(target, words_of(self), length * 8)
        target = target + length * 8
        times = times - 1
    return result


def __mul__(self: Items, times: object) -> Any:
    if not has_index(times):
        raise TypeError(f"can't multiply sequence by non-int of type '{type_name(times)}'")
    return repeat(self, count_of_repeats(times))


def __rmul__(self: Items, times: object) -> Any:
    return __mul__(self, times)


# --- comparison and hash ---------------------------------------------------------------------------
def eq(self: Items, other: Items) -> bool:
    length = length_of_tuple(self)
    return length == length_of_tuple(other) and words_equal(words_of(self), words_of(other), length)


def ne(self: Items, other: Items) -> bool:
    return not eq(self, other)


def _less(self: Items, other: Items) -> Any:
    return words_less(words_of(self), length_of_tuple(self), words_of(other), length_of_tuple(other))


def _less_or_equal(self: Items, other: Items) -> Any:
    return words_less_or_equal(words_of(self), length_of_tuple(self), words_of(other), length_of_tuple(other))


def lt(self: Items, other: Items) -> bool:
    return bool(_less(self, other))


def le(self: Items, other: Items) -> bool:
    return bool(_less_or_equal(self, other))


def gt(self: Items, other: Items) -> bool:
    return bool(_less(other, self))


def ge(self: Items, other: Items) -> bool:
    return bool(_less_or_equal(other, self))


def __eq__(self: Items, other: object) -> Any:
    return eq(self, other) if isinstance(other, tuple) else NotImplemented


def __ne__(self: Items, other: object) -> Any:
    return not eq(self, other) if isinstance(other, tuple) else NotImplemented


def __lt__(self: Items, other: object) -> Any:
    return _less(self, other) if isinstance(other, tuple) else NotImplemented


def __le__(self: Items, other: object) -> Any:
    return _less_or_equal(self, other) if isinstance(other, tuple) else NotImplemented


def __gt__(self: Items, other: object) -> Any:
    return _less(other, self) if isinstance(other, tuple) else NotImplemented


def __ge__(self: Items, other: object) -> Any:
    return _less_or_equal(other, self) if isinstance(other, tuple) else NotImplemented


def hash_(self: Items) -> i64:
    return hash_of_tuple(self)


def __hash__(self: Items) -> int:
    return int(hash_of_tuple(self))


# --- the rest of the protocol ----------------------------------------------------------------------
@inline
def length(self: Items) -> i64:
    return length_of_tuple(self)


def __len__(self: Items) -> int:
    return from_small(length_of_tuple(self))


@inline
def truth(self: Items) -> bool:
    return length_of_tuple(self) != 0


def iter_(self: Items) -> Any:
    return tuple_iterator(self)


def __iter__(self: Items) -> Any:
    return tuple_iterator(self)


def __reversed__(self: Items) -> Any:
    return tuple_reverseiterator(self)


def repr_(self: Items) -> str:
    if length_of_tuple(self) == 0:
        return "()"
    if not enter(self):
        return "(...)"
    try:
        inner = join_reprs(list_of_words(words_of(self), length_of_tuple(self)))
    finally:
        leave()
    return "(" + inner + ",)" if length_of_tuple(self) == 1 else "(" + inner + ")"


def __repr__(self: Items) -> str:
    return repr_(self)
