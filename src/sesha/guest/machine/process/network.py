"""The machine's network: the host's sockets, non-blocking, and epoll.

The same functions as machine/this/network.py, where their contracts stand; a handle is a file
descriptor. Received bytes go through one buffer, so that a small message makes a small object.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.builtins.bytes_units import bytes_from
from sesha.guest.cpu.intrinsics import (
    address,
    bswap16,
    bswap32,
    load_i32,
    load_i64,
    load_u16,
    load_u32,
    stack_words,
    store_i64,
    store_u16,
    store_u32,
    syscall,
)
from sesha.guest.machine.process import host_files, published, wake
from sesha.guest.machine.process.system_calls import (
    ACCEPT4,
    ADDRESS_SIZE,
    AF_INET,
    BIND,
    CLOSE,
    CONNECT,
    EAGAIN,
    EINTR,
    EPOLL_CREATE1,
    EPOLL_CTL,
    EPOLL_CTL_ADD,
    EPOLL_CTL_MOD,
    EPOLL_PWAIT2,
    EPOLL_WAIT,
    GETPEERNAME,
    GETSOCKNAME,
    GETSOCKOPT,
    IPPROTO_TCP,
    LISTEN,
    MSG_NOSIGNAL,
    RECVFROM,
    SENDTO,
    SETSOCKOPT,
    SHUT_WR,
    SHUTDOWN,
    SO_BROADCAST,
    SO_ERROR,
    SO_REUSEADDR,
    SO_REUSEPORT,
    SOCK_DGRAM,
    SOCK_NONBLOCK_CLOEXEC,
    SOCK_STREAM,
    SOCKET,
    SOL_SOCKET,
    TCP_NODELAY,
)
from sesha.guest.memory import heap
from sesha.guest.net.errors import ECONNABORTED, error_of
from sesha.guest.net.tcp.parameters import CONNECTION_MEMORY, MAXIMUM_CONNECTIONS
from sesha.guest.net.wire.address import format_ipv4, parse_ipv4

READABLE = 1
WRITABLE = 2

ENOENT = 2
EACCES = 13
EMFILE = 24
ENOSYS = 38
EINPROGRESS = 115

EPOLLIN = 1
EPOLLOUT = 4
EVENT_SIZE = 12
"""struct epoll_event, packed: u32 events, u64 data."""
EVENTS_AT_ONCE = 256

BUFFER_SIZE = 65536
SECOND = 1_000_000_000
MILLISECOND = 1_000_000

_epoll: i64 = -1
_buffer: bytes = b""
_events: bytes = b""
_registered: bytearray = bytearray()
"""1 for each handle that epoll knows."""


def start() -> None:
    global _epoll, _buffer, _events
    if _epoll < 0:
        _epoll = checked(syscall(EPOLL_CREATE1, 0))
        _buffer = bytes(BUFFER_SIZE)
        _events = bytes(EVENT_SIZE * EVENTS_AT_ONCE)
        heed_signals()


def heed_signals() -> None:
    """Let `wait` end when a signal has been noted."""
    if wake.descriptor >= 0 and not is_registered(int(wake.descriptor)):
        interest(int(wake.descriptor), READABLE)


def checked(result: i64) -> i64:
    """The result of a system call, or its error raised."""
    if result < 0:
        raise os_error(int(-result))
    return result


def os_error(number: int) -> OSError:
    if number == EACCES:
        return PermissionError(number, "Permission denied")
    if number == EMFILE:
        return OSError(number, "Too many open files")
    return error_of(number)


def would_block(result: i64) -> bool:
    return result == -EAGAIN or result == -EINTR


# --- waiting -------------------------------------------------------------------------------------
def wait(timeout: int) -> list[int]:
    place = address(_events) + layout.BYTES_DATA
    count = wait_events(place, i64(timeout))
    found: list[int] = []
    event = place
    end = place + count * EVENT_SIZE
    while event < end:
        mask = load_u32(event)
        what: i64 = 0
        if mask & ~EPOLLOUT:
            what |= READABLE
        if mask & ~EPOLLIN:
            what |= WRITABLE
        found.append(int(load_u32(event + 4) << 2 | what))
        event += EVENT_SIZE
    return found


def wait_events(place: i64, timeout: i64) -> i64:
    """How many events were put at `place`; 0 after the time-out or an interruption."""
    count: i64 = 0
    if timeout <= 0:
        limit: i64 = 0 if timeout == 0 else -1
        count = syscall(EPOLL_WAIT, _epoll, place, EVENTS_AT_ONCE, limit)
    else:
        time = stack_words(2)
        store_i64(time, timeout // SECOND)
        store_i64(time + 8, timeout % SECOND)
        count = syscall(EPOLL_PWAIT2, _epoll, place, EVENTS_AT_ONCE, time, 0, 0)
        if count == -ENOSYS:  # Linux before 5.11
            milliseconds = (timeout + MILLISECOND - 1) // MILLISECOND
            count = syscall(EPOLL_WAIT, _epoll, place, EVENTS_AT_ONCE, milliseconds)
    return count if count > 0 else 0


def connection_limit() -> int:
    size = int(heap.block_count << heap.BLOCK_SHIFT)
    return min(max(size // CONNECTION_MEMORY, 1), MAXIMUM_CONNECTIONS)


def finish() -> None:
    """Linux delivers what was sent."""


def interest(handle: int, what: int) -> None:
    mask: i64 = 0
    if what & READABLE:
        mask |= EPOLLIN
    if what & WRITABLE:
        mask |= EPOLLOUT
    operation: i64 = EPOLL_CTL_MOD
    if not is_registered(handle):
        operation = EPOLL_CTL_ADD
        _registered[handle] = 1
    event = stack_words(2)
    store_u32(event, mask)
    store_u32(event + 4, i64(handle))
    store_u32(event + 8, 0)
    checked(syscall(EPOLL_CTL, _epoll, operation, i64(handle), event))


def is_registered(handle: int) -> bool:
    while len(_registered) <= handle:
        _registered.append(0)
    return _registered[handle] == 1


# --- addresses -------------------------------------------------------------------------------------
def put_address(place: i64, host: str, port: int) -> None:
    """Write a struct sockaddr_in."""
    value = parse_ipv4(host)
    if value < 0:
        raise ValueError(f"not an IPv4 address: {host!r}")
    store_u16(place, AF_INET)
    store_u16(place + 2, bswap16(i64(port)))
    store_u32(place + 4, bswap32(i64(value)))
    store_i64(place + 8, 0)


def address_host(place: i64) -> str:
    return format_ipv4(int(bswap32(load_u32(place + 4))))


def address_port(place: i64) -> int:
    return int(bswap16(load_u16(place + 2)))


def socket_address(number: i64, handle: int) -> tuple[str, int]:
    place = stack_words(2)
    size = stack_words(1)
    store_i64(size, ADDRESS_SIZE)
    checked(syscall(number, i64(handle), place, size))
    return address_host(place), address_port(place)


def local_address(handle: int) -> tuple[str, int]:
    return socket_address(GETSOCKNAME, handle)


def peer_address(handle: int) -> tuple[str, int]:
    return socket_address(GETPEERNAME, handle)


# --- streams -------------------------------------------------------------------------------------
def open_socket(kind: i64) -> i64:
    return checked(syscall(SOCKET, AF_INET, kind | SOCK_NONBLOCK_CLOEXEC, 0))


def set_option(socket: i64, level: i64, option: i64) -> None:
    value = stack_words(1)
    store_i64(value, 1)
    syscall(SETSOCKOPT, socket, level, option, value, 4)


def bind(socket: i64, host: str, port: int) -> None:
    place = stack_words(2)
    put_address(place, host, int(published.host_port(i64(port))))
    result = syscall(BIND, socket, place, ADDRESS_SIZE)
    if result < 0:
        syscall(CLOSE, socket)
    checked(result)


def listen(host: str, port: int, backlog: int, reuse_port: bool) -> int:
    socket = open_socket(SOCK_STREAM)
    set_option(socket, SOL_SOCKET, SO_REUSEADDR)
    if reuse_port:
        set_option(socket, SOL_SOCKET, SO_REUSEPORT)
    bind(socket, host, port)
    result = syscall(LISTEN, socket, i64(backlog))
    if result < 0:
        syscall(CLOSE, socket)
    checked(result)
    return int(socket)


def accept(handle: int) -> int:
    socket = syscall(ACCEPT4, i64(handle), 0, 0, SOCK_NONBLOCK_CLOEXEC)
    if would_block(socket) or socket == -ECONNABORTED:
        return -1
    checked(socket)
    set_option(socket, IPPROTO_TCP, TCP_NODELAY)
    return int(socket)


def connect(host: str, port: int) -> int:
    place = stack_words(2)
    put_address(place, host, port)
    socket = open_socket(SOCK_STREAM)
    set_option(socket, IPPROTO_TCP, TCP_NODELAY)
    result = syscall(CONNECT, socket, place, ADDRESS_SIZE)
    if result < 0 and result != -EINPROGRESS:
        syscall(CLOSE, socket)
        checked(result)
    return int(socket)


def connect_error(handle: int) -> int:
    value = stack_words(1)
    size = stack_words(1)
    store_i64(value, 0)
    store_i64(size, 4)
    checked(syscall(GETSOCKOPT, i64(handle), SOL_SOCKET, SO_ERROR, value, size))
    return int(load_i32(value))


def receive(handle: int, size: int) -> bytes | None:
    place = address(_buffer) + layout.BYTES_DATA
    count = syscall(RECVFROM, i64(handle), place, i64(min(size, BUFFER_SIZE)), 0, 0, 0)
    if would_block(count):
        return None
    checked(count)
    return bytes_from(place, count)


def send(handle: int, data: bytes, start: int) -> int:
    base = address(data)
    place = base + layout.BYTES_DATA + i64(start)
    size = load_i64(base + layout.BYTES_LENGTH) - i64(start)
    count = syscall(SENDTO, i64(handle), place, size, MSG_NOSIGNAL, 0, 0)
    if would_block(count):
        return -1
    return int(checked(count))


def shutdown_write(handle: int) -> None:
    syscall(SHUTDOWN, i64(handle), SHUT_WR)


def close(handle: int) -> None:
    if is_registered(handle):
        _registered[handle] = 0
    syscall(CLOSE, i64(handle))


# --- datagrams -----------------------------------------------------------------------------------
def open_datagram(host: str, port: int, reuse_port: bool, broadcast: bool) -> int:
    socket = open_socket(SOCK_DGRAM)
    if reuse_port:
        set_option(socket, SOL_SOCKET, SO_REUSEPORT)
    if broadcast:
        set_option(socket, SOL_SOCKET, SO_BROADCAST)
    bind(socket, host, port)
    return int(socket)


def connect_datagram(handle: int, host: str, port: int) -> None:
    place = stack_words(2)
    put_address(place, host, port)
    checked(syscall(CONNECT, i64(handle), place, ADDRESS_SIZE))


def receive_from(handle: int) -> tuple[bytes, str, int] | None:
    place = address(_buffer) + layout.BYTES_DATA
    sender = stack_words(2)
    size = stack_words(1)
    store_i64(size, ADDRESS_SIZE)
    count = syscall(RECVFROM, i64(handle), place, BUFFER_SIZE, 0, sender, size)
    if would_block(count):
        return None
    checked(count)
    return bytes_from(place, count), address_host(sender), address_port(sender)


def send_to(handle: int, data: bytes, host: str, port: int) -> bool:
    target = stack_words(2)
    put_address(target, host, port)
    base = address(data)
    size = load_i64(base + layout.BYTES_LENGTH)
    start = base + layout.BYTES_DATA
    count = syscall(SENDTO, i64(handle), start, size, MSG_NOSIGNAL, target, ADDRESS_SIZE)
    if would_block(count):
        return False
    checked(count)
    return True


# --- names ---------------------------------------------------------------------------------------
def hosts_text() -> str:
    return host_files.hosts().decode("utf-8", "replace")


def resolver_text() -> str:
    return host_files.resolver().decode("utf-8", "replace")
