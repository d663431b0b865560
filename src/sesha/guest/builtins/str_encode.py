"""Encode strings: `str.encode`."""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, STR_DATA
from sesha.guest.builtins.bytes_units import bytes_from, new_bytes
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.str_repr import append_escaped
from sesha.guest.builtins.text_codec import (
    ASCII,
    LATIN1,
    UTF8,
    UTF16,
    codec_name,
    codec_of,
    encodable,
    handle_unencodable,
    unencodable_reason,
)
from sesha.guest.builtins.text_units import load_unit, text_is_ascii, text_kind, text_length
from sesha.guest.builtins.text_utf8 import MALFORMED, encode_one, encode_units, encoded_length
from sesha.guest.builtins.text_wide import encode_wide
from sesha.guest.cpu.intrinsics import address, object_at, stack_words


def encode(self: str, encoding: str = "utf-8", errors: str = "strict") -> bytes:
    codec = codec_of(encoding)
    if codec >= UTF16:
        return encode_wide(self, codec, errors)
    base = address(self)
    if text_is_ascii(base):
        return bytes_from(base + STR_DATA, text_length(base))
    if codec == UTF8:
        size = encoded_length(base + STR_DATA, text_kind(base), text_length(base))
        if size != MALFORMED:
            return _encode_measured(base, size)
    return _encode_handling(self, codec, errors)


def encode_utf8(text: str) -> bytes:
    """`text.encode()`, without what other encodings and error handlers need."""
    base = address(text)
    if text_is_ascii(base):
        return bytes_from(base + STR_DATA, text_length(base))
    size = encoded_length(base + STR_DATA, text_kind(base), text_length(base))
    if size == MALFORMED:
        raise _strict_error(text, UTF8)
    return _encode_measured(base, size)


def encode_ascii(text: str) -> bytes:
    """`text.encode("ascii")`, likewise."""
    base = address(text)
    if not text_is_ascii(base):
        raise _strict_error(text, ASCII)
    return bytes_from(base + STR_DATA, text_length(base))


def encode_latin1(text: str) -> bytes:
    """`text.encode("latin-1")`, likewise."""
    base = address(text)
    if text_kind(base) != 1:
        raise _strict_error(text, LATIN1)
    return bytes_from(base + STR_DATA, text_length(base))


def _encode_measured(base: i64, size: i64) -> bytes:
    made = new_bytes(size)
    encode_units(made + BYTES_DATA, base + STR_DATA, text_kind(base), text_length(base))
    result: bytes = object_at(made)
    return result


def _strict_error(text: str, codec: i64) -> UnicodeEncodeError:
    """The error about the first code points that the codec has not."""
    base = address(text)
    kind = text_kind(base)
    start: i64 = 0
    while encodable(load_unit(base + STR_DATA, kind, start), codec):
        start += 1
    stop = start + 1
    while stop < text_length(base) and not encodable(load_unit(base + STR_DATA, kind, stop), codec):
        stop += 1
    return UnicodeEncodeError(codec_name(codec), text, int(start), int(stop), unencodable_reason(codec))


def _encode_handling(text: str, codec: i64, errors: str) -> bytes:
    """Encode piece by piece, the error handler called where the codec has no bytes."""
    base = address(text)
    data = base + STR_DATA
    kind = text_kind(base)
    length = text_length(base)
    builder = StringBuilder()
    i: i64 = 0
    while i < length:
        code = load_unit(data, kind, i)
        if encodable(code, codec):
            if codec == UTF8:
                append_utf8(builder, code)
            else:
                builder.append_code(code)
            i += 1
            continue
        stop = i + 1
        while stop < length and not encodable(load_unit(data, kind, stop), codec):
            stop += 1
        handle_unencodable(builder, text, i, stop, codec, errors)
        i = stop
    return builder.as_bytes()


def append_utf8(builder: StringBuilder, code: i64) -> None:
    """Append a code point's bytes in UTF-8."""
    if code < 0x80:
        builder.append_code(code)
        return
    scratch = stack_words(1)
    builder.append_units(scratch, 1, encode_one(scratch, code), 0xFF)


def encode_escaped(text: str) -> bytes:
    """UTF-8 with surrogates escaped: for standard error, which always takes what it is given."""
    base = address(text)
    size = encoded_length(base + STR_DATA, text_kind(base), text_length(base))
    if size != MALFORMED:
        return _encode_measured(base, size)
    builder = StringBuilder()
    i: i64 = 0
    while i < text_length(base):
        code = load_unit(base + STR_DATA, text_kind(base), i)
        if encodable(code, UTF8):
            append_utf8(builder, code)
        else:
            append_escaped(builder, code)
        i += 1
    return builder.as_bytes()
