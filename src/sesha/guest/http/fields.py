"""Check the bytes of tokens, field values, hosts and numbers (RFC 9110 5, RFC 9112 5)."""

TOKEN_PUNCTUATION = b"!#$%&'*+-.^_`|~"
HOST_PUNCTUATION = b"-._~!$&'()*+;=:[]%"


def _table(allowed: bytes) -> bytes:
    """256 bytes, 1 where the byte is allowed."""
    marks = bytearray(256)
    for byte in allowed:
        marks[byte] = 1
    return bytes(marks)


_DIGITS = b"0123456789"
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
TOKEN = _table(_DIGITS + _LETTERS + TOKEN_PUNCTUATION)
HOST = _table(_DIGITS + _LETTERS + HOST_PUNCTUATION)
VISIBLE = _table(bytes(range(0x21, 0x7F)))
"""What a request target consists of."""
VALUE = _table(b"\t" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100)))
"""What a field value consists of: no control characters but the tab."""


def consists_of(table: bytes, data: bytes, start: int, end: int) -> bool:
    """Whether every byte of data[start:end] is marked in the table."""
    for index in range(start, end):
        if table[data[index]] == 0:
            return False
    return True


def is_token(data: bytes) -> bool:
    return len(data) > 0 and consists_of(TOKEN, data, 0, len(data))


def parse_decimal(data: bytes) -> int:
    """The number that 1 to 18 digits write, or -1."""
    if not 0 < len(data) <= 18 or not data.isdigit():
        return -1
    return int(data)


def hexadecimal_digit(byte: int) -> int:
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
