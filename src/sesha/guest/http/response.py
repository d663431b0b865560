"""Write response heads and frame response bodies (RFC 9110 6.6.1, RFC 9112 6), without I/O."""

from collections.abc import Iterable
from typing import Any

from mypy_extensions import i64

from sesha.guest.http.fields import TOKEN, VALUE
from sesha.guest.http.octets import consists_of

REASONS = """
100 Continue
101 Switching Protocols
200 OK
201 Created
202 Accepted
203 Non-Authoritative Information
204 No Content
205 Reset Content
206 Partial Content
300 Multiple Choices
301 Moved Permanently
302 Found
303 See Other
304 Not Modified
307 Temporary Redirect
308 Permanent Redirect
400 Bad Request
401 Unauthorized
403 Forbidden
404 Not Found
405 Method Not Allowed
406 Not Acceptable
408 Request Timeout
409 Conflict
410 Gone
411 Length Required
412 Precondition Failed
413 Content Too Large
414 URI Too Long
415 Unsupported Media Type
416 Range Not Satisfiable
417 Expectation Failed
422 Unprocessable Content
426 Upgrade Required
428 Precondition Required
429 Too Many Requests
431 Request Header Fields Too Large
500 Internal Server Error
501 Not Implemented
502 Bad Gateway
503 Service Unavailable
504 Gateway Timeout
505 HTTP Version Not Supported
"""
"""Status codes and reason phrases (RFC 9110 15), one a line: a text takes a third of the room of a table."""

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
LAST_CHUNK = b"0\r\n\r\n"

WITH_LENGTH = 0
IN_CHUNKS = 1
WITHOUT_BODY = 2
UNTIL_CLOSE = 3
"""How a response's body is framed."""

_status_lines: dict[int, bytes] = {}


class ResponseHead:
    """What the application said about a response, and how it will be framed."""

    def __init__(self, status: int, fields: Iterable[Any], method: str, minor: i64) -> None:
        self.status = status
        self.lines = bytearray()
        self.length: i64 = -1
        """The application's Content-Length, or -1."""
        self.close = False
        self.has_date = False
        self._no_body = method == "HEAD" or status == 204 or status == 304
        self._no_length = status == 204
        self._minor = minor
        for name, value in fields:
            self._add_field(name, value)

    def _add_field(self, name: bytes, value: bytes) -> None:
        if not name or not consists_of(TOKEN, name, 0, len(name)):
            raise ValueError(f"invalid response header name {name!r}")
        if not consists_of(VALUE, value, 0, len(value)):
            raise ValueError(f"invalid response header value {value!r}")
        size: i64 = len(name)
        if size == 14 and name.lower() == b"content-length":
            self._take_length(value)
            return
        if size == 17 and name.lower() == b"transfer-encoding":
            return  # the server frames the body
        if size == 10 and name.lower() == b"connection":
            if b"close" in value.lower():
                self.close = True
            return
        if size == 4 and name.lower() == b"date":
            self.has_date = True
        lines = self.lines
        lines += name
        lines += b": "
        lines += value
        lines += b"\r\n"

    def _take_length(self, value: bytes) -> None:
        if not value.isdigit() or len(value) > 18 or self.length >= 0:
            raise ValueError(f"invalid Content-Length {value!r}")
        self.length = int(value)

    def framing(self) -> i64:
        if self._no_body:
            return WITHOUT_BODY
        if self.length >= 0:
            return WITH_LENGTH
        return IN_CHUNKS if self._minor == 1 else UNTIL_CLOSE

    def emit(self, date: bytes, keep_alive: bool) -> bytearray:
        """The head's bytes, to which the body can be appended."""
        head = bytearray(status_line(self.status))
        head += self.lines
        if self.length >= 0 and not self._no_length:
            head += f"content-length: {self.length}\r\n".encode("ascii")
        elif self.framing() == IN_CHUNKS:
            head += b"transfer-encoding: chunked\r\n"
        if not self.has_date:
            head += date
        if not keep_alive:
            head += b"connection: close\r\n"
        elif self._minor == 0:
            head += b"connection: keep-alive\r\n"
        head += b"\r\n"
        return head


def reason_of(status: int) -> str:
    """The reason phrase of a status code; "" of one that is not known."""
    start: i64 = REASONS.find(f"\n{status} ")
    return "" if start < 0 else REASONS[start + 5 : REASONS.find("\n", start + 1)]


def status_line(status: int) -> bytes:
    line = _status_lines.get(status)
    if line is None:
        line = f"HTTP/1.1 {status} {reason_of(status)}\r\n".encode("ascii")
        _status_lines[status] = line
    return line


def chunk(data: bytes) -> bytes:
    """One chunk of a chunked body; the data is not empty."""
    return f"{hex(len(data))[2:]}\r\n".encode("ascii") + data + b"\r\n"


def simple_response(status: i64, text: str, method: str, date: bytes) -> bytes:
    """A whole response of the server's own, after which the connection closes."""
    body = text.encode("utf-8")
    length = f"content-length: {len(body)}\r\n".encode("ascii")
    head = status_line(status) + b"content-type: text/plain; charset=utf-8\r\n"
    head += length + date + b"connection: close\r\n\r\n"
    return head if method == "HEAD" else head + body
