"""Look into dicts: the live views of `keys()`, `values()`, `items()`, and their iterators.

A view holds its dict and nothing else. Rules: an iterator raises RuntimeError once the dict's
size has changed; the views of keys and items are sets to the operators `& | - ^` and to order.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import DONE
from sesha.guest.builtins.dict_storage import (
    MISSING,
    count_of,
    find,
    key_at,
    next_entry,
    previous_entry,
    used_of,
    value_at,
)
from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.iteration import Iterator
from sesha.guest.builtins.repr_guard import enter, join_reprs, leave
from sesha.guest.cpu.intrinsics import bits, cold, from_small, inline, word


# --- iterators ---------------------------------------------------------------------------------------
class DictIterator(Iterator):
    """Steps through entry positions; subclasses say what they give of an entry."""

    source: dict[Any, Any]
    position: i64
    count: i64

    def __init__(self, source: dict[Any, Any]) -> None:
        self.source = source
        self.position = 0
        self.count = count_of(source)

    @inline
    def advance(self) -> i64:
        """The position of the next entry, or MISSING."""
        if count_of(self.source) != self.count:
            self._size_changed()
        position = next_entry(self.source, self.position)
        self.position = position + 1 if position != MISSING else used_of(self.source)
        return position

    @cold
    def _size_changed(self) -> None:
        self.count = -1
        raise RuntimeError("dictionary changed size during iteration")

    def __length_hint__(self) -> int:
        return from_small(self.count)


class dict_keyiterator(DictIterator):
    def __step__(self) -> object:
        position = self.advance()
        return word(DONE) if position == MISSING else key_at(self.source, position)


class dict_valueiterator(DictIterator):
    def __step__(self) -> object:
        position = self.advance()
        return word(DONE) if position == MISSING else value_at(self.source, position)


class dict_itemiterator(DictIterator):
    def __step__(self) -> object:
        position = self.advance()
        if position == MISSING:
            return word(DONE)
        return (key_at(self.source, position), value_at(self.source, position))


class DictReverseIterator(Iterator):
    source: dict[Any, Any]
    position: i64
    count: i64

    def __init__(self, source: dict[Any, Any]) -> None:
        self.source = source
        self.position = used_of(source) - 1
        self.count = count_of(source)

    def retreat(self) -> i64:
        if count_of(self.source) != self.count:
            self.count = -1
            raise RuntimeError("dictionary changed size during iteration")
        position = previous_entry(self.source, self.position)
        self.position = position - 1 if position != MISSING else -1
        return position


class dict_reversekeyiterator(DictReverseIterator):
    def __step__(self) -> object:
        position = self.retreat()
        return word(DONE) if position == MISSING else key_at(self.source, position)


class dict_reversevalueiterator(DictReverseIterator):
    def __step__(self) -> object:
        position = self.retreat()
        return word(DONE) if position == MISSING else value_at(self.source, position)


class dict_reverseitemiterator(DictReverseIterator):
    def __step__(self) -> object:
        position = self.retreat()
        if position == MISSING:
            return word(DONE)
        return (key_at(self.source, position), value_at(self.source, position))


# --- views -------------------------------------------------------------------------------------------
class DictView:
    """What the three views share."""

    mapping: dict[Any, Any]

    def __init__(self, mapping: dict[Any, Any]) -> None:
        self.mapping = mapping

    def __len__(self) -> int:
        return from_small(count_of(self.mapping))

    def __iter__(self) -> Any:
        raise NotImplementedError

    def _text(self, name: str) -> str:
        if not enter(self):
            return "..."
        try:
            return name + "([" + join_reprs(list(self)) + "])"
        finally:
            leave()


class DictSetView(DictView):
    """The set operations of the views of keys and items."""

    def __contains__(self, item: object) -> bool:
        raise NotImplementedError

    def __and__(self, other: Any) -> Any:
        result: set[Any] = set()
        for item in other:
            if item in self:
                result.add(item)
        return result

    def __rand__(self, other: Any) -> Any:
        return self.__and__(other)

    def __or__(self, other: Any) -> Any:
        result: set[Any] = set(self)
        result.update(other)
        return result

    def __ror__(self, other: Any) -> Any:
        return self.__or__(other)

    def __sub__(self, other: Any) -> Any:
        result: set[Any] = set(self)
        result.difference_update(other)
        return result

    def __rsub__(self, other: Any) -> Any:
        result: set[Any] = set(other)
        result.difference_update(self)
        return result

    def __xor__(self, other: Any) -> Any:
        result: set[Any] = set(self)
        result.symmetric_difference_update(other)
        return result

    def __rxor__(self, other: Any) -> Any:
        return self.__xor__(other)

    def isdisjoint(self, other: Any) -> bool:
        for item in other:
            if item in self:
                return False
        return True

    def _within(self, other: Any) -> bool:
        """Whether all items are in the other one too."""
        for item in self:
            if item not in other:
                return False
        return True

    def __eq__(self, other: object) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) == _size(other) and self._within(other)

    def __ne__(self, other: object) -> Any:
        if not _is_set(other):
            return NotImplemented
        return not (len(self) == _size(other) and self._within(other))

    def __le__(self, other: object) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) <= _size(other) and self._within(other)

    def __lt__(self, other: object) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) < _size(other) and self._within(other)

    def __ge__(self, other: object) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) >= _size(other) and _all_in(other, self)

    def __gt__(self, other: object) -> Any:
        if not _is_set(other):
            return NotImplemented
        return len(self) > _size(other) and _all_in(other, self)


def _is_set(value: object) -> bool:
    return isinstance(value, (set, frozenset, DictSetView))


def _size(value: Any) -> int:
    return len(value)


def _all_in(items: Any, container: Any) -> bool:
    for item in items:
        if item not in container:
            return False
    return True


class dict_keys(DictSetView):
    def __iter__(self) -> Any:
        return dict_keyiterator(self.mapping)

    def __reversed__(self) -> Any:
        return dict_reversekeyiterator(self.mapping)

    def __contains__(self, item: object) -> bool:
        return find(self.mapping, item, hash_of(item)) != MISSING

    def __repr__(self) -> str:
        return self._text("dict_keys")


class dict_values(DictView):
    def __iter__(self) -> Any:
        return dict_valueiterator(self.mapping)

    def __reversed__(self) -> Any:
        return dict_reversevalueiterator(self.mapping)

    def __repr__(self) -> str:
        return self._text("dict_values")


class dict_items(DictSetView):
    def __iter__(self) -> Any:
        return dict_itemiterator(self.mapping)

    def __reversed__(self) -> Any:
        return dict_reverseitemiterator(self.mapping)

    def __contains__(self, item: object) -> bool:
        if not isinstance(item, tuple) or len(item) != 2:
            return False
        position = find(self.mapping, item[0], hash_of(item[0]))
        if position == MISSING:
            return False
        value = value_at(self.mapping, position)
        return bits(value) == bits(item[1]) or bool(value == item[1])

    def __repr__(self) -> str:
        return self._text("dict_items")
