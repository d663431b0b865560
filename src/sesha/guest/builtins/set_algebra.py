"""Combine and compare sets and frozensets: union, intersection, difference, subset.

Functions take either class and make what the caller says (`like`: a set whose class the result
has). Each walks the operand that CPython walks, so that results come out in the same order.
"""

from typing import Any

from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.set_storage import (
    add_entry,
    clear_storage,
    count_of,
    drop_deleted,
    find,
    hash_at,
    key_at,
    make_room,
    merge_set,
    new_set,
    next_index,
    remove_entry,
)
from sesha.guest.cpu.intrinsics import class_id_of, from_small


def is_any_set(value: object) -> bool:
    return isinstance(value, (set, frozenset))


def empty_like(self: Any) -> Any:
    """An empty set of the built-in class that the operand's class derives from."""
    return new_set(class_id_of(set) if isinstance(self, set) else class_id_of(frozenset))


def copy_of(self: Any) -> Any:
    result = empty_like(self)
    merge_set(result, self)
    return result


def as_set(iterable: Any) -> Any:
    """The iterable itself if it is a set, else a set of its items."""
    if is_any_set(iterable):
        return iterable
    result = new_set(class_id_of(set))
    add_all(result, iterable)
    return result


def add_all(self: Any, iterable: Any) -> None:
    """Add the items of any iterable."""
    if is_any_set(iterable):
        merge_set(self, iterable)
        return
    if isinstance(iterable, dict):
        make_room(self, len(iterable))
    for item in iterable:
        add_entry(self, item, hash_of(item))


# --- new sets ----------------------------------------------------------------------------------------
def or_(self: Any, other: Any) -> Any:
    result = copy_of(self)
    add_all(result, other)
    return result


def and_(self: Any, other: Any) -> Any:
    result = empty_like(self)
    if is_any_set(other):
        if self is other:
            return copy_of(self)
        smaller, larger = other, self
        if count_of(other) > count_of(self):
            smaller, larger = self, other
        index = next_index(smaller, 0)
        while index >= 0:
            key = key_at(smaller, index)
            hash_ = hash_at(smaller, index)
            if find(larger, key, hash_) >= 0:
                add_entry(result, key, hash_)
            index = next_index(smaller, index + 1)
        return result
    for item in other:
        hash_ = hash_of(item)
        if find(self, item, hash_) >= 0:
            add_entry(result, item, hash_)
    return result


def sub(self: Any, other: Any) -> Any:
    if not is_any_set(other) or count_of(self) >> 2 > count_of(other):
        result = copy_of(self)
        remove_all(result, other)
        return result
    result = empty_like(self)
    index = next_index(self, 0)
    while index >= 0:
        key = key_at(self, index)
        hash_ = hash_at(self, index)
        if find(other, key, hash_) < 0:
            add_entry(result, key, hash_)
        index = next_index(self, index + 1)
    return result


def xor(self: Any, other: Any) -> Any:
    """Begins with the other operand's items, as CPython does."""
    result = empty_like(self)
    add_all(result, other)
    toggle_all(result, self)
    return result


# --- in place ----------------------------------------------------------------------------------------
def remove_all(self: Any, other: Any) -> None:
    """`difference_update`"""
    if self is other:
        clear_storage(self)
        return
    for item in other:
        index = find(self, item, hash_of(item))
        if index >= 0:
            remove_entry(self, index)
    drop_deleted(self)


def toggle_all(self: Any, other: Any) -> None:
    """`symmetric_difference_update`: remove what is there, add what is not."""
    if self is other:
        clear_storage(self)
        return
    items = as_set(other)
    index = next_index(items, 0)
    while index >= 0:
        key = key_at(items, index)
        hash_ = hash_at(items, index)
        place = find(self, key, hash_)
        if place >= 0:
            remove_entry(self, place)
        else:
            add_entry(self, key, hash_)
        index = next_index(items, index + 1)


# --- comparison --------------------------------------------------------------------------------------
def is_subset(self: Any, other: Any) -> bool:
    """Whether all items of the set are in the other set."""
    if count_of(self) > count_of(other):
        return False
    index = next_index(self, 0)
    while index >= 0:
        if find(other, key_at(self, index), hash_at(self, index)) < 0:
            return False
        index = next_index(self, index + 1)
    return True


def eq(self: Any, other: Any) -> bool:
    return count_of(self) == count_of(other) and is_subset(self, other)


def ne(self: Any, other: Any) -> bool:
    return not eq(self, other)


def le(self: Any, other: Any) -> bool:
    return is_subset(self, other)


def lt(self: Any, other: Any) -> bool:
    return count_of(self) < count_of(other) and is_subset(self, other)


def ge(self: Any, other: Any) -> bool:
    return is_subset(other, self)


def gt(self: Any, other: Any) -> bool:
    return count_of(self) > count_of(other) and is_subset(other, self)


def disjoint(self: Any, other: Any) -> bool:
    for item in other:
        if find(self, item, hash_of(item)) >= 0:
            return False
    return True


# --- the dynamic forms, shared by set and frozenset ----------------------------------------------------
def __eq__(self: Any, other: object) -> Any:
    return eq(self, other) if is_any_set(other) else NotImplemented


def __ne__(self: Any, other: object) -> Any:
    return not eq(self, other) if is_any_set(other) else NotImplemented


def __lt__(self: Any, other: object) -> Any:
    return lt(self, other) if is_any_set(other) else NotImplemented


def __le__(self: Any, other: object) -> Any:
    return le(self, other) if is_any_set(other) else NotImplemented


def __gt__(self: Any, other: object) -> Any:
    return gt(self, other) if is_any_set(other) else NotImplemented


def __ge__(self: Any, other: object) -> Any:
    return ge(self, other) if is_any_set(other) else NotImplemented


def __or__(self: Any, other: object) -> Any:
    return or_(self, other) if is_any_set(other) else NotImplemented


def __and__(self: Any, other: object) -> Any:
    return and_(self, other) if is_any_set(other) else NotImplemented


def __sub__(self: Any, other: object) -> Any:
    return sub(self, other) if is_any_set(other) else NotImplemented


def __xor__(self: Any, other: object) -> Any:
    return xor(self, other) if is_any_set(other) else NotImplemented


def __len__(self: Any) -> int:
    return from_small(count_of(self))
