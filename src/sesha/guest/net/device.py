"""What the stack needs from a network device."""

from mypy_extensions import i64


class Device:
    """Base of the drivers and of the simulated links."""

    def __init__(self, mac: i64, mtu: i64) -> None:
        self.mac = mac
        self.mtu = mtu
        """Bytes of an IP packet that a frame can carry."""

    def transmit(self, frame: bytearray) -> bool:
        """Send a frame without its check sequence; False when the device has no room for it.

        The device may keep the frame: the stack does not touch it again.
        """
        raise NotImplementedError

    def flush(self) -> None:
        """Several frames may have been handed over: send them now, if that was put off."""
