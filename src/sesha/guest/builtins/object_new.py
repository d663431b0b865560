"""Make instances of a class that is known only as a value: `object.__new__(cls)`."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    HEADER_SIZE,
    TRACE_CONSERVATIVE,
    TYPE_FLAG_PLAIN,
    TYPE_FLAGS,
    TYPE_POINTERS,
    TYPE_SIZE,
    TYPE_TRACE,
    UNSET,
)
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import class_number, is_class, name_of
from sesha.guest.cpu.intrinsics import address, load_i64, load_u16, load_u32, object_at, store_i64
from sesha.guest.memory.allocate import allocate


def new_instance(cls: Any) -> Any:
    """An instance whose slots hold nothing yet; TypeError for classes that are not made of slots."""
    if not is_class(cls):
        raise TypeError("object.__new__(X): X is not a type object (" + type_name(cls) + ")")
    if load_u16(address(cls) + TYPE_FLAGS) & TYPE_FLAG_PLAIN == 0:
        name = name_of(cls)
        raise TypeError("object.__new__(" + name + ") is not safe, use " + name + ".__new__()")
    return bare_instance(cls, HEADER_SIZE)


def new_of_object(cls: Any, /, *arguments: Any, **keywords: Any) -> Any:
    """`object.__new__` as a value. Arguments are those of an `__init__`, which has to be there."""
    if (arguments or keywords) and is_class(cls) and not hasattr(cls, "__init__"):
        raise TypeError(name_of(cls) + "() takes no arguments")
    return new_instance(cls)


def bare_instance(cls: Any, begin: i64) -> Any:
    """Zeroed memory of the class's size, the words from `begin` on marked as unset."""
    record = address(cls)
    size = load_u32(record + TYPE_SIZE)
    place = allocate(size, class_number(cls))
    everything = load_u16(record + TYPE_TRACE) == TRACE_CONSERVATIVE
    pointers = load_i64(record + TYPE_POINTERS)
    at: i64 = HEADER_SIZE
    while at < size:
        if at >= begin and (everything or pointers & 1 != 0):
            store_i64(place + at, UNSET)
        pointers = pointers >> 1
        at = at + 8
    return object_at(place)
