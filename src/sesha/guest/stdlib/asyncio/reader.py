"""Take bytes from a connection as they are asked for: `StreamReader`."""

from typing import Any

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, get_event_loop
from sesha.guest.stdlib.asyncio.exceptions import IncompleteReadError, LimitOverrunError
from sesha.guest.stdlib.asyncio.futures import Future

DEFAULT_LIMIT = 65536


class StreamReader:
    """A buffer between a transport and one reading task; past twice the limit the transport pauses."""

    def __init__(self, limit: int = DEFAULT_LIMIT, loop: AbstractEventLoop | None = None) -> None:
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop: AbstractEventLoop = get_event_loop() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter: Future[None] | None = None
        self._exception: Exception | None = None
        self._transport: Any = None
        self._paused = False

    def __repr__(self) -> str:
        words = ["StreamReader"]
        if self._buffer:
            words.append(f"{len(self._buffer)} bytes")
        if self._eof:
            words.append("eof")
        if self._limit != DEFAULT_LIMIT:
            words.append(f"limit={self._limit}")
        if self._waiter is not None:
            words.append(f"waiter={self._waiter!r}")
        if self._exception is not None:
            words.append(f"exception={self._exception!r}")
        if self._transport is not None:
            words.append(f"transport={self._transport!r}")
        if self._paused:
            words.append("paused")
        return f"<{' '.join(words)}>"

    # --- the protocol's side ---------------------------------------------------------------
    def exception(self) -> Exception | None:
        return self._exception

    def set_exception(self, exc: Exception) -> None:
        self._exception = exc
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_exception(exc)

    def set_transport(self, transport: Any) -> None:
        self._transport = transport

    def feed_eof(self) -> None:
        self._eof = True
        self._wake()

    def feed_data(self, data: bytes) -> None:
        if not data:
            return
        self._buffer += data
        self._wake()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            self._paused = True
            self._transport.pause_reading()

    def at_eof(self) -> bool:
        return self._eof and not self._buffer

    def _wake(self) -> None:
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_result(None)

    # --- the reader's side -----------------------------------------------------------------
    def _check(self) -> None:
        if self._exception is not None:
            raise self._exception

    async def _wait_for_data(self, name: str) -> None:
        if self._waiter is not None:
            raise RuntimeError(
                f"{name}() called while another coroutine is already waiting for incoming data"
            )
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = Future(loop=self._loop)
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _resume(self) -> None:
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def _take(self, size: int) -> bytes:
        """The first bytes of the buffer, removed from it."""
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        self._resume()
        return data

    async def read(self, n: int = -1) -> bytes:
        """At least one byte and at most n, or all until the end; empty at the end."""
        self._check()
        if n == 0:
            return b""
        if n < 0:
            return await self._read_all()
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
            self._check()
        return self._take(n)

    async def _read_all(self) -> bytes:
        blocks: list[bytes] = []
        while True:
            block = await self.read(self._limit)
            if not block:
                return b"".join(blocks)
            blocks.append(block)

    async def readexactly(self, n: int) -> bytes:
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        self._check()
        while len(self._buffer) < n:
            if self._eof:
                partial = self._take(len(self._buffer))
                raise IncompleteReadError(partial, n)
            await self._wait_for_data("readexactly")
            self._check()
        return self._take(n)

    async def readline(self) -> bytes:
        """A line with its end; what there is when the stream ends."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._buffer[error.consumed : error.consumed + 1] == b"\n":
                del self._buffer[: error.consumed + 1]
            else:
                self._buffer.clear()
            self._resume()
            raise ValueError(error.args[0]) from error

    async def readuntil(self, separator: bytes | tuple[bytes, ...] = b"\n") -> bytes:
        """All up to the separator, it included; of several, the one that ends first."""
        separators = separator if isinstance(separator, tuple) else (separator,)
        if not separators:
            raise ValueError("Separator should contain at least one element")
        longest = 0
        for each in separators:
            if len(each) == 0:
                raise ValueError("Separator should be at least one-byte string")
            longest = max(longest, len(each))
        self._check()
        searched = 0
        while True:
            start, end = self._find(separators, searched)
            if end > 0:
                break
            searched = max(0, len(self._buffer) + 1 - longest)
            if searched > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                raise IncompleteReadError(self._take(len(self._buffer)), None)
            await self._wait_for_data("readuntil")
            self._check()
        if start > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", start)
        return self._take(end)

    def _find(self, separators: tuple[bytes, ...], searched: int) -> tuple[int, int]:
        """Where the separator that ends first begins and ends; end 0 when there is none."""
        first = 0
        end = 0
        for separator in separators:
            found = self._buffer.find(separator, searched)
            if found >= 0 and (end == 0 or found + len(separator) < end):
                first = found
                end = found + len(separator)
        return first, end

    def __aiter__(self) -> "StreamReader":
        return self

    async def __anext__(self) -> bytes:
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line
