"""Bytes as text and checksums, as the module `binascii` of images."""

from typing import Any

Bytes = bytes | bytearray | memoryview

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PAD = 0x3D


class Error(ValueError):
    """The data are not what they should be."""


class Incomplete(Exception):
    """There should be more data."""


def _bytes_of(data: Any) -> bytes:
    """The bytes of what is given; a text must be ASCII."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    return bytes(data)


# --- hexadecimal ---------------------------------------------------------------------------------
def hexlify(data: Bytes, sep: str | bytes | None = None, bytes_per_sep: int = 1) -> bytes:
    if sep is None:
        return bytes(data).hex().encode("ascii")
    return bytes(data).hex(sep, bytes_per_sep).encode("ascii")


def b2a_hex(data: Bytes, sep: str | bytes | None = None, bytes_per_sep: int = 1) -> bytes:
    return hexlify(data, sep, bytes_per_sep)


def _nibble(code: int) -> int:
    if 48 <= code <= 57:
        return code - 48
    code |= 32
    if 97 <= code <= 102:
        return code - 87
    raise Error("Non-hexadecimal digit found")


def unhexlify(hexstr: str | Bytes, /) -> bytes:
    data = _bytes_of(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    result = bytearray(len(data) // 2)
    for index in range(len(result)):
        result[index] = _nibble(data[2 * index]) << 4 | _nibble(data[2 * index + 1])
    return bytes(result)


def a2b_hex(hexstr: str | Bytes, /) -> bytes:
    return unhexlify(hexstr)


# --- base 64 ----------------------------------------------------------------------------------------
def b2a_base64(data: Bytes, /, *, newline: bool = True) -> bytes:
    source = bytes(data)
    length = len(source)
    result = bytearray()
    for at in range(0, length, 3):
        group = source[at] << 16
        if at + 1 < length:
            group |= source[at + 1] << 8
        if at + 2 < length:
            group |= source[at + 2]
        result.append(_ALPHABET[group >> 18])
        result.append(_ALPHABET[group >> 12 & 63])
        result.append(_ALPHABET[group >> 6 & 63] if at + 1 < length else _PAD)
        result.append(_ALPHABET[group & 63] if at + 2 < length else _PAD)
    if newline:
        result.append(10)
    return bytes(result)


def _digit(code: int) -> int:
    """The value of a base 64 character, -1 for any other."""
    if 65 <= code <= 90:
        return code - 65
    if 97 <= code <= 122:
        return code - 71
    if 48 <= code <= 57:
        return code + 4
    if code == 43:
        return 62
    return 63 if code == 47 else -1


def a2b_base64(data: str | Bytes, /, *, strict_mode: bool = False) -> bytes:
    """Decode; characters outside of the alphabet are skipped unless `strict_mode` refuses them."""
    source = _bytes_of(data)
    if strict_mode and source and source[0] == _PAD:
        raise Error("Leading padding not allowed")
    result = bytearray()
    kept = 0
    position = 0
    pads = 0
    padding_started = False
    for index in range(len(source)):
        code = source[index]
        if code == _PAD:
            padding_started = True
            if position >= 2:
                pads += 1
                if position + pads >= 4:
                    if strict_mode and index + 1 < len(source):
                        raise Error("Excess data after padding")
                    return bytes(result)
            continue
        digit = _digit(code)
        if digit < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padding_started:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if position:
            result.append((kept << 6 | digit) >> 2 * (3 - position) & 255)
        kept = kept << 6 & 255 | digit
        position = position + 1 & 3
    if position == 1:
        count = len(result) // 3 * 4 + 1
        raise Error(
            "Invalid base64-encoded string: "
            f"number of data characters ({count}) cannot be 1 more than a multiple of 4"
        )
    if position:
        raise Error("Incorrect padding")
    return bytes(result)


# --- checksums ----------------------------------------------------------------------------------------
_crc32_table: list[int] = []


def _crc32_entries() -> list[int]:
    if not _crc32_table:
        for byte in range(256):
            value = byte
            for _ in range(8):
                value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
            _crc32_table.append(value)
    return _crc32_table


def crc32(data: Bytes, crc: int = 0, /) -> int:
    """The checksum of zip, gzip and Ethernet."""
    table = _crc32_entries()
    value = crc & 0xFFFFFFFF ^ 0xFFFFFFFF
    for byte in bytes(data):
        value = value >> 8 ^ table[(value ^ byte) & 255]
    return value ^ 0xFFFFFFFF


def crc_hqx(data: Bytes, crc: int, /) -> int:
    """CRC-CCITT as BinHex 4 has it."""
    value = crc & 0xFFFF
    for byte in bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value
