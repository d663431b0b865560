"""Write to and read from the console: the process's standard streams."""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import (
    address,
    class_id_of,
    load_i64,
    object_at,
    stack_words,
    store_i64,
    syscall,
)
from sesha.guest.machine.process.system_calls import (
    EAGAIN,
    EINTR,
    PPOLL,
    READ,
    STDERR as STDERR,
    STDIN,
    STDOUT as STDOUT,
    WRITE,
)
from sesha.guest.memory.allocate import allocate

POLLIN = 1
POLLOUT = 4
LARGEST_READ = 1 << 20


def write(stream: int, data: bytes) -> None:
    """Write all bytes to STDOUT or STDERR."""
    start = address(data)
    write_raw(i64(stream), start + layout.BYTES_DATA, load_i64(start + layout.BYTES_LENGTH))


def write_raw(stream: i64, start: i64, size: i64) -> None:
    """Write memory; gives up when the stream is broken."""
    position = start
    end = start + size
    while position < end:
        written = syscall(WRITE, stream, position, end - position)
        if written >= 0:
            position += written
        elif written == -EAGAIN:
            wait_for(stream, POLLOUT)
        elif written != -EINTR:
            return


def read(size: int) -> bytes:
    """Up to `size` bytes of input, waiting for some; empty at the end of input."""
    room = i64(size)
    if room > LARGEST_READ:
        room = LARGEST_READ
    place = allocate(layout.BYTES_DATA + room, class_id_of(bytes))
    store_i64(place + layout.BYTES_LENGTH, read_raw(place + layout.BYTES_DATA, room))
    data: bytes = object_at(place)
    return data


def read_raw(place: i64, room: i64) -> i64:
    """How many bytes of input were put at `place`; 0 at the end or when input is broken."""
    while True:
        count = syscall(READ, STDIN, place, room)
        if count >= 0:
            return count
        if count == -EAGAIN:
            wait_for(STDIN, POLLIN)
        elif count != -EINTR:
            return 0


def wait_for(stream: i64, events: i64) -> None:
    """Wait until a stream that does not block is ready."""
    entry = stack_words(1)
    store_i64(entry, stream | events << 32)
    syscall(PPOLL, entry, 1, 0, 0, 0)
