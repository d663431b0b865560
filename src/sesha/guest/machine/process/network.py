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
    if wake.descriptor >= 0 and not is_registered(wake.descriptor):
        interest(wake.descriptor, READABLE)


def checked(result: i64) -> i64:
    """The result of a system call, or its error raised."""
    if result < 0:
        raise os_error(-result)
    return result


def os_error(number: i64) -> OSError:
    if number == EACCES:
        return PermissionError(number, "Permission denied")
    if number == EMFILE:
        return OSError(number, "Too many open files")
    return error_of(number)


def would_block(result: i64) -> bool:
    return result == -EAGAIN or result == -EINTR


# --- waiting -------------------------------------------------------------------------------------
def wait(timeout: i64) -> list[int]:
    place = address(_events) + layout.BYTES_DATA
    count = wait_events(place, timeout)
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


def connection_limit() -> i64:
    size = heap.block_count << heap.BLOCK_SHIFT
    return min(max(size // CONNECTION_MEMORY, 1), MAXIMUM_CONNECTIONS)


def finish() -> None:
    """Linux delivers what was sent."""


def interest(handle: i64, what: i64) -> None:
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
    store_u32(event + 4, handle)
    store_u32(event + 8, 0)
    checked(syscall(EPOLL_CTL, _epoll, operation, handle, event))


def is_registered(handle: i64) -> bool:
    while len(_registered) <= handle:
        _registered.append(0)
    return _registered[handle] == 1


# --- addresses -------------------------------------------------------------------------------------
def put_address(place: i64, host: str, port: i64) -> None:
    """Write a struct sockaddr_in."""
    value = parse_ipv4(host)
    if value < 0:
        raise ValueError(f"not an IPv4 address: {host!r}")
    store_u16(place, AF_INET)
    store_u16(place + 2, bswap16(port))
    store_u32(place + 4, bswap32(value))
    store_i64(place + 8, 0)


def address_host(place: i64) -> str:
    return format_ipv4(bswap32(load_u32(place + 4)))


def address_port(place: i64) -> i64:
    return bswap16(load_u16(place + 2))


def socket_address(number: i64, handle: i64) -> tuple[str, int]:
    place = stack_words(2)
    size = stack_words(1)
    store_i64(size, ADDRESS_SIZE)
    checked(syscall(number, handle, place, size))
    return address_host(place), address_port(place)


def local_address(handle: i64) -> tuple[str, int]:
    return socket_address(GETSOCKNAME, handle)


def peer_address(handle: i64) -> tuple[str, int]:
    return socket_address(GETPEERNAME, handle)


# --- streams -------------------------------------------------------------------------------------
def open_socket(kind: i64) -> i64:
    return checked(syscall(SOCKET, AF_INET, kind | SOCK_NONBLOCK_CLOEXEC, 0))


def set_option(socket: i64, level: i64, option: i64) -> None:
    value = stack_words(1)
    store_i64(value, 1)
    syscall(SETSOCKOPT, socket, level, option, value, 4)


def bind(socket: i64, host: str, port: i64) -> None:
    place = stack_words(2)
    put_address(place, host, published.host_port(port))
    result = syscall(BIND, socket, place, ADDRESS_SIZE)
    if result < 0:
        syscall(CLOSE, socket)
    checked(result)


def listen(host: str, port: i64, backlog: i64, reuse_port: bool) -> i64:
    socket = open_socket(SOCK_STREAM)
    set_option(socket, SOL_SOCKET, SO_REUSEADDR)
    if reuse_port:
        set_option(socket, SOL_SOCKET, SO_REUSEPORT)
    bind(socket, host, port)
    result = syscall(LISTEN, socket, backlog)
    if result < 0:
        syscall(CLOSE, socket)
    checked(result)
    return socket


def accept(handle: i64) -> i64:
    socket = syscall(ACCEPT4, handle, 0, 0, SOCK_NONBLOCK_CLOEXEC)
    if would_block(socket) or socket == -ECONNABORTED:
        return -1
    checked(socket)
    set_option(socket, IPPROTO_TCP, TCP_NODELAY)
    return socket


def connect(host: str, port: i64) -> i64:
    place = stack_words(2)
    put_address(place, host, port)
    socket = open_socket(SOCK_STREAM)
    set_option(socket, IPPROTO_TCP, TCP_NODELAY)
    result = syscall(CONNECT, socket, place, ADDRESS_SIZE)
    if result < 0 and result != -EINPROGRESS:
        syscall(CLOSE, socket)
        checked(result)
    return socket


def connect_error(handle: i64) -> i64:
    value = stack_words(1)
    size = stack_words(1)
    store_i64(value, 0)
    store_i64(size, 4)
    checked(syscall(GETSOCKOPT, handle, SOL_SOCKET, SO_ERROR, value, size))
    return load_i32(value)


def receive(handle: i64, size: i64) -> bytes | None:
    place = address(_buffer) + layout.BYTES_DATA
    count = syscall(RECVFROM, handle, place, min(size, BUFFER_SIZE), 0, 0, 0)
    if would_block(count):
        return None
    checked(count)
    return bytes_from(place, count)


def send(handle: i64, data: bytes, start: i64) -> i64:
    base = address(data)
    place = base + layout.BYTES_DATA + start
    size = load_i64(base + layout.BYTES_LENGTH) - start
    count = syscall(SENDTO, handle, place, size, MSG_NOSIGNAL, 0, 0)
    if would_block(count):
        return -1
    return checked(count)


def shutdown_write(handle: i64) -> None:
    syscall(SHUTDOWN, handle, SHUT_WR)


def close(handle: i64) -> None:
    if is_registered(handle):
        _registered[handle] = 0
    syscall(CLOSE, handle)


# --- datagrams -----------------------------------------------------------------------------------
def open_datagram(host: str, port: i64, reuse_port: bool, broadcast: bool) -> i64:
    socket = open_socket(SOCK_DGRAM)
    if reuse_port:
        set_option(socket, SOL_SOCKET, SO_REUSEPORT)
    if broadcast:
        set_option(socket, SOL_SOCKET, SO_BROADCAST)
    bind(socket, host, port)
    return socket


def connect_datagram(handle: i64, host: str, port: i64) -> None:
    place = stack_words(2)
    put_address(place, host, port)
    checked(syscall(CONNECT, handle, place, ADDRESS_SIZE))


def receive_from(handle: i64) -> tuple[bytes, str, int] | None:
    place = address(_buffer) + layout.BYTES_DATA
    sender = stack_words(2)
    size = stack_words(1)
    store_i64(size, ADDRESS_SIZE)
    count = syscall(RECVFROM, handle, place, BUFFER_SIZE, 0, sender, size)
    if would_block(count):
        return None
    checked(count)
    return bytes_from(place, count), address_host(sender), address_port(sender)


def send_to(handle: i64, data: bytes, host: str, port: i64) -> bool:
    target = stack_words(2)
    put_address(target, host, port)
    base = address(data)
    size = load_i64(base + layout.BYTES_LENGTH)
    start = base + layout.BYTES_DATA
    count = syscall(SENDTO, handle, start, size, MSG_NOSIGNAL, target, ADDRESS_SIZE)
    if would_block(count):
        return False
    checked(count)
    return True


# --- names ---------------------------------------------------------------------------------------
def hosts_text() -> str:
    return host_files.hosts().decode("utf-8", "replace")


def resolver_text() -> str:
    return host_files.resolver().decode("utf-8", "replace")
