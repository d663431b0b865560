"""Parse the conversions of `%`-formatting and convert numbers: shared by str and bytes."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.format_float import is_negative, lay_out
from sesha.guest.builtins.format_integer import UPPER_HEXADECIMAL, base_of
from sesha.guest.builtins.int_text import to_text
from sesha.guest.builtins.str_encode import encode
from sesha.guest.builtins.str_justify import padded
from sesha.guest.builtins.text_index import BEYOND, index_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import load_unit, slice_text, text_from_code, text_kind, text_length
from sesha.guest.builtins.type import is_object
from sesha.guest.cpu.intrinsics import address, method_or

LEFT = 1
SIGN = 2
SPACE = 4
ALTERNATE = 8
ZEROS = 16
"""Bits of a conversion's flags: `-`, `+`, a space, `#`, `0`."""
NOT_GIVEN = -1
PERCENT = 37
PARENTHESIS = 40
STAR = 42
POINT = 46
ASCII = 97
BYTES = 98
CHARACTER = 99
REPR = 114
STRING = 115
"""The types a b c r s."""
CONVERSIONS = 0x12C821A01
"""Bit k is set when the character 88 + k is a type."""


class Arguments:
    """The right operand: a tuple of values, a mapping, or a single value."""

    def __init__(self, value: object) -> None:
        self.single: object = value
        self.many: tuple[object, ...] = value if isinstance(value, tuple) else (value,)
        self.next = 0
        self.mapping = has_items(value)
        self.bytes_keys = False

    def take(self) -> object:
        if self.next >= len(self.many):
            raise TypeError("not enough arguments for format string")
        self.next += 1
        return self.many[self.next - 1]

    def lookup(self, key: str) -> object:
        mapping: Any = self.single
        self.next = 1
        found: object = mapping[encode(key, "latin-1")] if self.bytes_keys else mapping[key]
        return found

    def require_names(self) -> None:
        """Refuse what cannot have named values."""
        value = self.single
        unnamed = isinstance(value, (tuple, str, int)) or not is_object(value)
        if unnamed or (self.bytes_keys and isinstance(value, (bytes, bytearray))):
            raise TypeError("format requires a mapping")

    def finish(self, what: str) -> None:
        if self.next < len(self.many) and not self.mapping:
            raise TypeError("not all arguments converted during " + what + " formatting")


def has_items(value: object) -> bool:
    """Whether it is a mapping or a sequence that `%` takes for one: it may be left unused."""
    return isinstance(value, (dict, list, bytes, bytearray, memoryview, range))


class Conversion:
    """One `%[(key)][flags][width][.precision]type`, from after the percent sign to `end`."""

    def __init__(self, template: str, start: int, arguments: Arguments) -> None:
        self.template = template
        self.at: i64 = start
        self.has_key = False
        self.found: object = None
        self.flags: i64 = 0
        self.width: i64 = NOT_GIVEN
        self.precision: i64 = NOT_GIVEN
        code = self._peek()
        if code == PARENTHESIS:
            self._read_key(arguments)
        self._read_flags()
        self._read_width(arguments)
        if self._peek() == POINT:
            self.at += 1
            self._read_precision(arguments)
        while self._peek() == 108 or self._peek() == 104 or self._peek() == 76:  # l h L mean nothing
            self.at += 1
        self.type: i64 = self._peek()
        if self.type == 0:
            raise ValueError("incomplete format")
        self.at += 1
        self.end = int(self.at)
        self.literal = self.type == PERCENT and self.end == start + 1

    def value(self, arguments: Arguments) -> object:
        """The value to convert; only then is the type looked at."""
        value = self.found if self.has_key else arguments.take()
        if not is_conversion(self.type) and not (self.type == BYTES and arguments.bytes_keys):
            self._refuse()
        return value

    def _peek(self) -> i64:
        """The code point here, 0 at the end."""
        base = address(self.template)
        return load_unit(base + STR_DATA, text_kind(base), self.at) if self.at < text_length(base) else 0

    def _refuse(self) -> None:
        code = int(self.type)
        shown = chr(code) if 32 <= code < 127 else "?"
        raise ValueError(f"unsupported format character '{shown}' (0x{code:x}) at index {self.end - 1}")

    def _read_key(self, arguments: Arguments) -> None:
        arguments.require_names()
        start = self.at + 1
        depth = 1
        while depth > 0:
            self.at += 1
            code = self._peek()
            if code == 0:
                raise ValueError("incomplete format key")
            if code == PARENTHESIS:
                depth += 1
            elif code == PARENTHESIS + 1:
                depth -= 1
        self.found = arguments.lookup(slice_text(address(self.template), start, self.at))
        self.has_key = True
        self.at += 1

    def _read_flags(self) -> None:
        while True:
            flag = flag_of(self._peek())
            if flag == 0:
                return
            self.flags |= flag
            self.at += 1

    def _read_width(self, arguments: Arguments) -> None:
        if self._peek() != STAR:
            self.width = self._number("width")
            return
        self.at += 1
        self.width = _star(arguments)
        if self.width < 0:
            self.flags |= LEFT
            self.width = -self.width

    def _read_precision(self, arguments: Arguments) -> None:
        if self._peek() == STAR:
            self.at += 1
            self.precision = max(0, _star(arguments))
        else:
            self.precision = max(0, self._number("precision"))

    def _number(self, what: str) -> i64:
        start = self.at
        value: i64 = 0
        while 48 <= self._peek() <= 57:
            value = value * 10 + self._peek() - 48
            self.at += 1
            if value > BEYOND:
                raise ValueError(what + " too big")
        return value if self.at > start else NOT_GIVEN


def flag_of(code: i64) -> i64:
    if code == 45:
        return LEFT
    if code == 43:
        return SIGN
    if code == 32:
        return SPACE
    if code == 35:
        return ALTERNATE
    return ZEROS if code == 48 else 0


def is_conversion(code: i64) -> bool:
    """a c d i o r s u x X, and e f g in both cases."""
    return is_float(code) or (88 <= code <= 120 and (CONVERSIONS >> (code - 88)) & 1 != 0)


def is_float(code: i64) -> bool:
    return 101 <= code <= 103 or 69 <= code <= 71


def _star(arguments: Arguments) -> i64:
    value = arguments.take()
    if not isinstance(value, int):
        raise TypeError("* wants int")
    return index_of(value)


# --- text and numbers in their width ---------------------------------------------------------------
def padded_text(conversion: Conversion, text: str) -> str:
    gap = conversion.width - text_length(address(text))
    if gap <= 0:
        return text
    return padded(text, 0, gap, 32) if conversion.flags & LEFT != 0 else padded(text, gap, 0, 32)


def number_text(conversion: Conversion, value: object, no_float: str) -> str:
    """The converted number; `no_float` begins the message where a float cannot be made."""
    if is_float(conversion.type):
        return _float_text(conversion, _float_of(value, no_float))
    return _integer_text(conversion, _integer_of(value, conversion.type))


def _integer_of(value: object, kind: i64) -> int:
    if isinstance(value, int):
        return value
    if is_based(kind):
        index: object = method_or(NotImplemented, value, "__index__")
        if not isinstance(index, int):
            raise _wrong_type(kind, "an integer", value)
        return index
    number: object = method_or(NotImplemented, value, "__int__")
    if isinstance(value, str) or not isinstance(number, int):
        number = method_or(NotImplemented, value, "__index__")
    if not isinstance(number, int):
        raise _wrong_type(kind, "a real number", value)
    return number


def _wrong_type(kind: i64, wanted: str, value: object) -> TypeError:
    shown = text_from_code(kind)
    return TypeError("%" + shown + " format: " + wanted + " is required, not " + type_name(value))


def is_based(code: i64) -> bool:
    """o x X"""
    return code == 111 or code == 120 or code == UPPER_HEXADECIMAL


def _integer_text(conversion: Conversion, value: int) -> str:
    kind = conversion.type
    base = base_of(kind) if is_based(kind) else 10
    digits = to_text(-value if value < 0 else value, base)
    if kind == UPPER_HEXADECIMAL:
        digits = digits.upper()
    digits = padded(digits, conversion.precision - text_length(address(digits)), 0, 48)
    based = conversion.flags & ALTERNATE != 0 and base != 10
    prefix = "0" + text_from_code(kind) if based else ""
    return _signed(conversion, value < 0, prefix, digits)


def _float_text(conversion: Conversion, number: float) -> str:
    alternate = conversion.flags & ALTERNATE != 0
    parts = lay_out(number, conversion.type, conversion.precision, alternate)
    text = parts.whole + parts.fraction + parts.exponent
    return _signed(conversion, is_negative(number), "", text)


def _float_of(value: object, no_float: str) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, int):
        return float(value)
    number: object = method_or(NotImplemented, value, "__float__")
    if isinstance(value, str) or not isinstance(number, float):
        index: object = method_or(NotImplemented, value, "__index__")
        if not isinstance(index, int):
            raise TypeError(no_float + type_name(value))
        return float(index)
    return number


def _signed(conversion: Conversion, negative: bool, prefix: str, digits: str) -> str:
    flags = conversion.flags
    sign = "-" if negative else "+" if flags & SIGN != 0 else " " if flags & SPACE != 0 else ""
    lead = sign + prefix
    if flags & ZEROS != 0 and flags & LEFT == 0:
        gap = conversion.width - text_length(address(lead)) - text_length(address(digits))
        return lead + padded(digits, gap, 0, 48)
    return padded_text(conversion, lead + digits)
