"""Give unpredictable bytes: the processor's generator (RDRAND), else the host's (virtio-rng).

A machine with neither does not start: bytes that can be guessed are worse than none.
"""

from typing import NoReturn

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.abi.runner import REFUSED_STATUS
from sesha.guest.cpu.intrinsics import asm, class_id_of, copy_memory, object_at, store_i64, store_u8
from sesha.guest.cpu.x86_64.registers import cpuid_bx_cx
from sesha.guest.machine.pvh import console, devices, pages, power
from sesha.guest.memory.allocate import allocate
from sesha.guest.virtio.rng import RngDevice, memory_wanted
from sesha.guest.virtio.transport import TYPE_RNG

RDRAND_FEATURE = 1 << 30
"""In ECX of CPUID leaf 1."""
WORD = 8
NO_SOURCE = b"sesha: this machine has no source of randomness; give it RDRAND or virtio-rng\n"

_device: RngDevice | None = None


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
        fill_from_host(start, size)
        return
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


def fill_from_host(start: i64, size: i64) -> None:
    """The same by virtio-rng, in pieces as the device gives them."""
    device = host_device()
    position: i64 = 0
    while position < size:
        count = device.fill()
        if count == 0:
            refuse()
        count = min(count, size - position)
        copy_memory(start + position, device.buffer(), count)
        position += count


def host_device() -> RngDevice:
    """The device, started at the first question."""
    global _device
    if _device is None:
        transport = devices.find_unnamed(TYPE_RNG)
        memory: i64 = pages.take(memory_wanted()) if transport is not None else 0
        if transport is None or memory == 0:
            refuse()
        _device = RngDevice(transport, memory)
    return _device


def refuse() -> NoReturn:
    console.write_text(NO_SOURCE)
    power.leave(REFUSED_STATUS)
