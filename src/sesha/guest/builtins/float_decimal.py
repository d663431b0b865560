"""Convert between doubles and decimal digits, exactly: the arithmetic behind float's text.

`shortest` is the fewest digits that read back as the same double, and of those the nearest to it;
the fast path finds decimals of up to 15 digits by trying, the other computes the interval that
rounds to the double with unbounded integers and cuts digits off its ends (the method of Ryu,
without tables). `rounded` is a given number of decimals, ties to even on the exact value. All of
it is plain integer arithmetic.
"""

from mypy_extensions import i64

from sesha.guest.builtins.bigint_arithmetic import power
from sesha.guest.builtins.float_parts import exponent_of, mantissa_exponent, mantissa_of
from sesha.guest.builtins.int_division import nearest, nearest_ratio
from sesha.guest.cpu.intrinsics import float_div, float_from_i64, i64_from_float

SHORT_LIMIT = 1e15
"""Integers up to here have at most 15 digits, which every double near them keeps apart."""
EXACT_LIMIT = 9007199254740992.0
"""2**53"""
LEAST_SHORT = 1e-5
LEAST_NORMAL_MANTISSA = 1 << 52
MOST_DIGITS = 800
"""More significant digits no double has; also the digits after which only "more" matters."""
MOST_DECIMALS = 1100
LARGEST_POINT = 310
SMALLEST_POINT = -326


class Decimal:
    """significand * 10**exponent"""

    def __init__(self, significand: int, exponent: i64) -> None:
        self.significand = significand
        self.exponent = exponent


def log10_of_power_of_2(exponent: i64) -> i64:
    """floor(log10(2**exponent)) for |exponent| up to 1650."""
    return exponent * 78913 >> 18


def log10_of_power_of_5(exponent: i64) -> i64:
    """floor(log10(5**exponent)) for an exponent of 0..3528."""
    return exponent * 732923 >> 20


# --- shortest -----------------------------------------------------------------------------------
def shortest(value: float) -> Decimal:
    """The shortest decimal that rounds to a positive finite double."""
    if LEAST_SHORT <= value and value < EXACT_LIMIT:
        found = try_short(value)
        if found is not None:
            return found
    return shortest_exact(value)


def try_short(value: float) -> Decimal | None:
    """The decimal if it has few digits: an integer, or one that dividing by 10**k gives back."""
    whole = i64_from_float(value)
    if float_from_i64(whole) == value:
        return without_zeros(int(whole), 0)
    unit = 10.0
    decimals: i64 = 1
    scaled = value * 10.0
    while scaled < SHORT_LIMIT:
        near = i64_from_float(scaled + 0.5)
        if float_div(float_from_i64(near), unit) == value:
            return Decimal(int(near), -decimals)
        unit = unit * 10.0
        decimals += 1
        scaled = value * unit
    return None


def without_zeros(significand: int, exponent: i64) -> Decimal:
    while significand != 0 and significand % 10 == 0:
        significand //= 10
        exponent += 1
    return Decimal(significand, exponent)


def shortest_exact(value: float) -> Decimal:
    mantissa = int(mantissa_of(value))
    exponent = mantissa_exponent(value) - 2
    # The double is 4m * 2**exponent; what rounds to it lies between `low` and `high` of that.
    middle = 4 * mantissa
    high = middle + 2
    low = middle - 2
    if mantissa == LEAST_NORMAL_MANTISSA and exponent > -1076:
        low = middle - 1
    if exponent >= 0:
        cut = max(0, log10_of_power_of_2(exponent) - 1)
        factor, divisor = 1 << int(exponent), power(10, cut)
        exponent = 0
    else:
        cut = max(0, log10_of_power_of_5(-exponent) - 1)
        factor, divisor = power(5, -exponent - cut), 1 << int(cut)
    closed = mantissa % 2 == 0
    return cut_digits(low * factor, middle * factor, high * factor, divisor, cut + exponent, closed)


def cut_digits(low: int, middle: int, high: int, divisor: int, exponent: i64, closed: bool) -> Decimal:
    """The shortest decimal between low and high over divisor, both included if `closed`."""
    below = low // divisor
    below_exact = low == below * divisor
    result = middle // divisor
    result_exact = middle == result * divisor
    above = high // divisor
    if not closed and high == above * divisor:
        above -= 1
    last: i64 = 0
    while above // 10 > below // 10:
        below_exact = below_exact and below % 10 == 0
        result_exact = result_exact and last == 0
        last = result % 10
        result //= 10
        above //= 10
        below //= 10
        exponent += 1
    if below_exact and closed:
        while below % 10 == 0:
            result_exact = result_exact and last == 0
            last = result % 10
            result //= 10
            above //= 10
            below //= 10
            exponent += 1
    if result_exact and last == 5 and result % 2 == 0:
        last = 4
    outside = result == below and not (closed and below_exact)
    return without_zeros(result + 1 if outside or last >= 5 else result, exponent)


# --- a given number of digits ---------------------------------------------------------------------
def rounded(value: float, decimals: i64) -> int:
    """The integer nearest to value * 10**decimals, ties to even, for a value of at least 0."""
    numerator = int(mantissa_of(value))
    exponent = mantissa_exponent(value)
    denominator = 1
    if exponent >= 0:
        numerator <<= int(exponent)
    if decimals >= 0:
        numerator *= power(10, decimals)
    else:
        denominator = power(10, -decimals)
    if exponent < 0:
        denominator <<= int(-exponent)
    quotient = numerator // denominator
    twice = (numerator - quotient * denominator) * 2
    if twice > denominator or (twice == denominator and quotient % 2 == 1):
        return quotient + 1
    return quotient


def rounded_to(value: float, count: i64) -> Decimal:
    """A positive value to `count` significant digits; the significand may end in zeros."""
    decimals = count - 1 - log10_of_power_of_2(exponent_of(value))
    limit = power(10, count)
    result = rounded(value, decimals)
    while result >= limit:
        decimals -= 1
        result = rounded(value, decimals)
    return Decimal(result, -decimals)


# --- from digits ----------------------------------------------------------------------------------
def nearest_decimal(significand: int, exponent: i64, length: i64) -> float:
    """The double nearest to significand * 10**exponent; the significand has `length` digits."""
    if significand == 0 or length + exponent < SMALLEST_POINT:
        return 0.0
    if length + exponent > LARGEST_POINT:
        return nearest(1, 2000, False)
    if exponent >= 0:
        return nearest(significand * power(10, exponent), 0, False)
    return nearest_ratio(significand, power(10, -exponent))
