"""Write to and read from the console: the serial port COM1, polled; errors to the runner's port.

Input is raw, or escaped by the runner so that its end can be told (abi/runner.py).
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.abi.runner import ERROR_PORT, ERROR_PORT_READBACK, ESCAPE, ESCAPED_END
from sesha.guest.cpu.intrinsics import (
    address,
    asm_void,
    class_id_of,
    load_i64,
    object_at,
    store_i64,
    store_u8,
)
from sesha.guest.cpu.x86_64.ports import in8, out8
from sesha.guest.memory.allocate import allocate

STDOUT = 1
STDERR = 2

COM1 = 0x3F8
INTERRUPT_ENABLE = COM1 + 1
FIFO_CONTROL = COM1 + 2
LINE_CONTROL = COM1 + 3
MODEM_CONTROL = COM1 + 4
LINE_STATUS = COM1 + 5
DATA_READY = 1
TRANSMITTER_EMPTY = 0x20
EIGHT_BITS = 3
FIFO_ON = 7
READY_LINES = 3
FIFO_SIZE = 16
LARGEST_READ = 1 << 16

escaped: bool = False
"""The runner escapes input."""
ended: bool = False
error_port_found: i64 = -1


def start(escaped_: bool) -> None:
    """Set up the serial port, for monitors that do not."""
    global escaped
    escaped = escaped_
    out8(INTERRUPT_ENABLE, 0)
    out8(LINE_CONTROL, EIGHT_BITS)
    out8(FIFO_CONTROL, FIFO_ON)
    out8(MODEM_CONTROL, READY_LINES)


def write(stream: int, data: bytes) -> None:
    """Write all bytes to STDOUT or STDERR."""
    start_ = address(data)
    write_raw(i64(stream), start_ + layout.BYTES_DATA, load_i64(start_ + layout.BYTES_LENGTH))


def write_raw(stream: i64, start_: i64, size: i64) -> None:
    """Write memory."""
    if stream == STDERR and has_error_port():
        asm_void("cld; rep outsb", "{rdx},{rsi},{rcx},~{rsi},~{rcx}", ERROR_PORT, start_, size)
        return
    position = start_
    end = start_ + size
    while position < end:
        while in8(LINE_STATUS) & TRANSMITTER_EMPTY == 0:
            pass
        count = end - position if end - position < FIFO_SIZE else i64(FIFO_SIZE)
        asm_void("cld; rep outsb", "{rdx},{rsi},{rcx},~{rsi},~{rcx}", COM1, position, count)
        position += count


def has_error_port() -> bool:
    global error_port_found
    if error_port_found < 0:
        error_port_found = 1 if in8(ERROR_PORT) == ERROR_PORT_READBACK else 0
    return error_port_found == 1


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
    """How many bytes of input were put at `place`: at least one, unless input has ended."""
    count: i64 = 0
    while count < room and not ended and (count == 0 or input_waits()):
        byte = next_byte()
        if not ended:
            store_u8(place + count, byte)
            count += 1
    return count


def next_byte() -> i64:
    """The next byte of input, or anything when input has ended."""
    global ended
    byte = wait_for_byte()
    if escaped and byte == ESCAPE:
        byte = wait_for_byte()
        ended = byte == ESCAPED_END
    return byte


def input_waits() -> bool:
    return in8(LINE_STATUS) & DATA_READY != 0


def wait_for_byte() -> i64:
    while not input_waits():
        asm_void("pause", "")
    return in8(COM1)


def write_text(text: bytes) -> None:
    """Write to standard error without the heap: for reports of faults."""
    start_ = address(text)
    write_raw(STDERR, start_ + layout.BYTES_DATA, load_i64(start_ + layout.BYTES_LENGTH))


def write_hexadecimal(value: i64) -> None:
    """Write sixteen digits to standard error without the heap."""
    digits = address(b"0123456789abcdef") + layout.BYTES_DATA
    shift: i64 = 60
    while shift >= 0:
        write_raw(STDERR, digits + ((value >> shift) & 15), 1)
        shift -= 4
