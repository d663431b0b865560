"""Make `bytes` and `bytearray` objects, and find the memory of anything bytes-like."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    BUFFER_CAPACITY,
    BUFFER_DATA,
    BYTEARRAY_BUFFER,
    BYTEARRAY_LENGTH,
    BYTEARRAY_SIZE,
    BYTES_DATA,
    BYTES_LENGTH,
)
from sesha.guest.builtins.text_units import LENGTH_LIMIT
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    copy_memory,
    inline,
    load_i64,
    load_word,
    object_at,
    store_i64,
    store_word,
    unlikely,
)
from sesha.guest.memory.allocate import allocate


# --- bytes ---------------------------------------------------------------------------------------
@inline
def bytes_length(base: i64) -> i64:
    return load_i64(base + BYTES_LENGTH)


def new_bytes(size: i64) -> i64:
    """Address of a new bytes object of zeros."""
    if unlikely(size > LENGTH_LIMIT):
        raise MemoryError
    base = allocate(BYTES_DATA + size, class_id_of(bytes))
    store_i64(base + BYTES_LENGTH, size)
    return base


def bytes_from(data: i64, size: i64) -> bytes:
    """A bytes object of what lies at an address."""
    if size <= 0:
        return b""
    base = new_bytes(size)
    copy_memory(base + BYTES_DATA, data, size)
    result: bytes = object_at(base)
    return result


# --- bytearray -----------------------------------------------------------------------------------
@inline
def array_length(base: i64) -> i64:
    return load_i64(base + BYTEARRAY_LENGTH)


@inline
def array_data(base: i64) -> i64:
    """Address of the content; it moves when the bytearray grows."""
    return address(load_word(base + BYTEARRAY_BUFFER)) + BUFFER_DATA


def new_buffer(capacity: i64) -> Any:
    if unlikely(capacity > LENGTH_LIMIT):
        raise MemoryError
    base = allocate(BUFFER_DATA + capacity, class_id_of("buffer"))
    store_i64(base + BUFFER_CAPACITY, capacity)
    return object_at(base)


def new_bytearray(size: i64) -> Any:
    """A bytearray of zeros."""
    base = allocate(BYTEARRAY_SIZE, class_id_of(bytearray))
    result: Any = object_at(base)
    store_word(base + BYTEARRAY_BUFFER, new_buffer(size))
    store_i64(base + BYTEARRAY_LENGTH, size)
    return result


def bytearray_from(data: i64, size: i64) -> Any:
    result = new_bytearray(size)
    copy_memory(array_data(address(result)), data, size)
    return result
