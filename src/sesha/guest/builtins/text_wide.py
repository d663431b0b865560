"""Encode to and decode from UTF-16 and UTF-32, in either byte order."""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_codec import (
    UTF16,
    UTF16_BE,
    UTF32,
    UTF32_BE,
    decode_error,
    handle_undecodable,
    handle_unencodable,
)
from sesha.guest.builtins.text_units import load_unit, text_kind, text_length
from sesha.guest.builtins.text_utf8 import is_surrogate
from sesha.guest.cpu.intrinsics import address, load_u8

BYTE_ORDER_MARK = 0xFEFF
BEYOND_BMP = 0x10000
GREATEST_CODE = 0x10FFFF
LOW_SURROGATES = 0xDC00
TRUNCATED = "truncated data"


def unit_width(codec: i64) -> i64:
    return 2 if UTF16 <= codec <= UTF16_BE else 4


def is_big_endian(codec: i64) -> bool:
    return codec == UTF16_BE or codec == UTF32_BE


# --- encoding ------------------------------------------------------------------------------------
def encode_wide(text: str, codec: i64, errors: str) -> bytes:
    builder = StringBuilder()
    if codec == UTF16 or codec == UTF32:
        _append_code(builder, BYTE_ORDER_MARK, codec)
    base = address(text)
    kind = text_kind(base)
    length = text_length(base)
    i: i64 = 0
    while i < length:
        code = load_unit(base + STR_DATA, kind, i)
        i += 1
        if not is_surrogate(code) or errors == "surrogatepass":
            _append_code(builder, code, codec)
            continue
        _append_handled(builder, text, i - 1, codec, errors)
    return builder.as_bytes()


def _append_code(builder: StringBuilder, code: i64, codec: i64) -> None:
    width = unit_width(codec)
    if width == 2 and code >= BEYOND_BMP:
        _append_unit(builder, 0xD800 | (code - BEYOND_BMP) >> 10, codec)
        _append_unit(builder, LOW_SURROGATES | (code - BEYOND_BMP) & 0x3FF, codec)
    else:
        _append_unit(builder, code, codec)


def _append_unit(builder: StringBuilder, value: i64, codec: i64) -> None:
    width = unit_width(codec)
    i: i64 = 0
    while i < width:
        place = width - 1 - i if is_big_endian(codec) else i
        builder.append_code(value >> (place << 3) & 0xFF)
        i += 1


def _append_handled(builder: StringBuilder, text: str, i: i64, codec: i64, errors: str) -> None:
    """Append what the error handler gives for the surrogate at index i."""
    handled = StringBuilder()
    handle_unencodable(handled, text, i, i + 1, codec, errors)
    for byte in handled.as_bytes():
        _append_code(builder, byte, codec)


# --- decoding ------------------------------------------------------------------------------------
def decode_wide(data: i64, size: i64, codec: i64, errors: str) -> str:
    builder = StringBuilder()
    width = unit_width(codec)
    big = is_big_endian(codec)
    i: i64 = 0
    if (codec == UTF16 or codec == UTF32) and size >= width:
        big = _load(data, 0, width, True) == BYTE_ORDER_MARK
        if big or _load(data, 0, width, False) == BYTE_ORDER_MARK:
            i = width
    if codec == UTF16 or codec == UTF32:
        codec += 2 if big else 1  # errors name the order that was found
    while i < size:
        bad = min(size - i, width)
        reason = TRUNCATED
        if size - i >= width:
            code = _load(data, i, width, big)
            reason = _refusal(data, i, size, code, width, big)
            if reason == "":
                i += _append_decoded(builder, data, i, code, width, big)
                continue
            if reason == "unexpected end of data":
                bad = size - i
        done = handle_undecodable(builder, data, i, size, bad, codec, errors)
        if done < 0:
            raise decode_error(data, size, i, bad, codec, reason)
        i += done
    return builder.text()


def _load(data: i64, i: i64, width: i64, big: bool) -> i64:
    value: i64 = 0
    k: i64 = 0
    while k < width:
        value = value << 8 | load_u8(data + i + (k if big else width - 1 - k))
        k += 1
    return value


def _refusal(data: i64, i: i64, size: i64, code: i64, width: i64, big: bool) -> str:
    """Why the unit at index i does not begin a code point; "" if it does."""
    if width == 4:
        if code > GREATEST_CODE:
            return "code point not in range(0x110000)"
        return "code point in surrogate code point range(0xd800, 0xe000)" if is_surrogate(code) else ""
    if not is_surrogate(code):
        return ""
    if code >= LOW_SURROGATES:
        return "illegal encoding"
    if size - i < 4:
        return "unexpected end of data"
    second = _load(data, i + 2, 2, big)
    return "" if is_surrogate(second) and second >= LOW_SURROGATES else "illegal UTF-16 surrogate"


def _append_decoded(builder: StringBuilder, data: i64, i: i64, code: i64, width: i64, big: bool) -> i64:
    """Append the code point that begins with `code`; answer its size."""
    if width == 2 and is_surrogate(code):
        second = _load(data, i + 2, 2, big)
        builder.append_code(BEYOND_BMP + ((code & 0x3FF) << 10 | second & 0x3FF))
        return 4
    builder.append_code(code)
    return width
