"""The console as files: what `sys.stdin`, `sys.stdout` and `sys.stderr` are.

Output goes through the runtime's buffer, the same that `print` fills; input is decoded line by
line, so that a program can answer each line before the next is there.
"""

from typing import BinaryIO

from sesha.guest.builtins import input as waiting, print as output
from sesha.guest.machine.this import console
from sesha.guest.stdlib.io.binary import BufferedIOBase
from sesha.guest.stdlib.io.refusal import UnsupportedOperation
from sesha.guest.stdlib.io.text import TextIOBase


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
    """Standard input as bytes: what has come but was not read waits where `input()` finds it too."""

    def __init__(self) -> None:
        BufferedIOBase.__init__(self, bytearray())

    def seekable(self) -> bool:
        return False

    def fileno(self) -> int:
        return 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._check_open()
        wanted = -1 if size is None else size
        while wanted < 0 or len(waiting.waiting_bytes()) < wanted:
            if not waiting.read_more():
                break
        return waiting.take(len(waiting.waiting_bytes()) if wanted < 0 else wanted)

    def read1(self, size: int = -1, /) -> bytes:
        self._check_open()
        if not waiting.waiting_bytes():
            waiting.read_more()
        return waiting.take(len(waiting.waiting_bytes()) if size < 0 else size)

    def readline(self, size: int | None = -1, /) -> bytes:
        self._check_open()
        return waiting.read_line(-1 if size is None else size)


class ConsoleReader(TextIOBase):
    """Standard input as text."""

    def __init__(self) -> None:
        TextIOBase.__init__(self)
        self._bytes = ConsoleBytesReader()

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
        pieces: list[str] = []
        size = 0
        while n is None or n < 0 or size < n:
            line = waiting.text_line()
            if not line:
                break
            pieces.append(line)
            size += len(line)
        text = "".join(pieces)
        if n is None or n < 0:
            return text
        waiting.keep_rest(text[n:])
        return text[:n]

    def readline(self, limit: int = -1, /) -> str:
        self._check_open()
        line = waiting.text_line()
        if limit < 0 or limit >= len(line):
            return line
        waiting.keep_rest(line[limit:])
        return line[:limit]
