"""What an acknowledgement changes on the sending side (RFC 9293 3.10.7.4, fifth)."""

from mypy_extensions import i64

from sesha.guest.net.tcp import recovery
from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.emit import emit_ack
from sesha.guest.net.tcp.life import enter_time_wait, orphaned, remove, timestamp_sample
from sesha.guest.net.tcp.output import resend
from sesha.guest.net.tcp.parameters import CHALLENGE_INTERVAL, SEND_CAPACITY, SEND_MINIMUM
from sesha.guest.net.tcp.sequence import before, distance, not_after, offset
from sesha.guest.net.tcp.states import CLOSED, ON_FIN_ACKED, TIME_WAIT
from sesha.guest.net.timers import NEVER
from sesha.guest.net.wire.tcp import FIN, SYN, Segment

LOW_WATER = SEND_CAPACITY // 2
MAXIMUM_SAMPLE = 300_000_000_000
PATIENT_EXPIRIES = 6
"""While the peer answers with a closed window, time-outs do not count beyond this (MUST-37)."""


def acknowledgement(context: Context, block: Block, segment: Segment, now: i64) -> bool:
    """Take in the acknowledgement; False when the segment must be dropped."""
    ack = segment.acknowledgement
    if before(block.snd_max, ack) or offset(block.snd_una, ack) > block.max_snd_wnd:
        context.counters.count("tcp: acknowledges what was not sent")
        challenge(context, block, now)
        return False
    sacks_news = False
    if block.sack and segment.options.sack is not None:
        sacks_news = recovery.note_sacks(block, segment.options.sack)
    if before(block.snd_una, ack):
        _advance(context, block, segment, now)
    elif ack == block.snd_una:
        _duplicate(context, block, segment, sacks_news, now)
    if block.state != CLOSED and not before(ack, block.snd_una):
        _update_window(block, segment)
    return block.state != CLOSED


def challenge(context: Context, block: Block, now: i64) -> None:
    """Answer a doubtful segment with an acknowledgement, at a limited rate (RFC 5961 7)."""
    if now < block.challenge_after or not context.challenges.allow(now):
        context.counters.count("tcp: challenge not sent")
        return
    block.challenge_after = now + CHALLENGE_INTERVAL
    context.counters.count("tcp: challenge sent")
    emit_ack(context, block, now)


def _update_window(block: Block, segment: Segment) -> None:
    """Believe the newest window (RFC 9293 3.10.7.4); SYN windows are not scaled."""
    sequence = segment.sequence
    ack = segment.acknowledgement
    newer = before(block.snd_wl1, sequence)
    if newer or (block.snd_wl1 == sequence and not_after(block.snd_wl2, ack)):
        window = segment.window
        if segment.flags & SYN == 0:
            window <<= block.snd_scale
        block.snd_wnd = window
        block.snd_wl1 = sequence
        block.snd_wl2 = ack
        if window > block.max_snd_wnd:
            block.max_snd_wnd = window
        if window > 0:
            block.persist_at = NEVER
    if block.snd_wnd == 0:
        block.probes = 0
        block.expiries = min(block.expiries, PATIENT_EXPIRIES)


def _advance(context: Context, block: Block, segment: Segment, now: i64) -> None:
    """New data is acknowledged."""
    ack = segment.acknowledgement
    acked = distance(ack, block.snd_una)
    limited = block.snd_max != block.snd_una and recovery.on_its_way(block) * 2 >= block.congestion.window
    _measure(block, segment, now)
    block.snd_una = ack
    if before(block.snd_nxt, ack):
        block.snd_nxt = ack
    block.scoreboard.forget_before(ack)
    block.expiries = 0
    block.probes = 0
    _release(context, block, ack)
    partial = False
    if block.recovering:
        partial = recovery.on_progress(block, acked)
    else:
        block.duplicate_acks = 0
        if limited:
            block.congestion.on_ack(acked, block.round_trip.smoothed, now)
    if ack == block.snd_max:
        block.retransmit_at = NEVER
        block.scoreboard.clear()
    else:
        block.retransmit_at = now + block.round_trip.timeout
    if partial:
        resend(context, block, block.snd_una, now)
    if block.fin_queued and before(block.fin_sequence(), ack):
        _fin_acknowledged(context, block, now)


def _measure(block: Block, segment: Segment, now: i64) -> None:
    """Sample the round trip: the timed segment, or after a retransmission the timestamps."""
    round_trip = block.round_trip
    if round_trip.timed_end >= 0:
        if not_after(round_trip.timed_end, segment.acknowledgement):
            round_trip.sample(now - round_trip.timed_at)
            round_trip.cancel()
    elif block.timestamps and segment.options.echo > 0:
        measured = timestamp_sample(block, segment.options.echo, now)
        if measured < MAXIMUM_SAMPLE:
            round_trip.sample(measured)


def _release(context: Context, block: Block, ack: i64) -> None:
    """Free what is acknowledged, and tell a program that waits for room."""
    buffer = block.send_buffer
    count = min(distance(ack, block.sent_base), buffer.size())
    if count > 0:
        buffer.drop(count)
        context.sending -= count
        block.sent_base = (block.sent_base + count) & 0xFFFFFFFF
        if block.send_wanted and buffer.size() <= LOW_WATER and _has_room(context, buffer.size()):
            block.send_wanted = False
            block.announce()


def _has_room(context: Context, size: i64) -> bool:
    """Whether it is worth waking a program that wants to send."""
    return size <= SEND_MINIMUM // 2 or context.sending < context.send_budget


def _duplicate(context: Context, block: Block, segment: Segment, sacks_news: bool, now: i64) -> None:
    """Nothing new is acknowledged: count what RFC 5681 calls a duplicate."""
    if block.snd_una == block.snd_max:
        return
    if block.sack:
        is_duplicate = sacks_news
    else:
        plain = segment.end == segment.payload and segment.flags & (SYN | FIN) == 0
        is_duplicate = plain and segment.window << block.snd_scale == block.snd_wnd
    if not is_duplicate:
        return
    block.duplicate_acks += 1
    if recovery.should_start(block):
        recovery.start(block, now)
        resend(context, block, block.snd_una, now)


def _fin_acknowledged(context: Context, block: Block, now: i64) -> None:
    state = ON_FIN_ACKED[block.state]
    if state == CLOSED:
        remove(context, block)
        block.announce()
    elif state == TIME_WAIT:
        enter_time_wait(context, block, now)
    else:
        block.state = state
        orphaned(block, now)
