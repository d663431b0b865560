"""Hold the methods that set and frozenset share, and their iterator.

set.py and frozenset.py take them under their own names.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import DONE
from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.iteration import Iterator
from sesha.guest.builtins.repr_guard import enter, join_reprs, leave
from sesha.guest.builtins.set_algebra import (
    add_all,
    and_,
    as_set,
    copy_of,
    disjoint,
    is_subset,
    remove_all,
    sub,
    xor,
)
from sesha.guest.builtins.set_storage import add_entry, count_of, find, key_at, mask_of, next_index
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import class_id_of, from_small, inline, load_word, word


class set_iterator(Iterator):
    source: Any
    index: i64
    count: i64

    def __init__(self, source: Any) -> None:
        self.source = source
        self.index = 0
        self.count = count_of(source)

    def __step__(self) -> object:
        if count_of(self.source) != self.count:
            self.count = -1
            raise RuntimeError("Set changed size during iteration")
        index = next_index(self.source, self.index)
        if index < 0:
            self.index = mask_of(self.source) + 1
            return word(DONE)
        self.index = index + 1
        return key_at(self.source, index)

    def __length_hint__(self) -> int:
        return from_small(self.count)


def fill_from_words(self: Any, source: i64, count: i64) -> None:
    """Add the words at an address: a display."""
    end = source + (count << 3)
    while source < end:
        item = load_word(source)
        add_entry(self, item, hash_of(item))
        source = source + 8


@inline
def length(self: Any) -> i64:
    return count_of(self)


@inline
def truth(self: Any) -> bool:
    return count_of(self) != 0


def contains(self: Any, item: object) -> bool:
    if has_exact_class(item, class_id_of(set)):
        return _contains_set(self, item)
    return find(self, item, hash_of(item)) >= 0


def _contains_set(self: Any, item: Any) -> bool:
    """A set is looked up as the frozenset of its items."""
    frozen = frozenset(item)
    return find(self, frozen, hash_of(frozen)) >= 0


def __contains__(self: Any, item: object) -> bool:
    return contains(self, item)


def iter_(self: Any) -> Any:
    return set_iterator(self)


def __iter__(self: Any) -> Any:
    return set_iterator(self)


def copy(self: Any) -> Any:
    return copy_of(self)


def union(self: Any, *others: Any) -> Any:
    result = copy_of(self)
    for other in others:
        add_all(result, other)
    return result


def intersection(self: Any, *others: Any) -> Any:
    if not others:
        return copy_of(self)
    result = self
    for other in others:
        result = and_(result, other)
    return result


def difference(self: Any, *others: Any) -> Any:
    if not others:
        return copy_of(self)
    result = sub(self, others[0])
    for position in range(1, len(others)):
        remove_all(result, others[position])
    return result


def symmetric_difference(self: Any, other: Any) -> Any:
    return xor(self, other)


def isdisjoint(self: Any, other: Any) -> bool:
    return disjoint(self, other)


def issubset(self: Any, other: Any) -> bool:
    return is_subset(self, as_set(other))


def issuperset(self: Any, other: Any) -> bool:
    return is_subset(as_set(other), self)


def repr_(self: Any) -> str:
    name = type_name(self)
    if count_of(self) == 0:
        return name + "()"
    if not enter(self):
        return name + "(...)"
    try:
        inner = "{" + join_reprs(list(self)) + "}"
    finally:
        leave()
    return inner if has_exact_class(self, class_id_of(set)) else name + "(" + inner + ")"


def __repr__(self: Any) -> str:
    return repr_(self)
