"""What the program has sent and the peer has not acknowledged yet."""

from mypy_extensions import i64

from sesha.guest.net.wire.fields import put_part


class SendBuffer:
    """A queue of bytes; dropping from the front moves `head` and now and then compacts."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.head: i64 = 0

    def size(self) -> i64:
        return len(self.data) - self.head

    def append(self, data: bytes) -> None:
        self.data += data

    def drop(self, count: i64) -> None:
        """Forget the first `count` bytes."""
        self.head += count
        if self.head == len(self.data):
            self.data = bytearray()
            self.head = 0
        elif self.head * 2 > len(self.data) and self.head >= 4096:
            self.data = self.data[self.head :]
            self.head = 0

    def copy_into(self, packet: bytearray, at: i64, offset: i64, count: i64) -> None:
        """Copy `count` bytes from `offset` behind the front to packet[at:]."""
        put_part(packet, at, self.data, self.head + offset, count)
