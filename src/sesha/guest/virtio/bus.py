"""What PCI devices need of the machine: configuration space, mappings, interrupt messages."""

from mypy_extensions import i64


class Bus:
    """Base of the machine's PCI bus. A function is bus << 8 | device << 3 | function."""

    def read(self, function: i64, offset: i64) -> i64:
        """The 32 bits of configuration space at an offset (a multiple of four)."""
        raise NotImplementedError

    def write(self, function: i64, offset: i64, value: i64) -> None:
        raise NotImplementedError

    def map_registers(self, start: i64, size: i64) -> bool:
        """Make a device's memory reachable; False when it cannot be."""
        raise NotImplementedError

    def message_address(self) -> i64:
        """Where a device writes to interrupt the processor; 0 when it should not."""
        raise NotImplementedError

    def message_data(self) -> i64:
        """What it writes there."""
        raise NotImplementedError
