"""virtio-rng (virtio 1.2 section 5.4): random bytes of the host."""

from mypy_extensions import i64

from sesha.guest.virtio.queue import NONE, Queue, queue_bytes
from sesha.guest.virtio.transport import Transport, go, negotiate

REQUESTS = 0
SIZE = 8
BUFFER_SIZE = 64
PATIENCE = 100000000


class RngDevice:
    """The driver; `memory` is page-aligned device memory of memory_wanted() bytes."""

    def __init__(self, transport: Transport, memory: i64) -> None:
        self.transport = transport
        self.queue = Queue(memory, SIZE, BUFFER_SIZE, True)
        self.usable = False
        if negotiate(transport, 0) != -1 and transport.queue_limit(REQUESTS) >= SIZE:
            self.queue.want_interrupts(False)
            transport.connect_queue(REQUESTS, self.queue)
            go(transport)
            self.usable = True

    def fill(self) -> i64:
        """Ask for random bytes and wait: how many there are at `buffer`; 0 when none come."""
        queue = self.queue
        if not queue.is_out(0):
            queue.offer(0, BUFFER_SIZE)
        if queue.publish():
            self.transport.notify(REQUESTS)
        patience: i64 = PATIENCE
        while patience > 0 and not queue.broken:
            if queue.take() != NONE:
                return queue.length
            patience -= 1
        return 0

    def buffer(self) -> i64:
        """Where `fill` puts the bytes."""
        return self.queue.buffer(0)


def memory_wanted() -> i64:
    return queue_bytes(SIZE, BUFFER_SIZE)
