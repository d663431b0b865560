"""Show bytes as text and read them back: repr, hex, fromhex."""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, STR_DATA
from sesha.guest.builtins.bytes_like import data_of, size_of
from sesha.guest.builtins.bytes_split import is_byte_space
from sesha.guest.builtins.bytes_units import bytes_from, new_bytes
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.str_repr import BACKSLASH, append_escaped, quote_for
from sesha.guest.builtins.text_index import index_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import load_unit, text_kind, text_length
from sesha.guest.cpu.intrinsics import address, load_u8, store_u8


# --- repr ------------------------------------------------------------------------------------------
def append_literal(builder: StringBuilder, data: i64, size: i64) -> None:
    """Append what `repr` shows of the bytes at an address."""
    quote = quote_for(data, 1, size)
    builder.append_code(98)
    builder.append_code(quote)
    i: i64 = 0
    while i < size:
        byte = load_u8(data + i)
        if byte == quote or byte == BACKSLASH:
            builder.append_code(BACKSLASH)
            builder.append_code(byte)
        elif 32 <= byte < 127:
            builder.append_code(byte)
        else:
            append_escaped(builder, byte)
        i += 1
    builder.append_code(quote)


def repr_of_memory(value: object) -> str:
    """The literal of a flat value's content."""
    builder = StringBuilder()
    append_literal(builder, data_of(value), size_of(value))
    return builder.text()


def repr_(self: bytes) -> str:
    return repr_of_memory(self)


def __repr__(self: bytes) -> str:
    return repr_(self)


# --- hex -------------------------------------------------------------------------------------------
def hex(self: object, sep: object = None, bytes_per_sep: int = 1) -> str:
    """Two digits a byte; a separator between groups, counted from the right if positive."""
    data = data_of(self)
    size = size_of(self)
    group = index_of(bytes_per_sep)
    separator: i64 = 0 if sep is None else _separator_code(sep)
    builder = StringBuilder()
    i: i64 = 0
    while i < size:
        if i > 0 and sep is not None and group != 0:
            behind = size - i if group > 0 else i
            if behind % group == 0:
                builder.append_code(separator)
        byte = load_u8(data + i)
        builder.append_code(_digit(byte >> 4))
        builder.append_code(_digit(byte & 15))
        i += 1
    return builder.text()


def _digit(value: i64) -> i64:
    return value + (48 if value < 10 else 87)


def _separator_code(sep: object) -> i64:
    if isinstance(sep, str):
        base = address(sep)
        length = text_length(base)
        code = load_unit(base + STR_DATA, text_kind(base), 0) if length == 1 else 0
    elif isinstance(sep, bytes):
        length = size_of(sep)
        code = load_u8(data_of(sep)) if length == 1 else 0
    else:
        raise TypeError("sep must be str or bytes.")
    if length != 1:
        raise ValueError("sep must be length 1.")
    if code > 127:
        raise ValueError("sep must be ASCII.")
    return code


def fromhex(string: object) -> bytes:
    """`bytes.fromhex`: pairs of digits, white space between them."""
    if not isinstance(string, str):
        raise TypeError("fromhex() argument must be str, not " + type_name(string))
    base = address(string)
    kind = text_kind(base)
    length = text_length(base)
    made = new_bytes((length >> 1) + 1)
    count: i64 = 0
    i: i64 = 0
    while i < length:
        code = load_unit(base + STR_DATA, kind, i)
        if is_byte_space(code):
            i += 1
            continue
        high = _digit_value(code)
        low = _digit_value(load_unit(base + STR_DATA, kind, i + 1)) if i + 1 < length else -1
        if high < 0 or low < 0:
            place = i if high < 0 else i + 1
            raise ValueError(f"non-hexadecimal number found in fromhex() arg at position {int(place)}")
        store_u8(made + BYTES_DATA + count, high << 4 | low)
        count += 1
        i += 2
    return bytes_from(made + BYTES_DATA, count)


def _digit_value(code: i64) -> i64:
    if 48 <= code <= 57:
        return code - 48
    letter = code | 0x20
    return letter - 87 if 97 <= letter <= 102 and code < 128 else -1
