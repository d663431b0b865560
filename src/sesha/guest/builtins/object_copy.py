"""Copy instances of a program's classes by their memory; `copy.copy` and `copy.deepcopy` call this."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import HEADER, TRACE_SLOTS, TYPE_POINTERS, TYPE_SIZE, TYPE_TRACE, UNSET
from sesha.guest.builtins.type import is_class, is_object
from sesha.guest.cpu.intrinsics import (
    address,
    class_id,
    class_record,
    copy_memory,
    load_i64,
    load_u16,
    load_u32,
    load_word,
    object_at,
    store_word,
)
from sesha.guest.memory.allocate import allocate


def is_instance(value: object) -> bool:
    """Whether the value is an object of fixed size with slots of its own."""
    if not is_object(value) or is_class(value) or isinstance(value, (list, dict, set, frozenset, bytearray)):
        return False
    return load_u16(class_record(class_id(value)) + TYPE_TRACE) == TRACE_SLOTS


def copy_instance(value: Any) -> Any:
    """A new object of the same class with the same slots; what has none is shared."""
    if not is_instance(value):
        return value
    size = load_u32(class_record(class_id(value)) + TYPE_SIZE)
    place = allocate(size, load_i64(address(value) + HEADER))
    copy_memory(place + 8, address(value) + 8, size - 8)
    return object_at(place)


def replace_words(value: Any, function: Any) -> None:
    """Put `function(word)` in place of each word in the object's slots."""
    pointers = load_i64(class_record(class_id(value)) + TYPE_POINTERS)
    place: i64 = 8
    while pointers != 0:
        if pointers & 1 != 0 and load_i64(address(value) + place) != UNSET:
            store_word(address(value) + place, function(load_word(address(value) + place)))
        pointers = pointers >> 1
        place = place + 8
