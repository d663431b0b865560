"""Interpret a request's header fields: framing, persistence, expectations (RFC 9112 6, 9)."""

from mypy_extensions import i64

from sesha.guest.http.errors import HttpError, bad_request
from sesha.guest.http.fields import has_token, parse_decimal
from sesha.guest.http.limits import BODY
from sesha.guest.http.target import Target, is_host

CHUNKED = -1
"""Value of `length` for a body in chunks."""

CONTENT_LENGTH = b"content-length"
TRANSFER_ENCODING = b"transfer-encoding"
CONNECTION = b"connection"


class Request:
    """A request head."""

    def __init__(self, method: str, target: Target, minor: i64) -> None:
        self.method = method
        self.target = target
        self.minor = minor
        """Of the version: 0 or 1."""
        self.headers: list[tuple[bytes, bytes]] = []
        self.length: i64 = 0
        """Bytes of the body, or CHUNKED."""
        self.keep_alive = minor == 1
        self.expects_continue = False
        self._has_host = False
        self._has_length = False
        self._coding = b""

    def add_field(self, name: bytes, value: bytes) -> None:
        """Take a field; the name is in lower case. Raises HttpError for what must not be."""
        self.headers.append((name, value))
        size: i64 = len(name)
        if size == 4:
            if name == b"host":
                self._take_host(value)
        elif size == 6:
            if name == b"expect":
                self._take_expect(value)
        elif size == 10:
            if name == CONNECTION:
                self._take_connection(value)
        elif size == 14:
            if name == CONTENT_LENGTH:
                self._take_length(value)
        elif size == 17:
            if name == TRANSFER_ENCODING:
                self._take_coding(value)

    def _take_host(self, value: bytes) -> None:
        if self._has_host:
            raise bad_request("more than one Host")
        if not is_host(value):
            raise bad_request("invalid Host")
        self._has_host = True

    def _take_expect(self, value: bytes) -> None:
        if value.lower() != b"100-continue":
            raise HttpError(417, "unknown expectation")
        self.expects_continue = self.minor == 1

    def _take_connection(self, value: bytes) -> None:
        if has_token(value, b"close"):
            self.keep_alive = False
        elif self.minor == 0 and has_token(value, b"keep-alive"):
            self.keep_alive = True

    def _take_length(self, value: bytes) -> None:
        if self._has_length:
            raise bad_request("more than one Content-Length")
        self._has_length = True
        self.length = parse_decimal(value)
        if self.length < 0:
            raise bad_request("invalid Content-Length")

    def _take_coding(self, value: bytes) -> None:
        if self._coding:
            raise bad_request("more than one Transfer-Encoding")
        self._coding = value.lower()
        if not self._coding:
            raise bad_request("empty Transfer-Encoding")

    def finish(self) -> None:
        """All fields are there: check what they say together."""
        if self.minor == 1 and not self._has_host:
            raise bad_request("missing Host")
        if self._coding:
            self._finish_coding()
        elif self.length > BODY:
            raise HttpError(413, "body too large")

    def _finish_coding(self) -> None:
        if self.minor == 0:
            raise bad_request("Transfer-Encoding in HTTP/1.0")
        if self._has_length:
            raise bad_request("both Transfer-Encoding and Content-Length")
        if self._coding != b"chunked":
            codings = [coding.strip(b" \t") for coding in self._coding.split(b",")]
            if codings[-1] != b"chunked" or codings.count(b"chunked") != 1:
                raise bad_request("the last transfer coding is not chunked")
            raise HttpError(501, "transfer coding is not supported")
        self.length = CHUNKED
