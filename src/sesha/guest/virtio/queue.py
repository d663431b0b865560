"""The split virtqueue (virtio 1.2 section 2.7): single-descriptor chains with fixed buffers.

Descriptor i always means buffer i, so the descriptor table is written once, and a completed
descriptor needs no look-up. `offer` makes a buffer available, `publish` shows what was offered to
the device, `take` gives completed ones back.

The device writes only the used ring. Its index may not run ahead of what was offered, an
identifier must be one that is out, a length must fit the buffer; anything else breaks the queue.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import (
    fence,
    fill_memory,
    load_i64,
    load_u8,
    load_u16,
    store_i64,
    store_u8,
    store_u16,
    store_u32,
    volatile_load_u16,
    volatile_load_u32,
    volatile_store_u16,
)

# --- descriptor ----------------------------------------------------------------------------------
DESCRIPTOR_ADDRESS = 0
DESCRIPTOR_LENGTH = 8
DESCRIPTOR_FLAGS = 12
DESCRIPTOR_NEXT = 14
DESCRIPTOR_SIZE = 16
WRITE = 2
"""The device writes the buffer."""

# --- available ring ------------------------------------------------------------------------------
AVAILABLE_FLAGS = 0
AVAILABLE_INDEX = 2
AVAILABLE_RING = 4
NO_INTERRUPT = 1

# --- used ring -----------------------------------------------------------------------------------
USED_FLAGS = 0
USED_INDEX = 2
USED_RING = 4
USED_ELEMENT = 8
USED_LENGTH = 4
NO_NOTIFY = 1

ALIGN = 4096
"""Where the used ring begins; legacy devices compute it, modern ones are told."""
MASK16 = 0xFFFF

NONE = -1


def ring_bytes(size: i64) -> i64:
    """Memory that the rings of a queue take, with a byte of state for each descriptor."""
    head = DESCRIPTOR_SIZE * size + AVAILABLE_RING + 2 * size + 2
    used = USED_RING + USED_ELEMENT * size + 2
    return (head + ALIGN - 1) // ALIGN * ALIGN + (used + size + ALIGN - 1) // ALIGN * ALIGN


def queue_bytes(size: i64, buffer_size: i64) -> i64:
    """Memory that a queue takes with its buffers."""
    return ring_bytes(size) + size * buffer_size


class Queue:
    """One queue, in queue_bytes(size, buffer_size) bytes of page-aligned memory."""

    def __init__(self, memory: i64, size: i64, buffer_size: i64, device_writes: bool) -> None:
        """The size is a power of two."""
        fill_memory(memory, 0, ring_bytes(size))
        self.size: i64 = size
        self.descriptors: i64 = memory
        self.available: i64 = memory + DESCRIPTOR_SIZE * size
        head = DESCRIPTOR_SIZE * size + AVAILABLE_RING + 2 * size + 2
        self.used: i64 = memory + (head + ALIGN - 1) // ALIGN * ALIGN
        self.out: i64 = self.used + USED_RING + USED_ELEMENT * size + 2
        """A byte for each descriptor: 1 while the device has it."""
        self.buffers: i64 = memory + ring_bytes(size)
        self.buffer_size: i64 = buffer_size
        self.device_writes = device_writes
        self.offered: i64 = 0
        """Buffers offered so far, published or not (16 bits)."""
        self.published: i64 = 0
        self.taken: i64 = 0
        """Completed buffers taken back so far (16 bits)."""
        self.length: i64 = 0
        """Bytes that the device wrote to the buffer that was taken last."""
        self.broken = False
        index: i64 = 0
        while index < size:
            descriptor = memory + DESCRIPTOR_SIZE * index
            store_i64(descriptor + DESCRIPTOR_ADDRESS, self.buffers + index * buffer_size)
            store_u32(descriptor + DESCRIPTOR_LENGTH, buffer_size)
            store_u16(descriptor + DESCRIPTOR_FLAGS, WRITE if device_writes else 0)
            index += 1

    def buffer(self, index: i64) -> i64:
        """The address of a buffer."""
        return self.buffers + index * self.buffer_size

    def is_out(self, index: i64) -> bool:
        """Whether the device has the buffer."""
        return load_u8(self.out + index) != 0

    def offer(self, index: i64, length: i64) -> None:
        """Give the buffer to the device: `length` bytes to read, or to write to."""
        store_u32(self.descriptors + DESCRIPTOR_SIZE * index + DESCRIPTOR_LENGTH, length)
        store_u8(self.out + index, 1)
        slot = self.offered & (self.size - 1)
        store_u16(self.available + AVAILABLE_RING + 2 * slot, index)
        self.offered = (self.offered + 1) & MASK16

    def publish(self) -> bool:
        """Show the device what was offered; whether it wants to be notified."""
        if self.published == self.offered:
            return False
        self.published = self.offered
        fence()
        volatile_store_u16(self.available + AVAILABLE_INDEX, self.offered)
        fence()
        return volatile_load_u16(self.used + USED_FLAGS) & NO_NOTIFY == 0

    def has_completed(self) -> bool:
        """Whether `take` has something to give."""
        return not self.broken and volatile_load_u16(self.used + USED_INDEX) != self.taken

    def take(self) -> i64:
        """A buffer that the device has completed (its length in `length`), or NONE."""
        if self.broken:
            return NONE
        completed = volatile_load_u16(self.used + USED_INDEX)
        if completed == self.taken:
            return NONE
        fence()
        element = self.used + USED_RING + USED_ELEMENT * (self.taken & (self.size - 1))
        index = volatile_load_u32(element)
        length = volatile_load_u32(element + USED_LENGTH)
        if self._breaks_rules(completed, index, length):
            self.broken = True
            return NONE
        self.taken = (self.taken + 1) & MASK16
        store_u8(self.out + index, 0)
        self.length = length
        return index

    def _breaks_rules(self, completed: i64, index: i64, length: i64) -> bool:
        """Whether the device claims what cannot be."""
        ahead = (completed - self.taken) & MASK16
        if ahead > (self.published - self.taken) & MASK16:
            return True
        if index >= self.size or (self.device_writes and length > self.buffer_size):
            return True
        return load_u8(self.out + index) == 0

    def want_interrupts(self, wanted: bool) -> None:
        """Ask the device for an interrupt when it completes a buffer, or to be silent."""
        store_u16(self.available + AVAILABLE_FLAGS, 0 if wanted else NO_INTERRUPT)
        fence()

    def descriptor_address(self, index: i64) -> i64:
        """What the table says where a buffer lies."""
        return load_i64(self.descriptors + DESCRIPTOR_SIZE * index)

    def available_index(self) -> i64:
        """What the device can see of the available ring."""
        return load_u16(self.available + AVAILABLE_INDEX)
