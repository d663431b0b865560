"""Give unpredictable bytes: the processor's generator (RDRAND).

A processor without it stops the program with an error at the first question, rather than giving
bytes that can be guessed.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.cpu.intrinsics import asm, class_id_of, object_at, store_i64, store_u8
from sesha.guest.cpu.x86_64.registers import cpuid_bx_cx
from sesha.guest.memory.allocate import allocate

RDRAND_FEATURE = 1 << 30
"""In ECX of CPUID leaf 1."""
WORD = 8


def random_bytes(size: int) -> bytes:
    length = i64(size)
    place = allocate(layout.BYTES_DATA + length, class_id_of(bytes))
    store_i64(place + layout.BYTES_LENGTH, length)
    fill_random(place + layout.BYTES_DATA, length)
    data: bytes = object_at(place)
    return data


def fill_random(start: i64, size: i64) -> None:
    """Fill memory with random bytes."""
    if cpuid_bx_cx(1) >> 32 & RDRAND_FEATURE == 0:
        raise NotImplementedError("this machine has no source of randomness (RDRAND)")
    position: i64 = 0
    while position < size:
        value = random_word()
        step: i64 = 0
        while step < WORD and position < size:
            store_u8(start + position, value >> (step << 3))
            position += 1
            step += 1


def random_word() -> i64:
    """64 random bits; the generator may have to be asked again."""
    return asm("1: rdrand %rax; jnc 1b", "={rax}")
