"""The virtio network card as the loop sees it; the processor sleeps until it interrupts."""

from mypy_extensions import i64

from sesha.guest.loop.card import Card
from sesha.guest.machine.pvh import idle
from sesha.guest.virtio.net import NetDevice


class VirtioCard(Card):
    """A card over its driver."""

    def __init__(self, device: NetDevice) -> None:
        super().__init__(device.mac, device.mtu)
        self._device = device

    def transmit(self, frame: bytearray) -> bool:
        return self._device.transmit(frame)

    def receive(self) -> bytes | None:
        return self._device.receive()

    def flush(self) -> None:
        self._device.flush()

    def wait(self, timeout: i64) -> None:
        if timeout == 0:
            return
        device = self._device
        if device.may_sleep():
            idle.halt_at_most(timeout if timeout > 0 else i64(idle.LONGEST_HALT))
        device.awake()
