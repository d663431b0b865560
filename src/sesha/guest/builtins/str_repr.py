"""Represent strings as literals: `repr` and `ascii`."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.str_classes import code_is_printable
from sesha.guest.builtins.text_search import find_unit
from sesha.guest.builtins.text_units import load_unit, text_kind, text_length
from sesha.guest.cpu.intrinsics import address

QUOTE = 39
DOUBLE_QUOTE = 34
BACKSLASH = 92


def quote_for(data: i64, kind: i64, length: i64) -> i64:
    """A single quote, unless only single ones are in the text."""
    if find_unit(data, kind, 0, length, QUOTE) < 0:
        return QUOTE
    return DOUBLE_QUOTE if find_unit(data, kind, 0, length, DOUBLE_QUOTE) < 0 else QUOTE


def append_hex(builder: StringBuilder, value: i64, digits: i64) -> None:
    shift = (digits - 1) << 2
    while shift >= 0:
        digit = (value >> shift) & 15
        builder.append_code(digit + (48 if digit < 10 else 87))
        shift -= 4


def append_escaped(builder: StringBuilder, code: i64) -> None:
    r"""The shortest escape of a character that is not shown: \n, \x1b, \u2028, \U000e0001."""
    builder.append_code(BACKSLASH)
    if code == 10:
        builder.append_code(110)
    elif code == 13:
        builder.append_code(114)
    elif code == 9:
        builder.append_code(116)
    elif code < 0x100:
        builder.append_code(120)
        append_hex(builder, code, 2)
    elif code < 0x10000:
        builder.append_code(117)
        append_hex(builder, code, 4)
    else:
        builder.append_code(85)
        append_hex(builder, code, 8)


def repr_(self: str) -> str:
    base = address(self)
    data = base + STR_DATA
    kind = text_kind(base)
    length = text_length(base)
    quote = quote_for(data, kind, length)
    builder = StringBuilder()
    builder.append_code(quote)
    i: i64 = 0
    start: i64 = 0  # of the run that is shown as it is
    while i < length:
        code = load_unit(data, kind, i)
        if code == quote or code == BACKSLASH:
            builder.append_slice(self, start, i)
            builder.append_code(BACKSLASH)
            start = i
        elif not code_is_printable(code):
            builder.append_slice(self, start, i)
            append_escaped(builder, code)
            start = i + 1
        i += 1
    builder.append_slice(self, start, length)
    builder.append_code(quote)
    return builder.text()


def ascii_text(text: str) -> str:
    """The text with everything beyond ASCII escaped."""
    base = address(text)
    kind = text_kind(base)
    builder = StringBuilder()
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, kind, i)
        if code < 0x80:
            builder.append_code(code)
        else:
            append_escaped(builder, code)
        i += 1
    return builder.text()


def __repr__(self: str) -> str:
    return repr_(self)
