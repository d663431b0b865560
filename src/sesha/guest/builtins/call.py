"""Call values whose class is known only at run time, by the generic convention.

A generic entry takes (function word, address of argument words, count, names): the last
len(names) words are passed by keyword, `names` is a tuple of str or None. An entry whose caller
did not pass exactly its positional parameters calls `bind` (call_binding.py).
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    FUNCTION_ENTRY,
    METHOD_FUNCTION,
    METHOD_SELF,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
    TYPE_CONSTRUCT,
)
from sesha.guest.builtins.call_binding import bind as bind, bind_builtin as bind_builtin
from sesha.guest.builtins.dict_storage import MISSING, key_at, next_entry, value_at
from sesha.guest.builtins.operators_errors import not_callable
from sesha.guest.builtins.tuple import from_words, new_tuple
from sesha.guest.builtins.type import is_object
from sesha.guest.cpu.intrinsics import (
    address,
    call_entry,
    class_id,
    class_id_of,
    copy_memory,
    load_i64,
    load_u32,
    load_word,
    method_entry,
    stack_words,
    store_word,
)

FEW = 8
"""Words of arguments that are passed on the stack when a receiver is put before them."""


def call_value(callee: Any, arguments: i64, count: i64, names: Any) -> Any:
    """`callee(...)`"""
    if not is_object(callee):
        not_callable(callee)
    id_ = class_id(callee)
    if id_ == class_id_of("function"):
        return call_entry(load_i64(address(callee) + FUNCTION_ENTRY), callee, arguments, count, names)
    if id_ == class_id_of("method"):
        function = load_word(address(callee) + METHOD_FUNCTION)
        receiver = load_word(address(callee) + METHOD_SELF)
        return call_bound(function, receiver, arguments, count, names)
    if id_ == class_id_of(type):
        return _construct(callee, arguments, count, names)
    entry = method_entry(id_, "__call__")
    if entry == 0:
        not_callable(callee)
    return _with_receiver(entry, None, callee, arguments, count, names)


def _construct(cls: Any, arguments: i64, count: i64, names: Any) -> Any:
    entry = load_u32(address(cls) + TYPE_CONSTRUCT)
    if entry == 0:
        raise TypeError(f"cannot create {cls!r} instances")
    return call_entry(entry, cls, arguments, count, names)


def positional_tuple(arguments: i64, count: i64, names: Any) -> Any:
    """The positional arguments of a generic call."""
    named: i64 = 0 if names is None else len(names)
    return from_words(arguments, count - named)


def call_bound(function: Any, receiver: Any, arguments: i64, count: i64, names: Any) -> Any:
    """`function(receiver, ...)`; the function may be any callable."""
    if is_object(function) and class_id(function) == class_id_of("function"):
        entry = load_i64(address(function) + FUNCTION_ENTRY)
        return _with_receiver(entry, function, receiver, arguments, count, names)
    words = new_tuple(count + 1)
    place = address(words) + TUPLE_ITEMS
    store_word(place, receiver)
    copy_memory(place + 8, arguments, count * 8)
    return call_value(function, place, count + 1, names)


def _with_receiver(entry: i64, function: Any, receiver: Any, arguments: i64, count: i64, names: Any) -> Any:
    """Call the entry with the receiver before the arguments."""
    if count < FEW:
        place = stack_words(FEW)
        store_word(place, receiver)
        copy_memory(place + 8, arguments, count * 8)
        return call_entry(entry, function, place, count + 1, names)
    words = new_tuple(count + 1)
    store_word(address(words) + TUPLE_ITEMS, receiver)
    copy_memory(address(words) + TUPLE_ITEMS + 8, arguments, count * 8)
    return call_entry(entry, function, address(words) + TUPLE_ITEMS, count + 1, names)


def call_spread(callee: Any, positional: tuple[Any, ...], keywords: dict[Any, Any]) -> Any:
    """`callee(*positional, **keywords)`"""
    plain = load_i64(address(positional) + TUPLE_LENGTH)
    if not keywords:
        return call_value(callee, address(positional) + TUPLE_ITEMS, plain, None)
    named: i64 = len(keywords)
    words = new_tuple(plain + named)
    names = new_tuple(named)
    place = address(words) + TUPLE_ITEMS
    copy_memory(place, address(positional) + TUPLE_ITEMS, plain * 8)
    position = next_entry(keywords, 0)
    index: i64 = 0
    while position != MISSING:
        store_word(address(names) + TUPLE_ITEMS + index * 8, key_at(keywords, position))
        store_word(place + (plain + index) * 8, value_at(keywords, position))
        index = index + 1
        position = next_entry(keywords, position + 1)
    return call_value(callee, place, plain + named, names)
