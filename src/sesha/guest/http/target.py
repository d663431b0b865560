"""Take request targets apart (RFC 9112 3.2): origin-form, absolute-form, `*`."""

from mypy_extensions import i64

from sesha.guest.http.errors import HttpError, bad_request
from sesha.guest.http.fields import HOST, NAME, TARGET, hexadecimal_digit
from sesha.guest.http.octets import consists_of

PERCENT = 37
COLON = 58
CLOSING_BRACKET = 93


class Target:
    """A request target as ASGI wants it."""

    def __init__(self, raw_path: bytes, query: bytes, authority: bytes | None) -> None:
        self.raw_path = raw_path
        self.query = query
        self.authority = authority
        """Of the absolute-form, else None."""


def parse_target(method: str, target: bytes) -> Target:
    """Raises HttpError if the target is not one that the method may have."""
    if not consists_of(TARGET, target, 0, len(target)):
        raise bad_request("invalid character in request target")
    if method == "CONNECT":
        raise HttpError(501, "CONNECT is not supported")
    if target.startswith(b"/"):
        return split_query(target, None)
    if target == b"*" and method == "OPTIONS":
        return Target(b"*", b"", None)
    return parse_absolute(target)


def parse_absolute(target: bytes) -> Target:
    scheme, separator, rest = target.partition(b"://")
    if not separator or scheme.lower() not in (b"http", b"https"):
        raise bad_request("invalid request target")
    end: i64 = len(rest)
    for mark in (b"/", b"?"):
        found: i64 = rest.find(mark)
        if 0 <= found < end:
            end = found
    authority = rest[:end]
    if not authority or not is_host(authority):
        raise bad_request("invalid authority in request target")
    path = rest[end:]
    return split_query(path if path.startswith(b"/") else b"/" + path, authority)


def split_query(target: bytes, authority: bytes | None) -> Target:
    question: i64 = target.find(b"?")
    if question < 0:
        return Target(target, b"", authority)
    return Target(target[:question], target[question + 1 :], authority)


def is_host(value: bytes) -> bool:
    """Whether a Host field may have this value: a host and perhaps a port, or nothing."""
    colon: i64 = value.find(COLON)
    end: i64 = len(value) if colon < 0 else colon
    if consists_of(NAME, value, 0, end):
        return is_port(value, end)
    bracket: i64 = value.find(CLOSING_BRACKET)
    if bracket < 0 or not value.startswith(b"[") or not consists_of(HOST, value, 1, bracket):
        return False
    return b"[" not in value[1:bracket] and is_port(value, bracket + 1)


def is_port(value: bytes, start: i64) -> bool:
    """Whether a colon and a number, or less, follow."""
    if start == len(value):
        return True
    port = value[start + 1 :]
    return value[start] == COLON and (not port or port.isdigit())


def decode_path(raw_path: bytes) -> str:
    """The path with percent-escapes resolved; bytes that are not UTF-8 are replaced."""
    if PERCENT not in raw_path:
        return raw_path.decode("ascii")
    decoded = bytearray()
    index: i64 = 0
    size: i64 = len(raw_path)
    while index < size:
        byte = raw_path[index]
        if byte == PERCENT and index + 2 < size:
            high = hexadecimal_digit(raw_path[index + 1])
            low = hexadecimal_digit(raw_path[index + 2])
            if high >= 0 and low >= 0:
                byte = high * 16 + low
                index += 2
        decoded.append(byte)
        index += 1
    return bytes(decoded).decode("utf-8", "replace")
