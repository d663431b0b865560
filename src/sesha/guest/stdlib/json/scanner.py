"""Read one JSON value after another from a text: recursive descent over indices.

`Scanner.at` is the only state: where the next thing to read starts. Every method starts there and
leaves it behind what it read. Loops run over a local index; text is cut out in as long pieces as
possible. Error messages and positions are those of CPython.
"""

from collections.abc import Callable
from typing import Any

from mypy_extensions import i64

_QUOTE = 0x22
_BACKSLASH = 0x5C
_MINUS = 0x2D
_ZERO = 0x30
_NINE = 0x39
_LETTER_A = 0x61
_LETTER_F = 0x66
_LETTER_CASE = 0x20
"""What a small letter has and a capital one has not."""
_SMALL_DIGITS = 18
"""As many decimal digits always fit a small int."""
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JSONDecodeError(ValueError):
    """A text is not JSON: what was expected, and where."""

    __module__ = "json.decoder"

    def __init__(self, msg: str, doc: str, pos: int) -> None:
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {self.lineno} column {self.colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos

    def __reduce__(self) -> tuple[Any, ...]:
        return self.__class__, (self.msg, self.doc, self.pos)


def after_whitespace(text: str, at: i64) -> i64:
    """The first index from `at` on that is not white space, or the length."""
    length: i64 = len(text)
    while at < length:
        code = ord(text[at])
        if code > 32 or (code != 32 and code != 10 and code != 13 and code != 9):
            return at
        at += 1
    return at


def _digits_end(text: str, at: i64) -> i64:
    length: i64 = len(text)
    while at < length and _ZERO <= ord(text[at]) <= _NINE:
        at += 1
    return at


def _code_unit(text: str, at: i64) -> i64:
    """The four hexadecimal digits at `at`; -1 when they are not there."""
    if at + 4 > len(text):
        return -1
    unit: i64 = 0
    for index in range(at, at + 4):
        digit: i64 = ord(text[index])
        if _ZERO <= digit <= _NINE:
            digit -= _ZERO
        elif _LETTER_A <= digit | _LETTER_CASE <= _LETTER_F:
            digit = (digit | _LETTER_CASE) - _LETTER_A + 10
        else:
            return -1
        unit = unit << 4 | digit
    return unit


class Scanner:
    """One text, how far it was read, and what to make of what is read."""

    def __init__(
        self,
        text: str,
        at: i64,
        strict: bool,
        object_hook: Callable[[dict[str, Any]], Any] | None,
        object_pairs_hook: Callable[[list[tuple[str, Any]]], Any] | None,
        parse_float: Callable[[str], Any] | None,
        parse_int: Callable[[str], Any] | None,
        parse_constant: Callable[[str], Any] | None,
    ) -> None:
        self.text = text
        self.at = at
        self.strict = strict
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant

    def value(self) -> Any:
        """The value that starts at `at`."""
        text = self.text
        at = self.at
        if at >= len(text):
            raise JSONDecodeError("Expecting value", text, at)
        first = text[at]
        if first == '"':
            return self.string()
        if first == "{":
            if self.object_hook is None and self.object_pairs_hook is None:
                return self.object_()
            return self.hooked_object()
        if first == "[":
            return self.array()
        if first == "-" or "0" <= first <= "9":
            return self.number()
        return self.constant()

    # --- texts -----------------------------------------------------------------------------
    def string(self) -> str:
        """The string whose opening quote is at `at`."""
        text = self.text
        begin = self.at + 1
        length: i64 = len(text)
        at = begin
        while at < length:
            code: i64 = ord(text[at])
            if code == _QUOTE:
                self.at = at + 1
                return text[begin:at]
            if code == _BACKSLASH:
                return self.escaped_string(at)
            if code < 32 and self.strict:
                raise JSONDecodeError("Invalid control character at", text, at)
            at += 1
        raise JSONDecodeError("Unterminated string starting at", text, begin - 1)

    def escaped_string(self, at: i64) -> str:
        """The string whose opening quote is at `self.at` and whose first backslash is at `at`."""
        text = self.text
        start = self.at
        length: i64 = len(text)
        pieces = [text[start + 1 : at]]
        while at < length:
            code: i64 = ord(text[at])
            if code == _QUOTE:
                self.at = at + 1
                return "".join(pieces)
            if code == _BACKSLASH:
                if at + 1 >= length:
                    break
                self.at = at + 1
                pieces.append(self.escape())
                at = self.at
                continue
            begin = at
            while at < length:
                code = ord(text[at])
                if code == _QUOTE:
                    break
                if code == _BACKSLASH:
                    break
                if code < 32 and self.strict:
                    raise JSONDecodeError("Invalid control character at", text, at)
                at += 1
            pieces.append(text[begin:at])
        raise JSONDecodeError("Unterminated string starting at", text, start)

    def escape(self) -> str:
        """What the escape means whose letter, after the backslash, is at `at`."""
        text = self.text
        letter = text[self.at]
        if letter != "u":
            meaning = _ESCAPES.get(letter)
            if meaning is None:
                raise JSONDecodeError("Invalid \\escape", text, self.at - 1)
            self.at += 1
            return meaning
        at = self.at + 1
        unit = _code_unit(text, at)
        # CPython wants one more character after the digits: the closing quote at the least.
        if unit < 0 or at + 4 >= len(text):
            raise JSONDecodeError("Invalid \\uXXXX escape", text, at - 1)
        at += 4
        if 0xD800 <= unit <= 0xDBFF and text.startswith("\\u", at) and at + 6 < len(text):
            low = _code_unit(text, at + 2)
            if low < 0:
                raise JSONDecodeError("Invalid \\uXXXX escape", text, at + 1)
            if 0xDC00 <= low <= 0xDFFF:
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
                at += 6
        self.at = at
        return chr(unit)

    # --- numbers and constants -----------------------------------------------------------------
    def number(self) -> Any:
        """The number at `at`, which is a digit or a minus sign."""
        text = self.text
        start = self.at
        digits = start + 1 if text[start] == "-" else start
        length: i64 = len(text)
        if digits < length and ord(text[digits]) == _ZERO:
            end = digits + 1
        else:
            end = _digits_end(text, digits)
            if end == digits:
                return self.constant()
        if end < length:
            following = text[end]
            if following == "." or following == "e" or following == "E":
                fraction_end = self.fraction_end(end)
                if fraction_end > end:
                    return self.real(start, fraction_end)
        self.at = end
        if self.parse_int is not None:
            return self.parse_int(text[start:end])
        if end - start > _SMALL_DIGITS:
            return int(text[start:end])
        result: i64 = 0
        for index in range(digits, end):
            result = result * 10 + (ord(text[index]) - _ZERO)
        return -result if digits > start else result

    def fraction_end(self, at: i64) -> i64:
        """Where a fraction and exponent that may start at `at` end; `at` if there is neither."""
        text = self.text
        length: i64 = len(text)
        if text[at] == ".":
            end = _digits_end(text, at + 1)
            if end == at + 1:
                return at
            at = end
        if at < length and (text[at] == "e" or text[at] == "E"):
            digits = at + 1
            if digits < length and (text[digits] == "+" or text[digits] == "-"):
                digits += 1
            end = _digits_end(text, digits)
            if end > digits:
                return end
        return at

    def real(self, start: i64, end: i64) -> Any:
        self.at = end
        literal = self.text[start:end]
        if self.parse_float is None:
            return float(literal)
        return self.parse_float(literal)

    def constant(self) -> Any:
        """null, true, false, or one of the three that are not JSON but that CPython accepts."""
        text = self.text
        at = self.at
        if text.startswith("null", at):
            self.at = at + 4
            return None
        if text.startswith("true", at):
            self.at = at + 4
            return True
        if text.startswith("false", at):
            self.at = at + 5
            return False
        for name in ("NaN", "Infinity", "-Infinity"):
            if text.startswith(name, at):
                self.at = at + len(name)
                if self.parse_constant is not None:
                    return self.parse_constant(name)
                return float(name)
        raise JSONDecodeError("Expecting value", text, at)

    # --- containers --------------------------------------------------------------------------------
    def array(self) -> list[Any]:
        """The array whose bracket is at `at`."""
        text = self.text
        length: i64 = len(text)
        items: list[Any] = []
        at = after_whitespace(text, self.at + 1)
        if at < length and text[at] == "]":
            self.at = at + 1
            return items
        while True:
            self.at = at
            items.append(self.value())
            at = after_whitespace(text, self.at)
            following = text[at] if at < length else ""
            if following == "]":
                self.at = at + 1
                return items
            if following != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            comma = at
            at = after_whitespace(text, at + 1)
            if at < length and text[at] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)

    def object_(self) -> dict[str, Any]:
        """The object whose brace is at `at`."""
        members: dict[str, Any] = {}
        more = self.enter_object()
        while more:
            key = self.key()
            members[key] = self.value()
            more = self.next_member()
        return members

    def hooked_object(self) -> Any:
        pairs: list[tuple[str, Any]] = []
        more = self.enter_object()
        while more:
            key = self.key()
            pairs.append((key, self.value()))
            more = self.next_member()
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        members = dict(pairs)
        return members if self.object_hook is None else self.object_hook(members)

    def enter_object(self) -> bool:
        """Step over the opening brace; whether a member follows."""
        text = self.text
        at = after_whitespace(text, self.at + 1)
        self.at = at
        if at < len(text):
            if text[at] == '"':
                return True
            if text[at] == "}":
                self.at = at + 1
                return False
        raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)

    def key(self) -> str:
        """Read a key and its colon, up to the value."""
        text = self.text
        key = self.string()
        at = after_whitespace(text, self.at)
        if at >= len(text) or text[at] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", text, at)
        self.at = after_whitespace(text, at + 1)
        return key

    def next_member(self) -> bool:
        """Step over a comma to the next key, or over the closing brace."""
        text = self.text
        length: i64 = len(text)
        at = after_whitespace(text, self.at)
        following = text[at] if at < length else ""
        if following == "}":
            self.at = at + 1
            return False
        if following != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, at)
        comma = at
        at = after_whitespace(text, at + 1)
        self.at = at
        if at < length:
            if text[at] == '"':
                return True
            if text[at] == "}":
                raise JSONDecodeError("Illegal trailing comma before end of object", text, comma)
        raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
