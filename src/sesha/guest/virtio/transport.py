"""The way to a device: features, status, queues, configuration. Base of MmioTransport, PciTransport."""

from mypy_extensions import i64

from sesha.guest.virtio.queue import Queue

# --- device types (virtio 1.2 section 5) -------------------------------------------------------
TYPE_NET = 1
TYPE_RNG = 4

# --- status bits (2.1) -------------------------------------------------------------------------
ACKNOWLEDGE = 1
DRIVER = 2
DRIVER_OK = 4
FEATURES_OK = 8
NEEDS_RESET = 64
FAILED = 128

# --- features of every device (section 6) --------------------------------------------------------
F_ANY_LAYOUT = 1 << 27
F_VERSION_1 = 1 << 32


class Transport:
    """Registers of one device. Offsets into the configuration are the device type's."""

    def __init__(self) -> None:
        self.device_type: i64 = 0
        self.modern = False
        """Whether the device follows virtio 1.x rather than the legacy interface."""

    def status(self) -> i64:
        raise NotImplementedError

    def set_status(self, status: i64) -> None:
        """Write the status; 0 resets the device."""
        raise NotImplementedError

    def features(self) -> i64:
        """What the device offers."""
        raise NotImplementedError

    def accept_features(self, features: i64) -> None:
        raise NotImplementedError

    def queue_limit(self, index: i64) -> i64:
        """The largest size that the device allows for a queue; 0 if there is no such queue."""
        raise NotImplementedError

    def connect_queue(self, index: i64, queue: Queue) -> None:
        """Tell the device where a queue lies."""
        raise NotImplementedError

    def notify(self, index: i64) -> None:
        """Tell the device that a queue has new buffers."""
        raise NotImplementedError

    def acknowledge_interrupt(self) -> i64:
        """Take back the interrupt, where the transport wants that; its reasons."""
        raise NotImplementedError

    def configuration8(self, offset: i64) -> i64:
        raise NotImplementedError

    def configuration16(self, offset: i64) -> i64:
        return self.configuration8(offset) | self.configuration8(offset + 1) << 8


def negotiate(transport: Transport, wanted: i64) -> i64:
    """Reset the device and agree on features (3.1.1 steps 1 to 6); what was agreed, or -1.

    The driver then sets up its queues and calls `go`.
    """
    transport.set_status(0)
    patience: i64 = 1000000
    while transport.status() != 0:
        patience -= 1
        if patience == 0:
            return -1
    transport.set_status(ACKNOWLEDGE)
    transport.set_status(ACKNOWLEDGE | DRIVER)
    agreed = transport.features() & (wanted | F_ANY_LAYOUT | F_VERSION_1)
    if not transport.modern:
        agreed &= F_VERSION_1 - 1
    transport.accept_features(agreed)
    if transport.modern:
        transport.set_status(ACKNOWLEDGE | DRIVER | FEATURES_OK)
        if transport.status() & FEATURES_OK == 0:
            return give_up(transport)
    if agreed & (F_ANY_LAYOUT | F_VERSION_1) == 0:
        return give_up(transport)
    return agreed


def give_up(transport: Transport) -> i64:
    """Tell the device that it will not be driven."""
    transport.set_status(FAILED)
    return -1


def go(transport: Transport) -> None:
    """The queues are set up: the device may use them (3.1.1 step 8)."""
    status: i64 = ACKNOWLEDGE | DRIVER | DRIVER_OK
    if transport.modern:
        status |= FEATURES_OK
    transport.set_status(status)
