"""What the loop needs from a network card: frames in both directions, and waiting for them."""

from mypy_extensions import i64

from sesha.guest.net.device import Device


class Card(Device):
    """Base of the drivers: virtio-net, TAP, and what tests have in their place."""

    def receive(self) -> bytes | None:
        """The next frame without its check sequence; None when none is there."""
        raise NotImplementedError

    def flush(self) -> None:
        """Let the device know of the frames that were handed over; called once for many."""

    def wait(self, timeout: i64) -> None:
        """Sleep until a frame may be there, at most so many nanoseconds (-1: no end)."""
        raise NotImplementedError
