"""Find the machine's virtio devices and set up their drivers.

The command line's `virtio_mmio.device=` windows come first (QEMU's microvm and Firecracker name
them), then PCI, then the windows that microvm has when nothing names them.
"""

from mypy_extensions import i64

from sesha.guest.cpu.x86_64 import apic, paging, ports
from sesha.guest.cpu.x86_64.traps import WAKE_VECTOR
from sesha.guest.machine.pvh import command_line, pages
from sesha.guest.virtio import discovery, net
from sesha.guest.virtio.bus import Bus
from sesha.guest.virtio.discovery import Window
from sesha.guest.virtio.net import NetDevice
from sesha.guest.virtio.transport import TYPE_NET, Transport

WINDOW_PARAMETER = b"virtio_mmio.device="
WINDOW_SIZE = 0x200

CONFIGURATION_ADDRESS = 0xCF8
CONFIGURATION_DATA = 0xCFC
CONFIGURATION_ENABLE = 1 << 31
NOTHING = 0xFFFFFFFF

MAPPED_START = 0xFE00_0000
MAPPED_END = 0xFF00_0000
"""What start.py maps for devices."""
SPARE_PAGES = 4 * pages.PAGE
"""Left for others."""


class PortBus(Bus):
    """PCI by configuration mechanism 1; devices interrupt by messages to the local APIC."""

    def read(self, function: i64, offset: i64) -> i64:
        ports.out32(CONFIGURATION_ADDRESS, CONFIGURATION_ENABLE | function << 8 | offset)
        return ports.in32(CONFIGURATION_DATA)

    def write(self, function: i64, offset: i64, value: i64) -> None:
        ports.out32(CONFIGURATION_ADDRESS, CONFIGURATION_ENABLE | function << 8 | offset)
        ports.out32(CONFIGURATION_DATA, value)

    def map_registers(self, start: i64, size: i64) -> bool:
        return map_registers(start, size)

    def message_address(self) -> i64:
        return apic.MESSAGE_ADDRESS

    def message_data(self) -> i64:
        return WAKE_VECTOR


def map_registers(start: i64, size: i64) -> bool:
    """Make a device's registers reachable, where they are not yet."""
    if start >= MAPPED_START and start + size <= MAPPED_END:
        return True
    return paging.map_device(start, size)


def find_net() -> NetDevice | None:
    """The network card, ready to use; None when there is none that can be driven."""
    transport = find(TYPE_NET)
    if transport is None:
        return None
    room = pages.end - pages.next_page - SPARE_PAGES
    wanted = net.memory_wanted(transport, room)
    memory: i64 = pages.take(wanted) if wanted <= room else 0
    if memory == 0:
        return None
    device = NetDevice(transport, memory, wanted)
    return device if device.usable else None


def find(device_type: i64) -> Transport | None:
    """The first device of a virtio type, its interrupts routed."""
    windows: list[Window] = []
    for text in command_line.texts(WINDOW_PARAMETER):
        window = discovery.parse_window(text)
        if window is not None and map_registers(window.base, WINDOW_SIZE):
            windows.append(window)
    if windows:
        found = find_in_windows(windows, device_type)
        if found is not None or not has_pci():
            return found
    return find_unnamed(device_type)


def has_pci() -> bool:
    return PortBus().read(0, 0) != NOTHING


def find_unnamed(device_type: i64) -> Transport | None:
    """The same without asking the command line."""
    if has_pci():
        return discovery.find_pci(PortBus(), device_type)
    return find_in_windows(discovery.microvm_windows(), device_type)


def find_in_windows(windows: list[Window], device_type: i64) -> Transport | None:
    transport = discovery.find_window(windows, device_type)
    if transport is not None and transport.line >= 0:
        apic.enable_line(transport.line, False)
    return transport
