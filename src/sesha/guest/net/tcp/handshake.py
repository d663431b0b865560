"""Opening: segments that come to a listener or in SYN-SENT (RFC 9293 3.10.7.2 and 3.10.7.3)."""

from mypy_extensions import i64

from sesha.guest.net.errors import ECONNABORTED, ECONNREFUSED
from sesha.guest.net.tcp.block import Backlog, Block
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.emit import answer_reset, emit_ack, emit_syn
from sesha.guest.net.tcp.life import establish, fail, remove, take_syn
from sesha.guest.net.tcp.sequence import add, before, not_after
from sesha.guest.net.tcp.states import FIN_WAIT_2, SYN_RECEIVED, SYN_SENT
from sesha.guest.net.wire.ipv4 import Ipv4
from sesha.guest.net.wire.tcp import ACK, FIN, RST, SYN, Segment

OPENING_FACTOR = 2
MINIMUM_OPENING = 16


def open_actively(context: Context, block: Block, now: i64) -> None:
    """Send the first SYN of a block that has its addresses."""
    block.state = SYN_SENT
    block.actively_opened = True
    _start(context, block, now)


def _start(context: Context, block: Block, now: i64) -> None:
    """Choose the initial sequence number, enter the tables, send the SYN, start its timer."""
    block.iss = context.initial_sequence(block, now)
    block.ts_offset = context.timestamp_offset(block)
    block.snd_una = block.iss
    block.snd_nxt = add(block.iss, 1)
    block.snd_max = block.snd_nxt
    block.sent_base = block.snd_nxt
    context.add(block)
    block.round_trip.start(block.snd_nxt, now)
    block.retransmit_at = now + block.round_trip.timeout
    emit_syn(context, block, now)
    context.schedule(block)


def to_listener(context: Context, backlog: Backlog, packet: Ipv4, segment: Segment, now: i64) -> None:
    """A segment for a port that listens and has no connection with the sender."""
    flags = segment.flags
    if flags & RST:
        return
    if flags & ACK:
        answer_reset(context, packet, segment, now)
        return
    if flags & (SYN | FIN) != SYN:
        context.counters.count("tcp: neither SYN nor ACK for a listener")
        return
    if len(backlog.waiting) >= backlog.limit:
        context.counters.count("tcp: backlog full")
        return
    if len(backlog.opening) >= max(backlog.limit * OPENING_FACTOR, MINIMUM_OPENING):
        _recycle(context, backlog)
    full = context.connections - context.time_waits >= context.maximum_connections
    if full and not _give_up_orphan(context):
        context.counters.count("tcp: too many connections")
        return
    block = Block(packet.destination, segment.destination_port, packet.source, segment.source_port)
    block.state = SYN_RECEIVED
    block.backlog = backlog
    backlog.opening[block.remote_key()] = block
    take_syn(context, block, segment, now)
    _start(context, block, now)


def _recycle(context: Context, backlog: Backlog) -> None:
    """Give up the connection that has been opening for longest (RFC 4987 3.4): an honest peer
    answers within a round trip, a flood's never do."""
    for oldest in backlog.opening.values():
        context.counters.count("tcp: half-open connection given up")
        fail(context, oldest, ECONNABORTED)
        return


def _give_up_orphan(context: Context) -> bool:
    """Forget a connection that the program has closed and whose peer does not close its side."""
    for port in context.ports.values():
        for block in port.connections.values():
            if block.state == FIN_WAIT_2 and block.read_closed:
                context.counters.count("tcp: orphan given up")
                remove(context, block)
                return True
    return False


def in_syn_sent(context: Context, block: Block, packet: Ipv4, segment: Segment, now: i64) -> None:
    """A segment for a connection that we are opening."""
    flags = segment.flags
    acknowledges = False
    if flags & ACK:
        ack = segment.acknowledgement
        if not_after(ack, block.iss) or before(block.snd_nxt, ack):
            answer_reset(context, packet, segment, now)
            return
        acknowledges = True
    if flags & RST:
        if acknowledges:
            fail(context, block, ECONNREFUSED)
        return
    if flags & SYN == 0:
        context.counters.count("tcp: neither SYN nor RST in SYN-SENT")
        return
    take_syn(context, block, segment, now)
    if acknowledges:
        establish(context, block, now)
        emit_ack(context, block, now)
    else:
        block.state = SYN_RECEIVED
        block.retransmit_at = now + block.round_trip.timeout
        emit_syn(context, block, now)
    context.schedule(block)
