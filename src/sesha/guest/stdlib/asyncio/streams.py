"""Read and write connections as streams: `open_connection`, `start_server`."""

from collections.abc import Callable, Iterable
from typing import Any

from sesha.guest.stdlib.asyncio.base_events import Server
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, get_event_loop, get_running_loop
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.protocols import Protocol
from sesha.guest.stdlib.asyncio.reader import DEFAULT_LIMIT, StreamReader
from sesha.guest.stdlib.asyncio.task import Task
from sesha.guest.stdlib.asyncio.tasks import sleep
from sesha.guest.stdlib.asyncio.transports import WriteTransport


class FlowControlMixin(Protocol):
    """Let writers wait while the transport's buffer is full."""

    def __init__(self, loop: AbstractEventLoop | None = None) -> None:
        self._loop: AbstractEventLoop = get_event_loop() if loop is None else loop
        self._paused = False
        self._connection_lost = False
        self._drain_waiters: list[Future[None]] = []

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        self._wake(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connection_lost = True
        self._wake(exc)

    def _wake(self, error: Exception | None) -> None:
        waiters = self._drain_waiters
        self._drain_waiters = []
        for waiter in waiters:
            if waiter.done():
                continue
            if error is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(error)

    async def _drain_helper(self) -> None:
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if not self._paused:
            return
        waiter: Future[None] = Future(loop=self._loop)
        self._drain_waiters.append(waiter)
        await waiter


class StreamReaderProtocol(FlowControlMixin):
    """Feed a StreamReader from a transport, and start the server's callback."""

    def __init__(
        self,
        stream_reader: StreamReader,
        client_connected_cb: Callable[[StreamReader, "StreamWriter"], Any] | None = None,
        loop: AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(loop)
        self._reader = stream_reader
        self._callback = client_connected_cb
        self._writer: StreamWriter | None = None
        self._transport: Any = None
        self._task: Task[Any] | None = None
        self._closed: Future[None] = Future(loop=self._loop)

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._reader.set_transport(transport)
        callback = self._callback
        if callback is not None:
            self._writer = StreamWriter(transport, self, self._reader, self._loop)
            result = callback(self._reader, self._writer)
            if result is not None:
                self._task = Task(result, loop=self._loop)
                self._task.add_done_callback(self._on_task_done)

    def _on_task_done(self, task: Task[Any]) -> None:
        if task.cancelled():
            self._transport.close()
            return
        error = task.exception()
        if error is not None:
            context = {
                "message": "Unhandled exception in client_connected_cb",
                "exception": error,
                "transport": self._transport,
            }
            self._loop.call_exception_handler(context)
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        reader = self._reader
        if exc is None:
            reader.feed_eof()
        else:
            reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                self._closed._log_traceback = False
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._reader.feed_data(data)

    def eof_received(self) -> bool:
        self._reader.feed_eof()
        return True


class StreamWriter:
    """Write to a connection."""

    def __init__(
        self,
        transport: WriteTransport,
        protocol: StreamReaderProtocol,
        reader: StreamReader | None,
        loop: AbstractEventLoop,
    ) -> None:
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self) -> str:
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<{type(self).__name__} transport={self._transport!r}{reader}>"

    @property
    def transport(self) -> WriteTransport:
        return self._transport

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self._transport.write(data)

    def writelines(self, data: Iterable[bytes | bytearray | memoryview]) -> None:
        self._transport.writelines(data)

    def write_eof(self) -> None:
        self._transport.write_eof()

    def can_write_eof(self) -> bool:
        return self._transport.can_write_eof()

    def close(self) -> None:
        self._transport.close()

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    async def wait_closed(self) -> None:
        await self._protocol._closed

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)

    async def drain(self) -> None:
        """Wait until the transport's buffer has room again."""
        if self._reader is not None:
            error = self._reader.exception()
            if error is not None:
                raise error
        if self._transport.is_closing():
            await sleep(0)  # let connection_lost be called
        await self._protocol._drain_helper()


async def open_connection(
    host: str | None = None, port: int | None = None, *, limit: int = DEFAULT_LIMIT, ssl: Any = None
) -> tuple[StreamReader, StreamWriter]:
    loop: Any = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(_Given(protocol).get, host, port, ssl=ssl)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(
    client_connected_cb: Callable[[StreamReader, StreamWriter], Any],
    host: Any = None,
    port: int | None = None,
    *,
    limit: int = DEFAULT_LIMIT,
    backlog: int = 100,
    reuse_address: bool | None = None,
    reuse_port: bool | None = None,
    start_serving: bool = True,
) -> Server:
    loop: Any = get_running_loop()
    factory = _Factory(client_connected_cb, limit, loop)
    server: Server = await loop.create_server(
        factory.make, host, port, backlog=backlog, reuse_port=reuse_port, start_serving=start_serving
    )
    return server


class _Given:
    """A protocol factory that answers one protocol."""

    def __init__(self, protocol: StreamReaderProtocol) -> None:
        self._protocol = protocol

    def get(self) -> StreamReaderProtocol:
        return self._protocol


class _Factory:
    """A protocol factory for a server."""

    def __init__(
        self,
        callback: Callable[[StreamReader, StreamWriter], Any],
        limit: int,
        loop: AbstractEventLoop,
    ) -> None:
        self._callback = callback
        self._limit = limit
        self._loop = loop

    def make(self) -> StreamReaderProtocol:
        return StreamReaderProtocol(StreamReader(self._limit, self._loop), self._callback, self._loop)
