"""Text over a binary file: what `open(path)` gives.

Reading takes the whole binary file at the first read, decodes it, and then is a `StringIO`.
Writing encodes and passes on at once.
"""

from typing import BinaryIO

from sesha.guest.stdlib.io.refusal import UnsupportedOperation
from sesha.guest.stdlib.io.text import StringIO, TextIOBase

_CLOSED = "I/O operation on closed file."


class TextIOWrapper(TextIOBase):
    """Decodes what it reads from a binary file, encodes what it writes to it."""

    __module__ = "_io"

    def __init__(
        self,
        buffer: BinaryIO,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        line_buffering: bool = False,
        write_through: bool = False,
    ) -> None:
        TextIOBase.__init__(self)
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._buffer = buffer
        self._encoding = "utf-8" if encoding is None or encoding == "locale" else encoding
        self._errors = "strict" if errors is None else errors
        self._newline = newline
        self._line_buffering = line_buffering
        self._name = ""
        self._reader: StringIO | None = None

    @property
    def mode(self) -> str:
        return "r"

    @property
    def name(self) -> str:
        return self._name

    @property
    def buffer(self) -> BinaryIO:
        return self._buffer

    @property
    def encoding(self) -> str:
        return self._encoding

    @property
    def errors(self) -> str | None:
        return self._errors

    @property
    def line_buffering(self) -> bool:
        return self._line_buffering

    def _check_open(self) -> None:
        if self._is_closed:
            raise ValueError(_CLOSED)

    def _text(self) -> StringIO:
        """The rest of the binary file, decoded at the first call."""
        self._check_open()
        reader = self._reader
        if reader is None:
            if not self._buffer.readable():
                raise UnsupportedOperation("not readable")
            reader = StringIO(self._buffer.read().decode(self._encoding, self._errors), self._newline)
            self._reader = reader
        return reader

    def readable(self) -> bool:
        return self._buffer.readable()

    def writable(self) -> bool:
        return self._buffer.writable()

    def seekable(self) -> bool:
        return self._buffer.seekable()

    def read(self, n: int | None = -1, /) -> str:
        return self._text().read(n)

    def readline(self, limit: int = -1, /) -> str:
        return self._text().readline(limit)

    def write(self, s: str, /) -> int:
        self._check_open()
        newline = self._newline
        text = s if newline is None or newline in ("", "\n") else s.replace("\n", newline)
        self._buffer.write(text.encode(self._encoding, self._errors))
        return len(s)

    def flush(self) -> None:
        self._check_open()
        self._buffer.flush()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Positions count characters of the text; programs only pass back what `tell` gave."""
        return self._text().seek(offset, whence)

    def tell(self) -> int:
        return self._text().tell()

    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._buffer.close()

    def __enter__(self) -> "TextIOWrapper":
        self._check_open()
        return self

    def __iter__(self) -> "TextIOWrapper":
        self._check_open()
        return self
