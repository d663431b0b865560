"""Decode bytes to text: `bytes.decode`, `bytearray.decode`, `str(data, encoding)`."""

from mypy_extensions import i64

from sesha.guest.builtins.bytes_like import data_of, flat, is_bytes_like, size_of
from sesha.guest.builtins.str_build import StringBuilder
from sesha.guest.builtins.text_codec import (
    ASCII,
    LATIN1,
    UTF8,
    UTF16,
    codec_of,
    decode_error,
    handle_undecodable,
)
from sesha.guest.builtins.text_memory import is_ascii
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import text_from_ascii, text_from_units
from sesha.guest.builtins.text_utf8 import (
    CODE_MASK,
    MALFORMED,
    SIZE_SHIFT,
    decode_one,
    decode_strict,
    error_reason,
    error_size,
)
from sesha.guest.builtins.text_wide import decode_wide
from sesha.guest.cpu.intrinsics import load_u8

NOT_ASCII = "ordinal not in range(128)"


def decode(self: object, encoding: str = "utf-8", errors: str = "strict") -> str:
    return decode_memory(data_of(self), size_of(self), encoding, errors)


def decode_any(value: object, encoding: object, errors: object) -> str:
    """`str(value, encoding, errors)` for anything bytes-like."""
    if isinstance(value, str):
        raise TypeError("decoding str is not supported")
    if not is_bytes_like(value):
        raise TypeError("decoding to str: need a bytes-like object, " + type_name(value) + " found")
    source = flat(value)
    name = _option(encoding, "utf-8", "encoding")
    return decode_memory(data_of(source), size_of(source), name, _option(errors, "strict", "errors"))


def _option(value: object, default: str, name: str) -> str:
    if value is None:
        return default
    if not isinstance(value, str):
        raise TypeError("str() argument '" + name + "' must be str, not " + type_name(value))
    return value


def decode_utf8(data: bytes) -> str:
    """`data.decode()`, without what other encodings and error handlers need."""
    start = data_of(data)
    size = size_of(data)
    result = decode_strict(start, size)
    if not isinstance(result, str):
        raise utf8_error(start, size)
    return result


def decode_ascii(data: bytes) -> str:
    """`data.decode("ascii")`, likewise."""
    start = data_of(data)
    size = size_of(data)
    if is_ascii(start, size):
        return text_from_ascii(start, size)
    i: i64 = 0
    while load_u8(start + i) < 0x80:
        i += 1
    raise decode_error(start, size, i, 1, ASCII, NOT_ASCII)


def decode_latin1(data: bytes) -> str:
    """`data.decode("latin-1")`, which never fails."""
    return text_from_units(data_of(data), 1, size_of(data))


def utf8_error(data: i64, size: i64) -> UnicodeDecodeError:
    i: i64 = 0
    while True:
        step = decode_one(data, i, size)
        if step == MALFORMED:
            return decode_error(data, size, i, error_size(data, i, size), UTF8, error_reason(data, i, size))
        i += step >> SIZE_SHIFT


def decode_memory(data: i64, size: i64, encoding: str, errors: str) -> str:
    codec = codec_of(encoding)
    if codec == UTF8:
        result = decode_strict(data, size)
        return result if isinstance(result, str) else _decode_utf8_handling(data, size, errors)
    if codec >= UTF16:
        return decode_wide(data, size, codec, errors)
    if codec == LATIN1:
        return text_from_units(data, 1, size)
    if is_ascii(data, size):
        return text_from_ascii(data, size)
    return _decode_ascii_handling(data, size, errors)


def _decode_utf8_handling(data: i64, size: i64, errors: str) -> str:
    builder = StringBuilder()
    i: i64 = 0
    while i < size:
        step = decode_one(data, i, size)
        if step != MALFORMED:
            builder.append_code(step & CODE_MASK)
            i += step >> SIZE_SHIFT
            continue
        width = error_size(data, i, size)
        done = handle_undecodable(builder, data, i, size, width, UTF8, errors)
        if done < 0:
            raise decode_error(data, size, i, width, UTF8, error_reason(data, i, size))
        i += done
    return builder.text()


def _decode_ascii_handling(data: i64, size: i64, errors: str) -> str:
    builder = StringBuilder()
    i: i64 = 0
    while i < size:
        if load_u8(data + i) < 0x80:
            builder.append_code(load_u8(data + i))
            i += 1
            continue
        done = handle_undecodable(builder, data, i, size, 1, ASCII, errors)
        if done < 0:
            raise decode_error(data, size, i, 1, ASCII, NOT_ASCII)
        i += done
    return builder.text()
