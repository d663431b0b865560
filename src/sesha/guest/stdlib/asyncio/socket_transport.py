"""Move bytes between a stream socket of the machine's network and a protocol.

The loop knows a transport under its handle. When the network has news, the loop puts the transport
into the ready queue; `_run` then reads once (the network is level-triggered: what is left makes it
ready again) or goes on writing. What the network does not take at once waits in `_pieces`.
"""

from collections.abc import Iterable
from typing import Any

from mypy_extensions import i64

from sesha.guest.machine.this import network
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Watcher
from sesha.guest.stdlib.asyncio.protocols import Protocol
from sesha.guest.stdlib.asyncio.transports import Transport

READ_SIZE = 65536
HIGH_WATER = 65536
LOW_WATER = HIGH_WATER // 4


class TransportSocket:
    """What `get_extra_info("socket")` answers: only names, no I/O."""

    def __init__(self, handle: i64) -> None:
        self._handle = handle

    def fileno(self) -> int:
        return self._handle

    def getsockname(self) -> tuple[str, int]:
        return network.local_address(self._handle)

    def getpeername(self) -> tuple[str, int]:
        return network.peer_address(self._handle)


class Connections:
    """Who counts the connections of a server."""

    def _attach(self) -> None:
        raise NotImplementedError

    def _detach(self) -> None:
        raise NotImplementedError


class StreamWatcher(Watcher):
    """The loop's side of a transport."""

    def __init__(self, transport: "SocketTransport") -> None:
        super().__init__()
        self._transport = transport

    def _run(self) -> None:
        events = self._events
        self._events = 0
        if events & network.READABLE:
            self._transport._on_readable()
        if events & network.WRITABLE:
            self._transport._on_writable()


class SocketTransport(Transport):
    """A TCP connection."""

    def __init__(
        self, loop: AbstractEventLoop, handle: i64, protocol: Protocol, server: Connections | None = None
    ) -> None:
        super().__init__()
        self._loop = loop
        self._handle = handle
        self._protocol = protocol
        self._server = server
        self._pieces: list[bytes] = []
        self._sent: i64 = 0
        """How much of the first piece has been sent."""
        self._waiting: i64 = 0
        """Bytes that wait."""
        self._interest: i64 = network.READABLE
        self._paused = False
        self._closing = False
        self._lost = False
        self._eof_wanted = False
        self._protocol_paused = False
        self._high = HIGH_WATER
        self._low = LOW_WATER
        if server is not None:
            server._attach()
        protocol.connection_made(self)
        loop._watch(handle, StreamWatcher(self))
        if not self._closing:
            network.interest(handle, self._interest)

    # --- asking --------------------------------------------------------------------------------
    def get_extra_info(self, name: str, default: Any = None) -> Any:
        if self._lost:
            return default
        if name == "peername":
            return network.peer_address(self._handle)
        if name == "sockname":
            return network.local_address(self._handle)
        if name == "socket":
            return TransportSocket(self._handle)
        return default

    def is_closing(self) -> bool:
        return self._closing

    def set_protocol(self, protocol: Any) -> None:
        self._protocol = protocol

    def get_protocol(self) -> Any:
        return self._protocol

    # --- reading -------------------------------------------------------------------------------
    def is_reading(self) -> bool:
        return not self._closing and not self._paused

    def pause_reading(self) -> None:
        if self.is_reading():
            self._paused = True
            self._set_interest(self._interest & ~network.READABLE)

    def resume_reading(self) -> None:
        if self._paused and not self._closing:
            self._paused = False
            self._set_interest(self._interest | network.READABLE)

    def _on_readable(self) -> None:
        if self._closing or self._paused:
            return
        try:
            data = network.receive(self._handle, READ_SIZE)
        except OSError as error:
            self._fail(error)
            return
        if data is None:
            return
        try:
            if data:
                self._protocol.data_received(data)
            elif self._protocol.eof_received():
                self._set_interest(self._interest & ~network.READABLE)
            else:
                self.close()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._report("Fatal error: protocol.data_received() call failed.", error)

    # --- writing -------------------------------------------------------------------------------
    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        if high is None:
            high = HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high = high
        self._low = low
        self._maybe_pause_protocol()

    def get_write_buffer_size(self) -> int:
        return self._waiting

    def get_write_buffer_limits(self) -> tuple[int, int]:
        return self._low, self._high

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof_wanted:
            raise RuntimeError("Cannot call write() after write_eof()")
        piece = data if isinstance(data, bytes) else bytes(data)
        if not piece or self._lost:
            return
        sent: i64 = 0
        if not self._pieces:
            try:
                sent = network.send(self._handle, piece, 0)
            except OSError as error:
                self._fail(error)
                return
            if sent == len(piece):
                return
            sent = max(sent, 0)
            self._sent = sent
            self._set_interest(self._interest | network.WRITABLE)
        self._pieces.append(piece)
        self._waiting += len(piece) - sent
        self._maybe_pause_protocol()

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview]) -> None:
        self.write(b"".join(list_of_data))

    def write_eof(self) -> None:
        if self._closing or self._eof_wanted:
            return
        self._eof_wanted = True
        if not self._pieces:
            network.shutdown_write(self._handle)

    def can_write_eof(self) -> bool:
        return True

    def _on_writable(self) -> None:
        if self._lost:
            return
        try:
            self._send_pieces()
        except OSError as error:
            self._fail(error)
            return
        if self._protocol_paused and int(self._waiting) <= self._low:
            self._protocol_paused = False
            self._protocol.resume_writing()
        if self._pieces or self._lost:
            return
        self._set_interest(self._interest & ~network.WRITABLE)
        if self._closing:
            self._lose(None)
        elif self._eof_wanted:
            network.shutdown_write(self._handle)

    def _send_pieces(self) -> None:
        """Send until nothing is left or the network takes no more."""
        if len(self._pieces) > 1:
            first = self._pieces[0]
            self._pieces = [b"".join([first[self._sent :], *self._pieces[1:]])]
            self._sent = 0
        if not self._pieces:
            return
        piece = self._pieces[0]
        sent = network.send(self._handle, piece, self._sent)
        if sent < 0:
            return
        self._sent += sent
        self._waiting -= sent
        if self._sent == len(piece):
            self._pieces = []
            self._sent = 0

    def _maybe_pause_protocol(self) -> None:
        if int(self._waiting) > self._high and not self._protocol_paused:
            self._protocol_paused = True
            self._protocol.pause_writing()

    def _set_interest(self, what: i64) -> None:
        if what != self._interest:
            self._interest = what
            if not self._lost:
                network.interest(self._handle, what)

    # --- ending --------------------------------------------------------------------------------
    def close(self) -> None:
        """Send what waits, then close."""
        if self._closing:
            return
        self._closing = True
        self._set_interest(self._interest & ~network.READABLE)
        if not self._pieces:
            self._lose(None)

    def abort(self) -> None:
        self._closing = True
        self._lose(None)

    def _fail(self, error: OSError) -> None:
        if not isinstance(error, ConnectionError) and not isinstance(error, TimeoutError):
            self._report("Fatal read or write error on socket transport", error)
            return
        self._closing = True
        self._lose(error)

    def _report(self, message: str, error: BaseException) -> None:
        context = {"message": message, "exception": error, "transport": self, "protocol": self._protocol}
        self._loop.call_exception_handler(context)
        self._closing = True
        self._lose(error if isinstance(error, Exception) else None)

    def _lose(self, error: Exception | None) -> None:
        """Stop at once; the protocol is told in the next pass."""
        if self._lost:
            return
        self._lost = True
        self._pieces = []
        self._waiting = 0
        self._loop._watch(self._handle, None)
        self._loop.call_soon(self._finish, error)

    def _finish(self, error: Exception | None) -> None:
        try:
            self._protocol.connection_lost(error)
        finally:
            network.close(self._handle)
            server = self._server
            if server is not None:
                self._server = None
                server._detach()
