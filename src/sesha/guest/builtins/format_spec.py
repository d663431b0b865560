"""Parse format specifications: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.text_units import load_unit, text_from_code, text_kind, text_length
from sesha.guest.cpu.intrinsics import address

LEFT = 60  # <
RIGHT = 62  # >
CENTER = 94  # ^
AFTER_SIGN = 61  # =
NOT_GIVEN = -1
SPACE = 32
PLUS = 43
MINUS = 45
ZERO = 48
COMMA = 44
UNDERSCORE = 95
STRING = 115  # the type s
DECIMAL = 100  # the type d
LIMIT = (1 << 63) - 1 - 9


class FormatSpec:
    """What a specification says; characters as code points, 0 or NOT_GIVEN where it says nothing."""

    fill: i64
    align: i64
    sign: i64
    positive_zero: bool
    alternate: bool
    width: i64
    grouping: i64
    precision: i64
    fraction_grouping: i64
    type: i64

    def __init__(self, type: i64) -> None:
        self.fill = 0
        self.align = 0
        self.sign = 0
        self.positive_zero = False
        self.alternate = False
        self.width = NOT_GIVEN
        self.grouping = 0
        self.precision = NOT_GIVEN
        self.fraction_grouping = 0
        self.type = type


class _Reader:
    """The specification and a position in it."""

    def __init__(self, spec: str) -> None:
        self.spec = spec
        self.at: i64 = 0

    def peek(self, ahead: i64) -> i64:
        """The code point that many places on, or 0 beyond the end."""
        base = address(self.spec)
        i = self.at + ahead
        return load_unit(base + STR_DATA, text_kind(base), i) if i < text_length(base) else 0

    def skip(self, code: i64) -> bool:
        if self.peek(0) != code:
            return False
        self.at += 1
        return True

    def number(self) -> i64:
        """Decimal digits, or NOT_GIVEN where there are none."""
        start = self.at
        value: i64 = 0
        while 48 <= self.peek(0) <= 57:
            if value > LIMIT // 10:
                raise ValueError("Too many decimal digits in format string")
            value = value * 10 + self.peek(0) - 48
            self.at += 1
        return value if self.at > start else NOT_GIVEN


def is_align(code: i64) -> bool:
    return code == LEFT or code == RIGHT or code == CENTER or code == AFTER_SIGN


def parse_spec(spec: str, value_type: str, type: i64) -> FormatSpec:
    """The parsed specification; `type` where it names none. Errors name the `value_type`."""
    result = FormatSpec(type)
    reader = _Reader(spec)
    _parse_alignment(reader, result)
    _parse_number_signs(reader, result, type != STRING)
    result.width = reader.number()
    result.grouping = _parse_grouping(reader)
    if reader.skip(46):
        result.precision = reader.number()
        result.fraction_grouping = _parse_grouping(reader)
        if result.precision == NOT_GIVEN and result.fraction_grouping == 0:
            raise ValueError("Format specifier missing precision")
    left = text_length(address(spec)) - reader.at
    if left > 1:
        raise ValueError("Invalid format specifier '" + spec + "' for object of type '" + value_type + "'")
    if left == 1:
        result.type = reader.peek(0)
    if result.grouping != 0:
        _check_grouping(result)
    return result


def _parse_alignment(reader: _Reader, result: FormatSpec) -> None:
    length = text_length(address(reader.spec))
    if length >= 2 and is_align(reader.peek(1)):
        result.fill = reader.peek(0)
        result.align = reader.peek(1)
        reader.at += 2
    elif is_align(reader.peek(0)):
        result.align = reader.peek(0)
        reader.at += 1


def _parse_number_signs(reader: _Reader, result: FormatSpec, number: bool) -> None:
    sign = reader.peek(0)
    if sign == PLUS or sign == MINUS or sign == SPACE:
        result.sign = sign
        reader.at += 1
    result.positive_zero = reader.skip(122)
    result.alternate = reader.skip(35)
    if result.fill == 0 and reader.skip(ZERO):
        result.fill = ZERO
        if result.align == 0 and number:
            result.align = AFTER_SIGN


def _parse_grouping(reader: _Reader) -> i64:
    grouping: i64 = 0
    if reader.skip(COMMA):
        grouping = COMMA
    if reader.skip(UNDERSCORE):
        if grouping != 0:
            raise ValueError("Cannot specify both ',' and '_'.")
        grouping = UNDERSCORE
    if grouping == UNDERSCORE and reader.peek(0) == COMMA:
        raise ValueError("Cannot specify both ',' and '_'.")
    return grouping


def _check_grouping(result: FormatSpec) -> None:
    """Thousands go with decimal types; `_` also with binary, octal and hexadecimal ones."""
    kind = result.type
    if kind == 0 or kind == DECIMAL or is_float_type(kind):
        return
    if result.grouping == UNDERSCORE and (kind == 98 or kind == 111 or kind == 120 or kind == 88):
        return
    raise ValueError(
        "Cannot specify '" + text_from_code(result.grouping) + "' with '" + text_from_code(kind) + "'."
    )


def is_float_type(code: i64) -> bool:
    """e E f F g G %"""
    return 101 <= code <= 103 or 69 <= code <= 71 or code == 37


def unknown_type(code: i64, value_type: str) -> ValueError:
    shown = text_from_code(code) if 32 < code < 128 else "\\x" + f"{int(code):x}"
    return ValueError("Unknown format code '" + shown + "' for object of type '" + value_type + "'")
