"""Find parameters on the command line, and undo their percent-encoding (abi/runner.py)."""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import address, class_id_of, load_i64, load_u8, store_u8
from sesha.guest.machine.text import text_of_memory
from sesha.guest.memory.allocate import allocate

SPACE = 32
PERCENT = 37
NINE = 57

line: i64 = 0
"""Address of the zero-terminated command line."""


def initialize(line_: i64) -> None:
    """Called once by start.py."""
    global line
    line = line_


def find(parameter: bytes, after: i64) -> i64:
    """Address of the text that follows the next `parameter` from address `after` on; 0 without one."""
    name = address(parameter) + layout.BYTES_DATA
    length = load_i64(address(parameter) + layout.BYTES_LENGTH)
    place = after
    while load_u8(place) != 0:
        matched: i64 = 0
        while matched < length and load_u8(place + matched) == load_u8(name + matched):
            matched += 1
        if matched == length:
            return place + length
        place = next_parameter(place)
    return 0


def next_parameter(place: i64) -> i64:
    """Where the next parameter begins (or the line ends)."""
    end = place
    while load_u8(end) != 0 and load_u8(end) != SPACE:
        end += 1
    while load_u8(end) == SPACE:
        end += 1
    return end


def texts(parameter: bytes) -> list[str]:
    """The decoded texts of all parameters of that name."""
    found: list[str] = []
    place = find(parameter, line)
    while place != 0:
        found.append(decode(place))
        place = find(parameter, next_parameter(place))
    return found


def decode(start: i64) -> str:
    """The text of a parameter; %XX is a byte of its UTF-8."""
    end = start
    while load_u8(end) != 0 and load_u8(end) != SPACE:
        end += 1
    buffer = allocate(layout.BUFFER_DATA + end - start, class_id_of("buffer")) + layout.BUFFER_DATA
    length: i64 = 0
    place = start
    while place < end:
        byte = load_u8(place)
        place += 1
        if byte == PERCENT and place + 1 < end:
            byte = digit(load_u8(place)) << 4 | digit(load_u8(place + 1))
            place += 2
        store_u8(buffer + length, byte)
        length += 1
    return text_of_memory(buffer, length)


def digit(character: i64) -> i64:
    """The value of a hexadecimal digit."""
    if character <= NINE:
        return character - 48
    return (character | 32) - 87
