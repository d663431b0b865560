"""virtio-mmio: version 1 (legacy) and version 2 (virtio 1.2 section 4.2)."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import fence, volatile_load_u8, volatile_load_u32, volatile_store_u32
from sesha.guest.virtio.queue import ALIGN, Queue
from sesha.guest.virtio.transport import Transport

# --- registers (4.2.2, legacy ones 4.2.4) --------------------------------------------------------
MAGIC = 0x000
VERSION = 0x004
DEVICE_ID = 0x008
VENDOR_ID = 0x00C
DEVICE_FEATURES = 0x010
DEVICE_FEATURES_SELECT = 0x014
DRIVER_FEATURES = 0x020
DRIVER_FEATURES_SELECT = 0x024
GUEST_PAGE_SIZE = 0x028
QUEUE_SELECT = 0x030
QUEUE_SIZE_MAX = 0x034
QUEUE_SIZE = 0x038
QUEUE_ALIGN = 0x03C
QUEUE_PAGE = 0x040
QUEUE_READY = 0x044
QUEUE_NOTIFY = 0x050
INTERRUPT_STATUS = 0x060
INTERRUPT_ACKNOWLEDGE = 0x064
STATUS = 0x070
QUEUE_DESCRIPTORS = 0x080
QUEUE_DRIVER = 0x090
QUEUE_DEVICE = 0x0A0
CONFIGURATION = 0x100

MAGIC_VALUE = 0x74726976
LEGACY = 1
MODERN = 2
LOW = 0xFFFFFFFF


class MmioTransport(Transport):
    """The registers at an address that is_device has accepted."""

    def __init__(self, base: i64, line: i64) -> None:
        super().__init__()
        self.base: i64 = base
        self.line: i64 = line
        """The interrupt line, -1 when it is not known."""
        self.device_type = volatile_load_u32(base + DEVICE_ID)
        self.modern = volatile_load_u32(base + VERSION) == MODERN

    def status(self) -> i64:
        return volatile_load_u32(self.base + STATUS)

    def set_status(self, status: i64) -> None:
        volatile_store_u32(self.base + STATUS, status)

    def features(self) -> i64:
        return self._features(0) | self._features(1) << 32

    def _features(self, half: i64) -> i64:
        volatile_store_u32(self.base + DEVICE_FEATURES_SELECT, half)
        fence()
        return volatile_load_u32(self.base + DEVICE_FEATURES)

    def accept_features(self, features: i64) -> None:
        base = self.base
        volatile_store_u32(base + DRIVER_FEATURES_SELECT, 0)
        volatile_store_u32(base + DRIVER_FEATURES, features & LOW)
        volatile_store_u32(base + DRIVER_FEATURES_SELECT, 1)
        volatile_store_u32(base + DRIVER_FEATURES, features >> 32 & LOW)
        if not self.modern:
            volatile_store_u32(base + GUEST_PAGE_SIZE, ALIGN)

    def queue_limit(self, index: i64) -> i64:
        volatile_store_u32(self.base + QUEUE_SELECT, index)
        fence()
        return volatile_load_u32(self.base + QUEUE_SIZE_MAX)

    def connect_queue(self, index: i64, queue: Queue) -> None:
        base = self.base
        volatile_store_u32(base + QUEUE_SELECT, index)
        volatile_store_u32(base + QUEUE_SIZE, queue.size)
        if self.modern:
            self._store_address(QUEUE_DESCRIPTORS, queue.descriptors)
            self._store_address(QUEUE_DRIVER, queue.available)
            self._store_address(QUEUE_DEVICE, queue.used)
            fence()
            volatile_store_u32(base + QUEUE_READY, 1)
        else:
            volatile_store_u32(base + QUEUE_ALIGN, ALIGN)
            volatile_store_u32(base + QUEUE_PAGE, queue.descriptors // ALIGN)

    def _store_address(self, register: i64, address: i64) -> None:
        volatile_store_u32(self.base + register, address & LOW)
        volatile_store_u32(self.base + register + 4, address >> 32 & LOW)

    def notify(self, index: i64) -> None:
        volatile_store_u32(self.base + QUEUE_NOTIFY, index)

    def acknowledge_interrupt(self) -> i64:
        reasons = volatile_load_u32(self.base + INTERRUPT_STATUS)
        if reasons != 0:
            volatile_store_u32(self.base + INTERRUPT_ACKNOWLEDGE, reasons)
        return reasons

    def configuration8(self, offset: i64) -> i64:
        return volatile_load_u8(self.base + CONFIGURATION + offset)


def is_device(base: i64) -> bool:
    """Whether a device that we can talk to sits at the address."""
    if volatile_load_u32(base + MAGIC) != MAGIC_VALUE:
        return False
    version = volatile_load_u32(base + VERSION)
    if version != LEGACY and version != MODERN:
        return False
    return volatile_load_u32(base + DEVICE_ID) != 0
