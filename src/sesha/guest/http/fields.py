"""Check the bytes of tokens, field values, hosts and numbers (RFC 9110 5, RFC 9112 5)."""

from mypy_extensions import i64

from sesha.guest.http.octets import consists_of

TOKEN_PUNCTUATION = b"!#$%&'*+-.^_`|~"
NAME_PUNCTUATION = b"-._~!$&'()*+;=%"


def _table(allowed: bytes) -> bytes:
    """256 bytes, 1 where the byte is allowed."""
    marks = bytearray(256)
    for byte in allowed:
        marks[byte] = 1
    return bytes(marks)


def _span(first: int, end: int) -> bytes:
    """The bytes from the first one to before the end."""
    found = bytearray()
    for byte in range(first, end):
        found.append(byte)
    return bytes(found)


_DIGITS = b"0123456789"
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
TOKEN = _table(_DIGITS + _LETTERS + TOKEN_PUNCTUATION)
NAME = _table(_DIGITS + _LETTERS + NAME_PUNCTUATION)
"""What a host's name consists of."""
HOST = _table(_DIGITS + _LETTERS + NAME_PUNCTUATION + b":[]")
"""The same with an address in brackets, and the colon before a port."""
TARGET = _table(b'!"' + _span(0x24, 0x7F))
"""What a request target consists of: a fragment is not sent."""
VALUE = _table(b"\t" + _span(0x20, 0x7F) + _span(0x80, 0x100))
"""What a field value consists of: no control characters but the tab."""


def is_token(data: bytes) -> bool:
    return len(data) > 0 and consists_of(TOKEN, data, 0, len(data))


def parse_decimal(data: bytes) -> i64:
    """The number that 1 to 18 digits write, or -1."""
    if not 0 < len(data) <= 18 or not data.isdigit():
        return -1
    return int(data)


def hexadecimal_digit(byte: i64) -> i64:
    """The value of a hexadecimal digit, or -1."""
    if 48 <= byte <= 57:
        return byte - 48
    lower = byte | 32
    if 97 <= lower <= 102:
        return lower - 87
    return -1


def has_token(value: bytes, token: bytes) -> bool:
    """Whether a comma-separated list has the token (which is in lower case)."""
    for item in value.lower().split(b","):
        if item.strip(b" \t") == token:
            return True
    return False
