"""Merge, construct and compare dicts: `update`, `dict(...)`, `|`, `==`."""

from typing import Any

from sesha.guest.abi.layout import DICT_SIZE, UNSET
from sesha.guest.builtins.dict_storage import (
    ENTRY_HASH,
    ENTRY_VALUE,
    MISSING,
    add_entry,
    copy_storage,
    count_of,
    entry_at,
    find,
    key_at,
    new_dict,
    next_entry,
    value_at,
    version_of,
)
from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.iteration import is_done, iter_of, next_or_done, sequence_iterator
from sesha.guest.builtins.object_new import bare_instance
from sesha.guest.builtins.operators_compare import eq_any
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import bits, class_id_of, load_i64, method_or, store_word, word

Dict = dict[Any, Any]


def put(self: Dict, key: object, value: object) -> None:
    """`self[key] = value` for a plain dict, or past a subclass's own `__setitem__`."""
    hash_ = hash_of(key)
    position = find(self, key, hash_)
    if position == MISSING:
        add_entry(self, key, hash_, value)
    else:
        store_word(entry_at(self, position) + ENTRY_VALUE, value)


def __new__(cls: Any, *arguments: Any, **keywords: Any) -> Any:
    """`dict(...)`; an empty instance of a subclass, which `__init__` fills."""
    if cls is not dict:
        return bare_instance(cls, DICT_SIZE)
    result = new_dict()
    update(result, *arguments, **keywords)
    return result


def __init__(self: Dict, *arguments: Any, **keywords: Any) -> None:
    update(self, *arguments, **keywords)


def update(self: Dict, *arguments: Any, **keywords: Any) -> None:
    if len(arguments) > 1:
        raise TypeError(f"update expected at most 1 argument, got {len(arguments)}")
    if arguments:
        merge_any(self, arguments[0])
    if keywords:
        merge_dict(self, keywords)


def merge_any(self: Dict, source: Any) -> None:
    """Put in a mapping's items, or the pairs of an iterable."""
    if has_exact_class(source, class_id_of(dict)):
        merge_dict(self, source)
    else:
        keys: Any = method_or(word(UNSET), source, "keys")
        if bits(keys) == UNSET:
            merge_pairs(self, source)
            return
        for key in keys:
            put(self, key, source[key])


def from_object(source: Any) -> Any:
    """`dict(source)`"""
    result = new_dict()
    merge_any(result, source)
    return result


def merge(self: Dict, source: Any) -> None:
    """`**source` in a dict display."""
    if bits(method_or(word(UNSET), source, "keys")) == UNSET:
        raise TypeError(f"'{type_name(source)}' object is not a mapping")
    merge_any(self, source)


def merge_keywords(self: Dict, source: Any) -> None:
    """`**source` in a call, with the keywords before it in `self`."""
    keys: Any = method_or(word(UNSET), source, "keys")
    if bits(keys) == UNSET:
        raise TypeError(f"argument after ** must be a mapping, not {type_name(source)}")
    for key in keys:
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in self:
            raise TypeError(f"got multiple values for keyword argument '{key}'")
        put(self, key, source[key])


def merge_keyword(self: Dict, name: str, value: Any) -> None:
    """`name=value` in a call that has a `**` too."""
    if name in self:
        raise TypeError(f"got multiple values for keyword argument '{name}'")
    put(self, name, value)


def merge_dict(self: Dict, source: Dict) -> None:
    if self is source:
        return
    if count_of(self) == 0:
        copy_storage(self, source)
        return
    position = next_entry(source, 0)
    while position != MISSING:
        count = count_of(source)
        put(self, key_at(source, position), value_at(source, position))
        if count_of(source) != count:
            raise RuntimeError("dict mutated during update")
        position = next_entry(source, position + 1)


def merge_pairs(self: Dict, source: Any) -> None:
    number = 0
    iterator = iter_of(source)
    while True:
        pair = next_or_done(iterator)
        if is_done(pair):
            return
        if isinstance(iter_of(pair), sequence_iterator):
            raise TypeError(f"cannot convert dictionary update sequence element #{number} to a sequence")
        items = list(pair)
        if len(items) != 2:
            raise ValueError(
                f"dictionary update sequence element #{number} has length {len(items)}; 2 is required"
            )
        put(self, items[0], items[1])
        number += 1


def or_(self: Dict, other: Dict) -> Any:
    result = new_dict()
    copy_storage(result, self)
    merge_dict(result, other)
    return result


def __or__(self: Dict, other: object) -> Any:
    return or_(self, other) if isinstance(other, dict) else NotImplemented


def __ror__(self: Dict, other: object) -> Any:
    return or_(other, self) if isinstance(other, dict) else NotImplemented


def ior(self: Dict, other: Dict) -> Any:
    merge_any(self, other)
    return self


def __ior__(self: Dict, other: Any) -> Any:
    merge_any(self, other)
    return self


# --- equality ----------------------------------------------------------------------------------------
def eq(self: Dict, other: Dict) -> bool:
    if count_of(self) != count_of(other):
        return False
    position = next_entry(self, 0)
    while position != MISSING:
        hash_ = load_i64(entry_at(self, position) + ENTRY_HASH) >> 2
        value = value_at(self, position)
        version = version_of(self)
        match = find(other, key_at(self, position), hash_)
        if match == MISSING:
            return False
        matching = value_at(other, match)
        if bits(value) != bits(matching) and not eq_any(value, matching):
            return False
        if version_of(self) != version:
            return eq(self, other)
        position = next_entry(self, position + 1)
    return True


def ne(self: Dict, other: Dict) -> bool:
    return not eq(self, other)


def __eq__(self: Dict, other: object) -> Any:
    return eq(self, other) if isinstance(other, dict) else NotImplemented


def __ne__(self: Dict, other: object) -> Any:
    return not eq(self, other) if isinstance(other, dict) else NotImplemented
