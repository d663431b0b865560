"""Where devices are looked for."""

import pytest
from mypy_extensions import i64

from sesha.guest.virtio import discovery, pci
from sesha.guest.virtio.bus import Bus

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("512@0xfeb00e00:12", (0xFEB00E00, 12)),
        ("4K@0xc0001000:5", (0xC0001000, 5)),
        ("4K@3221229568:5:1", (3221229568, 5)),
        ("512@", None),
        ("@0x10:1", None),
        ("512@0xzz:1", None),
        ("512@0x10", None),
        ("512@-5:1", None),
    ],
)
def test_command_line_window(text: str, window: tuple[int, int] | None) -> None:
    found = discovery.parse_window(text)
    assert (found and (found.base, found.line)) == window


class FakeBus(Bus):
    """One virtio-net function behind others, with capabilities as QEMU lays them out."""

    def __init__(self, capabilities: dict[int, int]) -> None:
        self.space = {
            (0, 0): 0x12378086,
            (0x18, 0x00): 0x10001AF4,
            (0x18, 0x04): 1 << 20,
            (0x18, 0x2C): 0x00011AF4,
            (0x18, 0x20): 0xFEBF400C,
            (0x18, 0x24): 0,
            (0x18, 0x34): 0x40,
            **{(0x18, at): value for at, value in capabilities.items()},
        }
        self.mapped: list[tuple[int, int]] = []

    def read(self, function: i64, offset: i64) -> i64:
        return i64(self.space.get((int(function), int(offset)), 0 if function == 0x18 else 0xFFFFFFFF))

    def write(self, function: i64, offset: i64, value: i64) -> None:
        pass

    def map_registers(self, start: i64, size: i64) -> bool:
        self.mapped.append((int(start), int(size)))
        return True

    def message_address(self) -> i64:
        return i64(0)


def capability(at: int, following: int, kind: int, offset: int, size: int) -> dict[int, int]:
    head = 0x09 | following << 8 | 20 << 16 | kind << 24
    return {at: head, at + 4: 4, at + 8: offset, at + 12: size, at + 16: 4}


GOOD = (
    capability(0x40, 0x54, 1, 0, 0x1000)
    | capability(0x54, 0x68, 3, 0x1000, 0x1000)
    | capability(0x68, 0x7C, 4, 0x2000, 0x1000)
    | capability(0x7C, 0x00, 2, 0x3000, 0x1000)
)


def test_pci_device_is_found_by_its_capabilities() -> None:
    bus = FakeBus(GOOD)
    transport = discovery.find_pci(bus, i64(1))
    assert isinstance(transport, pci.PciTransport)
    assert (transport.common, transport.isr, transport.device) == (0xFEBF4000, 0xFEBF5000, 0xFEBF6000)
    assert transport.notify_base == 0xFEBF7000 and transport.notify_multiplier == 4
    assert discovery.find_pci(bus, i64(2)) is None


def test_pci_capabilities_in_a_circle_end() -> None:
    assert discovery.find_pci(FakeBus(capability(0x40, 0x40, 1, 0, 0x1000)), i64(1)) is None


def test_pci_small_structure_is_refused() -> None:
    assert discovery.find_pci(FakeBus(GOOD | capability(0x40, 0x54, 1, 0, 0x10)), i64(1)) is None
