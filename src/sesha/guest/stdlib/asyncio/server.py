"""Accept connections: `asyncio.Server`."""

from collections.abc import Callable
from types import TracebackType
from typing import Any

from sesha.guest.machine.this import network
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Watcher
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.protocols import Protocol
from sesha.guest.stdlib.asyncio.socket_transport import Connections, SocketTransport, TransportSocket

ACCEPT_RETRY_DELAY = 1.0
"""Seconds to wait when the machine has no handle left for a connection."""


class Listening(Watcher):
    """A listening socket: accepts what waits, at most `backlog` connections at once."""

    def __init__(self, server: "Server", handle: int) -> None:
        super().__init__()
        self._server = server
        self._handle = handle
        self._open = True

    def _run(self) -> None:
        self._events = 0
        server = self._server
        for _ in range(server._backlog):
            if not self._open:
                return
            try:
                handle = network.accept(self._handle)
            except OSError as error:
                self._pause(error)
                return
            if handle < 0:
                return
            server._connected(handle)

    def _pause(self, error: OSError) -> None:
        loop = self._server._loop
        loop.call_exception_handler(
            {"message": "socket.accept() out of system resource", "exception": error, "socket": self._handle}
        )
        network.interest(self._handle, 0)
        loop.call_later(ACCEPT_RETRY_DELAY, self.watch)

    def watch(self) -> None:
        if self._open:
            self._server._loop._watch(self._handle, self)
            network.interest(self._handle, network.READABLE)

    def close(self) -> None:
        self._open = False
        self._server._loop._watch(self._handle, None)
        network.close(self._handle)


class Server(Connections):
    """Listening sockets and the connections that came through them."""

    def __init__(
        self, loop: AbstractEventLoop, handles: list[int], factory: Callable[[], Any], backlog: int
    ) -> None:
        self._loop = loop
        self._factory: Callable[[], Any] = factory
        self._backlog = backlog
        self._sockets = [TransportSocket(handle) for handle in handles]
        self._serving = False
        self._closed = False
        self._active = 0
        self._waiters: list[Future[None]] = []
        self._forever: Future[None] | None = None
        self._listening = [Listening(self, handle) for handle in handles]

    def get_loop(self) -> AbstractEventLoop:
        return self._loop

    def is_serving(self) -> bool:
        return self._serving

    @property
    def sockets(self) -> tuple[TransportSocket, ...]:
        return tuple(self._sockets)

    def _connected(self, handle: int) -> None:
        try:
            protocol: Protocol = self._factory()
            SocketTransport(self._loop, handle, protocol, self)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            context = {"message": "Error on transport creation for incoming connection", "exception": error}
            self._loop.call_exception_handler(context)

    def _attach(self) -> None:
        self._active += 1

    def _detach(self) -> None:
        self._active -= 1
        if self._active == 0 and self._closed:
            self._wake()

    def _wake(self) -> None:
        waiters = self._waiters
        self._waiters = []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self) -> None:
        if not self._serving and not self._closed:
            self._serving = True
            for listening in self._listening:
                listening.watch()

    async def start_serving(self) -> None:
        self._start_serving()

    async def serve_forever(self) -> None:
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._closed:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = Future(loop=self._loop)
        try:
            await self._forever
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    def close(self) -> None:
        """Stop accepting; connections that stand are left alone."""
        if self._closed:
            return
        self._closed = True
        self._serving = False
        for listening in self._listening:
            listening.close()
        self._sockets = []
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if self._active == 0:
            self._wake()

    async def wait_closed(self) -> None:
        """Wait until the server is closed and its last connection has ended."""
        if self._closed and self._active == 0:
            return
        waiter: Future[None] = Future(loop=self._loop)
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self) -> "Server":
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.close()
        await self.wait_closed()
