"""Parse the conversions of `%`-formatting and convert numbers: shared by str and bytes."""

from typing import Any

from sesha.guest.builtins.format_float import is_negative, lay_out
from sesha.guest.builtins.format_integer import base_of
from sesha.guest.builtins.int_text import to_text
from sesha.guest.builtins.str_encode import encode
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import is_object
from sesha.guest.cpu.intrinsics import method_or

TYPES = "diouxXeEfFgGcrsab"
WIDTH_LIMIT = (1 << 63) - 1


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
        self.end = start
        self.has_key = False
        self.found: object = None
        self.left = False
        self.plus = False
        self.space = False
        self.alternate = False
        self.zero = False
        self.width = -1
        self.precision = -1
        self._read_key(arguments)
        self._read_flags()
        self._read_width(arguments)
        if self._peek() == ".":
            self.end += 1
            self._read_precision(arguments)
        while self._peek() == "l" or self._peek() == "h" or self._peek() == "L":
            self.end += 1
        if self._peek() == "":
            raise ValueError("incomplete format")
        self.type = self._peek()
        self.end += 1
        self.literal = self.type == "%" and self.end == start + 1

    def value(self, arguments: Arguments) -> object:
        """The value to convert; only then is the type looked at."""
        value = self.found if self.has_key else arguments.take()
        if self.type not in TYPES or (self.type == "b" and not arguments.bytes_keys):
            self._refuse()
        return value

    def _peek(self) -> str:
        return self.template[self.end] if self.end < len(self.template) else ""

    def _refuse(self) -> None:
        code = ord(self.type)
        shown = self.type if 32 <= code < 127 else "?"
        place = self.end - 1
        raise ValueError(f"unsupported format character '{shown}' ({hex(code)}) at index {place}")

    def _read_key(self, arguments: Arguments) -> None:
        if self._peek() != "(":
            return
        arguments.require_names()
        start = self.end + 1
        depth = 1
        while depth > 0:
            self.end += 1
            char = self._peek()
            if char == "":
                raise ValueError("incomplete format key")
            depth += 1 if char == "(" else -1 if char == ")" else 0
        self.found = arguments.lookup(self.template[start : self.end])
        self.has_key = True
        self.end += 1

    def _read_flags(self) -> None:
        while True:
            char = self._peek()
            if char == "-":
                self.left = True
            elif char == "+":
                self.plus = True
            elif char == " ":
                self.space = True
            elif char == "#":
                self.alternate = True
            elif char == "0":
                self.zero = True
            else:
                return
            self.end += 1

    def _read_width(self, arguments: Arguments) -> None:
        if self._peek() == "*":
            self.end += 1
            self.width = _star(arguments)
            if self.width < 0:
                self.left = True
                self.width = -self.width
        else:
            self.width = self._number("width")

    def _read_precision(self, arguments: Arguments) -> None:
        if self._peek() == "*":
            self.end += 1
            self.precision = max(0, _star(arguments))
        else:
            self.precision = max(0, self._number("precision"))

    def _number(self, what: str) -> int:
        if not _is_digit(self._peek()):
            return -1
        value = 0
        while _is_digit(self._peek()):
            value = value * 10 + ord(self._peek()) - 48
            self.end += 1
            if value > WIDTH_LIMIT:
                raise ValueError(what + " too big")
        return value


def _is_digit(char: str) -> bool:
    return char != "" and "0" <= char <= "9"


def _star(arguments: Arguments) -> int:
    value = arguments.take()
    if not isinstance(value, int):
        raise TypeError("* wants int")
    return value


# --- text and numbers in their width ---------------------------------------------------------------
def padded_text(conversion: Conversion, text: str) -> str:
    return text.ljust(conversion.width) if conversion.left else text.rjust(conversion.width)


def number_text(conversion: Conversion, value: object, no_float: str) -> str:
    """The converted number; `no_float` begins the message where a float cannot be made."""
    kind = conversion.type
    if kind in "eEfFgG":
        return _float_text(conversion, _float_of(value, no_float))
    return _integer_text(conversion, _integer_of(value, kind))


def _integer_of(value: object, kind: str) -> int:
    if isinstance(value, int):
        return value
    if kind in "xXo":
        index: object = method_or(NotImplemented, value, "__index__")
        if not isinstance(index, int):
            raise TypeError("%" + kind + " format: an integer is required, not " + type_name(value))
        return index
    number: object = method_or(NotImplemented, value, "__int__")
    if isinstance(value, str) or not isinstance(number, int):
        number = method_or(NotImplemented, value, "__index__")
    if not isinstance(number, int):
        raise TypeError("%" + kind + " format: a real number is required, not " + type_name(value))
    return number


def _integer_text(conversion: Conversion, value: int) -> str:
    kind = conversion.type
    base = base_of(ord(kind)) if kind in "xXo" else 10
    digits = to_text(-value if value < 0 else value, base)
    if kind == "X":
        digits = digits.upper()
    if len(digits) < conversion.precision:
        digits = digits.rjust(conversion.precision, "0")
    prefix = "0" + kind if conversion.alternate and base != 10 else ""
    return _signed(conversion, value < 0, prefix, digits, True)


def _float_text(conversion: Conversion, number: float) -> str:
    parts = lay_out(number, ord(conversion.type), conversion.precision, conversion.alternate)
    text = parts.whole + parts.fraction + parts.exponent
    return _signed(conversion, is_negative(number), "", text, number - number == 0.0)


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


def _signed(conversion: Conversion, negative: bool, prefix: str, digits: str, finite: bool) -> str:
    sign = "-" if negative else "+" if conversion.plus else " " if conversion.space else ""
    lead = sign + prefix
    if conversion.zero and not conversion.left:
        return lead + digits.rjust(conversion.width - len(lead), "0")
    return padded_text(conversion, lead + digits)
