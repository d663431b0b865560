"""Implement dict: lookup, change, and the methods of the mapping protocol.

dict_storage.py has the tables, dict_views.py `keys()`, `values()`, `items()` and the iterators,
dict_update.py what merges mappings. Subclasses (defaultdict, Counter) share the memory layout; a
missing key asks the subclass's `__missing__`.
"""

from typing import Any, NoReturn

from mypy_extensions import i64

from sesha.guest.builtins.dict_storage import (
    ENTRY_VALUE,
    MISSING,
    add_entry,
    clear_storage,
    copy_storage,
    count_of,
    entry_at,
    find,
    key_at,
    new_dict,
    next_entry as next_entry,
    previous_entry,
    remove_entry,
    used_of,
    value_at,
)
from sesha.guest.builtins.dict_update import (
    __eq__ as __eq__,
    __init__ as __init__,
    __ior__ as __ior__,
    __ne__ as __ne__,
    __new__ as __new__,
    __or__ as __or__,
    __ror__ as __ror__,
    eq as eq,
    from_object as from_object,
    ior as ior,
    merge as merge,
    merge_keyword as merge_keyword,
    merge_keywords as merge_keywords,
    ne as ne,
    or_ as or_,
    update as update,
)
from sesha.guest.builtins.dict_views import (
    dict_items,
    dict_keyiterator,
    dict_keys,
    dict_reversekeyiterator,
    dict_values,
)
from sesha.guest.builtins.hash import hash_of
from sesha.guest.builtins.repr_guard import enter, leave
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import (
    class_id_of,
    cold,
    from_small,
    inline,
    method_or,
    store_word,
)


def new() -> Any:
    """`{}`"""
    return new_dict()


# --- items -------------------------------------------------------------------------------------------
def getitem(self: dict[Any, Any], key: object) -> Any:
    position = find(self, key, hash_of(key))
    if position == MISSING:
        return missing(self, key)
    return value_at(self, position)


@cold
def missing(self: dict[Any, Any], key: object) -> Any:
    """What `self[key]` gives for a key that is not there: `__missing__`, or KeyError."""
    if not has_exact_class(self, class_id_of(dict)):
        result: Any = method_or(NotImplemented, self, "__missing__", key)
        if result is not NotImplemented:
            return result
    raise KeyError(key)


def get(self: dict[Any, Any], key: object, default: object = None) -> Any:
    position = find(self, key, hash_of(key))
    return default if position == MISSING else value_at(self, position)


def setitem(self: dict[Any, Any], key: object, value: object) -> None:
    hash_ = hash_of(key)
    position = find(self, key, hash_)
    if position == MISSING:
        add_entry(self, key, hash_, value)
    else:
        store_word(entry_at(self, position) + ENTRY_VALUE, value)


def delitem(self: dict[Any, Any], key: object) -> None:
    position = find(self, key, hash_of(key))
    if position == MISSING:
        raise KeyError(key)
    remove_entry(self, position)


def contains(self: dict[Any, Any], key: object) -> bool:
    return find(self, key, hash_of(key)) != MISSING


def setdefault(self: dict[Any, Any], key: object, default: object = None) -> Any:
    hash_ = hash_of(key)
    position = find(self, key, hash_)
    if position != MISSING:
        return value_at(self, position)
    add_entry(self, key, hash_, default)
    return default


def pop(self: dict[Any, Any], key: object, *default: Any) -> Any:
    if len(default) > 1:
        raise TypeError(f"pop expected at most 2 arguments, got {len(default) + 1}")
    position = find(self, key, hash_of(key))
    if position == MISSING:
        if default:
            return default[0]
        raise KeyError(key)
    value = value_at(self, position)
    remove_entry(self, position)
    return value


def popitem(self: dict[Any, Any]) -> Any:
    position = previous_entry(self, used_of(self) - 1)
    if position == MISSING:
        raise KeyError("popitem(): dictionary is empty")
    item = (key_at(self, position), value_at(self, position))
    remove_entry(self, position)
    return item


def clear(self: dict[Any, Any]) -> None:
    clear_storage(self)


def copy(self: dict[Any, Any]) -> Any:
    result = new_dict()
    copy_storage(result, self)
    return result


def fromkeys(cls: type, iterable: Any, value: object = None) -> Any:
    result: Any = new_dict() if cls is dict else cls()
    for key in iterable:
        result[key] = value
    return result


# --- views -------------------------------------------------------------------------------------------
def keys(self: dict[Any, Any]) -> Any:
    return dict_keys(self)


def values(self: dict[Any, Any]) -> Any:
    return dict_values(self)


def items(self: dict[Any, Any]) -> Any:
    return dict_items(self)


def iter_(self: dict[Any, Any]) -> Any:
    return dict_keyiterator(self)


# --- the rest of the protocol ------------------------------------------------------------------------
@inline
def length(self: dict[Any, Any]) -> i64:
    return count_of(self)


@inline
def truth(self: dict[Any, Any]) -> bool:
    return count_of(self) != 0


def repr_(self: dict[Any, Any]) -> str:
    if count_of(self) == 0:
        return "{}"
    if not enter(self):
        return "{...}"
    try:
        parts: list[str] = []
        position = next_entry(self, 0)
        while position != MISSING:
            key = key_at(self, position)
            value = value_at(self, position)
            parts.append(f"{key!r}: {value!r}")
            position = next_entry(self, position + 1)
        return "{" + ", ".join(parts) + "}"
    finally:
        leave()


# --- the dynamic forms -------------------------------------------------------------------------------
def __getitem__(self: dict[Any, Any], key: object) -> Any:
    return getitem(self, key)


def __setitem__(self: dict[Any, Any], key: object, value: object) -> None:
    setitem(self, key, value)


def __delitem__(self: dict[Any, Any], key: object) -> None:
    delitem(self, key)


def __contains__(self: dict[Any, Any], key: object) -> bool:
    return contains(self, key)


def __len__(self: dict[Any, Any]) -> int:
    return from_small(count_of(self))


def __iter__(self: dict[Any, Any]) -> Any:
    return dict_keyiterator(self)


def __reversed__(self: dict[Any, Any]) -> Any:
    return dict_reversekeyiterator(self)


def __repr__(self: dict[Any, Any]) -> str:
    return repr_(self)


def __hash__(self: dict[Any, Any]) -> NoReturn:
    raise TypeError(f"unhashable type: '{type_name(self)}'")
