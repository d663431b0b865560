"""Parse HTTP/1.1 requests from bytes as they come, without I/O.

`feed` takes bytes; `next_request` gives a request head when one is complete; then `next_body`
gives the pieces of its body until `body_done()`; then comes the next request. Lines are taken one
by one, so nothing is scanned twice. Whatever is wrong raises HttpError, after which the parser
is not used any more.

Lines end with CR LF: a bare LF or CR is refused, because others in front of this server may
read it differently.
"""

from mypy_extensions import i64

from sesha.guest.http import limits
from sesha.guest.http.body import BodyReader
from sesha.guest.http.errors import HttpError, bad_request
from sesha.guest.http.fields import TOKEN, VALUE, is_token
from sesha.guest.http.octets import consists_of
from sesha.guest.http.request import Request
from sesha.guest.http.target import parse_target

LF = 10
CR = 13
SPACE = 32
TAB = 9
COLON = 58

METHODS = {
    b"GET": "GET",
    b"POST": "POST",
    b"PUT": "PUT",
    b"DELETE": "DELETE",
    b"HEAD": "HEAD",
    b"OPTIONS": "OPTIONS",
    b"PATCH": "PATCH",
}
"""Methods that need no further check."""

FIELD_NAMES = {
    b"Host": b"host",
    b"User-Agent": b"user-agent",
    b"Accept": b"accept",
    b"Accept-Encoding": b"accept-encoding",
    b"Accept-Language": b"accept-language",
    b"Connection": b"connection",
    b"Content-Type": b"content-type",
    b"Content-Length": b"content-length",
}
"""Frequent names as clients spell them, and in lower case."""


class RequestParser:
    """The requests of one connection."""

    def __init__(self) -> None:
        self._buffer = b""
        self._position: i64 = 0
        """Where what has not been taken yet begins."""
        self._searched: i64 = 0
        """Up to here there is no line end."""
        self._request: Request | None = None
        """The head that is being read."""
        self._empty_lines: i64 = 0
        self._head_size: i64 = 0
        self._body = BodyReader()

    def feed(self, data: bytes) -> None:
        position = self._position
        buffer = self._buffer
        if position == len(buffer):
            self._buffer = data
            self._searched = 0
        else:
            self._buffer = buffer[position:] + data
            self._searched = max(0, self._searched - position)
        self._position = 0

    def waiting(self) -> i64:
        """Bytes that have been fed but not taken."""
        return len(self._buffer) - self._position

    def in_head(self) -> bool:
        """Whether a request has begun whose head is not complete."""
        return self._request is not None or self._position < len(self._buffer)

    # --- heads ---------------------------------------------------------------------------------
    def next_request(self) -> Request | None:
        """The next request head; None while it is not complete."""
        while True:
            buffer = self._buffer
            start = self._position
            end: i64 = buffer.find(LF, self._searched)
            if end < 0:
                self._searched = len(buffer)
                self._check_size(len(buffer) - start)
                return None
            self._position = end + 1
            self._searched = end + 1
            self._check_size(end - start)
            if end == start or buffer[end - 1] != CR:
                raise bad_request("line ends without CR")
            request = self._request
            if request is None:
                self._take_request_line(buffer, start, end - 1)
            elif end - 1 > start:
                self._take_field(request, buffer, start, end - 1)
            else:
                self._request = None
                request.finish()
                self._body.begin(request.length)
                return request

    def _check_size(self, size: i64) -> None:
        """Refuse a line that is too long, complete or not."""
        if self._request is None:
            if size > limits.REQUEST_LINE:
                raise HttpError(414, "request line too long")
        elif size > limits.FIELD_LINE or self._head_size + size > limits.HEAD:
            raise HttpError(431, "header fields too large")

    def _take_request_line(self, buffer: bytes, start: i64, end: i64) -> None:
        if start == end:
            self._empty_lines += 1
            if self._empty_lines > limits.EMPTY_LINES:
                raise bad_request("too many empty lines")
            return
        first: i64 = buffer.find(SPACE, start, end)
        last: i64 = buffer.rfind(SPACE, start, end)
        if first < 0 or first == last:
            raise bad_request("invalid request line")
        minor = parse_version(buffer[last + 1 : end])
        method = parse_method(buffer[start:first])
        target = parse_target(method, buffer[first + 1 : last])
        self._request = Request(method, target, minor)
        self._empty_lines = 0
        self._head_size = 0

    def _take_field(self, request: Request, buffer: bytes, start: i64, end: i64) -> None:
        colon: i64 = buffer.find(COLON, start, end)
        if colon < 0:
            raise bad_request("header field without colon")
        raw_name = buffer[start:colon]
        name = FIELD_NAMES.get(raw_name)
        if name is None:
            if colon == start or not consists_of(TOKEN, buffer, start, colon):
                raise bad_request("invalid header field name")  # obs-fold is one of these
            name = raw_name.lower()
        self._head_size += end - start + 2
        first = colon + 1
        while first < end and (buffer[first] == SPACE or buffer[first] == TAB):
            first += 1
        while end > first and (buffer[end - 1] == SPACE or buffer[end - 1] == TAB):
            end -= 1
        if not consists_of(VALUE, buffer, first, end):
            raise bad_request("invalid character in header field")
        request.add_field(name, buffer[first:end])
        if len(request.headers) > limits.FIELDS:
            raise HttpError(431, "too many header fields")

    # --- bodies ----------------------------------------------------------------------------------
    def body_done(self) -> bool:
        """Whether the current request's body has been taken whole."""
        return self._body.done

    def next_body(self) -> bytes | None:
        """A piece of the body that is not empty; None when there is none now, or none any more."""
        body = self._body
        if body.done:
            return None
        piece = body.take(self._buffer, self._position)
        self._position = body.position
        self._searched = body.position
        return piece


def parse_method(name: bytes) -> str:
    known = METHODS.get(name)
    if known is not None:
        return known
    if not is_token(name):
        raise bad_request("invalid method")
    return name.decode("ascii")


def parse_version(version: bytes) -> i64:
    """The minor version, 0 or 1: later ones are read as 1.1 (RFC 9110 2.5)."""
    if version == b"HTTP/1.1":
        return 1
    if len(version) != 8 or not version.startswith(b"HTTP/") or version[6] != 46:
        raise bad_request("invalid version")
    major = version[5]
    minor = version[7]
    if not 48 <= major <= 57 or not 48 <= minor <= 57:
        raise bad_request("invalid version")
    if major != 49:
        raise HttpError(505, "version not supported")
    return 0 if minor == 48 else 1
