"""A segment for a connection beyond SYN-SENT, in the order of RFC 9293 3.10.7.4.

The order matters and is kept: timestamps, sequence number, RST, SYN, ACK, data, FIN.
"""

from mypy_extensions import i64

from sesha.guest.net.errors import ECONNREFUSED, ECONNRESET
from sesha.guest.net.tcp.acknowledge import acknowledgement, challenge
from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.emit import answer_reset, emit_ack, emit_syn
from sesha.guest.net.tcp.life import abort, enter_time_wait, establish, fail, start_keepalive
from sesha.guest.net.tcp.output import send_pending
from sesha.guest.net.tcp.parameters import ACK_DELAY, PAWS_LIFETIME
from sesha.guest.net.tcp.sequence import add, before, distance, not_after, offset
from sesha.guest.net.tcp.states import (
    CLOSED,
    CLOSING,
    FIN_WAIT_1,
    LAST_ACK,
    ON_FIN,
    SYN_RECEIVED,
    TAKES_DATA,
    TIME_WAIT,
)
from sesha.guest.net.timers import NEVER
from sesha.guest.net.wire.ipv4 import Ipv4
from sesha.guest.net.wire.tcp import ACK, FIN, RST, SYN, Segment


def arrive(context: Context, block: Block, packet: Ipv4, segment: Segment, now: i64) -> None:
    """Take in the segment and send what it calls for."""
    if block.timestamps and not _check_timestamp(context, block, segment, now):
        return
    if not _check_sequence(context, block, segment, now):
        return
    flags = segment.flags
    if flags & RST:
        _reset(context, block, segment, now)
        return
    if block.timestamps:
        _note_timestamp(block, segment, now)
    if flags & SYN:
        context.counters.count("tcp: SYN in a connection")
        challenge(context, block, now)
        return
    if flags & ACK == 0:
        context.counters.count("tcp: no ACK")
        return
    if block.state == SYN_RECEIVED and not _complete(context, block, packet, segment, now):
        return
    if not acknowledgement(context, block, segment, now):
        context.schedule(block)
        return
    _hear(block, now)
    if segment.end > segment.payload:
        _data(context, block, segment, now)
    if flags & FIN and block.state != CLOSED:
        _note_fin(context, block, segment, now)
    if block.state != CLOSED:
        send_pending(context, block, now)


def _check_timestamp(context: Context, block: Block, segment: Segment, now: i64) -> bool:
    """Protection against wrapped sequence numbers (RFC 7323 5.3, R1)."""
    stamp = segment.options.timestamp
    if stamp < 0:
        if segment.flags & RST:
            return True
        context.counters.count("tcp: no timestamp")
        return False
    if before(stamp, block.ts_recent) and segment.flags & RST == 0:
        if now - block.ts_recent_at < PAWS_LIFETIME:
            context.counters.count("tcp: old timestamp")
            if segment.length() > 0:
                emit_ack(context, block, now)
                context.schedule(block)
            return False
    return True


def _note_timestamp(block: Block, segment: Segment, now: i64) -> None:
    """Remember the newest timestamp of a segment in the window (R3): one from outside could name a
    time in the future and make everything that follows look old."""
    stamp = segment.options.timestamp
    if not_after(segment.sequence, block.last_ack_sent) and not_after(block.ts_recent, stamp):
        block.ts_recent = stamp
        block.ts_recent_at = now


def _check_sequence(context: Context, block: Block, segment: Segment, now: i64) -> bool:
    """Whether a part of the segment lies in the window; else it is acknowledged and dropped."""
    start = offset(segment.sequence, block.rcv_nxt)
    window = distance(block.rcv_adv, block.rcv_nxt)
    length = segment.length()
    if start + length > 0 or (start == 0 and length == 0):
        if start < window or start == 0:
            return True
    if segment.flags & RST:
        context.counters.count("tcp: reset outside the window")
        return False
    if segment.flags & SYN and block.state == SYN_RECEIVED and segment.sequence == block.irs:
        return _repeated_syn(context, block, segment, now)
    context.counters.count("tcp: outside the window")
    if block.state == TIME_WAIT and segment.flags & FIN:
        enter_time_wait(context, block, now)
    if length > 0 or start == -1:
        emit_ack(context, block, now)
    else:
        challenge(context, block, now)
    context.schedule(block)
    return False


def _repeated_syn(context: Context, block: Block, segment: Segment, now: i64) -> bool:
    """In SYN-RECEIVED the peer's SYN comes again: our answer was lost, or, with an ACK, both sides
    have opened at the same time and the rest of the segment counts (RFC 9293 figure 8)."""
    if segment.flags & ACK and block.backlog is None:
        segment.flags &= ~SYN
        segment.sequence = block.rcv_nxt
        return True
    emit_syn(context, block, now)
    return False


def _reset(context: Context, block: Block, segment: Segment, now: i64) -> None:
    """Believe a reset only at the exact sequence number (RFC 5961 3.2)."""
    if segment.sequence != block.rcv_nxt:
        context.counters.count("tcp: reset not at the edge")
        challenge(context, block, now)
        context.schedule(block)
        return
    context.counters.count("tcp: reset by the peer")
    if block.state == SYN_RECEIVED:
        fail(context, block, ECONNREFUSED)
    elif block.state in (CLOSING, LAST_ACK, TIME_WAIT):
        fail(context, block, 0)
    else:
        fail(context, block, ECONNRESET)


def _complete(context: Context, block: Block, packet: Ipv4, segment: Segment, now: i64) -> bool:
    """In SYN-RECEIVED: the acknowledgement of our SYN establishes the connection."""
    ack = segment.acknowledgement
    if not_after(ack, block.snd_una) or before(block.snd_max, ack):
        answer_reset(context, packet, segment, now)
        return False
    backlog = block.backlog
    if backlog is not None and len(backlog.waiting) >= backlog.limit:
        context.counters.count("tcp: accept queue full")
        return False
    establish(context, block, now)
    block.snd_wnd = segment.window << block.snd_scale
    block.max_snd_wnd = max(block.snd_wnd, block.max_snd_wnd)
    block.snd_wl1 = segment.sequence
    block.snd_wl2 = ack
    if block.fin_queued:
        block.state = FIN_WAIT_1
    return True


def _hear(block: Block, now: i64) -> None:
    """The peer is alive."""
    if block.keepalive and block.state != TIME_WAIT:
        start_keepalive(block, now)
        block.probes = 0


def _data(context: Context, block: Block, segment: Segment, now: i64) -> None:
    """Take in the part of the data that lies in the window."""
    if not TAKES_DATA[block.state]:
        context.counters.count("tcp: data after FIN")
        return
    if block.read_closed:
        context.counters.count("tcp: data for a closed socket")
        abort(context, block, ECONNRESET, now)
        return
    sequence = segment.sequence
    first = segment.payload
    last = segment.end
    known = offset(block.rcv_nxt, sequence)
    if known > 0:
        first += known
        sequence = block.rcv_nxt
    beyond = offset(add(sequence, last - first), block.rcv_adv)
    if beyond > 0:
        last -= beyond
        context.counters.count("tcp: data beyond the window")
    if first >= last:
        block.ack_now = True
        return
    _place(context, block, sequence, segment.data[first:last], now)


def _place(context: Context, block: Block, sequence: i64, data: bytes, now: i64) -> None:
    """Append to the stream what comes next, keep what comes later; decide when to acknowledge."""
    buffer = block.receive_buffer
    size: i64 = len(data)
    if sequence != block.rcv_nxt:
        context.counters.count("tcp: out of order")
        if not buffer.insert(sequence, data):
            context.counters.count("tcp: out of order, not kept")
        block.ack_now = True
        return
    if context.buffered > 2 * context.receive_budget:
        context.counters.count("tcp: receive budget spent")
        block.ack_now = True
        return
    if size > block.rcv_mss:
        block.rcv_mss = min(size, context.interface.mtu)
    before_ = buffer.size
    buffer.append(data)
    block.rcv_nxt = add(sequence, size)
    if buffer.ranges:
        block.rcv_nxt = buffer.advance(block.rcv_nxt)
        block.ack_now = True
    context.buffered += buffer.size - before_
    block.unacked_segments += 1
    if block.unacked_segments >= 2 and size >= block.rcv_mss:
        block.ack_now = True
    elif block.ack_at == NEVER:
        block.ack_at = now + ACK_DELAY
    block.announce()
    if block.fin_at == block.rcv_nxt:
        _take_fin(context, block, now)


def _note_fin(context: Context, block: Block, segment: Segment, now: i64) -> None:
    """Remember where the peer's data ends; act on it once all before it is here."""
    end = add(segment.sequence, segment.end - segment.payload)
    if not TAKES_DATA[block.state]:
        return
    if block.fin_at < 0 and not before(block.rcv_adv, end):
        block.fin_at = end
    block.ack_now = True
    if block.fin_at == block.rcv_nxt:
        _take_fin(context, block, now)


def _take_fin(context: Context, block: Block, now: i64) -> None:
    """The end of the peer's data is reached."""
    block.rcv_nxt = add(block.rcv_nxt, 1)
    if before(block.rcv_adv, block.rcv_nxt):
        block.rcv_adv = block.rcv_nxt
    block.fin_at = -1
    block.fin_received = True
    block.ack_now = True
    state = ON_FIN[block.state]
    if state == TIME_WAIT:
        emit_ack(context, block, now)
        enter_time_wait(context, block, now)
    else:
        block.state = state
    block.announce()
