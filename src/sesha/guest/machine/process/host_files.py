"""Read the two files of the host that names are resolved with, before the sandbox forbids it.

Only in images that use the network; `hosts` and `resolver` give what was read.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    copy_memory,
    object_at,
    store_i64,
    symbol_address,
    syscall,
)
from sesha.guest.machine.process.system_calls import CLOSE, MMAP, OPEN, READ
from sesha.guest.memory.allocate import allocate

HOSTS_PATH = b"/etc/hosts\0"
RESOLVER_PATH = b"/etc/resolv.conf\0"
ROOM = 1 << 16
"""Most that is read of a file."""
PROT_READ_WRITE = 3
MAP_PRIVATE_ANONYMOUS = 0x22
NETWORK_SOCKETS = 2
"""Value of the symbol `network_kind` in an image that uses the host's sockets."""

buffers: i64 = 0
hosts_size: i64 = 0
resolver_size: i64 = 0


def load() -> None:
    """Called once by start.py, before the sandbox."""
    global buffers, hosts_size, resolver_size
    if symbol_address("network_kind") != NETWORK_SOCKETS:
        return
    buffers = syscall(MMAP, 0, 2 * ROOM, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0)
    hosts_size = read_file(HOSTS_PATH, buffers)
    resolver_size = read_file(RESOLVER_PATH, buffers + ROOM)


def read_file(path: bytes, place: i64) -> i64:
    """How many bytes of the file were put at `place`; 0 when it cannot be read."""
    file = syscall(OPEN, address(path) + layout.BYTES_DATA, 0, 0)
    if file < 0:
        return 0
    size: i64 = 0
    count = syscall(READ, file, place, ROOM)
    while count > 0:
        size += count
        count = syscall(READ, file, place + size, ROOM - size)
    syscall(CLOSE, file)
    return size


def hosts() -> bytes:
    """The content of /etc/hosts."""
    return content(buffers, hosts_size)


def resolver() -> bytes:
    """The content of /etc/resolv.conf."""
    return content(buffers + ROOM, resolver_size)


def content(start: i64, size: i64) -> bytes:
    place = allocate(layout.BYTES_DATA + size, class_id_of(bytes))
    store_i64(place + layout.BYTES_LENGTH, size)
    copy_memory(place + layout.BYTES_DATA, start, size)
    data: bytes = object_at(place)
    return data
