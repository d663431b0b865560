"""Add, subtract, multiply, divide and raise ints of any size: the slow paths of int.py.

Operands may be any word that is typed `int`; results are plain ints. Division floors, as
Python's: the remainder has the divisor's sign.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_LIMBS, INT_SHIFT
from sesha.guest.builtins import bigint_limbs
from sesha.guest.builtins.bigint_divide import divide, divide_by_limb
from sesha.guest.builtins.bigint_multiply import multiply, scratch_limbs
from sesha.guest.builtins.bigint_value import (
    finish,
    from_i64,
    is_small,
    limbs_of,
    magnitude,
    new_limbs,
    plain,
    signed_count,
    unchecked_small,
)
from sesha.guest.cpu.intrinsics import bits, cold, load_i64, stack_words, store_i64

DIVISION_BY_ZERO = "division by zero"


# --- sums ---------------------------------------------------------------------------------------
@cold
def add(left: int, right: int) -> int:
    a = plain(left)
    b = plain(right)
    if is_small(a) and is_small(b):
        return from_i64((bits(a) >> INT_SHIFT) + (bits(b) >> INT_SHIFT))
    return add_signed(a, b, signed_count(b))


@cold
def sub(left: int, right: int) -> int:
    a = plain(left)
    b = plain(right)
    if is_small(a) and is_small(b):
        return from_i64((bits(a) >> INT_SHIFT) - (bits(b) >> INT_SHIFT))
    return add_signed(a, b, -signed_count(b))


def add_signed(a: int, b: int, b_signed: i64) -> int:
    """a + b, where b's sign is that of `b_signed`."""
    scratch = stack_words(2)
    a_signed = signed_count(a)
    a_count = magnitude(a_signed)
    b_count = magnitude(b_signed)
    a_limbs = limbs_of(a, scratch)
    b_limbs = limbs_of(b, scratch + 8)
    if (a_signed < 0) == (b_signed < 0):
        if a_count >= b_count:
            return sum_of(a_limbs, a_count, b_limbs, b_count, a_signed < 0)
        return sum_of(b_limbs, b_count, a_limbs, a_count, a_signed < 0)
    if bigint_limbs.compare(a_limbs, a_count, b_limbs, b_count) >= 0:
        return difference_of(a_limbs, a_count, b_limbs, b_count, a_signed < 0)
    return difference_of(b_limbs, b_count, a_limbs, a_count, b_signed < 0)


def sum_of(more: i64, more_count: i64, less: i64, less_count: i64, negative: bool) -> int:
    place = new_limbs(more_count + 1)
    carry = bigint_limbs.add(place + INT_LIMBS, more, more_count, less, less_count)
    store_i64(place + INT_LIMBS + (more_count << 3), carry)
    return finish(place, more_count + 1, negative)


def difference_of(more: i64, more_count: i64, less: i64, less_count: i64, negative: bool) -> int:
    place = new_limbs(more_count)
    bigint_limbs.sub(place + INT_LIMBS, more, more_count, less, less_count)
    return finish(place, more_count, negative)


@cold
def neg(value: int) -> int:
    return sub(0, value)


# --- products -------------------------------------------------------------------------------------
@cold
def mul(left: int, right: int) -> int:
    a = plain(left)
    b = plain(right)
    a_signed = signed_count(a)
    b_signed = signed_count(b)
    scratch = stack_words(2)
    a_limbs = limbs_of(a, scratch)
    b_limbs = limbs_of(b, scratch + 8)
    negative = (a_signed < 0) != (b_signed < 0)
    if magnitude(a_signed) >= magnitude(b_signed):
        return product_of(a_limbs, magnitude(a_signed), b_limbs, magnitude(b_signed), negative)
    return product_of(b_limbs, magnitude(b_signed), a_limbs, magnitude(a_signed), negative)


def product_of(more: i64, more_count: i64, less: i64, less_count: i64, negative: bool) -> int:
    count = more_count + less_count
    place = new_limbs(count)
    room = scratch_limbs(less_count)
    space: i64 = 0
    if room > 0:
        space = new_limbs(room) + INT_LIMBS
    multiply(place + INT_LIMBS, more, more_count, less, less_count, space)
    return finish(place, count, negative)


# --- quotients ------------------------------------------------------------------------------------
@cold
def floordiv(left: int, right: int) -> int:
    a = plain(left)
    b = plain(right)
    if bits(b) == 0:
        raise ZeroDivisionError(DIVISION_BY_ZERO)
    if is_small(a) and is_small(b):
        return from_i64((bits(a) >> INT_SHIFT) // (bits(b) >> INT_SHIFT))
    quotient = truncated(a, b, False)
    if (signed_count(a) < 0) != (signed_count(b) < 0) and add(mul(quotient, b), 0) != a:
        return sub(quotient, 1)
    return quotient


@cold
def mod(left: int, right: int) -> int:
    a = plain(left)
    b = plain(right)
    if bits(b) == 0:
        raise ZeroDivisionError(DIVISION_BY_ZERO)
    if is_small(a) and is_small(b):
        return from_i64((bits(a) >> INT_SHIFT) % (bits(b) >> INT_SHIFT))
    rest = truncated(a, b, True)
    if bits(rest) != 0 and (signed_count(a) < 0) != (signed_count(b) < 0):
        return add(rest, b)
    return rest


def truncated(a: int, b: int, want_rest: bool) -> int:
    """The quotient towards zero of plain ints, or its remainder, which has a's sign."""
    a_signed = signed_count(a)
    b_signed = signed_count(b)
    a_count = magnitude(a_signed)
    b_count = magnitude(b_signed)
    scratch = stack_words(2)
    a_limbs = limbs_of(a, scratch)
    b_limbs = limbs_of(b, scratch + 8)
    if bigint_limbs.compare(a_limbs, a_count, b_limbs, b_count) < 0:
        return a if want_rest else 0
    quotient = new_limbs(a_count - b_count + 1 if b_count > 1 else a_count)
    if b_count == 1:
        low = divide_by_limb(quotient + INT_LIMBS, a_limbs, a_count, load_i64(b_limbs))
        if not want_rest:
            return finish(quotient, a_count, (a_signed < 0) != (b_signed < 0))
        rest = new_limbs(1)
        store_i64(rest + INT_LIMBS, low)
        return finish(rest, 1, a_signed < 0)
    rest = new_limbs(a_count + 1)
    normal = new_limbs(b_count)
    divide(quotient + INT_LIMBS, rest + INT_LIMBS, a_limbs, a_count, b_limbs, b_count, normal + INT_LIMBS)
    if want_rest:
        return finish(rest, b_count, a_signed < 0)
    return finish(quotient, a_count - b_count + 1, (a_signed < 0) != (b_signed < 0))


# --- powers ---------------------------------------------------------------------------------------
def power(base: int, exponent: int) -> int:
    """base ** exponent for an exponent of at least 0."""
    number = plain(base)
    count = plain(exponent)
    if bits(count) == 0:
        return 1
    if is_small(number):
        raw = bits(number) >> INT_SHIFT
        if raw == 0 or raw == 1:
            return number
        if raw == -1:
            return 1 if is_even(count) else -1
        if raw == 2 and is_small(count):
            return power_of_two(bits(count) >> INT_SHIFT)
    if not is_small(count):
        raise MemoryError
    times = bits(count) >> INT_SHIFT
    result = 1
    while True:
        if times & 1 != 0:
            result = result * number
        times = times >> 1
        if times == 0:
            return result
        number = number * number


def is_even(value: int) -> bool:
    """Whether a plain int is even."""
    scratch = stack_words(1)
    return load_i64(limbs_of(value, scratch)) & 1 == 0


def power_of_two(count: i64) -> int:
    if count < 61:
        one: i64 = 1
        return unchecked_small(one << count)
    limbs = (count >> 6) + 1
    place = new_limbs(limbs)
    bit: i64 = 1
    store_i64(place + INT_LIMBS + (limbs << 3) - 8, bit << (count & 63))
    return finish(place, limbs, False)


def power_modulo(base: int, exponent: int, modulus: int) -> int:
    """pow(base, exponent, modulus)"""
    if modulus == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    number = base
    count = exponent
    if count < 0:
        number = inverse_modulo(base, modulus)
        count = -count
    result = 1 % modulus
    number = number % modulus
    position = bit_length(count)
    while position > 0:
        position -= 1
        result = result * result % modulus
        if has_bit(count, position):
            result = result * number % modulus
    return result


def inverse_modulo(value: int, modulus: int) -> int:
    """The x with value * x % modulus == 1, by the extended Euclidean algorithm."""
    a, b = value % modulus, modulus
    x, y = 1, 0
    while b != 0:
        quotient = a // b
        a, b = b, a - quotient * b
        x, y = y, x - quotient * y
    if a == -1:
        a, x = 1, -x
    if a != 1:
        raise ValueError("base is not invertible for the given modulus")
    return x


def bit_length(value: int) -> i64:
    number = plain(value)
    scratch = stack_words(1)
    return bigint_limbs.bit_length(limbs_of(number, scratch), magnitude(signed_count(number)))


def has_bit(value: int, position: i64) -> bool:
    """Whether the magnitude of a plain int has that bit set."""
    scratch = stack_words(1)
    return (load_i64(limbs_of(value, scratch) + ((position >> 6) << 3)) >> (position & 63)) & 1 != 0
