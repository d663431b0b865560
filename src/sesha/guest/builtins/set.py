"""Implement set: construction and what changes it.

set_storage.py has the table, set_algebra.py what combines sets, set_methods.py what set and
frozenset share.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.abi.layout import SET_INDICES, SET_SIZE
from sesha.guest.builtins import set_algebra
from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.object_new import bare_instance
from sesha.guest.builtins.set_algebra import (
    __and__ as __and__,
    __eq__ as __eq__,
    __ge__ as __ge__,
    __gt__ as __gt__,
    __le__ as __le__,
    __len__ as __len__,
    __lt__ as __lt__,
    __ne__ as __ne__,
    __or__ as __or__,
    __sub__ as __sub__,
    __xor__ as __xor__,
    add_all,
    is_any_set,
    remove_all,
    toggle_all,
)
from sesha.guest.builtins.set_methods import (
    __contains__ as __contains__,
    __iter__ as __iter__,
    __repr__ as __repr__,
    contains as contains,
    copy as copy,
    difference as difference,
    fill_from_words,
    intersection as intersection,
    isdisjoint as isdisjoint,
    issubset as issubset,
    issuperset as issuperset,
    iter_ as iter_,
    length as length,
    repr_ as repr_,
    symmetric_difference as symmetric_difference,
    truth as truth,
    union as union,
)
from sesha.guest.builtins.set_storage import (
    add_entry,
    clear_storage,
    count_of,
    find,
    key_at,
    new_set,
    next_index,
    remove_entry,
    take_storage,
)
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import address, class_id_of, load_i64, store_i64, unchecked


# --- construction ------------------------------------------------------------------------------------
def new() -> Any:
    """`set()`"""
    return new_set(class_id_of(set))


def from_words(source: i64, count: i64) -> Any:
    """A set of the words at an address: a display."""
    result = new_set(class_id_of(set))
    fill_from_words(result, source, count)
    return result


def from_iterable(iterable: Any) -> Any:
    result = new_set(class_id_of(set))
    add_all(result, iterable)
    return result


def __new__(cls: Any, iterable: Any = ()) -> Any:
    """`set(iterable)`; an empty instance of a subclass, which `__init__` fills."""
    return from_iterable(iterable) if cls is set else bare_instance(cls, SET_SIZE)


def __init__(self: set[Any], iterable: Any = ()) -> None:
    clear_storage(self)
    add_all(self, iterable)


# --- items -------------------------------------------------------------------------------------------
def add(self: set[Any], item: object) -> None:
    add_entry(self, item, hash_of(item))


def discard(self: set[Any], item: object) -> None:
    index = find(self, item, hash_of(item))
    if index >= 0:
        remove_entry(self, index)


def remove(self: set[Any], item: object) -> None:
    index = find(self, item, hash_of(item))
    if index < 0:
        raise KeyError(item)
    remove_entry(self, index)


def pop(self: set[Any]) -> Any:
    if count_of(self) == 0:
        raise KeyError("pop from an empty set")
    finger = address(self) + SET_INDICES
    index = next_index(self, load_i64(finger) >> 2)
    if index < 0:
        index = next_index(self, 0)
    item = key_at(self, index)
    remove_entry(self, index)
    store_i64(finger, (index + 1) << 2)
    return item


def clear(self: set[Any]) -> None:
    clear_storage(self)


# --- in-place algebra --------------------------------------------------------------------------------
def update(self: set[Any], *others: Any) -> None:
    for other in others:
        add_all(self, other)


def intersection_update(self: set[Any], *others: Any) -> None:
    take_storage(self, intersection(self, *others))


def difference_update(self: set[Any], *others: Any) -> None:
    for other in others:
        remove_all(self, other)


def symmetric_difference_update(self: set[Any], other: Any) -> None:
    toggle_all(self, other)


def ior(self: set[Any], other: set[Any]) -> Any:
    add_all(self, other)
    return self


def iand(self: set[Any], other: set[Any]) -> Any:
    take_storage(self, set_algebra.and_(self, other))
    return self


def isub(self: set[Any], other: set[Any]) -> Any:
    remove_all(self, other)
    return self


def ixor(self: set[Any], other: set[Any]) -> Any:
    toggle_all(self, other)
    return self


def __ior__(self: set[Any], other: object) -> Any:
    if not is_any_set(other):
        return NotImplemented
    return ior(self, unchecked(other))


def __iand__(self: set[Any], other: object) -> Any:
    if not is_any_set(other):
        return NotImplemented
    return iand(self, unchecked(other))


def __isub__(self: set[Any], other: object) -> Any:
    if not is_any_set(other):
        return NotImplemented
    return isub(self, unchecked(other))


def __ixor__(self: set[Any], other: object) -> Any:
    if not is_any_set(other):
        return NotImplemented
    return ixor(self, unchecked(other))


def __hash__(self: set[Any]) -> NoReturn:
    raise TypeError(f"unhashable type: '{type_name(self)}'")


# --- the typed forms of operators -------------------------------------------------------------------
def and_(self: set[Any], other: set[Any]) -> Any:
    return set_algebra.and_(self, other)


def eq(self: set[Any], other: set[Any]) -> bool:
    return set_algebra.eq(self, other)


def ge(self: set[Any], other: set[Any]) -> bool:
    return set_algebra.ge(self, other)


def gt(self: set[Any], other: set[Any]) -> bool:
    return set_algebra.gt(self, other)


def le(self: set[Any], other: set[Any]) -> bool:
    return set_algebra.le(self, other)


def lt(self: set[Any], other: set[Any]) -> bool:
    return set_algebra.lt(self, other)


def ne(self: set[Any], other: set[Any]) -> bool:
    return set_algebra.ne(self, other)


def or_(self: set[Any], other: set[Any]) -> Any:
    return set_algebra.or_(self, other)


def sub(self: set[Any], other: set[Any]) -> Any:
    return set_algebra.sub(self, other)


def xor(self: set[Any], other: set[Any]) -> Any:
    return set_algebra.xor(self, other)
