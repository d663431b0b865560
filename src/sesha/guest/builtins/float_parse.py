"""Read a float from text: `float(text)`, correctly rounded.

Up to 18 digits are gathered in a machine integer. Where that and the power of ten are exact
doubles, one multiplication or division rounds correctly; else the whole number goes through
unbounded integers. Digits beyond MOST_DIGITS cannot decide anything but a tie and are replaced by
a single 1.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import INT_LIMBS, STR_DATA
from sesha.guest.builtins.bigint_value import from_i64, new_limbs
from sesha.guest.builtins.float_decimal import MOST_DIGITS, nearest_decimal
from sesha.guest.builtins.float_parts import infinity, not_a_number
from sesha.guest.builtins.int_parse import drop_spaces, read_long, skip_spaces
from sesha.guest.builtins.text_digits import ascii_digits
from sesha.guest.builtins.text_units import text_is_ascii, text_length
from sesha.guest.cpu.intrinsics import address, float_div, float_from_i64, load_u8, store_u8

ZERO = 48
MINUS = 45
PLUS = 43
POINT = 46
UNDERSCORE = 95
LETTER_E = 101
LETTER_CASE = 32
WORD_DIGITS = 18
EXACT = 1 << 53
EXACT_POWER = 22
"""10**22 is the greatest power of ten that is a double."""
EXPONENT_LIMIT = 1000000


def float_from_text(text: str) -> float:
    """`float(text)`"""
    source = text
    if not text_is_ascii(address(text)):
        source = ascii_digits(text)
    place = address(source)
    data = place + STR_DATA
    reader = NumberReader(data, data + text_length(place))
    value = reader.read()
    if reader.malformed:
        raise ValueError("could not convert string to float: " + repr(text))
    return value


class NumberReader:
    """A pass over the characters of a number."""

    def __init__(self, start: i64, end: i64) -> None:
        self.place: i64 = skip_spaces(start, end)
        self.end: i64 = drop_spaces(self.place, end)
        self.malformed: bool = False
        self.significand: i64 = 0
        self.count: i64 = 0

    def peek(self) -> i64:
        """The next character in lower case, or -1 at the end."""
        return load_u8(self.place) | LETTER_CASE if self.place < self.end else -1

    def read(self) -> float:
        negative = False
        if self.place < self.end:
            code = load_u8(self.place)
            if code == MINUS or code == PLUS:
                negative = code == MINUS
                self.place += 1
        value = self.read_magnitude()
        if self.place != self.end:
            self.malformed = True
        return -value if negative else value

    def read_magnitude(self) -> float:
        code = self.peek()
        if code == 105:
            return self.read_infinity()
        if code == 110:
            self.expect(b"nan")
            return not_a_number()
        start = self.place
        whole = self.read_digits()
        fraction: i64 = 0
        if self.place < self.end and load_u8(self.place) == POINT:
            self.place += 1
            fraction = self.read_digits()
        if whole + fraction == 0:
            self.malformed = True
            return 0.0
        stop = self.place
        exponent = self.read_exponent() - fraction
        if self.malformed:
            return 0.0
        if self.count <= WORD_DIGITS:
            return from_word(self.significand, exponent, self.count)
        return from_digits(start, stop, self.count, exponent)

    def read_infinity(self) -> float:
        self.expect(b"inf")
        if self.place != self.end:
            self.expect(b"inity")
        return infinity()

    def expect(self, word: bytes) -> None:
        for wanted in word:
            if self.peek() != wanted:
                self.malformed = True
                return
            self.place += 1

    def read_digits(self) -> i64:
        """Pass over digits, single underscores between them; how many there are."""
        count: i64 = 0
        while self.place < self.end:
            code = load_u8(self.place)
            if code == UNDERSCORE:
                self.place += 1
                if count == 0 or not self.at_digit():
                    self.malformed = True
                    return count
            elif ZERO <= code and code < ZERO + 10:
                self.place += 1
                count += 1
                if self.count > 0 or code != ZERO:
                    self.count += 1
                    if self.count <= WORD_DIGITS:
                        self.significand = self.significand * 10 + code - ZERO
            else:
                return count
        return count

    def at_digit(self) -> bool:
        if self.place >= self.end:
            return False
        code = load_u8(self.place)
        return ZERO <= code and code < ZERO + 10

    def read_exponent(self) -> i64:
        if self.place >= self.end or self.peek() != LETTER_E:
            return 0
        self.place += 1
        negative = False
        if self.place < self.end:
            code = load_u8(self.place)
            if code == MINUS or code == PLUS:
                negative = code == MINUS
                self.place += 1
        if not self.at_digit():
            self.malformed = True
            return 0
        value: i64 = 0
        while self.place < self.end:
            code = load_u8(self.place)
            if code == UNDERSCORE:
                self.place += 1
                if not self.at_digit():
                    self.malformed = True
                    return 0
                continue
            if code < ZERO or code >= ZERO + 10:
                break
            if value < EXPONENT_LIMIT:
                value = value * 10 + code - ZERO
            self.place += 1
        return -value if negative else value


def from_word(significand: i64, exponent: i64, count: i64) -> float:
    """significand * 10**exponent, rounded once."""
    if significand <= EXACT and -EXACT_POWER <= exponent and exponent <= EXACT_POWER:
        value = float_from_i64(significand)
        if exponent < 0:
            return float_div(value, exact_power(-exponent))
        return value * exact_power(exponent)
    return nearest_decimal(from_i64(significand), exponent, count)


def exact_power(exponent: i64) -> float:
    """10**exponent, which is exact up to EXACT_POWER."""
    result = 1.0
    while exponent > 0:
        result = result * 10.0
        exponent -= 1
    return result


def from_digits(start: i64, stop: i64, count: i64, exponent: i64) -> float:
    """The number whose `count` digits, from the first that is not zero, lie between start and
    stop among points and underscores; the exponent is that of the last digit."""
    kept: i64 = count if count < MOST_DIGITS else MOST_DIGITS
    digits = new_limbs((kept >> 3) + 2) + INT_LIMBS
    used: i64 = 0
    more = False
    while start < stop:
        code = load_u8(start)
        start += 1
        if code < ZERO or code >= ZERO + 10 or (used == 0 and code == ZERO):
            continue
        if used < kept:
            store_u8(digits + used, code)
            used += 1
        elif code != ZERO:
            more = True
    exponent += count - kept
    if more:
        store_u8(digits + used, ZERO + 1)
        used += 1
        exponent -= 1
    return nearest_decimal(read_long(digits, used, 10), exponent, used)
