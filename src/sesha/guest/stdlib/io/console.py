"""The console as files: what `sys.stdin`, `sys.stdout` and `sys.stderr` are.

Output goes through the runtime's buffer, the same that `print` fills; input is decoded line by
line, so that a program can answer each line before the next is there.
"""

from typing import BinaryIO

from sesha.guest.builtins import print as output
from sesha.guest.machine.this import console
from sesha.guest.stdlib.io.binary import BufferedIOBase
from sesha.guest.stdlib.io.refusal import UnsupportedOperation
from sesha.guest.stdlib.io.text import TextIOBase

_CHUNK = 8192


class ConsoleBytes(BufferedIOBase):
    """Standard output or error as bytes."""

    def __init__(self, is_error: bool) -> None:
        BufferedIOBase.__init__(self, bytearray())
        self._is_error = is_error

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        raise UnsupportedOperation("read")

    def write(self, buffer: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        self._check_open()
        if self._is_error:
            output.flush_output()
            console.write(2, bytes(buffer))
        else:
            output.write_bytes(bytes(buffer))
        return len(buffer)

    def flush(self) -> None:
        if not self._is_error:
            output.flush_output()


class ConsoleWriter(TextIOBase):
    """Standard output or error as text."""

    def __init__(self, is_error: bool) -> None:
        TextIOBase.__init__(self)
        self._is_error = is_error

    @property
    def buffer(self) -> BinaryIO:
        return ConsoleBytes(self._is_error)

    @property
    def name(self) -> str:
        return "<stderr>" if self._is_error else "<stdout>"

    @property
    def mode(self) -> str:
        return "w"

    @property
    def errors(self) -> str | None:
        return "backslashreplace" if self._is_error else "strict"

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2 if self._is_error else 1

    def write(self, s: str, /) -> int:
        self._check_open()
        if self._is_error:
            output.write_error(s)
        else:
            output.write_text(s)
        return len(s)

    def flush(self) -> None:
        if not self._is_error:
            output.flush_output()


class ConsoleBytesReader(BufferedIOBase):
    """Standard input as bytes: what has come but was not read is kept in `_data`."""

    def __init__(self) -> None:
        BufferedIOBase.__init__(self, bytearray())
        self._at_end = False

    def seekable(self) -> bool:
        return False

    def fileno(self) -> int:
        return 0

    def _more(self) -> bool:
        """Wait for input; whether some came."""
        if self._at_end:
            return False
        output.flush_output()
        piece = console.read(_CHUNK)
        if not piece:
            self._at_end = True
            return False
        self._data += piece
        return True

    def _take(self, size: int) -> bytes:
        taken = bytes(self._data[:size])
        del self._data[:size]
        return taken

    def read(self, size: int | None = -1, /) -> bytes:
        self._check_open()
        while size is None or size < 0 or len(self._data) < size:
            if not self._more():
                break
        return self._take(len(self._data) if size is None or size < 0 else size)

    def read1(self, size: int = -1, /) -> bytes:
        self._check_open()
        if not self._data:
            self._more()
        return self._take(len(self._data) if size < 0 else size)

    def readline(self, size: int | None = -1, /) -> bytes:
        self._check_open()
        searched = 0
        while True:
            end = self._data.find(b"\n", searched) + 1
            if end == 0:
                searched = len(self._data)
                if (size is None or size < 0 or searched < size) and self._more():
                    continue
                end = searched
            return self._take(end if size is None or size < 0 else min(end, size))


class ConsoleReader(TextIOBase):
    """Standard input as text."""

    def __init__(self) -> None:
        TextIOBase.__init__(self)
        self._bytes = ConsoleBytesReader()
        self._line = ""

    @property
    def buffer(self) -> BinaryIO:
        return self._bytes

    @property
    def name(self) -> str:
        return "<stdin>"

    @property
    def mode(self) -> str:
        return "r"

    @property
    def errors(self) -> str | None:
        return "strict"

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 0

    def read(self, n: int | None = -1, /) -> str:
        self._check_open()
        if n is None or n < 0:
            text = self._line + self._bytes.read().decode("utf-8").replace("\r\n", "\n")
            self._line = ""
            return text
        while len(self._line) < n:
            line = self._next_line()
            if not line:
                break
            self._line += line
        text = self._line[:n]
        self._line = self._line[n:]
        return text

    def readline(self, limit: int = -1, /) -> str:
        self._check_open()
        line = self._line
        if not line:
            line = self._next_line()
        end = line.find("\n") + 1
        if end == 0:
            end = len(line)
        if limit >= 0:
            end = min(end, limit)
        self._line = line[end:]
        return line[:end]

    def _next_line(self) -> str:
        line = self._bytes.readline().decode("utf-8")
        return line[:-2] + "\n" if line.endswith("\r\n") else line
