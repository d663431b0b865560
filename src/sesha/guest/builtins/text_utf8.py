"""Convert between UTF-8 and strings: strict conversions on raw memory, and the place of errors.

`decode_strict` and `encode_strict` are what almost every program needs; where they meet what is
malformed, the error handlers in text_codec.py go on. An error spans what CPython reports: the
longest start of a sequence that could have been continued.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.text_memory import ascii_prefix
from sesha.guest.builtins.text_units import (
    kind_for,
    load_unit,
    new_text,
    store_unit,
    text_from_ascii,
)
from sesha.guest.cpu.intrinsics import inline, load_u8, object_at, store_u8

MALFORMED = -1
SURROGATES = 0xD800
AFTER_SURROGATES = 0xE000
CODE_MASK = 0x1FFFFF
SIZE_SHIFT = 24

INVALID_START = "invalid start byte"
INVALID_CONTINUATION = "invalid continuation byte"
UNEXPECTED_END = "unexpected end of data"


# --- decoding ------------------------------------------------------------------------------------
def decode_one(data: i64, i: i64, size: i64) -> i64:
    """The code point at index i, its size in bytes above SIZE_SHIFT; or MALFORMED."""
    first = load_u8(data + i)
    if first < 0x80:
        return first | 1 << SIZE_SHIFT
    if first < 0xC2 or first > 0xF4:
        return MALFORMED
    left = size - i
    if first < 0xE0:
        if left < 2 or not _continues(data, i + 1):
            return MALFORMED
        return (first & 0x1F) << 6 | _tail(data, i + 1) | 2 << SIZE_SHIFT
    if first < 0xF0:
        if left < 3 or not _second_fits(first, load_u8(data + i + 1)) or not _continues(data, i + 2):
            return MALFORMED
        return (first & 15) << 12 | _tail(data, i + 1) << 6 | _tail(data, i + 2) | 3 << SIZE_SHIFT
    if left < 4 or not _second_fits(first, load_u8(data + i + 1)):
        return MALFORMED
    if not _continues(data, i + 2) or not _continues(data, i + 3):
        return MALFORMED
    high = (first & 7) << 18 | _tail(data, i + 1) << 12
    return high | _tail(data, i + 2) << 6 | _tail(data, i + 3) | 4 << SIZE_SHIFT


@inline
def _continues(data: i64, i: i64) -> bool:
    return load_u8(data + i) & 0xC0 == 0x80


@inline
def _tail(data: i64, i: i64) -> i64:
    return load_u8(data + i) & 0x3F


def _second_fits(first: i64, second: i64) -> bool:
    """Whether a second byte keeps off overlong forms, surrogates and what is beyond U+10FFFF."""
    if second & 0xC0 != 0x80:
        return False
    if first == 0xE0:
        return second >= 0xA0
    if first == 0xED:
        return second < 0xA0
    if first == 0xF0:
        return second >= 0x90
    return first != 0xF4 or second < 0x90


def decode_strict(data: i64, size: i64) -> object:
    """The text of well-formed UTF-8, or None."""
    plain = ascii_prefix(data, size)
    if plain == size:
        return text_from_ascii(data, size)
    count = plain
    bound: i64 = 0
    i = plain
    while i < size:
        step = decode_one(data, i, size)
        if step == MALFORMED:
            return None
        bound |= step & CODE_MASK
        i += step >> SIZE_SHIFT
        count += 1
    made = new_text(count, bound)
    kind = kind_for(bound)
    i = 0
    count = 0
    while i < size:
        step = decode_one(data, i, size)
        store_unit(made + STR_DATA, kind, count, step & CODE_MASK)
        i += step >> SIZE_SHIFT
        count += 1
    result: str = object_at(made)
    return result


def error_reason(data: i64, i: i64, size: i64) -> str:
    """Why the sequence at index i is malformed."""
    first = load_u8(data + i)
    if first < 0xC2 or first > 0xF4:
        return INVALID_START
    # A start that fits and is not whole can only have been cut off by the end.
    return UNEXPECTED_END if i + error_size(data, i, size) == size else INVALID_CONTINUATION


def error_size(data: i64, i: i64, size: i64) -> i64:
    """How many bytes of the malformed sequence at index i could have been its start."""
    first = load_u8(data + i)
    if first < 0xC2 or first > 0xF4 or i + 1 >= size:
        return 1
    if not _second_fits(first, load_u8(data + i + 1)):
        return 1
    if first < 0xF0 or i + 2 >= size or not _continues(data, i + 2):
        return 2
    return 3


# --- encoding ------------------------------------------------------------------------------------
@inline
def encoded_size(code: i64) -> i64:
    if code < 0x80:
        return 1
    if code < 0x800:
        return 2
    return 3 if code < 0x10000 else 4


def encode_one(target: i64, code: i64) -> i64:
    """Store a code point; answer its size."""
    if code < 0x80:
        store_u8(target, code)
        return 1
    if code < 0x800:
        store_u8(target, 0xC0 | code >> 6)
        store_u8(target + 1, 0x80 | code & 0x3F)
        return 2
    if code < 0x10000:
        store_u8(target, 0xE0 | code >> 12)
        store_u8(target + 1, 0x80 | code >> 6 & 0x3F)
        store_u8(target + 2, 0x80 | code & 0x3F)
        return 3
    store_u8(target, 0xF0 | code >> 18)
    store_u8(target + 1, 0x80 | code >> 12 & 0x3F)
    store_u8(target + 2, 0x80 | code >> 6 & 0x3F)
    store_u8(target + 3, 0x80 | code & 0x3F)
    return 4


def is_surrogate(code: i64) -> bool:
    return SURROGATES <= code < AFTER_SURROGATES


def encoded_length(data: i64, kind: i64, count: i64) -> i64:
    """Bytes of the units in UTF-8, or MALFORMED if one is a surrogate."""
    total: i64 = 0
    i: i64 = 0
    while i < count:
        code = load_unit(data, kind, i)
        if is_surrogate(code):
            return MALFORMED
        total += encoded_size(code)
        i += 1
    return total


def encode_units(target: i64, data: i64, kind: i64, count: i64) -> None:
    i: i64 = 0
    while i < count:
        target += encode_one(target, load_unit(data, kind, i))
        i += 1
