"""Which sent data the peer holds beyond a gap (RFC 2018), and what follows for loss (RFC 6675).

Ranges are kept in order, neither touching nor overlapping. `lost_edge` answers IsLost for all
octets at once: the octets below it that are not sacked are lost.
"""

from mypy_extensions import i64

from sesha.guest.net.tcp.parameters import DUPLICATE_THRESHOLD, MAXIMUM_SACKED
from sesha.guest.net.tcp.sequence import before, distance, later, not_after


class Sacked:
    """A range that the peer holds."""

    def __init__(self, start: i64, end: i64) -> None:
        self.start = start
        self.end = end


class Scoreboard:
    def __init__(self) -> None:
        self.ranges: list[Sacked] = []

    def clear(self) -> None:
        self.ranges = []

    def is_empty(self) -> bool:
        return len(self.ranges) == 0

    def total(self) -> i64:
        size: i64 = 0
        for held in self.ranges:
            size += distance(held.end, held.start)
        return size

    def add(self, start: i64, end: i64) -> bool:
        """Take in a reported range; whether it said anything new."""
        ranges = self.ranges
        at: i64 = 0
        for held in ranges:
            if not before(held.end, start):
                return self._merge(held, at, start, end)
            at += 1
        return self._insert(at, start, end)

    def _insert(self, at: i64, start: i64, end: i64) -> bool:
        if len(self.ranges) >= MAXIMUM_SACKED:
            return False
        self.ranges.insert(at, Sacked(start, end))
        return True

    def _merge(self, held: Sacked, at: i64, start: i64, end: i64) -> bool:
        """Take in a range that does not lie beyond the one at `at`."""
        if before(end, held.start):
            return self._insert(at, start, end)
        if not_after(held.start, start) and not_after(end, held.end):
            return False
        if before(start, held.start):
            held.start = start
        held.end = later(end, held.end)
        following = at + 1
        while following < len(self.ranges):
            follower = self.ranges[following]
            if before(held.end, follower.start):
                break
            held.end = later(held.end, follower.end)
            self.ranges.pop(following)
        return True

    def forget_before(self, sequence: i64) -> None:
        """Drop what a cumulative acknowledgement covers."""
        while self.ranges:
            first = self.ranges[0]
            if before(sequence, first.end):
                if before(first.start, sequence):
                    first.start = sequence
                return
            self.ranges.pop(0)

    def lost_edge(self, una: i64, mss: i64) -> i64:
        """Below this, what is not sacked is lost; `una` when nothing is (RFC 6675 4, IsLost)."""
        count: i64 = 0
        size: i64 = 0
        at = len(self.ranges) - 1
        while at >= 0:
            held = self.ranges[at]
            count += 1
            size += distance(held.end, held.start)
            if count >= DUPLICATE_THRESHOLD or size > (DUPLICATE_THRESHOLD - 1) * mss:
                return held.start
            at -= 1
        return una

    def skip(self, sequence: i64) -> i64:
        """The sequence, or the end of the range that it lies in."""
        for held in self.ranges:
            if before(sequence, held.start):
                return sequence
            if before(sequence, held.end):
                return held.end
        return sequence

    def gap_end(self, sequence: i64, limit: i64) -> i64:
        """Where the next range after the sequence begins, or the limit if that comes first."""
        for held in self.ranges:
            if before(sequence, held.start):
                return held.start if before(held.start, limit) else limit
        return limit

    def pipe(self, una: i64, end: i64, retransmitted: i64, lost: i64) -> i64:
        """Octets on their way (RFC 6675 4, SetPipe): of una..end, `retransmitted` the end of what
        was sent again, `lost` the lost edge."""
        total: i64 = 0
        at = una
        for held in self.ranges:
            total += _on_way(at, held.start, retransmitted, lost)
            at = held.end
        return total + _on_way(at, end, retransmitted, lost)


def _on_way(start: i64, end: i64, retransmitted: i64, lost: i64) -> i64:
    """Octets on their way of a gap."""
    total: i64 = 0
    if before(start, end):
        if before(lost, end):
            total = distance(end, later(start, lost))
        if before(start, retransmitted):
            total += distance(end if before(end, retransmitted) else retransmitted, start)
    return total
