"""Implement the methods of list that read, write and measure single items, and construction.

`list_slices.py` has slices, `list_search.py` what looks for a value, `list_compare.py` order and
equality, `list_sort.py` sorting, `list_storage.py` the memory. Typed forms (`getitem`) are inlined
where the types are known; dunders serve values of unknown type.
"""

from collections.abc import Iterable
from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_MASK, TUPLE_ITEMS, TUPLE_LENGTH
from sesha.guest.builtins.iteration_sequence import list_iterator, list_reverseiterator
from sesha.guest.builtins.list_compare import (
    __eq__ as __eq__,
    __ge__ as __ge__,
    __gt__ as __gt__,
    __le__ as __le__,
    __lt__ as __lt__,
    __ne__ as __ne__,
    eq as eq,
    ge as ge,
    gt as gt,
    le as le,
    lt as lt,
    ne as ne,
)
from sesha.guest.builtins.list_search import (
    __contains__ as __contains__,
    contains as contains,
    count as count,
    find,
    index as index,
)
from sesha.guest.builtins.list_slices import (
    delslice as delslice,
    getslice as getslice,
    setslice as setslice,
)
from sesha.guest.builtins.list_sort import sort as sort
from sesha.guest.builtins.list_storage import (
    append_words,
    capacity_of,
    close_gap,
    empty_instance,
    initialize,
    items_of,
    length_of_list,
    list_of_words as from_words,
    new_list,
    open_gap,
    reserve,
    set_length,
)
from sesha.guest.builtins.operators_index import count_of_repeats, has_index, index_of, size_index
from sesha.guest.builtins.repr_guard import enter, join_reprs, leave
from sesha.guest.builtins.type import has_exact_class, type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id_of,
    cold,
    from_small,
    inline,
    load_i64,
    load_word,
    store_i64,
    store_word,
    ult,
)


# --- construction ----------------------------------------------------------------------------
def from_iterable(iterable: object) -> Any:
    result = new_list(0)
    extend(result, iterable)
    return result


def __new__(cls: Any, iterable: Any = ()) -> Any:
    """`list(iterable)`; an empty instance of a subclass, which `__init__` fills."""
    return from_iterable(iterable) if cls is list else empty_instance(cls)


def __init__(self: list[Any], iterable: Any = ()) -> None:
    initialize(self, 0)
    extend(self, iterable)


# --- items -----------------------------------------------------------------------------------
@inline
def getitem(self: list[Any], index: int) -> Any:
    if bits(index) & INT_MASK == 0:
        offset = bits(index) << 1
        if ult(offset, length_of_list(self) << 3):
            return load_word(items_of(self) + offset)
    return load_word(place_of(self, index, "list index out of range"))


@inline
def getitem_i64(self: list[Any], index: i64) -> Any:
    if ult(index, length_of_list(self)):
        return load_word(items_of(self) + (index << 3))
    return load_word(place_at(self, index, "list index out of range"))


@inline
def item(self: list[Any], position: i64) -> Any:
    """The item at a position that the caller knows to be inside."""
    return load_word(items_of(self) + (position << 3))


@inline
def setitem(self: list[Any], index: int, value: object) -> None:
    if bits(index) & INT_MASK == 0:
        offset = bits(index) << 1
        if ult(offset, length_of_list(self) << 3):
            store_word(items_of(self) + offset, value)
            return
    store_word(place_of(self, index, "list assignment index out of range"), value)


@inline
def setitem_i64(self: list[Any], index: i64, value: object) -> None:
    if ult(index, length_of_list(self)):
        store_word(items_of(self) + (index << 3), value)
        return
    store_word(place_at(self, index, "list assignment index out of range"), value)


@cold
def place_of(self: list[Any], index: int, message: str) -> i64:
    """Address of an item given by any index; IndexError with the message when there is none."""
    return place_at(self, index_of(index), message)


@cold
def place_at(self: list[Any], position: i64, message: str) -> i64:
    """As place_of, of an index that is a machine integer."""
    length = length_of_list(self)
    if position < 0:
        position = position + length
    if not ult(position, length):
        raise IndexError(message)
    return items_of(self) + (position << 3)


def delitem(self: list[Any], index: int) -> None:
    place = place_of(self, index, "list assignment index out of range")
    close_gap(self, (place - items_of(self)) >> 3, 1)


def __getitem__(self: list[Any], index: object) -> Any:
    if isinstance(index, slice):
        return getslice(self, index.start, index.stop, index.step)
    require_index(index)
    return getitem(self, from_small(index_of(index)))


def __setitem__(self: list[Any], index: object, value: object) -> None:
    if isinstance(index, slice):
        setslice(self, index.start, index.stop, index.step, value)
        return
    require_index(index)
    setitem(self, from_small(index_of(index)), value)


def __delitem__(self: list[Any], index: object) -> None:
    if isinstance(index, slice):
        delslice(self, index.start, index.stop, index.step)
        return
    require_index(index)
    delitem(self, from_small(index_of(index)))


@inline
def require_index(index: object) -> None:
    if bits(index) & INT_MASK != 0:
        check_index(index)


@cold
def check_index(index: object) -> None:
    if not has_index(index):
        raise TypeError(f"list indices must be integers or slices, not {type_name(index)}")


# --- growing and shrinking ---------------------------------------------------------------------
@inline
def append(self: list[Any], value: object) -> None:
    length = length_of_list(self)
    if length >= capacity_of(self):
        reserve(self, length + 1)
    store_word(items_of(self) + (length << 3), value)
    set_length(self, length + 1)


def extend(self: list[Any], iterable: Any) -> None:
    if has_exact_class(iterable, class_id_of(list)):
        append_words(self, items_of(iterable), length_of_list(iterable))
    elif has_exact_class(iterable, class_id_of(tuple)):
        append_words(self, address(iterable) + TUPLE_ITEMS, load_i64(address(iterable) + TUPLE_LENGTH))
    else:
        for item in iterable:
            append(self, item)


def insert(self: list[Any], index: int, value: object) -> None:
    position = size_index(index)
    length = length_of_list(self)
    if position < 0:
        position = position + length
        if position < 0:
            position = 0
    if position > length:
        position = length
    open_gap(self, position, 1)
    store_word(items_of(self) + (position << 3), value)


def pop(self: list[Any], index: int = -1) -> Any:
    size_index(index)
    length = length_of_list(self)
    if length == 0:
        raise IndexError("pop from empty list")
    place = place_of(self, index, "pop index out of range")
    value = load_word(place)
    position = (place - items_of(self)) >> 3
    if position == length - 1:
        store_i64(place, 0)
        set_length(self, length - 1)
    else:
        close_gap(self, position, 1)
    return value


def remove(self: list[Any], value: object) -> None:
    position = find(self, value, 0, length_of_list(self))
    if position < 0:
        raise ValueError("list.remove(x): x not in list")
    close_gap(self, position, 1)


def clear(self: list[Any]) -> None:
    initialize(self, 0)


def reverse(self: list[Any]) -> None:
    low = items_of(self)
    high = low + (length_of_list(self) << 3) - 8
    while low < high:
        kept = load_i64(low)
        store_i64(low, load_i64(high))
        store_i64(high, kept)
        low = low + 8
        high = high - 8


def copy(self: list[Any]) -> Any:
    return from_words(items_of(self), length_of_list(self))


# --- operators -------------------------------------------------------------------------------------
def add(self: list[Any], other: list[Any]) -> Any:
    result = new_list(length_of_list(self) + length_of_list(other))
    append_words(result, items_of(self), length_of_list(self))
    append_words(result, items_of(other), length_of_list(other))
    return result


def __add__(self: list[Any], other: object) -> Any:
    if isinstance(other, list):
        return add(self, other)
    raise TypeError(f'can only concatenate list (not "{type_name(other)}") to list')


def iadd(self: list[Any], other: Iterable[Any]) -> Any:
    extend(self, other)
    return self


def __iadd__(self: list[Any], other: Any) -> Any:
    extend(self, other)
    return self


def mul(self: list[Any], count: int) -> Any:
    return repeat(self, count_of_repeats(count))


def repeat(self: list[Any], times: i64) -> Any:
    length = length_of_list(self)
    if times <= 0 or length == 0:
        return new_list(0)
    if times > (1 << 40) // length:
        raise MemoryError
    result = new_list(length * times)
    if length == 1:
        _fill(result, load_i64(items_of(self)), times)
        return result
    while times > 0:
        append_words(result, items_of(self), length)
        times = times - 1
    return result


def _fill(self: list[Any], bits_: i64, count: i64) -> None:
    place = items_of(self)
    end = place + (count << 3)
    while place < end:
        store_i64(place, bits_)
        place = place + 8
    set_length(self, count)


def __mul__(self: list[Any], times: object) -> Any:
    if not has_index(times):
        raise TypeError(f"can't multiply sequence by non-int of type '{type_name(times)}'")
    return repeat(self, count_of_repeats(times))


def __rmul__(self: list[Any], times: object) -> Any:
    return __mul__(self, times)


def imul(self: list[Any], count: int) -> Any:
    setslice(self, None, None, None, mul(self, count))
    return self


def __imul__(self: list[Any], times: object) -> Any:
    setslice(self, None, None, None, __mul__(self, times))
    return self


# --- the rest of the protocol --------------------------------------------------------------------
@inline
def length(self: list[Any]) -> i64:
    return length_of_list(self)


def __len__(self: list[Any]) -> int:
    return from_small(length_of_list(self))


@inline
def truth(self: list[Any]) -> bool:
    return length_of_list(self) != 0


def iter_(self: list[Any]) -> Any:
    return list_iterator(self)


def __iter__(self: list[Any]) -> Any:
    return list_iterator(self)


def __reversed__(self: list[Any]) -> Any:
    return list_reverseiterator(self)


def repr_(self: list[Any]) -> str:
    if not enter(self):
        return "[...]"
    try:
        return "[" + join_reprs(self) + "]"
    finally:
        leave()


def __repr__(self: list[Any]) -> str:
    return repr_(self)


def __hash__(self: list[Any]) -> NoReturn:
    raise TypeError(f"unhashable type: '{type_name(self)}'")
