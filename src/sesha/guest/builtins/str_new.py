"""Make strings: `str(...)`, and instances of its subclasses, which differ in nothing but their class."""

from typing import Any

from sesha.guest.abi.layout import KIND_BYTE, KIND_SHIFT, STR_DATA, STR_HASH, STR_LENGTH
from sesha.guest.builtins.bytes_decode import decode_any
from sesha.guest.builtins.text_of import text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import class_number, derives, is_class, name_of
from sesha.guest.cpu.intrinsics import address, copy_memory, load_i64, load_u8, object_at, store_i64
from sesha.guest.memory.allocate import allocate

CLASS_MASK = (1 << KIND_SHIFT) - 1
"""The bits of an object's header that hold its class id."""


def __new__(cls: Any, object: object = "", encoding: object = None, errors: object = None) -> str:
    """`str(object)`, `str(bytes, encoding, errors)`, of the class that is given."""
    plain = encoding is None and errors is None
    text = text_of(object) if plain else decode_any(object, encoding, errors)
    return text if cls is str else of_class(text, cls)


def of_class(text: str, cls: Any) -> str:
    """The text as an instance of a subclass: nothing but the class is different."""
    if not is_class(cls) or not derives(cls, str):
        shown = name_of(cls) if is_class(cls) else "X"
        problem = "a subtype of str" if is_class(cls) else f"a type object ({type_name(cls)})"
        raise TypeError(f"str.__new__({shown}): {shown} is not {problem}")
    source = address(text)
    size = STR_DATA + load_i64(source + STR_LENGTH) * load_u8(source + KIND_BYTE)
    place = allocate(size, load_i64(source) & ~CLASS_MASK | class_number(cls))
    copy_memory(place + STR_LENGTH, source + STR_LENGTH, size - STR_LENGTH)
    store_i64(place + STR_HASH, 0)
    result: str = object_at(place)
    return result
