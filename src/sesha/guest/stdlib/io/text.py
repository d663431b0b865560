"""Text files in memory: what all of them share, and `StringIO`.

A text file is its whole text and a position in it. Subclasses say what writing means.
"""

from collections.abc import Iterable
from types import TracebackType
from typing import BinaryIO, TextIO

from sesha.guest.stdlib.io.refusal import UnsupportedOperation

_CLOSED = "I/O operation on closed file"


class TextIOBase(TextIO):
    """A closed flag and the methods that follow from `read`, `readline` and `write`."""

    def __init__(self) -> None:
        self._is_closed = False

    @property
    def closed(self) -> bool:
        return self._is_closed

    @property
    def mode(self) -> str:
        raise UnsupportedOperation("mode")

    @property
    def name(self) -> str:
        raise UnsupportedOperation("name")

    @property
    def buffer(self) -> BinaryIO:
        raise UnsupportedOperation("buffer")

    @property
    def encoding(self) -> str:
        return "utf-8"

    @property
    def errors(self) -> str | None:
        return None

    @property
    def line_buffering(self) -> bool:
        return False

    @property
    def newlines(self) -> str | None:
        return None

    def _check_open(self) -> None:
        if self._is_closed:
            raise ValueError(_CLOSED)

    def close(self) -> None:
        self._is_closed = True

    def fileno(self) -> int:
        raise UnsupportedOperation("fileno")

    def flush(self) -> None:
        self._check_open()

    def isatty(self) -> bool:
        self._check_open()
        return False

    def readable(self) -> bool:
        self._check_open()
        return False

    def writable(self) -> bool:
        self._check_open()
        return False

    def seekable(self) -> bool:
        self._check_open()
        return False

    def read(self, n: int | None = -1, /) -> str:
        raise UnsupportedOperation("not readable")

    def readline(self, limit: int = -1, /) -> str:
        raise UnsupportedOperation("not readable")

    def readlines(self, hint: int = -1, /) -> list[str]:
        lines: list[str] = []
        size = 0
        while hint <= 0 or size < hint:
            line = self.readline()
            if not line:
                break
            lines.append(line)
            size += len(line)
        return lines

    def write(self, s: str, /) -> int:
        raise UnsupportedOperation("not writable")

    def writelines(self, lines: Iterable[str], /) -> None:
        for line in lines:
            self.write(line)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise UnsupportedOperation("underlying stream is not seekable")

    def tell(self) -> int:
        raise UnsupportedOperation("underlying stream is not seekable")

    def truncate(self, size: int | None = None, /) -> int:
        raise UnsupportedOperation("truncate")

    def __iter__(self) -> "TextIOBase":
        self._check_open()
        return self

    def __next__(self) -> str:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> "TextIOBase":
        self._check_open()
        return self

    def __exit__(
        self,
        type: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None:
        self.close()


def line_end(text: str, start: int, universal: bool) -> int:
    """Where the line ends that starts there, its line break included; `universal` knows \\r."""
    end = text.find("\n", start)
    if universal:
        stop = len(text) if end < 0 else end
        carriage = text.find("\r", start, stop)
        if carriage >= 0:
            return carriage + 2 if carriage + 1 == end else carriage + 1
    return len(text) if end < 0 else end + 1


def unified_breaks(text: str) -> str:
    """Every line break as \\n."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


class StringIO(TextIOBase):
    """A text file that is read and written in memory.

    What is written at the end is kept in pieces until somebody looks.
    """

    __module__ = "_io"

    def __init__(self, initial_value: str | None = "", newline: str | None = "\n") -> None:
        TextIOBase.__init__(self)
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._text = ""
        self._pieces: list[str] = []
        self._length = 0
        self._position = 0
        if initial_value:
            self._text = self._translated(initial_value)
            self._length = len(self._text)

    def _translated(self, text: str) -> str:
        if self._newline is None:
            return unified_breaks(text)
        if self._newline == "\r" or self._newline == "\r\n":
            return text.replace("\n", self._newline)
        return text

    def _settled(self) -> str:
        """The whole text, in one piece."""
        if self._pieces:
            self._text += "".join(self._pieces)
            self._pieces.clear()
        return self._text

    def readable(self) -> bool:
        self._check_open()
        return True

    def writable(self) -> bool:
        self._check_open()
        return True

    def seekable(self) -> bool:
        self._check_open()
        return True

    def getvalue(self) -> str:
        self._check_open()
        return self._settled()

    def read(self, n: int | None = -1, /) -> str:
        self._check_open()
        text = self._settled()
        start = self._position
        if start >= self._length:
            return ""
        end = self._length if n is None or n < 0 else min(start + n, self._length)
        self._position = end
        return text[start:end]

    def readline(self, limit: int = -1, /) -> str:
        self._check_open()
        text = self._settled()
        start = self._position
        if start >= self._length:
            return ""
        if self._newline == "\r" or self._newline == "\r\n":
            found = text.find(self._newline, start)
            end = self._length if found < 0 else found + len(self._newline)
        else:
            end = line_end(text, start, self._newline == "")
        if limit >= 0:
            end = min(end, start + limit)
        self._position = end
        return text[start:end]

    def write(self, s: str, /) -> int:
        self._check_open()
        if not s:
            return 0
        text = self._translated(s)
        start = self._position
        if start == self._length:
            self._pieces.append(text)
        else:
            old = self._settled()
            padding = "\0" * (start - self._length)
            self._text = old[:start] + padding + text + old[start + len(text) :]
        self._position = start + len(text)
        self._length = max(self._length, self._position)
        return len(s)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._check_open()
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._position = offset
        elif whence == 2:
            self._position = self._length
        return self._position

    def tell(self) -> int:
        self._check_open()
        return self._position

    def truncate(self, size: int | None = None, /) -> int:
        self._check_open()
        end = self._position if size is None else size
        if end < 0:
            raise ValueError(f"Negative size value {end}")
        if end < self._length:
            self._text = self._settled()[:end]
            self._length = end
        return end
