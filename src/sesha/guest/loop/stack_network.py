"""Be the machine's network (machine/this/network.py) over our own stack and a network card.

The stack announces edges: sockets whose readiness may have changed. The loop wants levels: what was
ready and may still be is asked again each time (`_hot`), everything else only when announced.
"""

from collections.abc import Callable

from mypy_extensions import i64

from sesha.guest.loop.card import Card
from sesha.guest.machine.this import clock, signals
from sesha.guest.net.errors import EBADF, error_of
from sesha.guest.net.readiness import Socket
from sesha.guest.net.stack import Stack
from sesha.guest.net.tcp.socket import Listener, TcpSocket
from sesha.guest.net.timers import NEVER
from sesha.guest.net.udp import UdpSocket
from sesha.guest.net.wire.address import ANY, BROADCAST, format_ipv4, is_loopback, parse_ipv4

READABLE = 1
WRITABLE = 2

FRAMES_AT_ONCE = 256
"""Frames that are taken in before the loop gets its turn."""
CONFIGURE_TIMEOUT = 10_000_000_000
"""Nanoseconds from the start that a program waits for an address."""
FINISH_TIMEOUT = 10_000_000_000
"""Nanoseconds that peers have to take what was sent, when the program ends."""
HOST_NAME = "sesha"


class Entry:
    """A handle: a socket and what the loop wants to know about it."""

    def __init__(self, handle: i64, socket: Socket) -> None:
        self.handle = handle
        self.socket = socket
        self.interest: i64 = 0
        self.hot = False
        """It stands in the list of those that are asked."""

    def ready(self) -> i64:
        """What it is ready for, of what is wanted."""
        what: i64 = 0
        if self.interest & READABLE and self.socket.readable():
            what |= READABLE
        if self.interest & WRITABLE and self.socket.writable():
            what |= WRITABLE
        return what


class StackNetwork:
    """The functions of network.py as methods."""

    def __init__(self, card: Card, random_bytes: Callable[[int], bytes]) -> None:
        self.stack = Stack(card, random_bytes)
        self._card = card
        self._entries: list[Entry | None] = []
        self._free: list[int] = []
        self._hot: list[Entry] = []
        self._configured_by: i64 = 0
        """Until then operations wait for an address."""

    # --- starting and waiting ---------------------------------------------------------------------
    def start_dhcp(self) -> None:
        """Ask for an address; what needs none, like listening, need not wait for it."""
        now = clock.monotonic_ns()
        self._configured_by = now + CONFIGURE_TIMEOUT
        self.stack.start_dhcp(HOST_NAME, now)
        self._card.flush()

    def _need_address(self, peer: i64) -> None:
        """Wait for an address of ours, if the peer is to see one. Without an answer the program goes
        on in the end, and the stack on asking."""
        if peer == ANY or is_loopback(peer):
            return
        while not self.stack.is_configured():
            now = clock.monotonic_ns()
            if now >= self._configured_by:
                return
            deadline = self._pump(now)
            if not self.stack.is_configured():
                self._card.wait(sleep_until(deadline, now, self._configured_by - now))

    def wait(self, timeout: i64) -> list[int]:
        now = clock.monotonic_ns()
        end = now + timeout
        while True:
            deadline = self._pump(now)
            events = self._collect()
            if events or timeout == 0 or signals.noted():
                return events
            left: i64 = -1 if timeout < 0 else end - now
            if timeout > 0 and left <= 0:
                return events
            self._card.wait(sleep_until(deadline, now, left))
            now = clock.monotonic_ns()

    def finish(self) -> None:
        """Close all sockets and let what was sent reach the peers, as a host does when a process ends."""
        for handle in range(len(self._entries)):
            self.close(handle)
        now = clock.monotonic_ns()
        end = now + FINISH_TIMEOUT
        while now < end:
            deadline = self._pump(now)
            if not self.stack.is_sending():
                return
            self._card.wait(sleep_until(deadline, now, end - now))
            now = clock.monotonic_ns()

    def _pump(self, now: i64) -> i64:
        """Take frames in and do what is due; answers the stack's next deadline."""
        for _ in range(FRAMES_AT_ONCE):
            frame = self._card.receive()
            if frame is None:
                break
            self.stack.receive(frame, now)
        deadline = self.stack.poll(now)
        self._card.flush()
        return deadline

    def _collect(self) -> list[int]:
        for socket in self.stack.take_ready():
            entry = socket.owner
            if isinstance(entry, Entry):
                self._ask(entry)
        events: list[int] = []
        asked = self._hot
        self._hot = []
        for entry in asked:
            what = entry.ready()
            if what != 0:
                self._hot.append(entry)
                events.append(entry.handle << 2 | what)
            else:
                entry.hot = False
        return events

    def _ask(self, entry: Entry) -> None:
        if not entry.hot:
            entry.hot = True
            self._hot.append(entry)

    # --- handles ------------------------------------------------------------------------------------
    def _add(self, socket: Socket) -> i64:
        if self._free:
            handle = self._free.pop()
        else:
            handle = len(self._entries)
            self._entries.append(None)
        entry = Entry(handle, socket)
        socket.owner = entry
        self._entries[handle] = entry
        return handle

    def _entry(self, handle: i64) -> Entry:
        entry = self._entries[handle]
        if entry is None:
            raise error_of(EBADF)
        return entry

    def _tcp(self, handle: i64) -> TcpSocket:
        socket = self._entry(handle).socket
        if not isinstance(socket, TcpSocket):
            raise error_of(EBADF)
        return socket

    def _udp(self, handle: i64) -> UdpSocket:
        socket = self._entry(handle).socket
        if not isinstance(socket, UdpSocket):
            raise error_of(EBADF)
        return socket

    def interest(self, handle: i64, what: i64) -> None:
        entry = self._entry(handle)
        entry.interest = what
        if what != 0:
            self._ask(entry)

    def close(self, handle: i64) -> None:
        entry = self._entries[handle]
        if entry is None:
            return
        self._entries[handle] = None
        self._free.append(handle)
        entry.interest = 0
        socket = entry.socket
        socket.owner = None
        now = clock.monotonic_ns()
        if isinstance(socket, TcpSocket):
            socket.close(now)
        elif isinstance(socket, Listener):
            socket.close(now)
        elif isinstance(socket, UdpSocket):
            socket.close()

    # --- streams ------------------------------------------------------------------------------------
    def listen(self, host: str, port: i64, backlog: i64) -> i64:
        address = address_of(host)
        self._need_address(address)
        return self._add(self.stack.listen(address, port, backlog))

    def accept(self, handle: i64) -> i64:
        listener = self._entry(handle).socket
        if not isinstance(listener, Listener):
            raise error_of(EBADF)
        socket = listener.accept()
        if socket is None:
            return -1
        socket.set_no_delay(True, clock.monotonic_ns())
        return self._add(socket)

    def connect(self, host: str, port: i64) -> i64:
        address = address_of(host)
        self._need_address(address)
        now = clock.monotonic_ns()
        socket = self.stack.connect(address, port, now)
        socket.set_no_delay(True, now)
        return self._add(socket)

    def connect_error(self, handle: i64) -> i64:
        return self._tcp(handle).take_error()

    def receive(self, handle: i64, size: i64) -> bytes | None:
        return self._tcp(handle).receive(size, clock.monotonic_ns())

    def send(self, handle: i64, data: bytes, start: i64) -> i64:
        piece = data if start == 0 else data[start:]
        taken = self._tcp(handle).send(piece, clock.monotonic_ns())
        return taken if taken > 0 else -1

    def shutdown_write(self, handle: i64) -> None:
        try:
            self._tcp(handle).shutdown(clock.monotonic_ns())
        except OSError:
            pass  # the connection is gone already

    def local_address(self, handle: i64) -> tuple[str, int]:
        socket = self._entry(handle).socket
        if isinstance(socket, TcpSocket):
            return format_ipv4(socket.block.local_address), socket.block.local_port
        if isinstance(socket, Listener):
            return format_ipv4(socket.local_address), socket.local_port
        if isinstance(socket, UdpSocket):
            return format_ipv4(socket.local_address), socket.local_port
        raise error_of(EBADF)

    def peer_address(self, handle: i64) -> tuple[str, int]:
        block = self._tcp(handle).block
        return format_ipv4(block.remote_address), block.remote_port

    # --- datagrams ------------------------------------------------------------------------------------
    def open_datagram(self, host: str, port: i64) -> i64:
        address = address_of(host)
        self._need_address(address)
        return self._add(self.stack.open_udp(address, port))

    def connect_datagram(self, handle: i64, host: str, port: i64) -> None:
        self._udp(handle).connect(address_of(host), port)

    def receive_from(self, handle: i64) -> tuple[bytes, str, int] | None:
        datagram = self._udp(handle).receive()
        if datagram is None:
            return None
        return datagram.payload, format_ipv4(datagram.address), datagram.port

    def send_to(self, handle: i64, data: bytes, host: str, port: i64) -> bool:
        address = address_of(host)
        self._need_address(address)
        self._udp(handle).send(data, address, port, clock.monotonic_ns())
        return True

    # --- names ------------------------------------------------------------------------------------------
    def resolver_text(self) -> str:
        """The name servers and the domain of the configuration, as a resolver file."""
        self._need_address(BROADCAST)
        lines = [f"nameserver {format_ipv4(server)}\n" for server in self.stack.dns_servers]
        if self.stack.domain != "":
            lines.append(f"search {self.stack.domain}\n")
        return "".join(lines)


def address_of(host: str) -> i64:
    value = parse_ipv4(host)
    if value < 0:
        raise ValueError(f"not an IPv4 address: {host!r}")
    return value


def sleep_until(deadline: i64, now: i64, limit: i64) -> i64:
    """Nanoseconds to the deadline, at most `limit`; -1 stands for no end, in `limit` too."""
    if deadline >= NEVER:
        return limit
    left = max(0, deadline - now)
    return left if limit < 0 else min(left, limit)
