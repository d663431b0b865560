"""Binary files in memory: `BytesIO`, and `BufferedReader` over bytes that do not change."""

from collections.abc import Iterable
from types import TracebackType
from typing import BinaryIO

from sesha.guest.stdlib.io.refusal import UnsupportedOperation

_CLOSED = "I/O operation on closed file."


class BufferedIOBase(BinaryIO):
    """A binary file that is its whole content and a position in it.

    Writing takes the three bytes types, where typeshed has any object with a buffer.
    """

    def __init__(self, content: bytearray) -> None:
        self._data = content
        self._position = 0
        self._is_closed = False

    @property
    def closed(self) -> bool:
        return self._is_closed

    @property
    def mode(self) -> str:
        return "rb"

    @property
    def name(self) -> str:
        raise UnsupportedOperation("name")

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
        return True

    def writable(self) -> bool:
        self._check_open()
        return False

    def seekable(self) -> bool:
        self._check_open()
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        self._check_open()
        start = self._position
        length = len(self._data)
        if start >= length:
            return b""
        end = length if size is None or size < 0 else min(start + size, length)
        self._position = end
        return bytes(self._data[start:end])

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size)

    def readinto(self, buffer: bytearray | memoryview, /) -> int:
        """Fill the buffer as far as possible; how many bytes that were."""
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def readline(self, size: int | None = -1, /) -> bytes:
        self._check_open()
        start = self._position
        end = self._data.find(b"\n", start)
        end = len(self._data) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, start + size)
        return self.read(max(end - start, 0))

    def readlines(self, hint: int | None = None, /) -> list[bytes]:
        lines: list[bytes] = []
        size = 0
        while hint is None or hint <= 0 or size < hint:
            line = self.readline()
            if not line:
                break
            lines.append(line)
            size += len(line)
        return lines

    def write(self, buffer: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        raise UnsupportedOperation("write")

    def writelines(  # type: ignore[override]
        self, lines: Iterable[bytes | bytearray | memoryview], /
    ) -> None:
        for line in lines:
            self.write(line)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._check_open()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._position = offset
        elif whence == 1:
            self._position = max(self._position + offset, 0)
        elif whence == 2:
            self._position = max(len(self._data) + offset, 0)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position

    def tell(self) -> int:
        self._check_open()
        return self._position

    def truncate(self, size: int | None = None, /) -> int:
        raise UnsupportedOperation("truncate")

    def __iter__(self) -> "BufferedIOBase":
        self._check_open()
        return self

    def __next__(self) -> bytes:
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self) -> "BufferedIOBase":
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


class BytesIO(BufferedIOBase):
    """A binary file that is read and written in memory."""

    __module__ = "_io"

    def __init__(self, initial_bytes: bytes | bytearray | memoryview = b"") -> None:
        BufferedIOBase.__init__(self, bytearray(initial_bytes))

    def writable(self) -> bool:
        self._check_open()
        return True

    def getvalue(self) -> bytes:
        self._check_open()
        return bytes(self._data)

    def getbuffer(self) -> memoryview:
        self._check_open()
        return memoryview(self._data)

    def write(self, buffer: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        self._check_open()
        if len(buffer) == 0:
            return 0  # nothing is written: no zeros before it either
        start = self._position
        gap = start - len(self._data)
        if gap > 0:
            self._data.extend(bytes(gap))
        end = start + len(buffer)
        self._data[start:end] = buffer
        self._position = end
        return len(buffer)

    def truncate(self, size: int | None = None, /) -> int:
        self._check_open()
        end = self._position if size is None else size
        if end < 0:
            raise ValueError(f"negative size value {end}")
        if end < len(self._data):
            del self._data[end:]
        return end


class BufferedReader(BufferedIOBase):
    """A binary file that is only read: what `open(path, "rb")` gives."""

    __module__ = "_io"

    def __init__(self, raw: BinaryIO, buffer_size: int = 131072) -> None:
        BufferedIOBase.__init__(self, bytearray(raw.read()))
        self._name = ""

    @property
    def name(self) -> str:
        return self._name

    def peek(self, size: int = 0, /) -> bytes:
        self._check_open()
        return bytes(self._data[self._position :])
