"""The turning points of a connection: established, reset, lingering in TIME-WAIT, gone."""

from mypy_extensions import i64

from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.congestion import NewReno
from sesha.guest.net.tcp.context import Context, timestamp
from sesha.guest.net.tcp.emit import emit_reset
from sesha.guest.net.tcp.parameters import (
    FIN_WAIT_2_LIMIT,
    HEADERS,
    MAXIMUM_TIME_WAITS,
    MINIMUM_MSS,
    RTO_AFTER_SYN_LOSS,
    TIME_WAIT_LENGTH,
)
from sesha.guest.net.tcp.receive_buffer import ReceiveBuffer
from sesha.guest.net.tcp.send_buffer import SendBuffer
from sesha.guest.net.tcp.sequence import add, distance
from sesha.guest.net.tcp.states import CLOSED, ESTABLISHED, FIN_WAIT_2, SYN_RECEIVED, TIME_WAIT
from sesha.guest.net.timers import NEVER
from sesha.guest.net.wire.tcp import Segment
from sesha.guest.net.wire.tcp_options import TIMESTAMPS_PADDED

UNSCALED_CAPACITY = 0xFFFF


def take_syn(context: Context, block: Block, segment: Segment, now: i64) -> None:
    """Learn from the peer's SYN: its sequence numbers, window and options."""
    block.irs = segment.sequence
    block.rcv_nxt = add(segment.sequence, 1)
    block.rcv_adv = block.rcv_nxt
    block.snd_wnd = segment.window
    block.max_snd_wnd = segment.window
    block.snd_wl1 = segment.sequence
    block.snd_wl2 = segment.acknowledgement
    options = segment.options
    block.scaling = options.window_scale >= 0
    if block.scaling:
        block.snd_scale = options.window_scale
    else:
        block.rcv_scale = 0
        block.rcv_capacity = UNSCALED_CAPACITY
    block.sack = options.sack_permitted
    block.timestamps = options.timestamp >= 0
    if block.timestamps:
        block.ts_recent = options.timestamp
        block.ts_recent_at = now
    if options.mss >= 0:
        block.mss = max(options.mss, MINIMUM_MSS)
    block.mss = min(block.mss, context.interface.mtu - HEADERS)
    if block.timestamps:
        block.mss -= TIMESTAMPS_PADDED


def establish(context: Context, block: Block, now: i64) -> None:
    """The peer has acknowledged our SYN: data may flow."""
    block.state = ESTABLISHED
    block.snd_una = add(block.iss, 1)
    block.sent_base = block.snd_una
    congestion = block.congestion
    congestion.start(block.mss)
    block.recover = block.iss
    if block.expiries > 0:
        block.round_trip.timeout = RTO_AFTER_SYN_LOSS
        congestion.window = block.mss
    elif block.round_trip.timed_end >= 0:
        block.round_trip.sample(now - block.round_trip.timed_at)
    block.round_trip.cancel()
    block.expiries = 0
    block.retransmit_at = NEVER
    start_keepalive(block, now)
    backlog = block.backlog
    if backlog is not None:
        del backlog.opening[block.remote_key()]
        backlog.waiting.append(block)
        backlog.socket.announce()
    block.announce()


def start_keepalive(block: Block, now: i64) -> None:
    """Something was heard of the peer, or the program switched keep-alive on or off."""
    block.keepalive_at = now + block.keepalive_idle if block.keepalive else NEVER


def fail(context: Context, block: Block, error: i64) -> None:
    """The connection is over: forget it, and tell the program why."""
    block.error = error
    backlog = block.backlog
    if backlog is not None and block.state == SYN_RECEIVED:
        del backlog.opening[block.remote_key()]
    remove(context, block)
    block.announce()


def abort(context: Context, block: Block, error: i64, now: i64) -> None:
    """Reset the connection from our side (RFC 9293 3.10.5)."""
    emit_reset(context, block, now)
    fail(context, block, error)


def remove(context: Context, block: Block) -> None:
    """Take the block out of all tables; what the program has not read stays readable."""
    if block.state == CLOSED:
        return
    if block.state == TIME_WAIT:
        context.time_waits -= 1
    block.state = CLOSED
    block.stop_timers()
    discard_unsent(context, block)
    context.remove(block)


def discard_unread(context: Context, block: Block) -> None:
    """Nobody will read what came."""
    context.buffered -= block.receive_buffer.size
    block.receive_buffer = ReceiveBuffer()


def discard_unsent(context: Context, block: Block) -> None:
    """Nothing more is sent."""
    context.sending -= block.send_buffer.size()
    block.send_buffer = SendBuffer()


def enter_time_wait(context: Context, block: Block, now: i64) -> None:
    """Both directions are closed; wait for stray segments to die (RFC 9293 3.6.1)."""
    if block.state != TIME_WAIT:
        if context.time_waits >= min(MAXIMUM_TIME_WAITS, context.maximum_connections):
            context.counters.count("tcp: too many connections in TIME-WAIT")
            remove(context, block)
            return
        context.time_waits += 1
        block.state = TIME_WAIT
        discard_unsent(context, block)
    block.stop_timers()
    block.state_at = now + TIME_WAIT_LENGTH


def orphaned(block: Block, now: i64) -> None:
    """The program has closed the socket: FIN-WAIT-2 does not last for ever."""
    if block.state == FIN_WAIT_2 and block.read_closed:
        block.state_at = now + FIN_WAIT_2_LIMIT


def timestamp_sample(block: Block, echo: i64, now: i64) -> i64:
    """Nanoseconds since the peer's copy of our timestamp was sent (a millisecond's precision)."""
    return distance(timestamp(block, now), echo) * 1_000_000


def use_new_reno(block: Block) -> None:
    """Replace CUBIC before the connection is opened (for comparison and tests)."""
    block.congestion = NewReno()
