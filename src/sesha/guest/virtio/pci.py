"""virtio-pci (virtio 1.2 section 4.1): modern devices, and transitional ones by their modern side.

The vendor-specific capabilities say in which base address register (BAR) the structures lie.
Interrupts are messages (MSI-X), all queues share one.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    fence,
    volatile_load_u8,
    volatile_load_u16,
    volatile_load_u32,
    volatile_store_u8,
    volatile_store_u16,
    volatile_store_u32,
)
from sesha.guest.virtio.bus import Bus
from sesha.guest.virtio.queue import Queue
from sesha.guest.virtio.transport import Transport

# --- configuration space (PCI 3.0 section 6) -----------------------------------------------------
IDENTITY = 0x00
COMMAND = 0x04
HEADER_TYPE = 0x0C
BARS = 0x10
SUBSYSTEM = 0x2C
CAPABILITIES = 0x34
COMMAND_MEMORY = 2
COMMAND_MASTER = 4
COMMAND_NO_INTX = 0x400
STATUS_CAPABILITIES = 1 << 20
MULTIFUNCTION = 1 << 23
ABSENT = 0xFFFF
BAR_IO = 1
BAR_64 = 4
BAR_COUNT = 6

VENDOR = 0x1AF4
FIRST_TRANSITIONAL = 0x1000
FIRST_MODERN = 0x1040
LAST_MODERN = 0x107F

# --- capabilities (4.1.4) --------------------------------------------------------------------------
CAPABILITY_VENDOR = 0x09
CAPABILITY_MSIX = 0x11
MAXIMUM_CAPABILITIES = 48
COMMON = 1
NOTIFY = 2
ISR = 3
DEVICE = 4

# --- MSI-X -----------------------------------------------------------------------------------------
MSIX_ENABLE = 1 << 31
MSIX_ADDRESS = 0
MSIX_ADDRESS_HIGH = 4
MSIX_DATA = 8
MSIX_CONTROL = 12
MSIX_ENTRY_SIZE = 16
NO_VECTOR = 0xFFFF

# --- common configuration (4.1.4.3) ----------------------------------------------------------------
DEVICE_FEATURE_SELECT = 0x00
DEVICE_FEATURE = 0x04
DRIVER_FEATURE_SELECT = 0x08
DRIVER_FEATURE = 0x0C
CONFIG_MSIX_VECTOR = 0x10
NUM_QUEUES = 0x12
DEVICE_STATUS = 0x14
QUEUE_SELECT = 0x16
QUEUE_SIZE = 0x18
QUEUE_MSIX_VECTOR = 0x1A
QUEUE_ENABLE = 0x1C
QUEUE_NOTIFY_OFF = 0x1E
QUEUE_DESC = 0x20
QUEUE_DRIVER = 0x28
QUEUE_DEVICE = 0x30
COMMON_SIZE = 0x38

MAXIMUM_QUEUES = 8
LOW = 0xFFFFFFFF


class PciTransport(Transport):
    """A PCI function that is_device has accepted. Unusable until `open` has answered True."""

    def __init__(self, bus: Bus, function: i64) -> None:
        super().__init__()
        self.bus = bus
        self.function: i64 = function
        self.device_type = device_type(bus, function)
        self.modern = True
        self.common: i64 = 0
        self.isr: i64 = 0
        self.device: i64 = 0
        self.device_size: i64 = 0
        self.notify_base: i64 = 0
        self.notify_size: i64 = 0
        self.notify_multiplier: i64 = 0
        self.notify0: i64 = 0
        self.notify1: i64 = 0
        """Where to write for queue 0 and queue 1."""
        self.vector: i64 = NO_VECTOR

    def open(self) -> bool:
        """Find and map the structures; whether all are there."""
        bus = self.bus
        function = self.function
        command = bus.read(function, COMMAND)
        bus.write(function, COMMAND, command & 0xFFFF | COMMAND_MEMORY | COMMAND_MASTER | COMMAND_NO_INTX)
        if command & STATUS_CAPABILITIES == 0:
            return False
        at = bus.read(function, CAPABILITIES) & 0xFC
        count: i64 = 0
        while at != 0 and count < MAXIMUM_CAPABILITIES:
            head = bus.read(function, at)
            if head & 0xFF == CAPABILITY_VENDOR:
                self._read_capability(at, head >> 24 & 0xFF)
            elif head & 0xFF == CAPABILITY_MSIX:
                self._open_messages(at, head)
            at = head >> 8 & 0xFC
            count += 1
        return self.common != 0 and self.notify_base != 0 and self.isr != 0

    def _read_capability(self, at: i64, kind: i64) -> None:
        """Note where one structure lies; the first of its kind counts."""
        bus = self.bus
        offset = bus.read(self.function, at + 8)
        size = bus.read(self.function, at + 12)
        if kind < COMMON or kind > DEVICE or size == 0:
            return
        start = bar(bus, self.function, bus.read(self.function, at + 4) & 0xFF)
        if start == 0 or not bus.map_registers(start + offset, size):
            return
        place = start + offset
        if kind == COMMON and self.common == 0 and size >= COMMON_SIZE:
            self.common = place
        elif kind == NOTIFY and self.notify_base == 0:
            self.notify_base = place
            self.notify_size = size
            self.notify_multiplier = bus.read(self.function, at + 16)
        elif kind == ISR and self.isr == 0:
            self.isr = place
        elif kind == DEVICE and self.device == 0:
            self.device = place
            self.device_size = size

    def _open_messages(self, at: i64, head: i64) -> None:
        """Let the device interrupt by a message: entry 0 of its MSI-X table."""
        bus = self.bus
        if bus.message_address() == 0:
            return
        table = bus.read(self.function, at + 4)
        start = bar(bus, self.function, table & 7)
        if start == 0 or not bus.map_registers(start + (table & ~7), MSIX_ENTRY_SIZE):
            return
        entry = start + (table & ~7)
        volatile_store_u32(entry + MSIX_ADDRESS, bus.message_address() & LOW)
        volatile_store_u32(entry + MSIX_ADDRESS_HIGH, bus.message_address() >> 32 & LOW)
        volatile_store_u32(entry + MSIX_DATA, bus.message_data())
        volatile_store_u32(entry + MSIX_CONTROL, 0)
        bus.write(self.function, at, head & 0x3FFFFFFF | MSIX_ENABLE)
        self.vector = 0

    def status(self) -> i64:
        return volatile_load_u8(self.common + DEVICE_STATUS)

    def set_status(self, status: i64) -> None:
        volatile_store_u8(self.common + DEVICE_STATUS, status)

    def features(self) -> i64:
        return self._features(0) | self._features(1) << 32

    def _features(self, half: i64) -> i64:
        volatile_store_u32(self.common + DEVICE_FEATURE_SELECT, half)
        fence()
        return volatile_load_u32(self.common + DEVICE_FEATURE)

    def accept_features(self, features: i64) -> None:
        common = self.common
        volatile_store_u32(common + DRIVER_FEATURE_SELECT, 0)
        volatile_store_u32(common + DRIVER_FEATURE, features & LOW)
        volatile_store_u32(common + DRIVER_FEATURE_SELECT, 1)
        volatile_store_u32(common + DRIVER_FEATURE, features >> 32 & LOW)

    def queue_limit(self, index: i64) -> i64:
        if index >= volatile_load_u16(self.common + NUM_QUEUES):
            return 0
        volatile_store_u16(self.common + QUEUE_SELECT, index)
        fence()
        return volatile_load_u16(self.common + QUEUE_SIZE)

    def connect_queue(self, index: i64, queue: Queue) -> None:
        common = self.common
        volatile_store_u16(common + QUEUE_SELECT, index)
        volatile_store_u16(common + QUEUE_SIZE, queue.size)
        self._store_address(QUEUE_DESC, queue.descriptors)
        self._store_address(QUEUE_DRIVER, queue.available)
        self._store_address(QUEUE_DEVICE, queue.used)
        volatile_store_u16(common + QUEUE_MSIX_VECTOR, self.vector)
        self._note_notify(index, volatile_load_u16(common + QUEUE_NOTIFY_OFF) * self.notify_multiplier)
        fence()
        volatile_store_u16(common + QUEUE_ENABLE, 1)

    def _note_notify(self, index: i64, offset: i64) -> None:
        """Remember where a queue is notified; outside the structure it is the base."""
        if offset + 2 > self.notify_size:
            offset = 0
        if index == 0:
            self.notify0 = self.notify_base + offset
        else:
            self.notify1 = self.notify_base + offset

    def _store_address(self, register: i64, address: i64) -> None:
        volatile_store_u32(self.common + register, address & LOW)
        volatile_store_u32(self.common + register + 4, address >> 32 & LOW)

    def notify(self, index: i64) -> None:
        volatile_store_u16(self.notify0 if index == 0 else self.notify1, index)

    def acknowledge_interrupt(self) -> i64:
        if self.vector != NO_VECTOR:
            return 1
        return volatile_load_u8(self.isr)

    def configuration8(self, offset: i64) -> i64:
        if offset >= self.device_size:
            return 0
        return volatile_load_u8(self.device + offset)


def device_type(bus: Bus, function: i64) -> i64:
    """The virtio type of a PCI function, 0 when it is none."""
    identity = bus.read(function, IDENTITY)
    if identity & 0xFFFF != VENDOR:
        return 0
    device = identity >> 16 & 0xFFFF
    if device >= FIRST_MODERN and device <= LAST_MODERN:
        return device - FIRST_MODERN
    if device >= FIRST_TRANSITIONAL and device < FIRST_MODERN:
        return bus.read(function, SUBSYSTEM) >> 16 & 0xFFFF
    return 0


def bar(bus: Bus, function: i64, number: i64) -> i64:
    """The memory address in a base address register; 0 when there is none."""
    if number >= BAR_COUNT:
        return 0
    low = bus.read(function, BARS + 4 * number)
    if low & BAR_IO != 0:
        return 0
    start = low & 0xFFFFFFF0
    if low & BAR_64 != 0 and number + 1 < BAR_COUNT:
        start |= bus.read(function, BARS + 4 * number + 4) << 32
    return start
