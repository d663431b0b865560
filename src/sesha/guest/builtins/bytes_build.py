"""Make bytes from other values: construction, `+`, `*`, `join`."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.bytes_units import bytes_from, new_bytes
from sesha.guest.builtins.str_build import repeat_memory
from sesha.guest.builtins.str_encode import encode
from sesha.guest.builtins.text_index import has_index, index_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import LENGTH_LIMIT
from sesha.guest.builtins.type import is_object
from sesha.guest.cpu.intrinsics import copy_memory, method_or, object_at, store_u8


# --- construction ----------------------------------------------------------------------------------
def __new__(cls: type, source: Any = None, encoding: object = None, errors: object = None) -> bytes:
    """`bytes()`, `bytes(count)`, `bytes(iterable)`, `bytes(text, encoding)`."""
    if isinstance(source, bytes) and encoding is None and errors is None:
        return source
    made: object = method_or(NotImplemented, source, "__bytes__")
    if made is not NotImplemented and encoding is None:
        if not isinstance(made, bytes):
            raise TypeError("__bytes__ returned non-bytes (type " + type_name(made) + ")")
        return made
    return content_of(source, encoding, errors)


def content_of(source: Any, encoding: object, errors: object) -> bytes:
    """What the constructors of bytes and bytearray take, as bytes."""
    if isinstance(source, str):
        if encoding is None:
            raise TypeError("string argument without an encoding")
        return encode(source, _name(encoding), "strict" if errors is None else _name(errors))
    if encoding is not None:
        raise TypeError("encoding without a string argument")
    if errors is not None:
        raise TypeError("errors without a string argument")
    if source is None:
        return b""
    if has_index(source):
        return zeros(index_of(source))
    if is_bytes_like(source):
        plain = flat(source)
        return bytes_from(data_of(plain), size_of(plain))
    return from_iterable(source)


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("bytes() argument 'encoding' must be str, not " + type_name(value))
    return value


def zeros(count: i64) -> bytes:
    if count < 0:
        raise ValueError("negative count")
    result: bytes = object_at(new_bytes(count))
    return result


def from_iterable(source: Any) -> bytes:
    """Bytes of the integers that the iterable gives."""
    if not is_object(source):
        raise TypeError("cannot convert '" + type_name(source) + "' object to bytes")
    values: list[Any] = list(source)
    made = new_bytes(len(values))
    at = made + BYTES_DATA
    for value in values:
        if not has_index(value):
            raise TypeError("'" + type_name(value) + "' object cannot be interpreted as an integer")
        number = index_of(value)
        if number < 0 or number > 255:
            raise ValueError("bytes must be in range(0, 256)")
        store_u8(at, number)
        at += 1
    result: bytes = object_at(made)
    return result


# --- + and * -----------------------------------------------------------------------------------------
def concat(self: object, other: object) -> bytes:
    """Two flat values, one after the other."""
    left = size_of(self)
    right = size_of(other)
    made = new_bytes(left + right)
    copy_memory(made + BYTES_DATA, data_of(self), left)
    copy_memory(made + BYTES_DATA + left, data_of(other), right)
    result: bytes = object_at(made)
    return result


def mul(self: object, other: int) -> bytes:
    return repeat(self, index_of(other))


def repeat(value: object, times: i64) -> bytes:
    size = size_of(value)
    if times <= 0 or size == 0:
        return b""
    if times > LENGTH_LIMIT // size:
        raise MemoryError
    made = new_bytes(size * times)
    repeat_memory(made + BYTES_DATA, data_of(value), size, times)
    result: bytes = object_at(made)
    return result


def __add__(self: object, other: object) -> Any:
    if is_bytes_like(other):
        return concat(self, flat(other))
    result: object = method_or(NotImplemented, other, "__radd__", self)
    if result is NotImplemented:
        raise TypeError("can't concat " + type_name(other) + " to " + type_name(self))
    return result


def __mul__(self: object, other: object) -> Any:
    if has_index(other):
        return repeat(self, index_of(other))
    result: object = NotImplemented
    if not isinstance(other, (str, bytes, bytearray, list, tuple)):
        result = method_or(NotImplemented, other, "__rmul__", self)
    if result is NotImplemented:
        raise TypeError("can't multiply sequence by non-int of type '" + type_name(other) + "'")
    return result


def __rmul__(self: object, other: object) -> Any:
    if not has_index(other):
        raise TypeError("can't multiply sequence by non-int of type '" + type_name(other) + "'")
    return repeat(self, index_of(other))


# --- join --------------------------------------------------------------------------------------------
def join(self: object, iterable: Any) -> bytes:
    if not is_object(iterable):
        raise TypeError("can only join an iterable")
    items: list[Any] = []
    total: i64 = 0
    for item in iterable:
        if not is_bytes_like(item):
            place = len(items)
            raise TypeError(f"sequence item {place}: expected a bytes-like object, {type_name(item)} found")
        plain = flat(item)
        total += size_of(plain)
        items.append(plain)
    count = len(items)
    if count == 0:
        return b""
    gap = size_of(self)
    made = new_bytes(total + gap * (count - 1))
    at = made + BYTES_DATA
    i = 0
    while i < count:
        if i > 0:
            copy_memory(at, data_of(self), gap)
            at += gap
        size = size_of(items[i])
        copy_memory(at, data_of(items[i]), size)
        at += size
        i += 1
    result: bytes = object_at(made)
    return result
