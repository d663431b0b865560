"""What a program, or its event loop, holds: connections and listeners. Nothing here blocks."""

from mypy_extensions import i64

from sesha.guest.net.errors import ECONNABORTED, ENOTCONN, EPIPE, error_of
from sesha.guest.net.readiness import Socket
from sesha.guest.net.tcp.block import Backlog, Block
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.life import abort, discard_unread, orphaned, remove, start_keepalive
from sesha.guest.net.tcp.output import send_pending, window_opened
from sesha.guest.net.tcp.parameters import BUDGET_SHARE, SEND_CAPACITY, SEND_MINIMUM
from sesha.guest.net.tcp.states import (
    CLOSE_WAIT,
    CLOSED,
    ESTABLISHED,
    ON_CLOSE,
    SYN_RECEIVED,
    SYN_SENT,
    TAKES_DATA,
)


class TcpSocket(Socket):
    """One end of a connection. Made by connect and by Listener.accept."""

    def __init__(self, context: Context, block: Block) -> None:
        super().__init__(context.ready)
        self.context = context
        self.block = block
        self.closed = False
        block.socket = self

    # --- state -------------------------------------------------------------------------------
    def connecting(self) -> bool:
        """Whether the connection is still being opened."""
        return self.block.state == SYN_SENT or self.block.state == SYN_RECEIVED

    def readable(self) -> bool:
        block = self.block
        if block.receive_buffer.size > 0 or block.fin_received or block.error != 0:
            return True
        return block.state == CLOSED

    def writable(self) -> bool:
        block = self.block
        if block.state == ESTABLISHED or block.state == CLOSE_WAIT:
            return self._room() > 0
        return not self.connecting()

    def _room(self) -> i64:
        """Bytes that send would take."""
        left = (self.context.send_budget - self.context.sending) // BUDGET_SHARE
        capacity = min(SEND_CAPACITY, max(left, SEND_MINIMUM))
        return capacity - self.block.send_buffer.size()

    def unsent(self) -> i64:
        """Bytes that the peer has not acknowledged."""
        return self.block.send_buffer.size()

    def take_error(self) -> i64:
        """The error number of what broke the connection, once; else 0 (SO_ERROR)."""
        error = self.block.error
        self.block.error = 0
        return error

    # --- data --------------------------------------------------------------------------------
    def send(self, data: bytes, now: i64) -> i64:
        """Queue as much of the data as there is room for and send what may go; the bytes taken.

        0 means that there is no room: the socket is announced when there is some again.
        """
        block = self.block
        if block.error != 0:
            raise error_of(self.take_error())
        if block.state != ESTABLISHED and block.state != CLOSE_WAIT:
            if self.connecting() and not block.fin_queued:
                return 0
            raise error_of(EPIPE)
        room = self._room()
        if len(data) > room:
            block.send_wanted = True
            if room <= 0:
                return 0
            data = data[:room]
        block.send_buffer.append(data)
        self.context.sending += len(data)
        send_pending(self.context, block, now)
        return len(data)

    def receive(self, size: i64, now: i64) -> bytes | None:
        """Up to `size` bytes, b"" at the end of the peer's data, None when nothing is there yet."""
        block = self.block
        buffer = block.receive_buffer
        if buffer.size > 0:
            data = buffer.read(size)
            self.context.buffered -= len(data)
            if TAKES_DATA[block.state]:
                window_opened(self.context, block, now)
            return data
        if block.error != 0:
            raise error_of(self.take_error())
        if block.fin_received or block.state == CLOSED:
            return b""
        return None

    # --- closing -----------------------------------------------------------------------------
    def shutdown(self, now: i64) -> None:
        """Close our direction: a FIN follows the data. The peer may go on sending."""
        block = self.block
        if block.state == CLOSED or block.state == SYN_SENT:
            raise error_of(ENOTCONN)
        if not block.fin_queued:
            block.fin_queued = True
            if block.state != SYN_RECEIVED:
                block.state = ON_CLOSE[block.state]
                send_pending(self.context, block, now)

    def close(self, now: i64) -> None:
        """Let go of the connection, which ends in good order by itself; with data unread it is
        reset instead, so that the peer learns of the loss (RFC 9293 3.6.1, RFC 2525 2.17)."""
        if self.closed:
            return
        self.closed = True
        block = self.block
        block.socket = None
        unread = block.receive_buffer.size > 0
        discard_unread(self.context, block)
        if block.state == CLOSED:
            return
        if block.state == SYN_SENT:
            remove(self.context, block)
        elif unread and TAKES_DATA[block.state]:
            abort(self.context, block, 0, now)
        else:
            block.read_closed = True
            if not block.fin_queued:
                self.shutdown(now)
            orphaned(block, now)
            if block.state != CLOSED:
                self.context.schedule(block)

    def abort(self, now: i64) -> None:
        """Reset the connection; what is queued is lost."""
        block = self.block
        self.closed = True
        block.socket = None
        discard_unread(self.context, block)
        if block.state == SYN_SENT:
            remove(self.context, block)
        elif block.state != CLOSED:
            abort(self.context, block, ECONNABORTED, now)

    # --- options -----------------------------------------------------------------------------
    def set_no_delay(self, on: bool, now: i64) -> None:
        """TCP_NODELAY: switch Nagle's algorithm off."""
        self.block.no_delay = on
        if on and self.block.state != CLOSED:
            send_pending(self.context, self.block, now)

    def set_keepalive(self, on: bool, idle: i64, interval: i64, probes: i64, now: i64) -> None:
        """SO_KEEPALIVE with TCP_KEEPIDLE, TCP_KEEPINTVL (nanoseconds) and TCP_KEEPCNT."""
        block = self.block
        block.keepalive = on
        block.keepalive_idle = idle
        block.keepalive_interval = interval
        block.keepalive_probes = probes
        if block.state != CLOSED and not self.connecting():
            start_keepalive(block, now)
            self.context.schedule(block)


class Listener(Socket):
    """A port that takes connections."""

    def __init__(self, context: Context, address: i64, port: i64, limit: i64) -> None:
        super().__init__(context.ready)
        self.context = context
        self.local_address = address
        self.local_port = port
        self.backlog = Backlog(address, limit, self)
        self.closed = False

    def readable(self) -> bool:
        return len(self.backlog.waiting) > 0

    def writable(self) -> bool:
        return False

    def accept(self) -> TcpSocket | None:
        """The connection that was established first, or None."""
        waiting = self.backlog.waiting
        if not waiting:
            return None
        block = waiting.pop(0)
        block.backlog = None
        socket = TcpSocket(self.context, block)
        if socket.readable():
            socket.announce()
        return socket

    def close(self, now: i64) -> None:
        """Stop listening; connections that nobody has accepted are reset."""
        if self.closed:
            return
        self.closed = True
        context = self.context
        port = context.ports[self.local_port]
        port.backlog = None
        for block in list(port.connections.values()):
            if block.backlog is self.backlog:
                abort(context, block, ECONNABORTED, now)
        for block in self.backlog.waiting:
            discard_unread(context, block)
        self.backlog.waiting = []
        if port.is_free() and context.ports.get(self.local_port) is port:
            del context.ports[self.local_port]
