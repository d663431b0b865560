"""Implement frozenset: construction and hash; all else is shared with set."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import SET_HASH, SET_SIZE
from sesha.guest.builtins import set_algebra
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
)
from sesha.guest.builtins.set_methods import (
    __contains__ as __contains__,
    __iter__ as __iter__,
    __repr__ as __repr__,
    contains as contains,
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
from sesha.guest.builtins.set_storage import count_of, hash_at, merge_set, new_set, next_index
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import address, class_id_of, inline, load_i64, lshr, store_i64


def new() -> Any:
    """`frozenset()`"""
    return new_set(class_id_of(frozenset))


def from_words(source: i64, count: i64) -> Any:
    result = new_set(class_id_of(frozenset))
    fill_from_words(result, source, count)
    return result


def from_iterable(iterable: Any) -> Any:
    if has_exact_class(iterable, class_id_of(frozenset)):
        return iterable
    result = new_set(class_id_of(frozenset))
    add_all(result, iterable)
    return result


def __new__(cls: Any, iterable: Any = ()) -> Any:
    if cls is frozenset:
        return from_iterable(iterable)
    result = bare_instance(cls, SET_SIZE)
    add_all(result, iterable)
    return result


def copy(self: frozenset[Any]) -> Any:
    if has_exact_class(self, class_id_of(frozenset)):
        return self
    result = new_set(class_id_of(frozenset))
    merge_set(result, self)
    return result


# --- hash --------------------------------------------------------------------------------------------
SHUFFLE_XOR = 89869747
SHUFFLE_FACTOR = 3644798167
COUNT_FACTOR = 1927868237
"""CPython's constants: a frozenset of numbers has the same hash there."""


@inline
def _shuffle(hash_: i64) -> i64:
    return ((hash_ ^ SHUFFLE_XOR) ^ (hash_ << 16)) * SHUFFLE_FACTOR


def hash_(self: frozenset[Any]) -> i64:
    """The items' hashes, each shuffled, combined in no order; made once."""
    known = load_i64(address(self) + SET_HASH)
    if known != 0:
        return known
    total: i64 = 0
    index = next_index(self, 0)
    while index >= 0:
        total = total ^ _shuffle(hash_at(self, index))
        index = next_index(self, index + 1)
    total = total ^ ((count_of(self) + 1) * COUNT_FACTOR)
    total = total ^ (lshr(total, 11) ^ lshr(total, 25))
    total = total * 69069 + 907133923
    if total == -1:
        total = 590923713
    store_i64(address(self) + SET_HASH, total)
    return total


def __hash__(self: frozenset[Any]) -> int:
    return int(hash_(self))


# --- the typed forms of operators -------------------------------------------------------------------
def and_(self: frozenset[Any], other: frozenset[Any]) -> Any:
    return set_algebra.and_(self, other)


def eq(self: frozenset[Any], other: frozenset[Any]) -> bool:
    return set_algebra.eq(self, other)


def ge(self: frozenset[Any], other: frozenset[Any]) -> bool:
    return set_algebra.ge(self, other)


def gt(self: frozenset[Any], other: frozenset[Any]) -> bool:
    return set_algebra.gt(self, other)


def le(self: frozenset[Any], other: frozenset[Any]) -> bool:
    return set_algebra.le(self, other)


def lt(self: frozenset[Any], other: frozenset[Any]) -> bool:
    return set_algebra.lt(self, other)


def ne(self: frozenset[Any], other: frozenset[Any]) -> bool:
    return set_algebra.ne(self, other)


def or_(self: frozenset[Any], other: frozenset[Any]) -> Any:
    return set_algebra.or_(self, other)


def sub(self: frozenset[Any], other: frozenset[Any]) -> Any:
    return set_algebra.sub(self, other)


def xor(self: frozenset[Any], other: frozenset[Any]) -> Any:
    return set_algebra.xor(self, other)
