"""Find devices: in MMIO windows that the command line names or that monitors use, and on PCI."""

from mypy_extensions import i64

from sesha.guest.virtio import mmio, pci
from sesha.guest.virtio.bus import Bus
from sesha.guest.virtio.mmio import MmioTransport
from sesha.guest.virtio.pci import PciTransport
from sesha.guest.virtio.transport import Transport

MICROVM_WINDOWS = 0xFEB00000
MICROVM_STEP = 0x200
MICROVM_COUNT = 24
MICROVM_FEW = 8
MICROVM_FIRST_LINE = 5
"""Of QEMU's microvm without ACPI, which has eight windows."""

PCI_DEVICES = 32
PCI_FUNCTIONS = 8


class Window:
    """Registers of an MMIO device, as `virtio_mmio.device=` names them."""

    def __init__(self, base: i64, line: i64) -> None:
        self.base: i64 = base
        self.line: i64 = line


def parse_window(text: str) -> Window | None:
    """The window of `<size>@<address>:<line>[:<id>]`, or None."""
    size, separator, rest = text.partition("@")
    parts = rest.split(":")
    if separator == "" or len(parts) < 2:
        return None
    base = _number(parts[0])
    line = _number(parts[1])
    if base <= 0 or line < 0 or size == "":
        return None
    return Window(i64(base), i64(line))


def _number(text: str) -> int:
    """A number in C's notation, or -1."""
    try:
        return int(text, 16) if text.startswith("0x") else int(text)
    except ValueError:
        return -1


def find_window(windows: list[Window], device_type: i64) -> MmioTransport | None:
    """The device of a type in one of the windows."""
    for window in windows:
        if mmio.is_device(window.base):
            transport = MmioTransport(window.base, window.line)
            if transport.device_type == device_type:
                return transport
    return None


def microvm_windows() -> list[Window]:
    """Where QEMU's microvm has devices, when the command line does not say."""
    windows: list[Window] = []
    for index in range(MICROVM_COUNT):
        line = MICROVM_FIRST_LINE + index if index < MICROVM_FEW else -1
        windows.append(Window(i64(MICROVM_WINDOWS + index * MICROVM_STEP), i64(line)))
    return windows


def find_pci(bus: Bus, device_type: i64) -> Transport | None:
    """The first usable device of a type on PCI bus 0."""
    device: i64 = 0
    while device < PCI_DEVICES:
        header = bus.read(device << 3, pci.HEADER_TYPE)
        functions: i64 = PCI_FUNCTIONS if header & pci.MULTIFUNCTION != 0 else 1
        if bus.read(device << 3, pci.IDENTITY) & 0xFFFF == pci.ABSENT:
            functions = 0
        number: i64 = 0
        while number < functions:
            function = device << 3 | number
            if pci.device_type(bus, function) == device_type:
                transport = PciTransport(bus, function)
                if transport.open():
                    return transport
            number += 1
        device += 1
    return None
