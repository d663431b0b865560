"""Look into bytes and bytearrays without copying: `memoryview`, with items that are bytes.

A view is a base, a start, a length and a step (layout.py MEMORYVIEW_*); a view of a view looks into
the same base. Nobody knows when the last reference to a view goes, so a bytearray's size is held
fixed only inside `with memoryview(...)`; elsewhere a view that no longer fits the bytearray raises
BufferError when it is used (docs/decisions/memoryview-exports.md).
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    BYTEARRAY_EXPORTS,
    MEMORYVIEW_BASE,
    MEMORYVIEW_LENGTH,
    MEMORYVIEW_READONLY,
    MEMORYVIEW_SIZE,
    MEMORYVIEW_START,
    MEMORYVIEW_STEP,
)
from sesha.guest.builtins import bytes_text
from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of, view_base, view_data
from sesha.guest.builtins.bytes_search import equal
from sesha.guest.builtins.bytes_units import bytes_from
from sesha.guest.builtins.hash import hash_of_bytes
from sesha.guest.builtins.operators_index import has_index, index_of
from sesha.guest.builtins.slice import count_of, start_of, step_of, stop_of
from sesha.guest.builtins.text_of import address_text
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    from_small,
    load_i64,
    load_u8,
    object_at,
    store_i64,
    store_u8,
    store_word,
    ult,
)
from sesha.guest.memory.allocate import allocate

READ_ONLY = 1
COUNTED = 2
"""Bits of MEMORYVIEW_READONLY: cannot be written; counted in the exports of its bytearray."""
RELEASED = "operation forbidden on released memoryview object"
INDEX_OUT_OF_RANGE = "index out of bounds on dimension 1"


# --- making and releasing --------------------------------------------------------------------------
def __new__(cls: type, obj: object) -> memoryview:
    if not is_bytes_like(obj):
        raise TypeError("memoryview: a bytes-like object is required, not '" + type_name(obj) + "'")
    if isinstance(obj, memoryview):
        return getslice(obj, None, None, None)
    result: memoryview = _new_view()
    _fill(result, obj, 0, size_of(obj), 1)
    return result


def _new_view() -> Any:
    return object_at(allocate(MEMORYVIEW_SIZE, class_id_of(memoryview)))


def _fill(self: memoryview, base: object, start: i64, count: i64, step: i64) -> None:
    place = address(self)
    store_word(place + MEMORYVIEW_BASE, base)
    store_i64(place + MEMORYVIEW_START, start)
    store_i64(place + MEMORYVIEW_LENGTH, count)
    store_i64(place + MEMORYVIEW_STEP, step)
    store_i64(place + MEMORYVIEW_READONLY, READ_ONLY if isinstance(base, bytes) else 0)


def _count_export(base: object, change: i64) -> None:
    if isinstance(base, bytearray):
        place = address(base) + BYTEARRAY_EXPORTS
        store_i64(place, load_i64(place) + change)


def open_view(self: memoryview) -> i64:
    """Address of the view; ValueError once it is released."""
    place = address(self)
    if view_base(place) is None:
        raise ValueError(RELEASED)
    return place


def step_of_view(place: i64) -> i64:
    return load_i64(place + MEMORYVIEW_STEP)


def release(self: memoryview) -> None:
    place = address(self)
    flags = load_i64(place + MEMORYVIEW_READONLY)
    if flags & COUNTED != 0:
        _count_export(view_base(place), -1)
        store_i64(place + MEMORYVIEW_READONLY, flags & ~COUNTED)
    store_word(place + MEMORYVIEW_BASE, None)


def __enter__(self: memoryview) -> memoryview:
    place = open_view(self)
    flags = load_i64(place + MEMORYVIEW_READONLY)
    if flags & COUNTED == 0:
        _count_export(view_base(place), 1)
        store_i64(place + MEMORYVIEW_READONLY, flags | COUNTED)
    return self


def __exit__(self: memoryview, kind: object, error: object, traceback: object) -> None:
    release(self)


def toreadonly(self: memoryview) -> memoryview:
    result: memoryview = _part(self, 0, length(self), 1)
    store_i64(address(result) + MEMORYVIEW_READONLY, READ_ONLY)
    return result


# --- attributes ------------------------------------------------------------------------------------
def obj(self: memoryview) -> object:
    return view_base(open_view(self))


def readonly(self: memoryview) -> bool:
    return load_i64(open_view(self) + MEMORYVIEW_READONLY) & READ_ONLY != 0


def nbytes(self: memoryview) -> int:
    return int(load_i64(open_view(self) + MEMORYVIEW_LENGTH))


def itemsize(self: memoryview) -> int:
    open_view(self)
    return 1


def ndim(self: memoryview) -> int:
    open_view(self)
    return 1


def format(self: memoryview) -> str:
    open_view(self)
    return "B"


def shape(self: memoryview) -> tuple[int, ...]:
    return (nbytes(self),)


def strides(self: memoryview) -> tuple[int, ...]:
    return (int(step_of_view(open_view(self))),)


def suboffsets(self: memoryview) -> tuple[int, ...]:
    open_view(self)
    return ()


def contiguous(self: memoryview) -> bool:
    return step_of_view(open_view(self)) == 1


def c_contiguous(self: memoryview) -> bool:
    return contiguous(self)


def f_contiguous(self: memoryview) -> bool:
    return contiguous(self)


def length(self: memoryview) -> i64:
    return load_i64(open_view(self) + MEMORYVIEW_LENGTH)


def truth(self: memoryview) -> bool:
    return length(self) != 0


def __len__(self: memoryview) -> int:
    return int(length(self))


def __bool__(self: memoryview) -> bool:
    return length(self) != 0


# --- items and slices ------------------------------------------------------------------------------
def _place(self: memoryview, index: object) -> i64:
    """Address of an item."""
    view = open_view(self)
    count = load_i64(view + MEMORYVIEW_LENGTH)
    i = index_of(index)
    if i < 0:
        i += count
    if not ult(i, count):
        raise IndexError(INDEX_OUT_OF_RANGE)
    return view_data(view) + i * step_of_view(view)


def getitem(self: memoryview, index: int) -> int:
    return from_small(load_u8(_place(self, index)))


def getslice(self: memoryview, start: object, stop: object, step: object) -> memoryview:
    count = length(self)
    pace = step_of(step)
    first = start_of(start, count, pace)
    last = stop_of(stop, count, pace)
    result: memoryview = _part(self, first, count_of(first, last, pace), pace)
    return result


def _part(self: memoryview, first: i64, count: i64, pace: i64) -> Any:
    """A view of `count` of the items from one on, `pace` apart."""
    view = open_view(self)
    step = step_of_view(view)
    result = _new_view()
    _fill(result, view_base(view), load_i64(view + MEMORYVIEW_START) + first * step, count, pace * step)
    store_i64(address(result) + MEMORYVIEW_READONLY, load_i64(view + MEMORYVIEW_READONLY) & READ_ONLY)
    return result


def __getitem__(self: memoryview, index: Any) -> Any:
    if isinstance(index, slice):
        return getslice(self, index.start, index.stop, index.step)
    if not has_index(index):
        raise TypeError("memoryview: invalid slice key")
    return getitem(self, index)


def _writable(self: memoryview) -> None:
    if readonly(self):
        raise TypeError("cannot modify read-only memory")


def setitem(self: memoryview, index: int, value: object) -> None:
    _writable(self)
    place = _place(self, index)
    if not has_index(value):
        raise TypeError("memoryview: invalid type for format 'B'")
    byte = index_of(value)
    if not ult(byte, 256):
        raise ValueError("memoryview: invalid value for format 'B'")
    store_u8(place, byte)


def setslice(self: memoryview, start: object, stop: object, step: object, value: object) -> None:
    _writable(self)
    source = flat(value)
    target = address(getslice(self, start, stop, step))
    count = load_i64(target + MEMORYVIEW_LENGTH)
    if size_of(source) != count:
        raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
    # The source may lie in the same bytearray: take it out first.
    content = bytes_from(data_of(source), count)
    pace = step_of_view(target)
    i: i64 = 0
    while i < count:
        store_u8(view_data(target) + i * pace, load_u8(data_of(content) + i))
        i += 1


def __setitem__(self: memoryview, index: Any, value: object) -> None:
    if isinstance(index, slice):
        setslice(self, index.start, index.stop, index.step, value)
        return
    if not has_index(index):
        raise TypeError("memoryview: invalid slice key")
    setitem(self, index, value)


# --- content ---------------------------------------------------------------------------------------
def tobytes(self: memoryview, order: object = None) -> bytes:
    open_view(self)
    content = flat(self)
    return bytes_from(data_of(content), size_of(content))


def __bytes__(self: memoryview) -> bytes:
    return tobytes(self)


def tolist(self: memoryview) -> list[int]:
    return list(tobytes(self))


def hex(self: memoryview, sep: object = None, bytes_per_sep: int = 1) -> str:
    return bytes_text.hex(tobytes(self), sep, bytes_per_sep)


def __iter__(self: memoryview) -> Any:
    return iter(tolist(self))


def iter_(self: memoryview) -> Any:
    return iter(tolist(self))


def __contains__(self: memoryview, item: object) -> bool:
    return item in tolist(self)


def __eq__(self: memoryview, other: object) -> Any:
    if self is other:
        return True
    if not is_bytes_like(other):
        return NotImplemented
    released = view_base(address(self)) is None
    if released or (isinstance(other, memoryview) and view_base(address(other)) is None):
        return False
    return equal(flat(self), flat(other))


def __ne__(self: memoryview, other: object) -> Any:
    result: object = __eq__(self, other)
    return result if result is NotImplemented else not result


def __hash__(self: memoryview) -> int:
    if not readonly(self):
        raise ValueError("cannot hash writable memoryview object")
    return int(hash_of_bytes(tobytes(self)))


def __repr__(self: memoryview) -> str:
    state = "released memory" if view_base(address(self)) is None else "memory"
    return "<" + state + " at " + address_text(address(self)) + ">"
