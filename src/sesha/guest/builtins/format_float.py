"""Format floats: the types e E f F g G n % and the one without a letter.

float_text.py gives correctly rounded decimal digits and where the point stands; here they are
laid out. Also used by `%`-formatting.
"""

from mypy_extensions import i64

from sesha.guest.builtins.float_text import digits as decimal_digits, repr_float
from sesha.guest.builtins.format_number import assemble, grouped_fraction
from sesha.guest.builtins.format_spec import (
    NOT_GIVEN,
    FormatSpec,
    is_float_type,
    parse_spec,
    unknown_type,
)
from sesha.guest.builtins.text_index import index_of
from sesha.guest.builtins.text_units import text_length
from sesha.guest.cpu.intrinsics import address, float_bits

LETTER_CASE = 0x20
EXPONENT = 101  # the type e
FIXED = 102  # f
GENERAL = 103  # g
LOCAL = 110  # n
PERCENT = 37
SHORTEST = 0
"""The mode of digits() for the shortest text that reads back the same."""
SIGNIFICANT = 2
"""The mode for a number of significant digits."""
AFTER_POINT = 3
"""The mode for a number of digits after the point."""
USUAL_PRECISION = 6
SHORTEST_LIMIT = 16
"""Without a precision, numbers of more integer digits get an exponent."""


def format_float(value: float, spec: str) -> str:
    if text_length(address(spec)) == 0:
        return repr_float(value)
    return format_float_spec(value, parse_spec(spec, "float", 0))


def format_float_spec(value: float, spec: FormatSpec) -> str:
    type = spec.type
    if type != 0 and type != LOCAL and not is_float_type(type):
        raise unknown_type(type, "float")
    suffix = ""
    if type == PERCENT:
        value = value * 100.0
        type = FIXED
        suffix = "%"
    if type == LOCAL:
        type = GENERAL
    parts = lay_out(value, type, spec.precision, spec.alternate)
    rest = parts.fraction
    if spec.fraction_grouping != 0 and len(rest) > 0:
        rest = "." + grouped_fraction(rest[1:], spec.fraction_grouping)
    negative = is_negative(value)
    if negative and spec.positive_zero and parts.is_zero():
        negative = False
    return assemble(spec, negative, "", parts.whole, rest + parts.exponent + suffix, 3)


def is_negative(value: float) -> bool:
    """Whether the sign is shown: negative numbers and -0.0, but no NaN."""
    return float_bits(value) < 0 and value == value


class NumberParts:
    """The digits before the point, the point and those after it, the exponent."""

    def __init__(self, whole: str, fraction: str, exponent: str) -> None:
        self.whole = whole
        self.fraction = fraction
        self.exponent = exponent

    def is_zero(self) -> bool:
        return (self.whole + self.fraction).strip("0.") == "" and self.whole != ""


def lay_out(value: float, type: i64, precision: i64, alternate: bool) -> NumberParts:
    """The magnitude of the value in a type (0: none), the precision NOT_GIVEN or a number."""
    upper = 65 <= type <= 90
    kind = type | LETTER_CASE if type != 0 else 0
    magnitude = -value if is_negative(value) else value
    if magnitude - magnitude != 0.0:
        name = "inf" if magnitude == magnitude else "nan"
        return NumberParts("", "", name.upper() if upper else name)
    if kind == 0 and precision == NOT_GIVEN:
        return _shortest(magnitude, alternate)
    if precision == NOT_GIVEN:
        precision = USUAL_PRECISION
    if kind == FIXED:
        return _fixed(magnitude, precision, alternate)
    marker = "E" if upper else "e"
    if kind == EXPONENT:
        digits, point = decimal_digits(magnitude, SIGNIFICANT, precision + 1)
        return _scientific(digits, index_of(point), precision + 1, alternate, marker)
    return _general(magnitude, precision if precision > 0 else 1, alternate, marker, kind == 0)


def _fixed(magnitude: float, precision: i64, alternate: bool) -> NumberParts:
    digits, place = decimal_digits(magnitude, AFTER_POINT, precision)
    return _positional(digits, index_of(place), precision, alternate)


def _positional(digits: str, point: i64, precision: i64, alternate: bool) -> NumberParts:
    """The point after `point` digits (zeros around them where they do not reach)."""
    if point <= 0:
        whole = "0"
        fraction = "0" * int(-point) + digits
    else:
        whole = digits[: int(point)].ljust(int(point), "0")
        fraction = digits[int(point) :]
    fraction = fraction[: int(precision)].ljust(int(precision), "0")
    return NumberParts(whole, "." + fraction if precision > 0 or alternate else "", "")


def _scientific(digits: str, point: i64, significant: i64, alternate: bool, marker: str) -> NumberParts:
    """One digit before the point, `significant` in all; a zero has the exponent 0."""
    exponent = point - 1 if digits != "0" else 0
    shown = digits.ljust(int(significant), "0")
    fraction = "." + shown[1:] if len(shown) > 1 or alternate else ""
    size = -exponent if exponent < 0 else exponent
    sign = "-" if exponent < 0 else "+"
    return NumberParts(shown[:1], fraction, marker + sign + str(int(size)).rjust(2, "0"))


def _general(magnitude: float, precision: i64, alternate: bool, marker: str, untyped: bool) -> NumberParts:
    """Positional where the exponent is -4..precision-1, else scientific; no trailing zeros.

    Without a type letter there is always a digit after the point, and the limit is one lower.
    """
    digits, place = decimal_digits(magnitude, SIGNIFICANT, precision)
    point = index_of(place) if digits != "0" else 1
    if point <= -4 or point > (precision - 1 if untyped else precision):
        shown = precision if alternate else len(digits)
        return _scientific(digits, point, shown, alternate, marker)
    after = precision - point if alternate else len(digits) - point
    if after < 0:
        after = 0
    if untyped and after == 0:
        after = 1
    return _positional(digits, point, after, alternate)


def _shortest(magnitude: float, alternate: bool) -> NumberParts:
    digits, place = decimal_digits(magnitude, SHORTEST, 0)
    point = index_of(place) if digits != "0" else 1
    if point <= -4 or point > SHORTEST_LIMIT:
        return _scientific(digits, point, len(digits), alternate, "e")
    after = len(digits) - point
    return _positional(digits, point, after if after > 0 else 1, alternate)
