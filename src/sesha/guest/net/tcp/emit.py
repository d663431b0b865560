"""Build segments and hand them to the interface.

Everything that goes out for a connection passes `emit`, which fills in acknowledgement, window
and options, and notes what the peer has thereby been told.
"""

from mypy_extensions import i64

from sesha.guest.net.interface import PAYLOAD, Interface
from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.context import Context, timestamp
from sesha.guest.net.tcp.parameters import BUDGET_SHARE, HEADERS
from sesha.guest.net.tcp.sequence import add, distance, offset
from sesha.guest.net.tcp.states import SYN_SENT
from sesha.guest.net.timers import NEVER
from sesha.guest.net.wire import ipv4, tcp, tcp_options

MAXIMUM_FIELD = 0xFFFF
"""Of the window; what a SYN, whose window is never scaled, offers (the capacity is larger)."""
REPORTED_RANGES = 3
"""As many SACK blocks as fit beside timestamps."""


def emit(context: Context, block: Block, sequence: i64, start: i64, size: i64, flags: i64, now: i64) -> None:
    """Send `size` bytes from offset `start` of the send buffer, with the flags and an ACK."""
    edges: list[int] | None = None
    options = tcp_options.TIMESTAMPS_PADDED if block.timestamps else 0
    if block.sack and block.receive_buffer.ranges:
        edges = block.receive_buffer.report(REPORTED_RANGES)
        if size + 4 + 4 * len(edges) > block.mss:
            edges = None
        else:
            options += 4 + 4 * len(edges)
    header = tcp.HEADER_SIZE + options
    packet = bytearray(PAYLOAD + header + size)
    _write_header(context, block, packet, sequence, header, flags | tcp.ACK)
    at = PAYLOAD + tcp.HEADER_SIZE
    if block.timestamps:
        tcp_options.write_timestamps(packet, at, timestamp(block, now), block.ts_recent)
        at += tcp_options.TIMESTAMPS_PADDED
    if edges is not None:
        tcp_options.write_sack(packet, at, edges)
    if size > 0:
        block.send_buffer.copy_into(packet, PAYLOAD + header, start, size)
    block.ack_now = False
    block.unacked_segments = 0
    block.ack_at = NEVER
    block.last_ack_sent = block.rcv_nxt
    _send(context, block, packet, now)


def emit_ack(context: Context, block: Block, now: i64) -> None:
    """Send an acknowledgement without data."""
    emit(context, block, block.snd_nxt, 0, 0, 0, now)


def emit_syn(context: Context, block: Block, now: i64) -> None:
    """Send the SYN, or the SYN and ACK, of a connection that is being opened."""
    first = block.state == SYN_SENT
    scale: i64 = block.rcv_scale if first or block.scaling else -1
    stamped: i64 = timestamp(block, now) if first or block.timestamps else -1
    sack = first or block.sack
    header = tcp.HEADER_SIZE + tcp_options.syn_options_size(scale, sack, stamped >= 0)
    packet = bytearray(PAYLOAD + header)
    flags = tcp.SYN if first else tcp.SYN | tcp.ACK
    window: i64 = MAXIMUM_FIELD
    block.rcv_adv = add(block.rcv_nxt, window)
    acknowledgement = 0 if first else block.rcv_nxt
    tcp.write_header(
        packet,
        PAYLOAD,
        block.local_port,
        block.remote_port,
        block.iss,
        acknowledgement,
        header,
        flags,
        window,
    )
    mss = context.interface.mtu - HEADERS
    tcp_options.write_syn_options(
        packet, PAYLOAD + tcp.HEADER_SIZE, mss, scale, sack, stamped, block.ts_recent
    )
    block.last_ack_sent = block.rcv_nxt
    _send(context, block, packet, now)


def emit_reset(context: Context, block: Block, now: i64) -> None:
    """Tell the peer that the connection is aborted (RFC 9293 3.10.5)."""
    packet = bytearray(PAYLOAD + tcp.HEADER_SIZE)
    tcp.write_header(
        packet,
        PAYLOAD,
        block.local_port,
        block.remote_port,
        block.snd_max,
        block.rcv_nxt,
        tcp.HEADER_SIZE,
        tcp.RST | tcp.ACK,
        0,
    )
    _send(context, block, packet, now)


def answer_reset(context: Context, packet: ipv4.Ipv4, segment: tcp.Segment, now: i64) -> None:
    """Reset what belongs to no connection (RFC 9293 3.10.7.1); a reset is never answered."""
    if segment.flags & tcp.RST:
        return
    context.counters.count("tcp: reset sent to a stray segment")
    sequence: i64 = 0
    acknowledgement: i64 = 0
    flags: i64 = tcp.RST
    if segment.flags & tcp.ACK:
        sequence = segment.acknowledgement
    else:
        acknowledgement = add(segment.sequence, segment.length())
        flags |= tcp.ACK
    reply = bytearray(PAYLOAD + tcp.HEADER_SIZE)
    tcp.write_header(
        reply,
        PAYLOAD,
        segment.destination_port,
        segment.source_port,
        sequence,
        acknowledgement,
        tcp.HEADER_SIZE,
        flags,
        0,
    )
    tcp.write_checksum(reply, PAYLOAD, packet.destination, packet.source)
    interface: Interface = context.interface
    context.counters.segments_out += 1
    interface.send(reply, ipv4.TCP, packet.destination, packet.source, ipv4.DONT_FRAGMENT, now)


def window_to_offer(context: Context, block: Block) -> i64:
    """Bytes after rcv_nxt that we can take: never less than promised, and grown only in steps
    worth a segment (RFC 9293 3.8.6.2.2)."""
    promised = distance(block.rcv_adv, block.rcv_nxt)
    room = block.rcv_capacity - block.receive_buffer.size
    left = (context.receive_budget - context.buffered) // BUDGET_SHARE
    if left < room:
        room = max(left, 0)
    if room < promised + min(block.rcv_capacity // 2, block.rcv_mss):
        return promised
    return room


def _write_header(
    context: Context, block: Block, packet: bytearray, sequence: i64, header: i64, flags: i64
) -> None:
    """Write the fixed header with acknowledgement and window, and note the window's edge."""
    window = window_to_offer(context, block)
    scale = block.rcv_scale
    field = (window + (1 << scale) - 1) >> scale
    if field > MAXIMUM_FIELD:
        field = MAXIMUM_FIELD
    edge = add(block.rcv_nxt, field << scale)
    if offset(edge, block.rcv_adv) > 0:
        block.rcv_adv = edge
    tcp.write_header(
        packet,
        PAYLOAD,
        block.local_port,
        block.remote_port,
        sequence,
        block.rcv_nxt,
        header,
        flags,
        field,
    )


def _send(context: Context, block: Block, packet: bytearray, now: i64) -> None:
    tcp.write_checksum(packet, PAYLOAD, block.local_address, block.remote_address)
    context.counters.segments_out += 1
    context.interface.send(
        packet, ipv4.TCP, block.local_address, block.remote_address, ipv4.DONT_FRAGMENT, now
    )
