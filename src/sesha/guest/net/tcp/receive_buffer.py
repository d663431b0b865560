"""What the peer has sent and the program has not read yet, and what came after a gap.

Bounded by the window in bytes, and in pieces: chunks are joined when they become many, ranges
beyond MAXIMUM_HOLES are dropped (the peer sends them again).
"""

from mypy_extensions import i64

from sesha.guest.net.tcp.parameters import MAXIMUM_CHUNKS, MAXIMUM_HOLES
from sesha.guest.net.tcp.sequence import add, before, distance, not_after


class Range:
    """Consecutive bytes after a gap."""

    def __init__(self, start: i64, data: bytes) -> None:
        self.start = start
        self.end = add(start, len(data))
        self.chunks = [data]

    def append(self, data: bytes) -> None:
        self.chunks.append(data)
        self.end = add(self.end, len(data))
        if len(self.chunks) > MAXIMUM_CHUNKS:
            self.chunks = [b"".join(self.chunks)]


class ReceiveBuffer:
    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.size: i64 = 0
        """Bytes that can be read."""
        self.ranges: list[Range] = []
        """After gaps, in order, neither touching nor overlapping."""
        self.latest: i64 = 0
        """Start of the range that changed last: the first one to report (RFC 2018 4)."""

    def append(self, data: bytes) -> None:
        """Add bytes that come next in the stream."""
        self.chunks.append(data)
        self.size += len(data)
        if len(self.chunks) > MAXIMUM_CHUNKS:
            self.chunks = [b"".join(self.chunks)]

    def read(self, count: i64) -> bytes:
        """Take up to `count` bytes; b"" when there are none."""
        if not self.chunks:
            return b""
        first = self.chunks[0]
        if len(first) > count:
            self.chunks[0] = first[count:]
            self.size -= count
            return first[:count]
        if len(self.chunks) == 1:
            self.chunks = []
        elif self.size <= count:
            first = b"".join(self.chunks)
            self.chunks = []
        else:
            self.chunks.pop(0)
        self.size -= len(first)
        return first

    def held(self) -> i64:
        """Bytes kept after gaps."""
        total: i64 = 0
        for piece in self.ranges:
            total += distance(piece.end, piece.start)
        return total

    def insert(self, start: i64, data: bytes) -> bool:
        """Keep bytes that come after a gap, without what is already there; False if dropped."""
        ranges = self.ranges
        at: i64 = len(ranges)
        while at > 0 and before(start, ranges[at - 1].start):
            at -= 1
        if at > 0:
            previous = ranges[at - 1]
            if not_after(start, previous.end):
                return self._extend(previous, at, start, data)
        if len(ranges) >= MAXIMUM_HOLES:
            return False
        piece = Range(start, data)
        ranges.insert(at, piece)
        self.latest = start
        self._absorb_followers(piece, at + 1)
        return True

    def _extend(self, piece: Range, following: i64, start: i64, data: bytes) -> bool:
        """Append to a range the part of the data that goes beyond it."""
        known = distance(piece.end, start)
        self.latest = piece.start
        if known >= len(data):
            return False
        piece.append(data[known:] if known > 0 else data)
        self._absorb_followers(piece, following)
        return True

    def _absorb_followers(self, piece: Range, at: i64) -> None:
        """Merge ranges that the piece now touches into it."""
        while at < len(self.ranges):
            follower = self.ranges[at]
            if before(piece.end, follower.start):
                return
            self.ranges.pop(at)
            known = distance(piece.end, follower.start)
            for chunk in follower.chunks:
                if known < len(chunk):
                    piece.append(chunk[known:] if known > 0 else chunk)
                    known = 0
                else:
                    known -= len(chunk)

    def advance(self, next_: i64) -> i64:
        """Move ranges that are no longer behind a gap to the stream; the new next sequence."""
        while self.ranges and not_after(self.ranges[0].start, next_):
            piece = self.ranges.pop(0)
            known = distance(next_, piece.start)
            for chunk in piece.chunks:
                if known < len(chunk):
                    data = chunk[known:] if known > 0 else chunk
                    self.append(data)
                    next_ = add(next_, len(data))
                    known = 0
                else:
                    known -= len(chunk)
        return next_

    def report(self, count: i64) -> list[int]:
        """Edges of up to `count` ranges, the latest first."""
        edges: list[int] = []
        for piece in self.ranges:
            if piece.start == self.latest:
                edges = [piece.start, piece.end]
        for piece in self.ranges:
            if len(edges) >= 2 * count:
                break
            if piece.start != self.latest:
                edges.append(piece.start)
                edges.append(piece.end)
        return edges
