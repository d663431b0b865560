"""Divide magnitudes: by one limb, and by many (Knuth, volume 2, 4.3.1, algorithm D).

Divisors are shifted so that their top bit is set. A two-limb by one-limb step then multiplies by
a reciprocal that is computed once for each divisor (Möller and Granlund, "Improved division by
invariant integers"), instead of dividing.
"""

from mypy_extensions import i64

from sesha.guest.builtins.bigint_limbs import add, shift_left, shift_right, sub_product
from sesha.guest.cpu.intrinsics import clz, inline, load_i64, lshr, store_i64, udiv, ult, umulh, urem, wrap

LOW_HALF = 0xFFFFFFFF


def reciprocal(divisor: i64) -> i64:
    """(2**128 - 1) // divisor - 2**64 for a divisor with its top bit set."""
    return divide_long(wrap(~divisor), -1, divisor)


def divide_long(high: i64, low: i64, divisor: i64) -> i64:
    """(high * 2**64 + low) // divisor by halves; high < divisor, the divisor's top bit is set."""
    first = half_step(high, lshr(low, 32), divisor)
    rest = wrap(wrap(wrap(high << 32) + lshr(low, 32)) - wrap(first * divisor))
    second = half_step(rest, low & LOW_HALF, divisor)
    return wrap(first << 32) | second


def half_step(high: i64, next_half: i64, divisor: i64) -> i64:
    """A 32-bit digit of the quotient: (high * 2**32 + next_half) // divisor."""
    top = lshr(divisor, 32)
    digit = udiv(high, top)
    rest = urem(high, top)
    while lshr(digit, 32) != 0 or ult(wrap(rest << 32) | next_half, wrap(digit * (divisor & LOW_HALF))):
        digit = wrap(digit - 1)
        rest = wrap(rest + top)
        if lshr(rest, 32) != 0:
            break
    return digit


@inline
def divide_step(high: i64, low: i64, divisor: i64, inverse: i64) -> i64:
    """(high * 2**64 + low) // divisor; high < divisor; `inverse` is its reciprocal."""
    fraction = wrap(wrap(inverse * high) + low)
    quotient = wrap(umulh(inverse, high) + high + 1)
    if ult(fraction, low):
        quotient = wrap(quotient + 1)
    rest = wrap(low - wrap(quotient * divisor))
    if ult(fraction, rest):
        quotient = wrap(quotient - 1)
        rest = wrap(rest + divisor)
    if not ult(rest, divisor):
        quotient = wrap(quotient + 1)
    return quotient


def divide_by_limb(out: i64, limbs: i64, count: i64, divisor: i64) -> i64:
    """out = limbs // divisor over `count` limbs; the remainder. `out` may be `limbs`."""
    shift = clz(divisor)
    normal = wrap(divisor << shift)
    inverse = reciprocal(normal)
    place = (count << 3) - 8
    rest: i64 = 0
    if shift != 0:
        rest = lshr(load_i64(limbs + place), 64 - shift)
    while place >= 0:
        low = wrap(load_i64(limbs + place) << shift)
        if shift != 0 and place > 0:
            low = low | lshr(load_i64(limbs + place - 8), 64 - shift)
        quotient = divide_step(rest, low, normal, inverse)
        rest = wrap(low - wrap(quotient * normal))
        store_i64(out + place, quotient)
        place -= 8
    return lshr(rest, shift)


def divide(out: i64, rest: i64, limbs: i64, count: i64, by: i64, by_count: i64, normal: i64) -> None:
    """out = limbs // by in count - by_count + 1 limbs, rest = limbs % by in by_count limbs.

    `rest` has room for count + 1 limbs and `normal` for by_count; by_count >= 2, count >= by_count,
    both trimmed.
    """
    shift = clz(load_i64(by + (by_count << 3) - 8))
    shift_left(normal, by, by_count, shift)
    store_i64(rest + (count << 3), shift_left(rest, limbs, count, shift))
    top = load_i64(normal + (by_count << 3) - 8)
    inverse = reciprocal(top)
    index = count - by_count
    while index >= 0:
        digit = quotient_digit(rest + (index << 3), normal, by_count, top, inverse)
        store_i64(out + (index << 3), digit)
        index -= 1
    shift_right(rest, rest, by_count, shift)


def quotient_digit(rest: i64, normal: i64, count: i64, top: i64, inverse: i64) -> i64:
    """One limb of the quotient of rest (count + 1 limbs), which is reduced by its product."""
    high = load_i64(rest + (count << 3))
    digit = estimate(
        high,
        load_i64(rest + (count << 3) - 8),
        load_i64(rest + (count << 3) - 16),
        top,
        load_i64(normal + (count << 3) - 16),
        inverse,
    )
    borrow = sub_product(rest, normal, count, digit)
    store_i64(rest + (count << 3), wrap(high - borrow))
    if ult(high, borrow):
        digit = wrap(digit - 1)
        carry = add(rest, rest, count, normal, count)
        store_i64(rest + (count << 3), wrap(high - borrow + carry))
    return digit


def estimate(high: i64, middle: i64, low: i64, top: i64, second: i64, inverse: i64) -> i64:
    """The digit from three limbs of the rest and two of the divisor: at most one too great."""
    digit: i64 = -1
    if ult(high, top):
        digit = divide_step(high, middle, top, inverse)
        left = wrap(middle - wrap(digit * top))
    else:
        left = wrap(middle + top)
        if ult(left, top):
            return digit
    while exceeds(umulh(digit, second), wrap(digit * second), left, low):
        digit = wrap(digit - 1)
        left = wrap(left + top)
        if ult(left, top):
            break
    return digit


@inline
def exceeds(high: i64, low: i64, other_high: i64, other_low: i64) -> bool:
    return ult(other_high, high) or (high == other_high and ult(other_low, low))
