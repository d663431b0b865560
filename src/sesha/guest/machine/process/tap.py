"""A TAP device of Linux as network card: Ethernet frames through a file descriptor.

It is opened before the sandbox closes; reading, writing and waiting are all that is left then.
"""

from mypy_extensions import i64

from sesha.guest.abi import layout
from sesha.guest.builtins.bytes_units import array_data, bytes_from
from sesha.guest.cpu.intrinsics import (
    address,
    copy_memory,
    load_u8,
    stack_words,
    store_i64,
    store_u16,
    store_u32,
    symbol_address,
    syscall,
)
from sesha.guest.loop.card import Card
from sesha.guest.machine.process import arguments, wake
from sesha.guest.machine.process.clock import SECOND
from sesha.guest.machine.process.system_calls import OPEN, PPOLL, READ, WRITE

IOCTL = 16
O_RDWR_NONBLOCK_CLOEXEC = 0x80802
TUNSETIFF = 0x400454CA
SIOCGIFHWADDR = 0x8927
IFF_TAP_NO_PI = 0x1002
REQUEST_MAC = 18
MAC_SIZE = 6
OUR_SIDE = 1 << 24
"""What tells our end's Ethernet address from the host's: stable as long as the device is, so that
a DHCP server knows us again."""
LOCAL = 0x02 << 40
NAME_SIZE = 16
"""IFNAMSIZ; struct ifreq is the name, then u16 flags, 40 bytes in all."""
REQUEST_WORDS = 5
PATH = b"/dev/net/tun\0"
NAME_VARIABLE = b"SESHA_TAP"
NETWORK_DEVICE = 3
"""Value of the symbol `network_kind` in an image that brings its own stack."""
POLLIN = 1
MTU = 1500
FRAME_WORDS = 256

descriptor: i64 = 0
"""Or the negative number of the error; 0 (never a device's) while nothing is opened."""
mac: i64 = 0
"""Our Ethernet address."""


def open_device() -> None:
    """Called once by start.py, before the sandbox: open the device that SESHA_TAP names."""
    global descriptor, mac
    if symbol_address("network_kind") != NETWORK_DEVICE:
        return
    name = arguments.find_variable(address(NAME_VARIABLE) + layout.BYTES_DATA, len(NAME_VARIABLE))
    if name == 0:
        return
    file = syscall(OPEN, address(PATH) + layout.BYTES_DATA, O_RDWR_NONBLOCK_CLOEXEC)
    if file >= 0:
        request = stack_words(REQUEST_WORDS)
        fill_request(request, name)
        result = syscall(IOCTL, file, TUNSETIFF, request)
        if result >= 0:
            result = syscall(IOCTL, file, SIOCGIFHWADDR, request)
        if result < 0:
            file = result
        mac = (read_mac(request + REQUEST_MAC) | LOCAL) ^ OUR_SIDE
    descriptor = file


def read_mac(place: i64) -> i64:
    """Six bytes as a number."""
    value: i64 = 0
    index: i64 = 0
    while index < MAC_SIZE:
        value = value << 8 | load_u8(place + index)
        index += 1
    return value


def fill_request(request: i64, name: i64) -> None:
    """Write a struct ifreq with the zero-terminated name, as far as it fits."""
    index: i64 = 0
    while index < REQUEST_WORDS:
        store_i64(request + 8 * index, 0)
        index += 1
    length: i64 = 0
    while length < NAME_SIZE - 1 and load_u8(name + length) != 0:
        length += 1
    copy_memory(request, name, length)
    store_u16(request + NAME_SIZE, IFF_TAP_NO_PI)


class TapCard(Card):
    """The device that open_device has opened."""

    def __init__(self) -> None:
        super().__init__(mac, MTU)

    def transmit(self, frame: bytearray) -> bool:
        return syscall(WRITE, descriptor, array_data(address(frame)), i64(len(frame))) >= 0

    def receive(self) -> bytes | None:
        place = stack_words(FRAME_WORDS)
        size = syscall(READ, descriptor, place, FRAME_WORDS * 8)
        if size <= 0:
            return None
        return bytes_from(place, size)

    def wait(self, timeout: i64) -> None:
        entries = stack_words(2)
        store_i64(entries, descriptor | POLLIN << 32)
        store_u32(entries + 8, wake.descriptor)
        store_u32(entries + 12, POLLIN)
        if timeout < 0:
            syscall(PPOLL, entries, 2, 0, 0, 0)
            return
        time = stack_words(2)
        store_i64(time, timeout // SECOND)
        store_i64(time + 8, timeout % SECOND)
        syscall(PPOLL, entries, 2, time, 0, 0)
