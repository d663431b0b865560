"""Loss recovery: what the duplicates say (RFC 5681 3.2, RFC 6582, RFC 6675).

With SACK the scoreboard knows which octets are lost. Without, each duplicate acknowledgement
stands for one segment that has left the network (RFC 3042 and RFC 6582 let that many new ones go
out). Either way a partial acknowledgement points at the next segment that is missing. All comes
down to two questions: how much is on its way, and which octet goes next.
"""

from mypy_extensions import i64

from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.parameters import DUPLICATE_THRESHOLD
from sesha.guest.net.tcp.sequence import before, distance, later, not_after


def on_its_way(block: Block) -> i64:
    """Octets believed to be in the network."""
    if not block.scoreboard.is_empty():
        if before(block.snd_nxt, block.snd_max):
            return _sent_since_timeout(block)
        retransmitted = block.retransmitted_to if block.recovering else block.snd_una
        lost = block.scoreboard.lost_edge(block.snd_una, block.mss)
        return block.scoreboard.pipe(block.snd_una, block.snd_max, retransmitted, lost)
    outstanding = distance(block.snd_nxt, block.snd_una)
    if block.recovering and not block.sack:
        return max(outstanding - block.duplicate_acks * block.mss, 0)
    return outstanding


def _sent_since_timeout(block: Block) -> i64:
    """After a time-out everything counts as lost: only what was sent again is on its way."""
    total: i64 = 0
    at = block.snd_una
    while before(at, block.snd_nxt):
        stop = block.scoreboard.gap_end(at, block.snd_nxt)
        total += distance(stop, at)
        at = block.scoreboard.skip(stop)
        if at == stop:
            break
    return total


def note_sacks(block: Block, edges: list[int]) -> bool:
    """Take in reported ranges that lie within what was sent; whether they said anything new."""
    news = False
    for at in range(0, len(edges) - 1, 2):
        start = edges[at]
        end = edges[at + 1]
        if before(start, end) and before(block.snd_una, end) and not_after(end, block.snd_max):
            if block.scoreboard.add(later(start, block.snd_una), end):
                news = True
    return news


def should_start(block: Block) -> bool:
    """Whether duplicates now mean loss, rather than reordering."""
    if block.recovering or before(block.snd_nxt, block.snd_max) or before(block.snd_una, block.recover):
        return False
    if block.duplicate_acks >= DUPLICATE_THRESHOLD:
        return True
    return block.sack and block.scoreboard.lost_edge(block.snd_una, block.mss) != block.snd_una


def start(block: Block, now: i64) -> None:
    """Enter fast recovery: reduce the window. The caller sends the first segment again."""
    block.recovering = True
    block.recover = block.snd_max
    block.retransmitted_to = block.snd_una
    block.congestion.on_loss(distance(block.snd_max, block.snd_una), now)


def next_lost(block: Block) -> i64:
    """The next octet to send again in recovery, or -1 (RFC 6675 4, NextSeg rules 1 and 3)."""
    if block.scoreboard.is_empty():
        return -1
    at = block.scoreboard.skip(later(block.retransmitted_to, block.snd_una))
    if before(at, block.scoreboard.lost_edge(block.snd_una, block.mss)):
        return at
    return -1


def on_progress(block: Block, acked: i64) -> bool:
    """In recovery, new data was acknowledged. True when it is partial and the first segment that
    is still missing must be sent again at once."""
    if not before(block.snd_una, block.recover):
        finish(block)
        return False
    if not block.sack:
        block.duplicate_acks = max(block.duplicate_acks - max(acked // block.mss - 1, 0), 0)
    return not_after(block.retransmitted_to, block.snd_una)


def finish(block: Block) -> None:
    """Leave recovery; the window is where the reduction put it, without a burst."""
    block.recovering = False
    block.duplicate_acks = 0
    flight = distance(block.snd_max, block.snd_una)
    congestion = block.congestion
    congestion.window = min(congestion.threshold, max(flight, block.mss) + block.mss)
