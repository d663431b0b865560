"""Bytes as text in base 64, 32 and 16 (RFC 4648), as the module `base64` of images."""

import binascii
from typing import Any

Bytes = bytes | bytearray | memoryview

_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _bytes_of(s: Any) -> bytes:
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    return bytes(s)


# --- base 64 ----------------------------------------------------------------------------------------
def b64encode(s: Bytes, altchars: Bytes | None = None) -> bytes:
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    other = bytes(altchars)
    if len(other) != 2:
        raise ValueError(f"invalid altchars: {altchars!r}")
    return encoded.translate(bytes.maketrans(b"+/", other))


def b64decode(s: str | Bytes, altchars: str | Bytes | None = None, validate: bool = False) -> bytes:
    data = _bytes_of(s)
    if altchars is not None:
        other = _bytes_of(altchars)
        if len(other) != 2:
            raise ValueError(f"invalid altchars: {altchars!r}")
        data = data.translate(bytes.maketrans(other, b"+/"))
    return binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s: Bytes) -> bytes:
    return b64encode(s)


def standard_b64decode(s: str | Bytes) -> bytes:
    return b64decode(s)


def urlsafe_b64encode(s: Bytes) -> bytes:
    return binascii.b2a_base64(s, newline=False).replace(b"+", b"-").replace(b"/", b"_")


def urlsafe_b64decode(s: str | Bytes) -> bytes:
    return binascii.a2b_base64(_bytes_of(s).replace(b"-", b"+").replace(b"_", b"/"))


def encodebytes(s: Bytes) -> bytes:
    """Base 64 in lines of 76 characters."""
    data = bytes(s)
    return b"".join([binascii.b2a_base64(data[at : at + 57]) for at in range(0, len(data), 57)])


def decodebytes(s: Bytes) -> bytes:
    return binascii.a2b_base64(bytes(s))


# --- base 32 ----------------------------------------------------------------------------------------
def _b32_encoded(alphabet: bytes, s: Bytes) -> bytes:
    data = bytes(s)
    rest = len(data) % 5
    padded = data + bytes(5 - rest) if rest else data
    result = bytearray()
    for at in range(0, len(padded), 5):
        group = int.from_bytes(padded[at : at + 5], "big")
        for shift in range(35, -5, -5):
            result.append(alphabet[group >> shift & 31])
    if rest:
        unused = (0, 6, 4, 3, 1)[rest]
        result[-unused:] = b"=" * unused
    return bytes(result)


def _b32_decoded(alphabet: bytes, s: str | Bytes, casefold: bool, map01: str | Bytes | None) -> bytes:
    data = _bytes_of(s)
    if len(data) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        data = data.translate(bytes.maketrans(b"01", b"O" + _bytes_of(map01)))
    if casefold:
        data = data.upper()
    bare = data.rstrip(b"=")
    pads = len(data) - len(bare)
    result = bytearray()
    for at in range(0, len(bare), 8):
        piece = bare[at : at + 8]
        group = 0
        for byte in piece:
            digit = alphabet.find(byte)
            if digit < 0:
                raise binascii.Error("Non-base32 digit found")
            group = group << 5 | digit
        group <<= 5 * (8 - len(piece))
        result += group.to_bytes(5, "big")[: len(piece) * 5 // 8]
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(result)


def b32encode(s: Bytes) -> bytes:
    return _b32_encoded(_BASE32, s)


def b32decode(s: str | Bytes, casefold: bool = False, map01: str | Bytes | None = None) -> bytes:
    return _b32_decoded(_BASE32, s, casefold, map01)


def b32hexencode(s: Bytes) -> bytes:
    return _b32_encoded(_BASE32_HEX, s)


def b32hexdecode(s: str | Bytes, casefold: bool = False) -> bytes:
    return _b32_decoded(_BASE32_HEX, s, casefold, None)


# --- base 16 ----------------------------------------------------------------------------------------
def b16encode(s: Bytes) -> bytes:
    return binascii.hexlify(s).upper()


def b16decode(s: str | Bytes, casefold: bool = False) -> bytes:
    data = _bytes_of(s)
    if casefold:
        data = data.upper()
    for byte in data:
        if not (48 <= byte <= 57 or 65 <= byte <= 70):
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(data)
