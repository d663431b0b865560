"""Which sent data the peer holds beyond a gap (RFC 2018), and what follows for loss (RFC 6675).

Ranges are kept in order, neither touching nor overlapping. `lost_edge` answers IsLost for all
octets at once: the octets below it that are not sacked are lost.
"""

from mypy_extensions import i64

from sesha.guest.net.tcp.parameters import DUPLICATE_THRESHOLD, MAXIMUM_SACKED
from sesha.guest.net.tcp.sequence import before, distance, later, not_after


class Scoreboard:
    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def clear(self) -> None:
        self.starts = []
        self.ends = []

    def is_empty(self) -> bool:
        return len(self.starts) == 0

    def highest(self) -> i64:
        """The end of the last range; there is one."""
        return self.ends[-1]

    def total(self) -> i64:
        size: i64 = 0
        for at in range(len(self.starts)):
            size += distance(self.ends[at], self.starts[at])
        return size

    def add(self, start: i64, end: i64) -> bool:
        """Take in a reported range; whether it said anything new."""
        starts = self.starts
        ends = self.ends
        at: i64 = 0
        while at < len(starts) and before(ends[at], start):
            at += 1
        if at == len(starts) or before(end, starts[at]):
            if len(starts) >= MAXIMUM_SACKED:
                return False
            starts.insert(at, start)
            ends.insert(at, end)
            return True
        if not_after(starts[at], start) and not_after(end, ends[at]):
            return False
        if before(start, starts[at]):
            starts[at] = start
        while at + 1 < len(starts) and not_after(starts[at + 1], end):
            end = later(end, ends[at + 1])
            starts.pop(at + 1)
            ends.pop(at + 1)
        ends[at] = later(end, ends[at])
        return True

    def forget_before(self, sequence: i64) -> None:
        """Drop what a cumulative acknowledgement covers."""
        while self.starts and not_after(self.ends[0], sequence):
            self.starts.pop(0)
            self.ends.pop(0)
        if self.starts and before(self.starts[0], sequence):
            self.starts[0] = sequence

    def lost_edge(self, una: i64, mss: i64) -> i64:
        """Below this, what is not sacked is lost; `una` when nothing is (RFC 6675 4, IsLost)."""
        count: i64 = 0
        size: i64 = 0
        at: i64 = len(self.starts) - 1
        while at >= 0:
            count += 1
            size += distance(self.ends[at], self.starts[at])
            if count >= DUPLICATE_THRESHOLD or size > (DUPLICATE_THRESHOLD - 1) * mss:
                return self.starts[at]
            at -= 1
        return una

    def skip(self, sequence: i64) -> i64:
        """The sequence, or the end of the range that it lies in."""
        for at in range(len(self.starts)):
            if before(sequence, self.starts[at]):
                return sequence
            if before(sequence, self.ends[at]):
                return self.ends[at]
        return sequence

    def gap_end(self, sequence: i64, limit: i64) -> i64:
        """Where the next range after the sequence begins, or the limit if that comes first."""
        for start in self.starts:
            if before(sequence, start):
                return start if before(start, limit) else limit
        return limit

    def pipe(self, una: i64, end: i64, retransmitted: i64, lost: i64) -> i64:
        """Octets on their way (RFC 6675 4, SetPipe): of una..end, `retransmitted` the end of what
        was sent again, `lost` the lost edge."""
        total: i64 = 0
        at = una
        for index in range(len(self.starts) + 1):
            stop = self.starts[index] if index < len(self.starts) else end
            if before(at, stop):
                if before(lost, stop):
                    total += distance(stop, later(at, lost))
                if before(at, retransmitted):
                    total += distance(stop if before(stop, retransmitted) else retransmitted, at)
            if index < len(self.starts):
                at = self.ends[index]
        return total
