"""See bytes, bytearray and memoryview alike: an address and a size.

`flat` first: it gives a value whose bytes lie in one row (a memoryview with a step is copied).
The address of a bytearray's content holds until the bytearray is changed.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    BYTES_DATA,
    MEMORYVIEW_BASE,
    MEMORYVIEW_LENGTH,
    MEMORYVIEW_START,
    MEMORYVIEW_STEP,
    TAG_MASK,
    TAG_POINTER,
)
from sesha.guest.builtins.bytes_units import array_data, array_length, bytes_length, new_bytes
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    class_id,
    class_id_of,
    load_i64,
    load_u8,
    load_word,
    object_at,
    store_u8,
)


def has_class(value: object, id_: i64) -> bool:
    """Whether the value is an object of exactly that class."""
    return bits(value) & TAG_MASK == TAG_POINTER and class_id(value) == id_


def is_bytes_like(value: object) -> bool:
    if bits(value) & TAG_MASK != TAG_POINTER:
        return False
    id_ = class_id(value)
    return id_ == class_id_of(bytes) or id_ == class_id_of(bytearray) or id_ == class_id_of(memoryview)


def flat(value: object) -> Any:
    """The value, or a copy whose bytes lie in one row; TypeError if it has none."""
    if not is_bytes_like(value):
        raise TypeError("a bytes-like object is required, not '" + type_name(value) + "'")
    if class_id(value) != class_id_of(memoryview):
        return value
    if view_base(address(value)) is None:
        raise ValueError("operation forbidden on released memoryview object")
    if load_i64(address(value) + MEMORYVIEW_STEP) == 1:
        return value
    return view_copy(address(value))


def data_of(value: object) -> i64:
    """Address of the bytes of a flat value."""
    id_ = class_id(value)
    base = address(value)
    if id_ == class_id_of(bytes):
        return base + BYTES_DATA
    return array_data(base) if id_ == class_id_of(bytearray) else view_data(base)


def size_of(value: object) -> i64:
    """Bytes of a flat value."""
    id_ = class_id(value)
    base = address(value)
    if id_ == class_id_of(bytes):
        return bytes_length(base)
    return array_length(base) if id_ == class_id_of(bytearray) else load_i64(base + MEMORYVIEW_LENGTH)


# --- memoryview ----------------------------------------------------------------------------------
def view_base(base: i64) -> object:
    """The bytes or bytearray that is looked into; None once released."""
    result: object = load_word(base + MEMORYVIEW_BASE)
    return result


def view_data(base: i64) -> i64:
    """Address of the first byte that the view shows; BufferError if the bytearray has shrunk."""
    target = view_base(base)
    start = load_i64(base + MEMORYVIEW_START)
    count = load_i64(base + MEMORYVIEW_LENGTH)
    if count > 0:
        last = start + (count - 1) * load_i64(base + MEMORYVIEW_STEP)
        if max(start, last) >= size_of(target):
            raise BufferError("the bytearray that a memoryview looks into was made shorter")
    return data_of(target) + start


def view_copy(base: i64) -> bytes:
    """The bytes that the view shows."""
    size = load_i64(base + MEMORYVIEW_LENGTH)
    made = new_bytes(size)
    data = view_data(base)
    step = load_i64(base + MEMORYVIEW_STEP)
    i: i64 = 0
    while i < size:
        store_u8(made + BYTES_DATA + i, load_u8(data + i * step))
        i += 1
    result: bytes = object_at(made)
    return result
