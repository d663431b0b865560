"""Shift ints of any size and combine their bits: the slow paths of int.py.

Python's negative ints have infinitely many sign bits above. Operands of `&`, `|` and `^` are laid
out in two's complement with one limb more than the longer has, combined, and turned back.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_LIMBS, INT_SHIFT
from sesha.guest.builtins import bigint_limbs
from sesha.guest.builtins.bigint_arithmetic import sub
from sesha.guest.builtins.bigint_value import (
    finish,
    from_i64,
    is_small,
    limbs_of,
    magnitude,
    new_limbs,
    plain,
    signed_count,
)
from sesha.guest.cpu.intrinsics import (
    bits,
    cold,
    copy_memory,
    fill_memory,
    load_i64,
    popcount,
    stack_words,
    store_i64,
)

AND = 0
OR = 1
XOR = 2
NEGATIVE_SHIFT = "negative shift count"


# --- shifts -----------------------------------------------------------------------------------
@cold
def lshift(left: int, right: int) -> int:
    value = plain(left)
    count = plain(right)
    if signed_count(count) < 0:
        raise ValueError(NEGATIVE_SHIFT)
    if bits(value) == 0:
        return 0
    if not is_small(count):
        raise OverflowError("too many digits in integer")
    return shifted_left(value, bits(count) >> INT_SHIFT)


def shifted_left(value: int, by: i64) -> int:
    scratch = stack_words(1)
    signed = signed_count(value)
    count = magnitude(signed)
    whole = by >> 6
    place = new_limbs(whole + count + 1)
    out = place + INT_LIMBS + (whole << 3)
    carry = bigint_limbs.shift_left(out, limbs_of(value, scratch), count, by & 63)
    store_i64(out + (count << 3), carry)
    return finish(place, whole + count + 1, signed < 0)


@cold
def rshift(left: int, right: int) -> int:
    value = plain(left)
    count = plain(right)
    if signed_count(count) < 0:
        raise ValueError(NEGATIVE_SHIFT)
    if not is_small(count):
        return -1 if signed_count(value) < 0 else 0
    by = bits(count) >> INT_SHIFT
    if is_small(value):
        return from_i64((bits(value) >> INT_SHIFT) >> (by if by < 63 else 63))
    if signed_count(value) < 0:
        # floor(-m / 2**k) = -((m - 1) >> k) - 1
        return sub(-1, shifted_right(sub(-1, value), by))
    return shifted_right(value, by)


def shifted_right(value: int, by: i64) -> int:
    """value >> by for a value of at least 0."""
    scratch = stack_words(1)
    count = signed_count(value) - (by >> 6)
    if count <= 0:
        return 0
    place = new_limbs(count)
    bigint_limbs.shift_right(place + INT_LIMBS, limbs_of(value, scratch) + ((by >> 6) << 3), count, by & 63)
    return finish(place, count, False)


# --- bits -------------------------------------------------------------------------------------
@cold
def combine(left: int, right: int, operation: i64) -> int:
    a = plain(left)
    b = plain(right)
    if is_small(a) and is_small(b):
        return from_i64(combine_limb(bits(a) >> INT_SHIFT, bits(b) >> INT_SHIFT, operation))
    count = magnitude(signed_count(a))
    other = magnitude(signed_count(b))
    if other > count:
        count = other
    count += 1
    place = new_limbs(count)
    second = new_limbs(count) + INT_LIMBS
    first = place + INT_LIMBS
    lay_out(first, a, count)
    lay_out(second, b, count)
    index: i64 = 0
    while index < count << 3:
        store_i64(first + index, combine_limb(load_i64(first + index), load_i64(second + index), operation))
        index += 8
    negative = load_i64(first + (count << 3) - 8) < 0
    if negative:
        negate(first, count)
    return finish(place, count, negative)


def combine_limb(a: i64, b: i64, operation: i64) -> i64:
    if operation == AND:
        return a & b
    return a | b if operation == OR else a ^ b


def lay_out(out: i64, value: int, count: i64) -> None:
    """Write a plain int in two's complement over `count` limbs."""
    scratch = stack_words(1)
    signed = signed_count(value)
    used = magnitude(signed)
    copy_memory(out, limbs_of(value, scratch), used << 3)
    fill_memory(out + (used << 3), 0, (count - used) << 3)
    if signed < 0:
        negate(out, count)


def negate(limbs: i64, count: i64) -> None:
    """Two's complement in place."""
    carry: i64 = 1
    place: i64 = 0
    while place < count << 3:
        value = ~load_i64(limbs + place) + carry
        store_i64(limbs + place, value)
        carry = 1 if carry != 0 and value == 0 else 0
        place += 8


@cold
def invert(value: int) -> int:
    return sub(-1, value)


def bit_count(value: int) -> i64:
    """Ones in the magnitude."""
    number = plain(value)
    scratch = stack_words(1)
    limbs = limbs_of(number, scratch)
    end = limbs + (magnitude(signed_count(number)) << 3)
    total: i64 = 0
    while limbs < end:
        total += popcount(load_i64(limbs))
        limbs += 8
    return total


def low_zero_bits(value: int) -> i64:
    """How often two divides the value, which is not zero."""
    total: i64 = 0
    number = plain(value)
    scratch = stack_words(1)
    limbs = limbs_of(number, scratch)
    while load_i64(limbs) == 0:
        limbs += 8
        total += 64
    rest = load_i64(limbs)
    return total + popcount((rest & -rest) - 1)
