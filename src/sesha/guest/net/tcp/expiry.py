"""What each timer of a connection does when it expires."""

from mypy_extensions import i64

from sesha.guest.net.errors import ETIMEDOUT
from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.emit import emit, emit_ack, emit_syn
from sesha.guest.net.tcp.life import abort, fail, remove
from sesha.guest.net.tcp.output import resend, send_pending
from sesha.guest.net.tcp.parameters import DATA_RETRIES, ORPHAN_RETRIES, SYN_ACK_RETRIES, SYN_RETRIES
from sesha.guest.net.tcp.sequence import add, before, distance
from sesha.guest.net.tcp.states import CLOSED, SYN_RECEIVED, SYN_SENT
from sesha.guest.net.timers import NEVER


def expire(context: Context, block: Block, now: i64) -> None:
    """Do all that is due."""
    if block.state_at <= now:
        remove(context, block)
        return
    if block.ack_at <= now:
        emit_ack(context, block, now)
    if block.retransmit_at <= now:
        _retransmit(context, block, now)
    if block.persist_at <= now:
        _probe_window(context, block, now)
    if block.keepalive_at <= now:
        _probe_peer(context, block, now)
    if block.state != CLOSED:
        context.schedule(block)


def _retransmit(context: Context, block: Block, now: i64) -> None:
    """Nothing came back in time: send the first segment again and wait twice as long."""
    block.retransmit_at = NEVER
    if block.expiries >= _patience(block):
        _give_up(context, block, now)
        return
    block.expiries += 1
    block.round_trip.cancel()
    context.counters.count("tcp: retransmission time-out")
    if block.state in (SYN_SENT, SYN_RECEIVED):
        block.retransmit_at = now + block.round_trip.backed_off(block.expiries)
        emit_syn(context, block, now)
        return
    _begin_again(block, now)
    resend(context, block, block.snd_una, now)
    block.snd_nxt = block.retransmitted_to
    send_pending(context, block, now)


def _begin_again(block: Block, now: i64) -> None:
    """Go back to the first unacknowledged octet, with a window of one segment."""
    if block.expiries == 1:
        flight = distance(block.snd_max, block.snd_una)
        block.congestion.on_timeout(flight, now)
    else:
        block.congestion.window = block.mss
        block.scoreboard.clear()
    block.recovering = False
    block.duplicate_acks = 0
    block.recover = block.snd_max
    block.snd_nxt = block.snd_una


def _patience(block: Block) -> i64:
    """How many time-outs in a row are borne."""
    if block.state == SYN_SENT:
        return SYN_RETRIES
    if block.state == SYN_RECEIVED:
        return SYN_RETRIES if block.actively_opened else SYN_ACK_RETRIES
    return ORPHAN_RETRIES if block.read_closed else DATA_RETRIES


def _give_up(context: Context, block: Block, now: i64) -> None:
    error = block.soft_error if block.soft_error != 0 else ETIMEDOUT
    if block.state in (SYN_SENT, SYN_RECEIVED):
        fail(context, block, error)
    else:
        abort(context, block, error, now)


def _probe_window(context: Context, block: Block, now: i64) -> None:
    """Send an octet into a closed window, or what a silly window lets through (RFC 9293 3.8.6.1)."""
    if block.probes >= _patience(block):
        _give_up(context, block, now)
        return
    block.probes += 1
    block.persist_at = now + block.round_trip.backed_off(block.probes)
    start = distance(block.snd_una, block.sent_base)
    size = min(block.send_buffer.size() - start, block.mss, max(block.snd_wnd, 1))
    if size <= 0:
        block.persist_at = NEVER
        return
    context.counters.count("tcp: window probe")
    emit(context, block, block.snd_una, start, size, 0, now)
    end = add(block.snd_una, size)
    if before(block.snd_max, end):
        block.snd_max = end


def _probe_peer(context: Context, block: Block, now: i64) -> None:
    """Ask a silent peer for a sign of life (RFC 9293 3.8.4): a segment it has already had."""
    if block.probes >= block.keepalive_probes:
        abort(context, block, ETIMEDOUT, now)
        return
    block.probes += 1
    block.keepalive_at = now + block.keepalive_interval
    if block.snd_una == block.snd_max:
        context.counters.count("tcp: keep-alive probe")
        emit(context, block, add(block.snd_una, -1), 0, 0, 0, now)
