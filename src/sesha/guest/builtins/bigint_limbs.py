"""Add, subtract, compare and shift magnitudes: rows of 64-bit limbs in memory, lowest first.

The lowest layer of Python's unbounded integers: addresses and limb counts in, carries out;
nothing is allocated and nothing raises. Results may be written over an operand that starts at the
same address. bigint_multiply.py and bigint_divide.py stand on it, bigint_value.py makes ints.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    clz,
    copy_memory,
    inline,
    load_i64,
    lshr,
    store_i64,
    ult,
    umulh,
    wrap,
)


def trim(limbs: i64, count: i64) -> i64:
    """The count without zero limbs at the top."""
    while count > 0 and load_i64(limbs + (count << 3) - 8) == 0:
        count -= 1
    return count


def compare(left: i64, left_count: i64, right: i64, right_count: i64) -> i64:
    """-1, 0 or 1; both counts are trimmed."""
    if left_count != right_count:
        return -1 if left_count < right_count else 1
    place = (left_count << 3) - 8
    while place >= 0:
        a = load_i64(left + place)
        b = load_i64(right + place)
        if a != b:
            return -1 if ult(a, b) else 1
        place -= 8
    return 0


def add(out: i64, left: i64, left_count: i64, right: i64, right_count: i64) -> i64:
    """out = left + right in left_count limbs, which is at least right_count; the carry."""
    carry: i64 = 0
    place: i64 = 0
    while place < right_count << 3:
        a = load_i64(left + place)
        total = wrap(a + load_i64(right + place))
        over: i64 = 1 if ult(total, a) else 0
        result = wrap(total + carry)
        carry = over | (1 if ult(result, total) else 0)
        store_i64(out + place, result)
        place += 8
    return carry_on(out, left, place, left_count << 3, carry)


def carry_on(out: i64, left: i64, place: i64, end: i64, carry: i64) -> i64:
    """Copy the limbs from offset `place` on, adding the carry; the carry out."""
    while place < end:
        result = wrap(load_i64(left + place) + carry)
        carry = 1 if carry != 0 and result == 0 else 0
        store_i64(out + place, result)
        place += 8
    return carry


def sub(out: i64, left: i64, left_count: i64, right: i64, right_count: i64) -> i64:
    """out = left - right in left_count limbs, which is at least right_count; the borrow."""
    borrow: i64 = 0
    place: i64 = 0
    while place < right_count << 3:
        a = load_i64(left + place)
        b = load_i64(right + place)
        difference = wrap(a - b)
        under: i64 = 1 if ult(a, b) else 0
        result = wrap(difference - borrow)
        borrow = under | (1 if ult(difference, borrow) else 0)
        store_i64(out + place, result)
        place += 8
    while place < left_count << 3:
        a = load_i64(left + place)
        store_i64(out + place, wrap(a - borrow))
        borrow = 1 if ult(a, borrow) else 0
        place += 8
    return borrow


@inline
def add_product(out: i64, left: i64, count: i64, factor: i64) -> i64:
    """out += left * factor over `count` limbs; the limb that is carried out."""
    carry: i64 = 0
    end = count << 3
    place: i64 = 0
    while place < end:
        a = load_i64(left + place)
        low = wrap(a * factor)
        high = umulh(a, factor)
        low = wrap(low + carry)
        high = wrap(high + (1 if ult(low, carry) else 0))
        before = load_i64(out + place)
        low = wrap(low + before)
        carry = wrap(high + (1 if ult(low, before) else 0))
        store_i64(out + place, low)
        place += 8
    return carry


@inline
def sub_product(out: i64, left: i64, count: i64, factor: i64) -> i64:
    """out -= left * factor over `count` limbs; the limb that is borrowed."""
    borrow: i64 = 0
    end = count << 3
    place: i64 = 0
    while place < end:
        a = load_i64(left + place)
        low = wrap(a * factor)
        high = umulh(a, factor)
        low = wrap(low + borrow)
        high = wrap(high + (1 if ult(low, borrow) else 0))
        before = load_i64(out + place)
        store_i64(out + place, wrap(before - low))
        borrow = wrap(high + (1 if ult(before, low) else 0))
        place += 8
    return borrow


def multiply_add(limbs: i64, count: i64, factor: i64, addend: i64) -> i64:
    """limbs = limbs * factor + addend in place; the limb that is carried out."""
    carry = addend
    end = count << 3
    place: i64 = 0
    while place < end:
        a = load_i64(limbs + place)
        low = wrap(wrap(a * factor) + carry)
        carry = wrap(umulh(a, factor) + (1 if ult(low, carry) else 0))
        store_i64(limbs + place, low)
        place += 8
    return carry


def shift_left(out: i64, limbs: i64, count: i64, bits: i64) -> i64:
    """out = limbs << bits, 0 <= bits < 64, over `count` limbs; the bits shifted out. From the top
    down, so that `out` may lie above `limbs` and overlap it."""
    if bits == 0:
        place = (count << 3) - 8
        while place >= 0:
            store_i64(out + place, load_i64(limbs + place))
            place -= 8
        return 0
    place = (count << 3) - 8
    above = load_i64(limbs + place)
    carried = lshr(above, 64 - bits)
    while place > 0:
        below = load_i64(limbs + place - 8)
        store_i64(out + place, wrap(above << bits) | lshr(below, 64 - bits))
        above = below
        place -= 8
    store_i64(out, wrap(above << bits))
    return carried


def shift_right(out: i64, limbs: i64, count: i64, bits: i64) -> None:
    """out = limbs >> bits, 0 <= bits < 64, over `count` limbs, from the bottom up."""
    if bits == 0:
        if out != limbs:
            copy_memory(out, limbs, count << 3)
        return
    place: i64 = 0
    last = (count << 3) - 8
    below = load_i64(limbs)
    while place < last:
        above = load_i64(limbs + place + 8)
        store_i64(out + place, lshr(below, bits) | wrap(above << (64 - bits)))
        below = above
        place += 8
    store_i64(out + last, lshr(below, bits))


@inline
def bit_length(limbs: i64, count: i64) -> i64:
    """Bits of a trimmed magnitude."""
    if count == 0:
        return 0
    return (count << 6) - clz(load_i64(limbs + (count << 3) - 8))
