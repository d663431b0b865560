"""Multiply magnitudes: row by row when one is short, by Karatsuba's three halves when both are long.

Karatsuba: with a = a1 * B + a0 and b likewise, the middle of the product is
a0*b0 + a1*b1 - (a0 - a1) * (b0 - b1), so three products of half the length do for four.
"""

from mypy_extensions import i64

from sesha.guest.builtins.bigint_limbs import add, add_product, compare, sub, trim
from sesha.guest.cpu.intrinsics import copy_memory, fill_memory, load_i64, store_i64, wrap

KARATSUBA_LIMBS = 40
"""From this length on splitting pays."""


def scratch_limbs(count: i64) -> i64:
    """Limbs of scratch that `multiply` needs when the shorter operand has `count`."""
    return 0 if count < KARATSUBA_LIMBS else 8 * count + 256


def multiply(out: i64, left: i64, left_count: i64, right: i64, right_count: i64, scratch: i64) -> None:
    """out = left * right in left_count + right_count limbs; left_count >= right_count."""
    if right_count < KARATSUBA_LIMBS:
        multiply_rows(out, left, left_count, right, right_count)
    elif left_count == right_count:
        multiply_halves(out, left, right, left_count, scratch)
    else:
        multiply_pieces(out, left, left_count, right, right_count, scratch)


def multiply_rows(out: i64, left: i64, left_count: i64, right: i64, right_count: i64) -> None:
    fill_memory(out, 0, (left_count + right_count) << 3)
    row: i64 = 0
    while row < right_count << 3:
        carry = add_product(out + row, left, left_count, load_i64(right + row))
        store_i64(out + row + (left_count << 3), carry)
        row += 8


def multiply_pieces(out: i64, left: i64, left_count: i64, right: i64, right_count: i64, scratch: i64) -> None:
    """Multiply pieces of the longer operand that have the length of the shorter one."""
    fill_memory(out, 0, (left_count + right_count) << 3)
    product = scratch
    rest = scratch + (right_count << 4)
    done: i64 = 0
    while done < left_count:
        count = left_count - done
        if count >= right_count:
            count = right_count
            multiply_halves(product, left + (done << 3), right, count, rest)
        else:
            multiply(product, right, right_count, left + (done << 3), count, rest)
        place = out + (done << 3)
        add(place, place, left_count + right_count - done, product, count + right_count)
        done += count


def multiply_halves(out: i64, left: i64, right: i64, count: i64, scratch: i64) -> None:
    """out = left * right, both of `count` limbs."""
    if count < KARATSUBA_LIMBS:
        multiply_rows(out, left, count, right, count)
        return
    low = (count + 1) >> 1
    high = count - low
    low_size = low << 3
    product = scratch
    rest = scratch + ((low + 1) << 4)
    # The differences stand where the result will be.
    negative = difference(out, left, low, left + low_size, high)
    negative = negative != difference(out + low_size, right, low, right + low_size, high)
    multiply_halves(product, out, out + low_size, low, rest)
    store_i64(product + (low << 4), 0)
    multiply_halves(out, left, right, low, rest)
    multiply_halves(out + (low << 4), left + low_size, right + low_size, high, rest)
    combine(out, low, high, product, negative, rest)


def combine(out: i64, low: i64, high: i64, product: i64, negative: bool, middle: i64) -> None:
    """Add the middle of the product: low part + high part - product of the differences."""
    count = (low << 1) + 1
    copy_memory(middle, out, low << 4)
    store_i64(middle + (low << 4), 0)
    add(middle, middle, count, out + (low << 4), high << 1)
    if negative:
        add(middle, middle, count, product, count)
    else:
        sub(middle, middle, count, product, count)
    place = out + (low << 3)
    room = low + (high << 1)
    add(place, place, room, middle, count if count < room else trim(middle, count))


def difference(out: i64, low: i64, low_count: i64, high: i64, high_count: i64) -> bool:
    """out = |low - high| in low_count limbs; whether high is the greater."""
    low_used = trim(low, low_count)
    high_used = trim(high, high_count)
    if compare(low, low_used, high, high_used) >= 0:
        sub(out, low, low_count, high, high_used)
        return False
    sub(out, high, high_used, low, low_used)
    fill_memory(out + (high_used << 3), 0, wrap(low_count - high_used) << 3)
    return True
