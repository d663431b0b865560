"""Turn ints into digits and digits into ints, in any base from 2 to 36.

Short numbers are machine integers; long ones go limb by limb, 19 decimal digits at a time. As in
CPython, decimal conversions beyond the limit of int_limit.py are refused, since they take time that
grows faster than their length. Reading is int_parse.py's.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import FALSE, INT_LIMBS, INT_MASK, INT_SHIFT, STR_DATA, TRUE
from sesha.guest.builtins import bigint_limbs
from sesha.guest.builtins.bigint_divide import divide_by_limb
from sesha.guest.builtins.bigint_value import (
    limbs_of,
    magnitude,
    new_limbs,
    plain,
    signed_count,
)
from sesha.guest.builtins.bytes_units import bytes_from
from sesha.guest.builtins.int_limit import digits_limit, exceeded
from sesha.guest.builtins.int_parse import parse
from sesha.guest.builtins.text_digits import ascii_digits
from sesha.guest.builtins.text_units import text_from_ascii, text_is_ascii, text_length
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    cold,
    copy_memory,
    load_i64,
    lshr,
    stack_words,
    store_u8,
    udiv,
)

ZERO = 48
MINUS = 45
LETTER_A = 97
CHUNK_DIGITS = 19
CHUNK = -8446744073709551616
"""10**19 as a signed number."""


# --- to text ------------------------------------------------------------------------------------
def repr_(self: int) -> str:
    if bits(self) & INT_MASK == 0:
        return small_text(bits(self) >> INT_SHIFT)
    return text_of_object(self)


def str_(self: int) -> str:
    if bits(self) & INT_MASK == 0:
        return small_text(bits(self) >> INT_SHIFT)
    return text_of_object(self)


@cold
def text_of_object(value: int) -> str:
    """The text of what is no small int; True and False may stand where an int is declared."""
    if bits(value) == TRUE:
        return "True"
    return "False" if bits(value) == FALSE else to_text(value, 10)


def to_text(value: int, base: i64) -> str:
    """The digits in base 10, 2, 8 or 16, lower case, with a minus sign."""
    if bits(value) & INT_MASK == 0:
        if base == 10:
            return small_text(bits(value) >> INT_SHIFT)
        return bits_text(value, base)
    number = plain(value)
    if bits(number) & INT_MASK == 0:
        return to_text(number, base)
    return big_text(number) if base == 10 else bits_text(number, base)


def small_text(value: i64) -> str:
    buffer = stack_words(3)
    end = buffer + 24
    place = write_decimal(end, value if value >= 0 else -value)
    if value < 0:
        place -= 1
        store_u8(place, MINUS)
    return text_from_ascii(place, end - place)


def write_decimal(end: i64, value: i64) -> i64:
    """Write the digits of an unsigned number so that they end before `end`; where they begin."""
    place = end
    while True:
        place -= 1
        rest = udiv(value, 10)
        store_u8(place, ZERO + value - rest * 10)
        value = rest
        if value == 0:
            return place


@cold
def big_text(value: int) -> str:
    signed = signed_count(value)
    count = magnitude(signed)
    limit = digits_limit()
    if limit > 0 and count << 6 > limit * 10 // 3 + 128:
        raise exceeded("")
    limbs = new_limbs(count) + INT_LIMBS
    copy_memory(limbs, limbs_of(value, limbs), count << 3)
    room = count * 20 + 24
    end = new_limbs((room >> 3) + 1) + INT_LIMBS + room
    place = end
    while count > 0:
        rest = divide_by_limb(limbs, limbs, count, CHUNK)
        count = bigint_limbs.trim(limbs, count)
        start = place - CHUNK_DIGITS
        place = write_decimal(place, rest)
        while count > 0 and place > start:
            place -= 1
            store_u8(place, ZERO)
    if limit > 0 and end - place > limit:
        raise exceeded("")
    if signed < 0:
        place -= 1
        store_u8(place, MINUS)
    return text_from_ascii(place, end - place)


def bits_text(value: int, base: i64) -> str:
    """The digits of a plain int in a base that is a power of two."""
    width: i64 = 4 if base == 16 else 3 if base == 8 else 1
    scratch = stack_words(1)
    signed = signed_count(value)
    count = magnitude(signed)
    limbs = limbs_of(value, scratch)
    total = (bigint_limbs.bit_length(limbs, count) + width - 1) // width
    if total == 0:
        return "0"
    buffer = new_limbs((total >> 3) + 1) + INT_LIMBS
    place = buffer + total + 1
    position: i64 = 0
    while position < total * width:
        digit = load_bits(limbs, count, position) & ((1 << width) - 1)
        place -= 1
        store_u8(place, digit + (ZERO if digit < 10 else LETTER_A - 10))
        position += width
    if signed < 0:
        place -= 1
        store_u8(place, MINUS)
    return text_from_ascii(place, buffer + total + 1 - place)


def load_bits(limbs: i64, count: i64, position: i64) -> i64:
    """The bits from a position on, at least eight of them."""
    index = position >> 6
    shift = position & 63
    low = lshr(load_i64(limbs + (index << 3)), shift)
    if shift > 56 and index + 1 < count:
        low = low | (load_i64(limbs + (index << 3) + 8) << (64 - shift))
    return low


# --- from text ----------------------------------------------------------------------------------
def from_text(text: str, base: i64) -> int:
    """`int(text, base)`; base 0 goes by the prefix."""
    source = text
    if not text_is_ascii(address(text)):
        source = ascii_digits(text)
    place = address(source)
    data = place + STR_DATA
    end = data + text_length(place)
    result = parse(data, end, base)
    if result is None:
        raise ValueError(
            "invalid literal for int() with base " + small_text(base) + ": " + shortened(repr(text))
        )
    return result


def from_bytes_text(data: i64, size: i64, base: i64) -> int:
    """`int(b"...", base)`"""
    result = parse(data, data + size, base)
    if result is None:
        shown = repr(bytes_from(data, size))
        raise ValueError("invalid literal for int() with base " + small_text(base) + ": " + shortened(shown))
    return result


def shortened(text: str) -> str:
    return text[:200] if len(text) > 200 else text
