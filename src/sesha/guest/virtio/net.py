"""virtio-net (virtio 1.2 section 5.1): one receive and one transmit queue, no offloads.

Each buffer holds the virtio header and one frame. Frames are queued without telling the device;
`flush` tells it once for all of them. When the transmit queue is full, frames wait in a bounded
list for completions.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import fill_memory
from sesha.guest.net.device import Device
from sesha.guest.virtio.frames import copy_in, copy_out
from sesha.guest.virtio.queue import NONE, Queue, queue_bytes
from sesha.guest.virtio.transport import F_VERSION_1, Transport, give_up, go, negotiate

F_MTU = 1 << 3
F_MAC = 1 << 5

CONFIGURATION_MAC = 0
CONFIGURATION_MTU = 10

RECEIVE = 0
TRANSMIT = 1

LEGACY_HEADER = 10
HEADER = 12
BUFFER_SIZE = 2048
LARGEST_FRAME = BUFFER_SIZE - HEADER
ETHERNET_HEADER = 14
SHORTEST_FRAME = 60
STANDARD_MTU = 1500
LEAST_MTU = 576
LARGEST_QUEUE = 256
SMALLEST_QUEUE = 8
MAXIMUM_WAITING = 256
"""Frames that wait for the transmit queue."""


class NetDevice(Device):
    """The driver. `memory` is page-aligned device memory of `size` bytes; check `usable`."""

    def __init__(self, transport: Transport, memory: i64, size: i64) -> None:
        super().__init__(0, STANDARD_MTU)
        self.transport = transport
        self.usable = False
        self.header: i64 = LEGACY_HEADER
        self.next_transmit: i64 = 0
        self.waiting: list[bytearray] = []
        self.received: i64 = 0
        self.sent: i64 = 0
        self.dropped: i64 = 0
        count = queue_size(transport, size)
        half = queue_bytes(count, BUFFER_SIZE)
        self.receive_queue = Queue(memory, count, BUFFER_SIZE, True)
        self.transmit_queue = Queue(memory + half, count, BUFFER_SIZE, False)
        agreed = negotiate(transport, F_MAC | F_MTU)
        if agreed != -1:
            self._start(agreed)

    def _start(self, agreed: i64) -> None:
        transport = self.transport
        if agreed & F_VERSION_1 != 0:
            self.header = HEADER
        if agreed & F_MAC == 0 or not self._fits():
            give_up(transport)
            return
        self.mac = read_mac(transport)
        if agreed & F_MTU != 0:
            offered = transport.configuration16(CONFIGURATION_MTU)
            if offered >= LEAST_MTU:
                self.mtu = min(offered, LARGEST_FRAME - ETHERNET_HEADER)
        transport.connect_queue(RECEIVE, self.receive_queue)
        transport.connect_queue(TRANSMIT, self.transmit_queue)
        self.transmit_queue.want_interrupts(False)
        go(transport)
        self._offer_all()
        self.usable = True

    def _fits(self) -> bool:
        """Whether the device allows queues as large as ours, which the memory allowed."""
        size = self.receive_queue.size
        transport = self.transport
        return size <= transport.queue_limit(RECEIVE) and size <= transport.queue_limit(TRANSMIT)

    def _offer_all(self) -> None:
        queue = self.receive_queue
        index: i64 = 0
        while index < queue.size:
            queue.offer(index, BUFFER_SIZE)
            index += 1
        if queue.publish():
            self.transport.notify(RECEIVE)

    # --- receiving ---------------------------------------------------------------------------
    def receive(self) -> bytes | None:
        """The next frame that has come, or None."""
        queue = self.receive_queue
        while True:
            index = queue.take()
            if index == NONE:
                return None
            length = queue.length - self.header
            if length >= ETHERNET_HEADER:
                frame = copy_out(queue.buffer(index) + self.header, length)
                queue.offer(index, BUFFER_SIZE)
                self.received += 1
                return frame
            queue.offer(index, BUFFER_SIZE)
            self.dropped += 1

    # --- sending -----------------------------------------------------------------------------
    def transmit(self, frame: bytearray) -> bool:
        if len(frame) > LARGEST_FRAME:
            self.dropped += 1
            return False
        if not self.waiting and self._put(frame):
            return True
        if len(self.waiting) >= MAXIMUM_WAITING:
            self.dropped += 1
            return False
        self.waiting.append(frame)
        return True

    def _put(self, frame: bytearray) -> bool:
        """Copy the frame to the next buffer, if the device has finished with that."""
        queue = self.transmit_queue
        index = self.next_transmit
        if queue.is_out(index):
            self._reclaim()
            if queue.is_out(index):
                return False
        place = queue.buffer(index)
        fill_memory(place, 0, self.header)
        size = i64(len(frame))
        copy_in(frame, place + self.header)
        if size < SHORTEST_FRAME:
            fill_memory(place + self.header + size, 0, SHORTEST_FRAME - size)
            size = SHORTEST_FRAME
        queue.offer(index, self.header + size)
        self.next_transmit = (index + 1) & (queue.size - 1)
        self.sent += 1
        return True

    def _reclaim(self) -> None:
        """Take back what was sent."""
        while self.transmit_queue.take() != NONE:
            pass

    def flush(self) -> None:
        """Let the device know of frames to send and of buffers to fill."""
        queue = self.transmit_queue
        if self.waiting:
            self._send_waiting()
            queue.want_interrupts(len(self.waiting) > 0)
        if queue.publish():
            self.transport.notify(TRANSMIT)
        if self.receive_queue.publish():
            self.transport.notify(RECEIVE)

    def _send_waiting(self) -> None:
        count: i64 = 0
        for frame in self.waiting:
            if not self._put(frame):
                break
            count += 1
        self.waiting = self.waiting[count:]

    # --- idling ------------------------------------------------------------------------------
    def may_sleep(self) -> bool:
        """Before the processor sleeps: ask for interrupts; False when something has come by now."""
        self.receive_queue.want_interrupts(True)
        return not self.receive_queue.has_completed() and not self._can_send_waiting()

    def _can_send_waiting(self) -> bool:
        return len(self.waiting) > 0 and self.transmit_queue.has_completed()

    def awake(self) -> None:
        """After the processor has slept: no interrupts while we look by ourselves."""
        self.transport.acknowledge_interrupt()
        self.receive_queue.want_interrupts(False)

    def is_broken(self) -> bool:
        """Whether the device has broken the rules: it is not used any more."""
        return self.receive_queue.broken or self.transmit_queue.broken

    def stop(self) -> None:
        """Reset the device, so that it writes no more memory."""
        self.transport.set_status(0)


def queue_size(transport: Transport, memory: i64) -> i64:
    """The largest power of two that the device allows and of which two queues fit the memory."""
    count: i64 = LARGEST_QUEUE
    limit = transport.queue_limit(RECEIVE)
    while count > SMALLEST_QUEUE and (count > limit or 2 * queue_bytes(count, BUFFER_SIZE) > memory):
        count = count // 2
    return count


def memory_wanted(transport: Transport, room: i64) -> i64:
    """How much of `room` bytes of device memory the driver can use; more than it if none."""
    return 2 * queue_bytes(queue_size(transport, room), BUFFER_SIZE)


def read_mac(transport: Transport) -> i64:
    mac: i64 = 0
    index: i64 = 0
    while index < 6:
        mac = mac << 8 | transport.configuration8(CONFIGURATION_MAC + index)
        index += 1
    return mac
