"""The machine's network (under CPython): the host's sockets through `socket` and `select`.

A handle is a file descriptor. An event is `handle << 2 | what`, `what` of READABLE and WRITABLE;
errors and hang-ups make a handle both, so that the next call tells.
"""

import select
import socket

from mypy_extensions import i64

from sesha.guest.machine.this import signals

MAXIMUM_CONNECTIONS = 16384
READABLE = 1
WRITABLE = 2

HOSTS_FILE = "/etc/hosts"
RESOLVER_FILE = "/etc/resolv.conf"

_sockets: dict[int, socket.socket] = {}
_poll: "select.epoll | None" = None


def start() -> None:
    """Prepare the network; called once, before anything else here."""
    global _poll
    if _poll is None:
        _poll = select.epoll()
        heed_signals()


def heed_signals() -> None:
    """Let `wait` end when a signal has been noted."""
    if _poll is not None and signals.reader is not None:
        interest(signals.reader.fileno(), READABLE)


def wait(timeout: i64) -> list[int]:
    """Events, after at most so many nanoseconds; -1 waits without end."""
    if _poll is None:
        return []
    seconds = None if timeout < 0 else timeout / 1_000_000_000
    events: list[int] = []
    for handle, mask in _poll.poll(seconds):
        what: i64 = 0
        if mask & ~select.EPOLLOUT:
            what |= READABLE
        if mask & ~select.EPOLLIN:
            what |= WRITABLE
        events.append(handle << 2 | what)
    return events


def connection_limit() -> i64:
    """How many connections the machine's memory bears."""
    return MAXIMUM_CONNECTIONS


def finish() -> None:
    """The loop ends: what was sent still goes out (the host sees to that)."""


def interest(handle: i64, what: i64) -> None:
    """Say which news of the handle `wait` is to tell; a new handle tells none."""
    assert _poll is not None
    mask = (select.EPOLLIN if what & READABLE else 0) | (select.EPOLLOUT if what & WRITABLE else 0)
    try:
        _poll.modify(handle, mask)
    except FileNotFoundError:
        _poll.register(handle, mask)


def _keep(sock: socket.socket) -> i64:
    sock.setblocking(False)
    _sockets[sock.fileno()] = sock
    return sock.fileno()


# --- streams -------------------------------------------------------------------------------------
def listen(host: str, port: i64, backlog: i64, reuse_port: bool) -> i64:
    """A listening socket; `host` is an IPv4 address in dots, port 0 takes a free one."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        sock.bind((host, port))
        sock.listen(backlog)
    except OSError:
        sock.close()
        raise
    return _keep(sock)


def accept(handle: i64) -> i64:
    """A connection's handle, or -1 when none waits."""
    try:
        sock, _ = _sockets[handle].accept()
    except (BlockingIOError, InterruptedError, ConnectionAbortedError):
        return -1
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return _keep(sock)


def connect(host: str, port: i64) -> i64:
    """Begin to connect; when the handle is writable, ask `connect_error`."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        sock.connect((host, port))
    except BlockingIOError:
        pass
    except OSError:
        sock.close()
        raise
    return _keep(sock)


def connect_error(handle: i64) -> i64:
    """0 when the connection stands, else the number of the error."""
    return _sockets[handle].getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)


def receive(handle: i64, size: i64) -> bytes | None:
    """Up to so many bytes; empty when the peer has finished, None when none are there yet."""
    try:
        return _sockets[handle].recv(size)
    except (BlockingIOError, InterruptedError):
        return None


def send(handle: i64, data: bytes, start: i64) -> i64:
    """Send from `start`; answers how many bytes were taken, -1 when none can be now."""
    try:
        return _sockets[handle].send(memoryview(data)[start:])
    except (BlockingIOError, InterruptedError):
        return -1


def shutdown_write(handle: i64) -> None:
    """Tell the peer that no more bytes come."""
    try:
        _sockets[handle].shutdown(socket.SHUT_WR)
    except OSError:
        pass


def close(handle: i64) -> None:
    sock = _sockets.pop(handle, None)
    if sock is not None:
        sock.close()


def local_address(handle: i64) -> tuple[str, int]:
    host, port = _sockets[handle].getsockname()[:2]
    return str(host), int(port)


def peer_address(handle: i64) -> tuple[str, int]:
    host, port = _sockets[handle].getpeername()[:2]
    return str(host), int(port)


# --- datagrams -----------------------------------------------------------------------------------
def open_datagram(host: str, port: i64, reuse_port: bool, broadcast: bool) -> i64:
    """A bound socket; it may send to broadcast addresses only if so asked."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        if reuse_port:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if broadcast:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        sock.bind((host, port))
    except OSError:
        sock.close()
        raise
    return _keep(sock)


def connect_datagram(handle: i64, host: str, port: i64) -> None:
    """Exchange datagrams with this peer only, and hear when it does not listen."""
    _sockets[handle].connect((host, port))


def receive_from(handle: i64) -> tuple[bytes, str, int] | None:
    """A datagram, its sender's address and port; None when none is there."""
    try:
        data, address = _sockets[handle].recvfrom(65536)
    except (BlockingIOError, InterruptedError):
        return None
    return data, str(address[0]), int(address[1])


def send_to(handle: i64, data: bytes, host: str, port: i64) -> bool:
    """Whether the datagram was taken; if not, wait until the handle is writable."""
    try:
        _sockets[handle].sendto(data, (host, port))
    except (BlockingIOError, InterruptedError):
        return False
    return True


# --- names ---------------------------------------------------------------------------------------
def hosts_text() -> str:
    """What /etc/hosts says."""
    return _read(HOSTS_FILE)


def resolver_text() -> str:
    """What /etc/resolv.conf says: which name servers to ask."""
    return _read(RESOLVER_FILE)


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
