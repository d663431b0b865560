"""Serve an ASGI application: what an image runs whose program is `module:app`.

Listens on every address, on the port that `--port` or the variable PORT names, else 8000.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.http import limits
from sesha.guest.http.connection import HttpConnection, Service
from sesha.guest.http.date import SECOND, format_date
from sesha.guest.http.exchange import Application
from sesha.guest.http.lifespan import Lifespan
from sesha.guest.machine.this import arguments, clock, console, network
from sesha.guest.stdlib.asyncio.base_events import BaseEventLoop
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.server import Server

STDOUT = 1
STDERR = 2
BACKLOG = 2048
CONNECTIONS_SHARE = 2
"""The machine's limit over ours, so that the machine never has to refuse."""
DEFAULT_HOST = "0.0.0.0"
DEFAULT_PORT = 8000
SIGINT = 2
SIGTERM = 15
WRONG_ENVIRONMENT = 2
STARTUP_FAILED = 3
"""Exit statuses; the second is uvicorn's."""


class HttpServer(Service):
    """Listens, counts seconds, and stops in good order."""

    def __init__(self, application: Application, loop: BaseEventLoop) -> None:
        super().__init__(application, loop)
        self._event_loop = loop
        self._server: Server | None = None
        self._limit: i64 = 0
        """Connections beyond which others have to go."""
        self._empty: Future[None] | None = None

    def listen(self, host: str, port: i64) -> tuple[str, int]:
        """Begin to accept; answers the address. Raises OSError."""
        loop = self._event_loop
        loop._use_network()
        self._limit = network.connection_limit() // CONNECTIONS_SHARE
        handle = network.listen(host, port, BACKLOG, False)
        address = network.local_address(handle)
        self._server = Server(loop, [handle], self._make_connection, BACKLOG)
        self._server._start_serving()
        self._on_second()
        return address

    def _make_connection(self) -> HttpConnection:
        if len(self.connections) >= self._limit:
            self._make_room()
        return HttpConnection(self)

    def _make_room(self) -> None:
        """Give up the connection that has let us wait for a request for longest: an honest client sends
        its own soon."""
        longest: HttpConnection | None = None
        for connection in self.connections:
            if connection.is_waiting() and (longest is None or connection.deadline < longest.deadline):
                longest = connection
        if longest is not None:
            self.connections.discard(longest)
            longest.abort()

    def _on_second(self) -> None:
        """Once a second, when the wall clock's second changes: the date, and who is too slow."""
        now = clock.wall_ns()
        self.date = f"date: {format_date(now // SECOND)}\r\n".encode("ascii")
        self.tick += 1
        for connection in list(self.connections):
            if self.tick > connection.deadline:
                connection.on_deadline()
        if not self.stopping or self.connections:
            self.loop.call_later(float(SECOND - now % SECOND) / SECOND, self._on_second)

    async def stop(self) -> None:
        """Finish what is in progress, for a while, and close."""
        self.stopping = True
        if self._server is not None:
            self._server.close()
        for connection in list(self.connections):
            connection.stop()
        if self.connections:
            self._empty = Future(loop=self.loop)
            timer = self.loop.call_later(limits.SHUTDOWN_TIMEOUT, self._abort_all)
            await self._empty
            timer.cancel()

    def _abort_all(self) -> None:
        for connection in list(self.connections):
            connection.abort()

    def on_connection_lost(self, connection: HttpConnection) -> None:
        if self._empty is not None and not self.connections and not self._empty.done():
            self._empty.set_result(None)


async def serve(application: Application, host: str, port: i64, loop: BaseEventLoop) -> i64:
    """Serve until SIGINT or SIGTERM; answers the exit status."""
    lifespan = Lifespan(application, loop)
    if not await lifespan.startup():
        say(STDERR, "ERROR:    Application startup failed. Exiting.")
        return STARTUP_FAILED
    server = HttpServer(application, loop)
    server.state = lifespan.state
    try:
        address = server.listen(host, port)
    except OSError as error:
        say(STDERR, f"error: cannot listen on {host}:{port}: {error.strerror!s}")
        return WRONG_ENVIRONMENT
    say(STDOUT, f"listening on http://{address[0]!s}:{address[1]!s}")
    stopped: Future[None] = Future(loop=loop)
    for number in (SIGINT, SIGTERM):
        loop.add_signal_handler(number, stop, stopped)
    await stopped
    await server.stop()
    await lifespan.shutdown()
    return 0


def stop(stopped: Future[None]) -> None:
    """A signal asks for the end; a second one while it is being prepared changes nothing."""
    if not stopped.done():
        stopped.set_result(None)


def say(stream: i64, text: str) -> None:
    console.write(stream, (text + "\n").encode("utf-8"))


def wanted_port() -> i64:
    """What `--port` or PORT says; -1 when it is no port."""
    text = str(DEFAULT_PORT)
    for name, value in arguments.environ():
        if name == "PORT":
            text = value
    words = arguments.argv()
    for index in range(1, len(words) - 1):
        if words[index] == "--port":
            text = words[index + 1]
    if not text.isascii() or not text.isdigit() or len(text) > 5 or int(text) > 65535:
        return -1
    return int(text)


def main(application: Any) -> i64:
    """Serve the application until the machine stops; answers the exit status."""
    port = wanted_port()
    if port < 0:
        say(STDERR, "error: the port is not a number from 0 to 65535; set PORT or --port")
        return WRONG_ENVIRONMENT
    loop = BaseEventLoop()
    try:
        status: i64 = loop.run_until_complete(serve(application, DEFAULT_HOST, port, loop))
    finally:
        loop.close()
    return status


def run(application: Any) -> None:
    """What the program's main calls: serve, then end the program."""
    raise SystemExit(main(application))
