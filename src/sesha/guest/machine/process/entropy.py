"""Give unpredictable bytes: Linux's random source."""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import class_id_of, object_at, store_i64, syscall
from sesha.guest.machine.process.system_calls import GETRANDOM
from sesha.guest.memory.allocate import allocate


def random_bytes(size: int) -> bytes:
    length = i64(size)
    place = allocate(layout.BYTES_DATA + length, class_id_of(bytes))
    store_i64(place + layout.BYTES_LENGTH, length)
    fill_random(place + layout.BYTES_DATA, length)
    data: bytes = object_at(place)
    return data


def fill_random(start: i64, size: i64) -> None:
    """Fill memory with random bytes; long requests can be interrupted."""
    position = start
    end = start + size
    while position < end:
        count = syscall(GETRANDOM, position, end - position, 0)
        if count > 0:
            position += count
