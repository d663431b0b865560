"""Take request targets apart (RFC 9112 3.2): origin-form, absolute-form, `*`."""

from sesha.guest.http.errors import HttpError, bad_request
from sesha.guest.http.fields import HOST, VISIBLE, consists_of, hexadecimal_digit

PERCENT = 37


class Target:
    """A request target as ASGI wants it."""

    def __init__(self, raw_path: bytes, query: bytes, authority: bytes | None) -> None:
        self.raw_path = raw_path
        self.query = query
        self.authority = authority
        """Of the absolute-form, else None."""


def parse_target(method: str, target: bytes) -> Target:
    """Raises HttpError if the target is not one that the method may have."""
    if not consists_of(VISIBLE, target, 0, len(target)) or b"#" in target:
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
    end = len(rest)
    for mark in (b"/", b"?"):
        found = rest.find(mark)
        if 0 <= found < end:
            end = found
    authority = rest[:end]
    if not authority or not is_host(authority):
        raise bad_request("invalid authority in request target")
    path = rest[end:]
    return split_query(path if path.startswith(b"/") else b"/" + path, authority)


def split_query(target: bytes, authority: bytes | None) -> Target:
    question = target.find(b"?")
    if question < 0:
        return Target(target, b"", authority)
    return Target(target[:question], target[question + 1 :], authority)


def is_host(value: bytes) -> bool:
    """Whether a Host field may have this value: a host and perhaps a port, or nothing."""
    if not consists_of(HOST, value, 0, len(value)):
        return False
    host = value
    if value.startswith(b"["):
        bracket = value.find(b"]")
        if bracket < 0:
            return False
        host = value[bracket + 1 :]
    elif b"[" in value or b"]" in value:
        return False
    colon = host.find(b":")
    if colon < 0:
        return not value.startswith(b"[") or not host
    port = host[colon + 1 :]
    return port == b"" or port.isdigit()


def decode_path(raw_path: bytes) -> str:
    """The path with percent-escapes resolved; bytes that are not UTF-8 are replaced."""
    if PERCENT not in raw_path:
        return raw_path.decode("ascii")
    decoded = bytearray()
    index = 0
    size = len(raw_path)
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
