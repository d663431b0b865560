"""Read and write code points in storage of 1, 2 or 4 bytes each, and make `str` objects.

Every str that exists is made by `new_text` here (or is a static one of the compiler), with the
smallest kind that holds its code points and the ASCII flag set exactly when it is true: equality
and hashing rely on that one representation. A *unit* is one code point in storage; bytes are
units of kind 1.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    ARRAY_CAPACITY,
    ARRAY_ITEMS,
    FLAGS_BYTE,
    FLAGS_SHIFT,
    KIND_BYTE,
    KIND_SHIFT,
    STR_DATA,
    STR_FLAG_ASCII,
    STR_LENGTH,
    UNSET,
)
from sesha.guest.builtins.text_memory import is_ascii
from sesha.guest.cpu.intrinsics import (
    address,
    class_id,
    class_id_of,
    copy_memory,
    inline,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    object_at,
    store_i64,
    store_u8,
    store_u16,
    store_u32,
    store_word,
    unlikely,
    word,
)
from sesha.guest.memory.allocate import allocate

LATIN1 = 256
LENGTH_LIMIT = 1 << 40
"""No str or bytes is longer; sums and products of lengths below it cannot wrap an i64."""


# --- one unit ------------------------------------------------------------------------------------
@inline
def load_unit(data: i64, kind: i64, index: i64) -> i64:
    if kind == 1:
        return load_u8(data + index)
    if kind == 2:
        return load_u16(data + (index << 1))
    return load_u32(data + (index << 2))


@inline
def store_unit(data: i64, kind: i64, index: i64, code: i64) -> None:
    if kind == 1:
        store_u8(data + index, code)
    elif kind == 2:
        store_u16(data + (index << 1), code)
    else:
        store_u32(data + (index << 2), code)


@inline
def kind_for(code: i64) -> i64:
    """The smallest kind that holds the code point."""
    if code < 0x100:
        return 1
    return 2 if code < 0x10000 else 4


# --- runs of units -------------------------------------------------------------------------------
def copy_units(target: i64, target_kind: i64, source: i64, source_kind: i64, count: i64) -> None:
    """Copy units to storage of the same or another kind that holds them."""
    if target_kind == source_kind:
        copy_memory(target, source, count * source_kind)
        return
    i: i64 = 0
    while i < count:
        store_unit(target, target_kind, i, load_unit(source, source_kind, i))
        i += 1


def fill_units(target: i64, kind: i64, code: i64, count: i64) -> None:
    i: i64 = 0
    while i < count:
        store_unit(target, kind, i, code)
        i += 1


def bits_of_units(data: i64, kind: i64, count: i64) -> i64:
    """An upper bound of the same kind and ASCII-ness as the greatest code point."""
    if kind == 1:
        return 0x7F if is_ascii(data, count) else 0xFF
    seen: i64 = 0
    i: i64 = 0
    while i < count:
        seen |= load_unit(data, kind, i)
        i += 1
    return seen


# --- whole texts ---------------------------------------------------------------------------------
@inline
def text_length(base: i64) -> i64:
    return load_i64(base + STR_LENGTH)


@inline
def text_kind(base: i64) -> i64:
    return load_u8(base + KIND_BYTE)


@inline
def text_is_ascii(base: i64) -> bool:
    return load_u8(base + FLAGS_BYTE) & STR_FLAG_ASCII != 0


@inline
def text_bits(base: i64) -> i64:
    """An upper bound of the code points that says kind and ASCII-ness; bounds combine with `|`."""
    if text_is_ascii(base):
        return 0x7F
    kind = text_kind(base)
    if kind == 1:
        return 0xFF
    return 0xFFFF if kind == 2 else 0x10FFFF


def new_text(length: i64, bound: i64) -> i64:
    """Address of a new str of that length for code points up to `bound`, all zero so far."""
    if unlikely(length > LENGTH_LIMIT):
        raise MemoryError
    kind = kind_for(bound)
    flags: i64 = STR_FLAG_ASCII if bound < 0x80 else 0
    header = class_id_of(str) | kind << KIND_SHIFT | flags << FLAGS_SHIFT
    base = allocate(STR_DATA + length * kind, header)
    store_i64(base + STR_LENGTH, length)
    return base


def text_from_units(data: i64, kind: i64, count: i64) -> str:
    """A str of `count` units at an address, narrowed to the smallest kind."""
    if count <= 0:
        return ""
    if count == 1:
        return text_from_code(load_unit(data, kind, 0))
    return text_from_bounded(data, kind, count, bits_of_units(data, kind, count))


def text_from_ascii(data: i64, count: i64) -> str:
    """A str of bytes that are known to be below 128."""
    if count <= 0:
        return ""
    if count == 1:
        return latin1_text(load_u8(data))
    return text_from_bounded(data, 1, count, 0x7F)


def text_from_bounded(data: i64, kind: i64, count: i64, bound: i64) -> str:
    base = new_text(count, bound)
    copy_units(base + STR_DATA, kind_for(bound), data, kind, count)
    result: str = object_at(base)
    return result


def exact(text: str) -> str:
    """The text as an instance of str itself, where it may be a member of an enumeration."""
    if unlikely(class_id(text) != class_id_of(str)):
        return slice_text(address(text), 0, text_length(address(text)))
    return text


def slice_text(base: i64, start: i64, stop: i64) -> str:
    """The code points start..stop of the str at `base`; both are within it."""
    if start >= stop:
        return ""
    kind = text_kind(base)
    data = base + STR_DATA + start * kind
    if text_is_ascii(base):
        return text_from_ascii(data, stop - start)
    return text_from_units(data, kind, stop - start)


# --- single characters ---------------------------------------------------------------------------
_singles: object = None
"""An `array` of the 256 Latin-1 characters that were needed so far, made at the first."""


def text_from_code(code: i64) -> str:
    if code < LATIN1:
        return latin1_text(code)
    base = new_text(1, code)
    store_unit(base + STR_DATA, kind_for(code), 0, code)
    result: str = object_at(base)
    return result


def latin1_text(code: i64) -> str:
    """The one-character str; the same object every time."""
    if _singles is None:
        _make_singles()
    slot = address(_singles) + ARRAY_ITEMS + (code << 3)
    known = load_i64(slot)
    if known != UNSET:
        result: str = word(known)
        return result
    return _make_single(code, slot)


def _make_singles() -> None:
    global _singles
    base = allocate(ARRAY_ITEMS + LATIN1 * 8, class_id_of("array"))
    i: i64 = 0
    while i < LATIN1:
        store_i64(base + ARRAY_ITEMS + (i << 3), UNSET)
        i += 1
    store_i64(base + ARRAY_CAPACITY, LATIN1)
    _singles = object_at(base)


def _make_single(code: i64, slot: i64) -> str:
    base = new_text(1, code)
    store_u8(base + STR_DATA, code)
    result: str = object_at(base)
    store_word(slot, result)
    return result
