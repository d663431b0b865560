"""Read an int from ASCII characters in memory: sign, prefix, digits with underscores.

Numbers that fit a machine word are built there; longer ones in limbs, as many digits at a time as
a word holds; very long ones in two halves, so that the time is that of multiplication.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_LIMBS
from sesha.guest.builtins.bigint_arithmetic import power
from sesha.guest.builtins.bigint_limbs import multiply_add
from sesha.guest.builtins.bigint_value import finish, from_i64, new_limbs
from sesha.guest.builtins.int_limit import digits_limit, exceeded
from sesha.guest.cpu.intrinsics import load_u8, store_i64, store_u8

ZERO = 48
MINUS = 45
PLUS = 43
UNDERSCORE = 95
LETTER_A = 97
LETTER_CASE = 32
PREFIX_B = 98
PREFIX_O = 111
PREFIX_X = 120
NO_DIGIT = 99
CHUNK_LIMIT = 1 << 62
HALVE_DIGITS = 1000


def parse(data: i64, stop: i64, base: i64) -> int | None:
    """The int that the characters spell, or None. Base 0 goes by the prefix."""
    start = skip_spaces(data, stop)
    end = drop_spaces(start, stop)
    negative = start < end and load_u8(start) == MINUS
    if start < end and (negative or load_u8(start) == PLUS):
        start += 1
    prefix = prefix_base(start, end)
    if prefix != 0 and (base == 0 or base == prefix):
        base = prefix
        start += 3 if load_u8(start + 2) == UNDERSCORE else 2
    elif base == 0:
        base = 10
        if start < end and load_u8(start) == ZERO and not all_zeros(start, end):
            return None
    count = count_digits(start, end, base)
    if count <= 0:
        return None
    if count != end - start:
        start = without_underscores(start, end, count)
    value = read(start, count, base)
    return -value if negative else value


def is_space(code: i64) -> bool:
    return code == 32 or (9 <= code and code <= 13) or (28 <= code and code <= 31)


def skip_spaces(start: i64, end: i64) -> i64:
    while start < end and is_space(load_u8(start)):
        start += 1
    return start


def drop_spaces(start: i64, end: i64) -> i64:
    while start < end and is_space(load_u8(end - 1)):
        end -= 1
    return end


def prefix_base(start: i64, end: i64) -> i64:
    """2, 8 or 16 where the text begins with 0b, 0o or 0x and goes on; else 0."""
    if end - start < 3 or load_u8(start) != ZERO:
        return 0
    letter = load_u8(start + 1) | LETTER_CASE
    if letter == PREFIX_X:
        return 16
    if letter == PREFIX_O:
        return 8
    return 2 if letter == PREFIX_B else 0


def all_zeros(start: i64, end: i64) -> bool:
    while start < end:
        code = load_u8(start)
        if code != ZERO and code != UNDERSCORE:
            return False
        start += 1
    return True


def digit_of(code: i64) -> i64:
    if code < ZERO:
        return NO_DIGIT
    if code < ZERO + 10:
        return code - ZERO
    letter = code | LETTER_CASE
    return letter - LETTER_A + 10 if LETTER_A <= letter and letter < LETTER_A + 26 else NO_DIGIT


def count_digits(start: i64, end: i64, base: i64) -> i64:
    """How many digits there are, -1 if anything else but single underscores between them."""
    count: i64 = 0
    previous: i64 = UNDERSCORE
    while start < end:
        code = load_u8(start)
        if code == UNDERSCORE:
            if previous == UNDERSCORE:
                return -1
        elif digit_of(code) < base:
            count += 1
        else:
            return -1
        previous = code
        start += 1
    return -1 if previous == UNDERSCORE else count


def without_underscores(start: i64, end: i64, count: i64) -> i64:
    copy = new_limbs((count >> 3) + 1) + INT_LIMBS
    place = copy
    while start < end:
        code = load_u8(start)
        if code != UNDERSCORE:
            store_u8(place, code)
            place += 1
        start += 1
    return copy


# --- the digits ---------------------------------------------------------------------------------
def read(data: i64, count: i64, base: i64) -> int:
    """The int that `count` digits spell."""
    limit = digits_limit()
    if count > limit and limit > 0 and base & (base - 1) != 0:
        raise exceeded(": value has " + str(int(count)) + " digits")
    if count <= 12:
        return from_i64(read_word(data, count, base))
    return read_long(data, count, base)


def read_word(data: i64, count: i64, base: i64) -> i64:
    value: i64 = 0
    end = data + count
    while data < end:
        value = value * base + digit_of(load_u8(data))
        data += 1
    return value


def read_long(data: i64, count: i64, base: i64) -> int:
    if count <= HALVE_DIGITS:
        return read_limbs(data, count, base)
    low = count >> 1
    high = read_long(data, count - low, base)
    return high * power(int(base), int(low)) + read_long(data + count - low, low, base)


def read_limbs(data: i64, count: i64, base: i64) -> int:
    digits: i64 = 1
    unit = base
    while unit <= CHUNK_LIMIT // base:
        unit = unit * base
        digits += 1
    place = new_limbs(count // digits + 1)
    limbs = place + INT_LIMBS
    used: i64 = 0
    first = count % digits
    if first > 0:
        store_i64(limbs, read_word(data, first, base))
        used = 1
    end = data + count
    data += first
    while data < end:
        carry = multiply_add(limbs, used, unit, read_word(data, digits, base))
        store_i64(limbs + (used << 3), carry)
        if carry != 0:
            used += 1
        data += digits
    return finish(place, used, False)
