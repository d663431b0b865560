"""Move datagrams between a UDP socket of the machine's network and a protocol."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.machine.this import network
from sesha.guest.net import ports
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Watcher
from sesha.guest.stdlib.asyncio.protocols import DatagramProtocol
from sesha.guest.stdlib.asyncio.socket_transport import TransportSocket
from sesha.guest.stdlib.asyncio.transports import DatagramTransport

BATCH = 64
"""Datagrams that are read in one pass at most, so that others get their turn."""


class SocketDatagramTransport(DatagramTransport):
    """A UDP socket, perhaps with one fixed peer."""

    def __init__(
        self,
        loop: AbstractEventLoop,
        handle: i64,
        protocol: DatagramProtocol,
        peer: tuple[str, int] | None = None,
    ) -> None:
        super().__init__()
        self._loop = loop
        self._handle = handle
        self._protocol = protocol
        self._peer = peer
        self._queue: list[tuple[bytes, tuple[str, int]]] = []
        self._closing = False
        self._lost = False
        protocol.connection_made(self)
        loop._watch(handle, DatagramWatcher(self))
        network.interest(handle, network.READABLE)

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        if name == "peername":
            return default if self._peer is None else self._peer
        if name == "sockname" and not self._lost:
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

    def sendto(self, data: bytes | bytearray | memoryview, addr: tuple[str, int] | None = None) -> None:
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        target = addr
        if self._peer is not None:
            if addr is not None and addr != self._peer:
                raise ValueError(f"Invalid address: must be None or {self._peer}")
            target = self._peer
        if target is None:
            raise ValueError("unable to perform sendto operation without an address")
        if self._lost:
            return
        datagram = bytes(data)
        if self._queue or not self._send(datagram, target):
            self._queue.append((datagram, target))
            network.interest(self._handle, network.READABLE | network.WRITABLE)

    def _send(self, datagram: bytes, target: tuple[str, int]) -> bool:
        """False when the network takes no more now; errors go to the protocol."""
        try:
            port = ports.checked(target[1], "sendto")
            return network.send_to(self._handle, datagram, target[0], port)
        except OSError as error:
            self._protocol.error_received(error)
        except OverflowError as error:
            self._fail("write", error)
        return True

    def _on_writable(self) -> None:
        if self._lost:
            return
        sent: i64 = 0
        for datagram, target in self._queue:
            if not self._send(datagram, target):
                break
            sent += 1
        del self._queue[:sent]
        if not self._queue:
            network.interest(self._handle, network.READABLE)
            if self._closing:
                self._lose()

    def _on_readable(self) -> None:
        for _ in range(BATCH):
            if self._closing:
                return
            try:
                received = network.receive_from(self._handle)
            except OSError as error:
                self._tell(b"", None, error)
                continue
            if received is None:
                return
            data, host, port = received
            address = (host, port)
            if self._peer is None or self._peer == address:
                self._tell(data, address, None)

    def _tell(self, data: bytes, address: tuple[str, int] | None, failure: OSError | None) -> None:
        """Call the protocol: one datagram that it cannot take does not end the endpoint."""
        try:
            if failure is not None:
                self._protocol.error_received(failure)
            elif address is not None:
                self._protocol.datagram_received(data, address)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            message = f"Exception in callback {type(self).__name__}._on_readable()"
            self._loop.call_exception_handler({"message": message, "exception": error, "transport": self})

    def close(self) -> None:
        if self._closing:
            return
        self._closing = True
        if not self._queue:
            self._lose()

    def abort(self) -> None:
        self._closing = True
        self._lose()

    def _fail(self, what: str, error: BaseException) -> None:
        """Report what is no matter of the protocol, and give up."""
        context = {
            "message": f"Fatal {what} error on datagram transport",
            "exception": error,
            "transport": self,
            "protocol": self._protocol,
        }
        self._loop.call_exception_handler(context)
        self.abort()

    def _lose(self) -> None:
        if self._lost:
            return
        self._lost = True
        self._queue = []
        self._loop._watch(self._handle, None)
        self._loop.call_soon(self._finish)

    def _finish(self) -> None:
        try:
            self._protocol.connection_lost(None)
        finally:
            network.close(self._handle)


class DatagramWatcher(Watcher):
    """The loop's side of the transport."""

    def __init__(self, transport: SocketDatagramTransport) -> None:
        super().__init__()
        self._transport = transport

    def _run(self) -> None:
        events = self._events
        self._events = 0
        try:
            if events & network.READABLE:
                self._transport._on_readable()
            if events & network.WRITABLE:
                self._transport._on_writable()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._transport._fail("read", error)
