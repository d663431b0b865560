"""Name the encodings, and go on after an error as `errors=` says.

The quick strict conversions are elsewhere (text_utf8.py, text_wide.py, str_encode.py,
bytes_decode.py); here one malformed place is handled at a time, into a builder.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import STR_DATA
from sesha.guest.builtins.bytes_units import bytes_from
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.str_repr import append_escaped, append_hex
from sesha.guest.builtins.text_units import load_unit, text_kind, text_length
from sesha.guest.builtins.text_utf8 import is_surrogate
from sesha.guest.cpu.intrinsics import address, load_u8

UTF8 = 0
ASCII = 1
LATIN1 = 2
UTF16 = 3
UTF16_LE = 4
UTF16_BE = 5
UTF32 = 6
UTF32_LE = 7
UTF32_BE = 8
WIDE_NAMES = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
ALIASES = (
    ("utf_8", "utf8", "u8", "utf", "cp65001"),
    ("ascii", "us_ascii", "646", "ansi_x3.4_1968"),
    ("latin_1", "latin1", "latin", "l1", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819"),
    ("utf_16", "utf16", "u16"),
    ("utf_16_le", "utf_16le"),
    ("utf_16_be", "utf_16be"),
    ("utf_32", "utf32", "u32"),
    ("utf_32_le", "utf_32le"),
    ("utf_32_be", "utf_32be"),
)
"""The names of each codec, as `_normalized` writes them."""

REPLACEMENT = 0xFFFD
QUESTION = 63
POINT = 46
UNDERSCORE = 95
ESCAPED_BYTE = 0xDC00
"""A byte b that could not be decoded is the code point ESCAPED_BYTE + b (PEP 383)."""


def codec_of(encoding: str) -> i64:
    """One of the codec numbers above; LookupError for another encoding."""
    if encoding == "utf-8" or encoding == "utf8":
        return UTF8
    if encoding == "ascii":
        return ASCII
    if encoding == "latin-1":
        return LATIN1
    name = _normalized(encoding)
    codec: i64 = UTF8
    for names in ALIASES:
        if name in names:
            return codec
        codec += 1
    raise LookupError("unknown encoding: " + encoding)


def _normalized(encoding: str) -> str:
    """In lower case; whatever stands between letters, digits and points becomes one underscore."""
    base = address(encoding)
    builder = StringBuilder()
    between = False
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, text_kind(base), i)
        lower = code | 32
        i += 1
        if (97 <= lower and lower <= 122) or (48 <= code and code <= 57) or code == POINT:
            if between and builder.length > 0:
                builder.append_code(UNDERSCORE)
            between = False
            builder.append_code(lower)
        elif code < 128:
            between = True
    return builder.text()


def codec_name(codec: i64) -> str:
    if codec == UTF8:
        return "utf-8"
    if codec >= UTF16:
        return WIDE_NAMES[codec - UTF16]
    return "ascii" if codec == ASCII else "latin-1"


def _unknown_handler(errors: str) -> LookupError:
    return LookupError("unknown error handler name '" + errors + "'")


# --- encoding ------------------------------------------------------------------------------------
def handle_unencodable(
    builder: StringBuilder, text: str, start: i64, stop: i64, codec: i64, errors: str
) -> None:
    """Append the bytes that stand for the code points start..stop, which the codec has not."""
    if errors == "ignore":
        return
    if errors == "replace":
        builder.append_codes(QUESTION, stop - start)
        return
    i = start
    while i < stop:
        _append_unencodable(builder, text, i, start, stop, codec, errors)
        i += 1


def _append_unencodable(
    builder: StringBuilder, text: str, i: i64, start: i64, stop: i64, codec: i64, errors: str
) -> None:
    base = address(text)
    code = load_unit(base + STR_DATA, text_kind(base), i)
    if errors == "backslashreplace":
        append_escaped(builder, code)
    elif errors == "xmlcharrefreplace":
        builder.append("&#")
        builder.append(str(int(code)))
        builder.append_code(59)
    elif errors == "surrogateescape" and ESCAPED_BYTE + 0x80 <= code <= ESCAPED_BYTE + 0xFF:
        builder.append_code(code - ESCAPED_BYTE)
    elif errors == "surrogatepass" and codec == UTF8:
        builder.append_code(0xE0 | code >> 12)
        builder.append_code(0x80 | code >> 6 & 0x3F)
        builder.append_code(0x80 | code & 0x3F)
    elif errors == "strict" or errors == "surrogateescape" or errors == "surrogatepass":
        raise UnicodeEncodeError(codec_name(codec), text, int(start), int(stop), unencodable_reason(codec))
    else:
        raise _unknown_handler(errors)


def unencodable_reason(codec: i64) -> str:
    if codec == UTF8 or codec >= UTF16:
        return "surrogates not allowed"
    return "ordinal not in range(128)" if codec == ASCII else "ordinal not in range(256)"


def encodable(code: i64, codec: i64) -> bool:
    if codec == UTF8:
        return not is_surrogate(code)
    return code < (128 if codec == ASCII else 256)


# --- decoding ------------------------------------------------------------------------------------
def handle_undecodable(
    builder: StringBuilder, data: i64, i: i64, size: i64, width: i64, codec: i64, errors: str
) -> i64:
    """Append what stands for `width` malformed bytes at index i; answer how many are dealt with,
    or -1 where the caller has to raise UnicodeDecodeError."""
    if errors == "ignore":
        return width
    if errors == "replace":
        builder.append_code(REPLACEMENT)
        return width
    if errors == "backslashreplace":
        at = i
        while at < i + width:
            builder.append("\\x")
            append_hex(builder, load_u8(data + at), 2)
            at += 1
        return width
    if errors == "surrogateescape":
        builder.append_code(ESCAPED_BYTE + load_u8(data + i))
        return 1 if load_u8(data + i) >= 0x80 else -1
    if errors == "surrogatepass":
        return _pass_surrogate(builder, data, i, size, codec)
    if errors == "strict":
        return -1
    raise _unknown_handler(errors)


def _pass_surrogate(builder: StringBuilder, data: i64, i: i64, size: i64, codec: i64) -> i64:
    if codec != UTF8 or size - i < 3 or load_u8(data + i) != 0xED:
        return -1
    second = load_u8(data + i + 1)
    third = load_u8(data + i + 2)
    if second & 0xE0 != 0xA0 or third & 0xC0 != 0x80:
        return -1
    builder.append_code(0xD000 | (second & 0x3F) << 6 | third & 0x3F)
    return 3


def decode_error(data: i64, size: i64, i: i64, width: i64, codec: i64, reason: str) -> UnicodeDecodeError:
    return UnicodeDecodeError(codec_name(codec), bytes_from(data, size), int(i), int(i + width), reason)
