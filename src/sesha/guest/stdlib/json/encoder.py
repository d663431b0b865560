"""Turn values into JSON text.

`Writer` is the engine: it appends pieces to one list, depth first. `JSONEncoder` is the class that
programs derive from: it holds the options and overrides `default`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from mypy_extensions import i64

_INFINITY = float("inf")
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_HEX = "0123456789abcdef"


def _unit(code: i64) -> str:
    return "\\u" + _HEX[code >> 12] + _HEX[code >> 8 & 15] + _HEX[code >> 4 & 15] + _HEX[code & 15]


def _escape(character: str) -> str:
    short = _SHORT_ESCAPES.get(character)
    if short is not None:
        return short
    code = ord(character)
    if code < 0x10000:
        return _unit(code)
    code -= 0x10000
    return _unit(0xD800 | code >> 10) + _unit(0xDC00 | code & 0x3FF)


def quoted(text: str, limit: i64) -> str:
    """The text as a JSON string; characters above `limit` are escaped, too."""
    length: i64 = len(text)
    at: i64 = 0
    while at < length:
        code = ord(text[at])
        if code < 32 or code == 34 or code == 92 or code > limit:
            return _quoted_slowly(text, at, limit)
        at += 1
    return '"' + text + '"'


def _quoted_slowly(text: str, at: i64, limit: i64) -> str:
    """The same from the first character that needs an escape."""
    pieces = ['"', text[:at]]
    length: i64 = len(text)
    begin = at
    while at < length:
        code = ord(text[at])
        if code < 32 or code == 34 or code == 92 or code > limit:
            if begin < at:
                pieces.append(text[begin:at])
            pieces.append(_escape(text[at]))
            begin = at + 1
        at += 1
    pieces.append(text[begin:])
    pieces.append('"')
    return "".join(pieces)


ASCII_LIMIT = 0x7E
UNICODE_LIMIT = 0x10FFFF


def encode_basestring(s: str) -> str:
    """The text as a JSON string, Unicode left as it is."""
    return quoted(s, UNICODE_LIMIT)


def encode_basestring_ascii(s: str) -> str:
    """The text as a JSON string in ASCII."""
    return quoted(s, ASCII_LIMIT)


def real(value: float, allow_nan: bool) -> str:
    """The text of a float."""
    if value != value:
        text = "NaN"
    elif value == _INFINITY:
        text = "Infinity"
    elif value == -_INFINITY:
        text = "-Infinity"
    else:
        return float.__repr__(value)
    if not allow_nan:
        raise ValueError(f"Out of range float values are not JSON compliant: {value!r}")
    return text


class Writer:
    """The options of one encoding, and the pieces written so far."""

    def __init__(
        self,
        default: Callable[[Any], Any],
        limit: i64,
        check_circular: bool,
        allow_nan: bool,
        order: Callable[[dict[Any, Any]], list[Any]] | None,
        skipkeys: bool,
        indent: str | None,
        item_separator: str,
        key_separator: str,
    ) -> None:
        self.pieces: list[str] = []
        self.default = default
        self.limit = limit
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.order = order
        """Of the keys; None leaves them as they are. A value, so that sorting stays out of images that
        do not ask for it."""
        self.skipkeys = skipkeys
        self.indent = indent
        self.item_separator = item_separator
        self.key_separator = key_separator
        self.newline = "\n"
        self.open: dict[int, object] = {}

    def value(self, value: Any) -> None:
        """Write any value."""
        pieces = self.pieces
        if isinstance(value, str):
            pieces.append(quoted(value, self.limit))
        elif value is None:
            pieces.append("null")
        elif value is True:
            pieces.append("true")
        elif value is False:
            pieces.append("false")
        elif isinstance(value, int):
            pieces.append(int.__repr__(value))
        elif isinstance(value, float):
            pieces.append(real(value, self.allow_nan))
        elif isinstance(value, dict):
            self.mapping(value)
        elif isinstance(value, (list, tuple)):
            self.sequence(value)
        else:
            self.enter(value)
            self.value(self.default(value))
            self.leave(value)

    def enter(self, value: object) -> None:
        """Note that the value is being written, so that it cannot contain itself."""
        if self.check_circular:
            if id(value) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(value)] = value

    def leave(self, value: object) -> None:
        if self.check_circular:
            del self.open[id(value)]

    def deeper(self) -> str:
        """Begin a nested level; what stands between its items."""
        if self.indent is None:
            return self.item_separator
        self.newline += self.indent
        self.pieces.append(self.newline)
        return self.item_separator + self.newline

    def shallower(self) -> None:
        if self.indent is not None:
            self.newline = self.newline[: len(self.newline) - len(self.indent)]
            self.pieces.append(self.newline)

    def sequence(self, items: list[Any] | tuple[Any, ...]) -> None:
        if not items:
            self.pieces.append("[]")
            return
        self.enter(items)
        pieces = self.pieces
        pieces.append("[")
        separator = self.deeper()
        first = True
        for item in items:
            if first:
                first = False
            else:
                pieces.append(separator)
            self.value(item)
        self.shallower()
        pieces.append("]")
        self.leave(items)

    def mapping(self, members: dict[Any, Any]) -> None:
        if not members:
            self.pieces.append("{}")
            return
        self.enter(members)
        pieces = self.pieces
        pieces.append("{")
        separator = self.deeper()
        first = True
        order = self.order
        keys: Any = members if order is None else order(members)
        for key in keys:
            name = key if isinstance(key, str) else self.key(key)
            if name is None:
                continue
            if first:
                first = False
            else:
                pieces.append(separator)
            pieces.append(quoted(name, self.limit))
            pieces.append(self.key_separator)
            self.value(members[key])
        self.shallower()
        pieces.append("}")
        self.leave(members)

    def key(self, key: object) -> str | None:
        """The text of a key that is not a str; None if it is to be left out."""
        if isinstance(key, float):
            return real(key, self.allow_nan)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")


def _refuse(value: Any) -> Any:
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def _by_key(members: dict[Any, Any]) -> list[Any]:
    return sorted(members)


def _indentation(indent: int | str | None) -> str | None:
    if indent is None or isinstance(indent, str):
        return indent
    return " " * indent


def plain_text(
    value: object,
    skipkeys: bool,
    ensure_ascii: bool,
    check_circular: bool,
    allow_nan: bool,
    sort_keys: bool,
    indent: int | str | None,
    separators: tuple[str, str] | None,
    default: Callable[[Any], Any] | None,
) -> str:
    """The text of a value without making an encoder."""
    limit = ASCII_LIMIT if ensure_ascii else UNICODE_LIMIT
    if isinstance(value, str):
        return quoted(value, limit)
    item_separator = ", " if indent is None else ","
    key_separator = ": "
    if separators is not None:
        item_separator, key_separator = separators
    writer = Writer(
        _refuse if default is None else default,
        limit,
        check_circular,
        allow_nan,
        _by_key if sort_keys else None,
        skipkeys,
        _indentation(indent),
        item_separator,
        key_separator,
    )
    writer.value(value)
    return "".join(writer.pieces)


class JSONEncoder:
    """How values become text; programs override `default` for types of their own."""

    item_separator: str = ", "
    key_separator: str = ": "

    def __init__(
        self,
        *,
        skipkeys: bool = False,
        ensure_ascii: bool = True,
        check_circular: bool = True,
        allow_nan: bool = True,
        sort_keys: bool = False,
        indent: int | str | None = None,
        separators: tuple[str, str] | None = None,
        default: Callable[[Any], Any] | None = None,
    ) -> None:
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        self._separators = separators
        self._default = default

    def default(self, o: Any) -> Any:
        """A serialisable stand-in for `o`."""
        if self._default is not None:
            return self._default(o)
        return _refuse(o)

    def _separator_pair(self) -> tuple[str, str]:
        if self._separators is not None:
            return self._separators
        item = self.item_separator
        return ("," if self.indent is not None and item == ", " else item), self.key_separator

    def encode(self, o: Any) -> str:
        """The JSON text of a value."""
        return plain_text(
            o,
            self.skipkeys,
            self.ensure_ascii,
            self.check_circular,
            self.allow_nan,
            self.sort_keys,
            self.indent,
            self._separator_pair(),
            self.default,
        )

    def iterencode(self, o: Any, _one_shot: bool = False) -> Iterator[str]:
        """The JSON text of a value, in one piece."""
        return iter([self.encode(o)])
