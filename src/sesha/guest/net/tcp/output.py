"""Decide what may be sent now (RFC 9293 3.8.6, RFC 1122 4.2.3.4, RFC 5681, RFC 6675)."""

from mypy_extensions import i64

from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.emit import emit, emit_ack, window_to_offer
from sesha.guest.net.tcp.recovery import next_lost, on_its_way
from sesha.guest.net.tcp.sequence import add, before, distance, offset
from sesha.guest.net.tcp.states import SENDS_DATA
from sesha.guest.net.timers import NEVER
from sesha.guest.net.wire.tcp import FIN, PSH


def send_pending(context: Context, block: Block, now: i64) -> None:
    """Send all that windows allow, else an acknowledgement that is due; then set the timers."""
    if SENDS_DATA[block.state]:
        if block.recovering:
            _resend_lost(context, block, now)
        if block.snd_nxt != block.snd_max or _has_unsent(block):
            _send_new(context, block, now)
    if block.ack_now:
        emit_ack(context, block, now)
    context.schedule(block)


def _has_unsent(block: Block) -> bool:
    end = block.fin_sequence()
    return offset(end, block.snd_nxt) > 0 or (block.fin_queued and end == block.snd_nxt)


def _send_new(context: Context, block: Block, now: i64) -> None:
    """Send from snd_nxt on, segment by segment."""
    if block.snd_max == block.snd_una and now - block.last_sent > block.round_trip.timeout:
        block.congestion.on_idle()
    while True:
        if block.snd_nxt != block.snd_max:
            block.snd_nxt = block.scoreboard.skip(block.snd_nxt)
        start = distance(block.snd_nxt, block.sent_base)
        left = block.send_buffer.size() - start
        if left < 0:
            return
        size = _clip_to_gap(block, min(left, block.mss, _usable(block)))
        ends = block.fin_queued and size == left
        if size <= 0 and not ends:
            if left > 0:
                _start_persist(block, now)
            return
        if size < block.mss and not ends and not _worth_sending(block, size, left):
            if size < left:
                _start_persist(block, now)
            return
        flags = FIN if ends else 0
        if size > 0 and size == left:
            flags |= PSH
        _transmit(context, block, start, size, flags, now)
        if ends:
            return


def _usable(block: Block) -> i64:
    """Bytes beyond snd_nxt that the peer's window and the congestion window leave."""
    peer = block.snd_wnd - distance(block.snd_nxt, block.snd_una)
    room = block.congestion.window - on_its_way(block)
    if block.duplicate_acks > 0 and not block.sack and not block.recovering:
        room += min(block.duplicate_acks, 2) * block.mss
    return min(peer, room)


def _clip_to_gap(block: Block, size: i64) -> i64:
    """When sending again after a time-out, stop where the peer already has the data."""
    if size <= 0 or block.snd_nxt == block.snd_max or block.scoreboard.is_empty():
        return size
    end = add(block.snd_nxt, size)
    return distance(block.scoreboard.gap_end(block.snd_nxt, end), block.snd_nxt)


def _worth_sending(block: Block, size: i64, left: i64) -> bool:
    """Whether a segment below the full size should go now: Nagle, and silly windows."""
    if before(block.snd_nxt, block.snd_max):
        return True
    if size == left:
        return block.no_delay or block.snd_nxt == block.snd_una
    return size * 2 >= block.max_snd_wnd and block.max_snd_wnd > 0


def _transmit(context: Context, block: Block, start: i64, size: i64, flags: i64, now: i64) -> None:
    """Send a segment at snd_nxt and account for it."""
    again = before(block.snd_nxt, block.snd_max)
    emit(context, block, block.snd_nxt, start, size, flags, now)
    block.snd_nxt = add(block.snd_nxt, size + (flags & FIN))
    if again:
        context.counters.retransmitted += 1
    elif block.round_trip.timed_end < 0:
        block.round_trip.start(block.snd_nxt, now)
    if before(block.snd_max, block.snd_nxt):
        block.snd_max = block.snd_nxt
    sent(block, now)


def sent(block: Block, now: i64) -> None:
    """Something that must be acknowledged was sent: its timer runs."""
    block.last_sent = now
    block.persist_at = NEVER
    if block.retransmit_at == NEVER:
        block.retransmit_at = now + block.round_trip.backed_off(block.expiries)


def _start_persist(block: Block, now: i64) -> None:
    """Probe the peer's closed window, unless an acknowledgement is coming anyway."""
    if block.snd_max == block.snd_una and block.persist_at == NEVER:
        block.probes = 0
        block.persist_at = now + block.round_trip.backed_off(0)


def _resend_lost(context: Context, block: Block, now: i64) -> None:
    """Fill gaps while the congestion window has room for a segment."""
    while block.congestion.window - on_its_way(block) >= block.mss:
        start = next_lost(block)
        if start < 0:
            return
        resend(context, block, start, now)


def resend(context: Context, block: Block, sequence: i64, now: i64) -> None:
    """Send one segment's worth of what was sent (the FIN too) again, from a sequence number on."""
    start = distance(sequence, block.sent_base)
    left = block.send_buffer.size() - start
    size = min(left, block.mss, distance(block.snd_max, sequence))
    if not block.scoreboard.is_empty():
        size = distance(block.scoreboard.gap_end(sequence, add(sequence, size)), sequence)
    flags: i64 = 0
    if block.fin_queued and size == left and before(block.fin_sequence(), block.snd_max):
        flags = FIN
    block.round_trip.cancel()
    emit(context, block, sequence, start, size, flags, now)
    context.counters.retransmitted += 1
    block.retransmitted_to = add(sequence, size + flags)
    sent(block, now)


def window_opened(context: Context, block: Block, now: i64) -> None:
    """The program has read: tell the peer if that doubles or half-fills its window."""
    promised = distance(block.rcv_adv, block.rcv_nxt)
    gained = window_to_offer(context, block) - promised
    capacity = block.rcv_capacity
    if gained >= 2 * block.rcv_mss and (promised < capacity // 4 or gained >= capacity // 2):
        emit_ack(context, block, now)
        context.schedule(block)
