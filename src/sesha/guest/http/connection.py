"""One HTTP/1.1 connection: requests in, responses out in the same order.

The next request is taken from the parser when the exchange before it has ended, both its response
and its body. While input is being taken, output is gathered, so that the responses to pipelined
requests leave in one piece. Deadlines are ticks of the server, which looks at them once a second.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.http import limits
from sesha.guest.http.errors import HttpError
from sesha.guest.http.exchange import Application, Channel, Exchange
from sesha.guest.http.parser import RequestParser
from sesha.guest.http.request import Request
from sesha.guest.http.response import reason_of, simple_response
from sesha.guest.http.target import decode_path
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.protocols import Protocol
from sesha.guest.stdlib.asyncio.task import Task
from sesha.guest.stdlib.asyncio.transports import Transport

NEVER = 1 << 60
OUTPUT_AT_ONCE = 65536


class Service:
    """What connections need from the server."""

    def __init__(self, application: Application, loop: AbstractEventLoop) -> None:
        self.application = application
        self.loop = loop
        self.date = b""
        self.tick: i64 = 0
        """Seconds since the start."""
        self.stopping = False
        self.state: dict[str, Any] = {}
        self.connections: set[HttpConnection] = set()

    def on_connection_lost(self, connection: "HttpConnection") -> None:
        raise NotImplementedError


class ConnectionChannel(Channel):
    """The connection as its exchanges see it."""

    def __init__(self, connection: "HttpConnection") -> None:
        self.connection = connection

    def date(self) -> bytes:
        return self.connection.service.date

    def write(self, data: bytes | bytearray) -> None:
        self.connection.write(data)

    def drain(self) -> Future[None] | None:
        return self.connection.drain()

    def want_body(self) -> None:
        self.connection.advance()

    def may_keep_alive(self) -> bool:
        return self.connection.may_keep_alive()

    def on_response_complete(self, keep_alive: bool) -> None:
        self.connection.on_response_complete(keep_alive)

    def new_future(self) -> Future[None]:
        return Future(loop=self.connection.service.loop)


class HttpConnection(Protocol):
    """The protocol that the server gives to its transports."""

    _transport: Transport
    """Whose protocol it is, from `connection_made` on."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.deadline = service.tick + limits.HEAD_TIMEOUT
        self._parser = RequestParser()
        self._exchange: Exchange | None = None
        self._template: dict[str, Any] = {}
        self._output = bytearray()
        self._advancing = False
        self._reading = True
        self._head_begun = True
        """The deadline is that of a head in progress."""
        self._closing = False
        """No further request is taken."""
        self._lingering = False
        self._linger_end: i64 = 0
        self._requests: i64 = 0
        self._eof = False
        self._drain: Future[None] | None = None
        self._blocked_size: i64 = 0
        """Bytes of output that waited when the deadline for it was set."""
        self._channel = ConnectionChannel(self)

    # --- the transport's side ---------------------------------------------------------------------
    def connection_made(self, transport: Transport) -> None:
        self._transport = transport
        self.service.connections.add(self)
        self._template = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "server": transport.get_extra_info("sockname"),
            "client": transport.get_extra_info("peername"),
            "scheme": "http",
            "root_path": "",
            "method": "",
            "path": "",
            "raw_path": b"",
            "query_string": b"",
            "headers": [],
            "state": self.service.state,
        }

    def data_received(self, data: bytes) -> None:
        if self._lingering:
            self.deadline = min(self.service.tick + limits.LINGER_TIMEOUT, self._linger_end)
            return
        self._parser.feed(data)
        self.advance()
        if self._exchange is not None and self._parser.waiting() > limits.INPUT_WAITING:
            self._reading = False
            self._transport.pause_reading()

    def eof_received(self) -> bool:
        """A client may stop sending and still wait for its answer."""
        self._eof = True
        exchange = self._exchange
        if exchange is None or self._lingering:
            return False
        if not self._parser.body_done():
            exchange.disconnect()
            return False
        exchange.hang_up()
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        self._closing = True
        self.deadline = NEVER
        if self._exchange is not None:
            self._exchange.disconnect()
        self.resume_writing()
        self.service.connections.discard(self)
        self.service.on_connection_lost(self)

    def pause_writing(self) -> None:
        self._drain = Future(loop=self.service.loop)
        self._blocked_size = self._transport.get_write_buffer_size()
        self.deadline = self.service.tick + limits.SEND_TIMEOUT

    def resume_writing(self) -> None:
        waiting = self._drain
        if waiting is not None:
            self._drain = None
            if not waiting.done():
                waiting.set_result(None)
            self.advance()

    # --- taking input -----------------------------------------------------------------------------
    def advance(self) -> None:
        """Take what there is of bodies and requests, as far as responses allow."""
        if self._advancing or self._lingering:
            return
        self._advancing = True
        try:
            while self._take_one():
                pass
        except HttpError as error:
            self._refuse(error)
        finally:
            self._advancing = False
        self._flush()
        if self._eof and self._exchange is None:
            self._close()
        elif not self._closing:
            self._set_deadline()
            if not self._reading and self._parser.waiting() <= limits.INPUT_WAITING:
                self._reading = True
                self._transport.resume_reading()

    def _take_one(self) -> bool:
        """Take one step; False when there is nothing to do now."""
        exchange = self._exchange
        if exchange is None:
            if self._closing or self._drain is not None:
                return False
            request = self._parser.next_request()
            if request is None:
                return False
            self._begin(request)
            return True
        parser = self._parser
        if not parser.body_done():
            if exchange.body_size >= limits.BODY_WAITING:
                return False
            piece = parser.next_body()
            if piece is not None:
                exchange.add_body(piece)
            if parser.body_done():
                exchange.end_body()
            return piece is not None or parser.body_done()
        if not exchange.complete:
            return False
        self._exchange = None
        if self._closing:
            self._close()
        return True

    def _begin(self, request: Request) -> None:
        """Give the request to the application."""
        self._requests += 1
        target = request.target
        scope = self._template.copy()
        scope["method"] = request.method
        scope["path"] = decode_path(target.raw_path)
        scope["raw_path"] = target.raw_path
        scope["query_string"] = target.query
        scope["headers"] = request.headers
        scope["state"] = self.service.state.copy()
        if request.minor == 0:
            scope["http_version"] = "1.0"
        exchange = Exchange(self._channel, request, scope)
        self._exchange = exchange
        if self._eof:
            exchange.hang_up()
        if request.length != 0 and self._parser.waiting() > 0:
            piece = self._parser.next_body()
            if piece is not None:
                exchange.add_body(piece)
            if self._parser.body_done():
                exchange.end_body()
        Task(exchange.run(self.service.application), loop=self.service.loop, eager_start=True)

    def may_keep_alive(self) -> bool:
        """Whether another request may follow the one in progress."""
        return not self.service.stopping and self._requests < limits.KEEP_ALIVE_REQUESTS

    def on_response_complete(self, keep_alive: bool) -> None:
        if not keep_alive:
            self._closing = True
        if not self._advancing:
            self.advance()
        if self._closing and not self._lingering and not self._parser.body_done():
            self._flush()
            self._linger()

    def _refuse(self, error: HttpError) -> None:
        """Answer what the client did wrong, unless a response has begun, and close."""
        exchange = self._exchange
        method = "" if exchange is None else exchange.request.method
        if exchange is None or not exchange.begun():
            text = f"{reason_of(error.status)}: {error.reason}\n"
            self.write(simple_response(error.status, text, method, self.service.date))
        self._closing = True
        self._flush()
        self._linger()
        if exchange is not None:
            exchange.disconnect()

    # --- giving output ----------------------------------------------------------------------------
    def write(self, data: bytes | bytearray) -> None:
        if self._advancing and len(data) < OUTPUT_AT_ONCE:
            self._output += data
            if len(self._output) > OUTPUT_AT_ONCE:
                self._flush()
        else:
            self._flush()
            self._transport.write(data)

    def _flush(self) -> None:
        if self._output:
            output = bytes(self._output)
            self._output.clear()
            self._transport.write(output)

    def drain(self) -> Future[None] | None:
        return self._drain

    # --- time and ending --------------------------------------------------------------------------
    def _set_deadline(self) -> None:
        if self._drain is not None:
            return
        tick = self.service.tick
        exchange = self._exchange
        if exchange is not None:
            self._head_begun = False
            wants = exchange.waiting_for_body or exchange.complete
            self.deadline = tick + limits.BODY_TIMEOUT if wants else NEVER
        elif self._parser.in_head():
            if not self._head_begun:
                self._head_begun = True
                self.deadline = tick + limits.HEAD_TIMEOUT
        else:
            self._head_begun = False
            self.deadline = tick + limits.KEEP_ALIVE_TIMEOUT

    def on_deadline(self) -> None:
        """The client was too slow."""
        exchange = self._exchange
        if self._lingering:
            self._transport.abort()
        elif self._drain is not None:
            self._on_send_deadline()
        elif exchange is None and not self._parser.in_head():
            self._close()
        elif exchange is not None and exchange.complete:
            self._close()
        else:
            self._refuse(HttpError(408, "too slow"))

    def _on_send_deadline(self) -> None:
        """Give up if the client has taken nothing since the deadline was set."""
        size: i64 = self._transport.get_write_buffer_size()
        if size >= self._blocked_size:
            self._transport.abort()
        self._blocked_size = size
        self.deadline = self.service.tick + limits.SEND_TIMEOUT

    def stop(self) -> None:
        """The server stops: no further request after the one in progress."""
        self._closing = True
        if self._exchange is None and not self._lingering:
            self._close()

    def is_waiting(self) -> bool:
        """Whether the client's next request has not come, or not whole."""
        return self._exchange is None and not self._lingering

    def abort(self) -> None:
        self._transport.abort()

    def _close(self) -> None:
        self._closing = True
        self._flush()
        self._transport.close()

    def _linger(self) -> None:
        """Let the client read the answer before the connection is reset for what it still sends."""
        self._lingering = True
        tick = self.service.tick
        self.deadline = tick + limits.LINGER_TIMEOUT
        self._linger_end = tick + limits.LINGER_TIME
        if self._eof:
            self._transport.close()
            return
        self._transport.write_eof()
        if not self._reading:
            self._reading = True
            self._transport.resume_reading()
