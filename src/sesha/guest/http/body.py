"""Take request bodies out of a buffer: by length or in chunks (RFC 9112 6, 7), without I/O."""

from mypy_extensions import i64

from sesha.guest.http import limits
from sesha.guest.http.errors import HttpError, bad_request
from sesha.guest.http.fields import TOKEN, VALUE, hexadecimal_digit
from sesha.guest.http.octets import consists_of

LF = 10
CR = 13
SEMICOLON = 59
TAB = 9
SPACE = 32
MAXIMUM_DIGITS = 15
"""Hexadecimal digits of a chunk's size: more cannot be within any limit."""

LENGTH = 0
CHUNK_SIZE = 1
CHUNK_DATA = 2
CHUNK_END = 3
TRAILER = 4


class BodyReader:
    """The body of one request after the other; `position` is where it has got to in the buffer."""

    def __init__(self) -> None:
        self.done = True
        self.position: i64 = 0
        self._state: i64 = LENGTH
        self._left: i64 = 0
        """Bytes of the body, or of the chunk, that are still to come."""
        self._total: i64 = 0
        self._trailer_size: i64 = 0

    def begin(self, length: i64) -> None:
        """A body of this length, or in chunks if negative."""
        self.done = length == 0
        self._left = max(length, 0)
        self._state = LENGTH if length >= 0 else CHUNK_SIZE
        self._total = 0
        self._trailer_size = 0

    def take(self, buffer: bytes, position: i64) -> bytes | None:
        """The next piece in buffer[position:]; None when more input is needed, or at the end."""
        self.position = position
        while not self.done:
            if self._state == LENGTH or self._state == CHUNK_DATA:
                return self._take_data(buffer)
            if not self._take_line(buffer):
                return None
        return None

    def _take_data(self, buffer: bytes) -> bytes | None:
        start = self.position
        end = min(len(buffer), start + self._left)
        if end == start:
            return None
        self.position = end
        self._left -= end - start
        if self._left == 0:
            if self._state == LENGTH:
                self.done = True
            else:
                self._state = CHUNK_END
        return buffer[start:end]

    def _take_line(self, buffer: bytes) -> bool:
        """Take a line of the chunked framing; False when it is not complete."""
        start = self.position
        end: i64 = buffer.find(LF, start)
        size = len(buffer) - start if end < 0 else end - start
        if size > (limits.FIELD_LINE if self._state == TRAILER else limits.CHUNK_LINE):
            raise bad_request("line in chunked body too long")
        if end < 0:
            return False
        if end == start or buffer[end - 1] != CR:
            raise bad_request("line in chunked body ends without CR")
        self.position = end + 1
        if self._state == CHUNK_SIZE:
            self._take_size(buffer, start, end - 1)
        elif self._state == CHUNK_END:
            if end - 1 != start:
                raise bad_request("chunk is longer than its size")
            self._state = CHUNK_SIZE
        else:
            self._take_trailer(buffer, start, end - 1)
        return True

    def _take_size(self, buffer: bytes, start: i64, end: i64) -> None:
        size: i64 = 0
        index = start
        while index < end:
            digit = hexadecimal_digit(buffer[index])
            if digit < 0:
                break
            size = size * 16 + digit
            index += 1
        if index == start or index - start > MAXIMUM_DIGITS:
            raise bad_request("invalid chunk size")
        self._check_extension(buffer, index, end)
        self._total += size
        if self._total > limits.BODY:
            raise HttpError(413, "body too large")
        self._left = size
        self._state = CHUNK_DATA if size else TRAILER

    def _check_extension(self, buffer: bytes, start: i64, end: i64) -> None:
        """Extensions are ignored, but they must be some."""
        while start < end and (buffer[start] == SPACE or buffer[start] == TAB):
            start += 1
        if start == end:
            return
        if buffer[start] != SEMICOLON or not consists_of(VALUE, buffer, start, end):
            raise bad_request("invalid chunk extension")

    def _take_trailer(self, buffer: bytes, start: i64, end: i64) -> None:
        """Trailer fields are checked and dropped; an empty line ends the body."""
        if start == end:
            self.done = True
            return
        self._trailer_size += end - start
        if self._trailer_size > limits.HEAD:
            raise HttpError(431, "trailer fields too large")
        colon: i64 = buffer.find(b":", start, end)
        if colon <= start or not consists_of(TOKEN, buffer, start, colon):
            raise bad_request("invalid trailer field")
        if not consists_of(VALUE, buffer, colon + 1, end):
            raise bad_request("invalid character in trailer field")
