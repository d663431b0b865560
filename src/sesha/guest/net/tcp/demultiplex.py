"""From packets to connections and back: the protocol as the stack sees it."""

from mypy_extensions import i64

from sesha.guest.net.errors import (
    EADDRINUSE,
    EADDRNOTAVAIL,
    ECONNREFUSED,
    EHOSTUNREACH,
    ENETUNREACH,
    EPROTO,
    error_of,
)
from sesha.guest.net.icmp import Report
from sesha.guest.net.ports import COUNT
from sesha.guest.net.tcp.arrival import arrive
from sesha.guest.net.tcp.block import Block
from sesha.guest.net.tcp.context import Context, Port, remote_key
from sesha.guest.net.tcp.emit import answer_reset
from sesha.guest.net.tcp.expiry import expire
from sesha.guest.net.tcp.handshake import in_syn_sent, open_actively, to_listener
from sesha.guest.net.tcp.life import fail, remove
from sesha.guest.net.tcp.output import send_pending
from sesha.guest.net.tcp.parameters import HEADERS, MAXIMUM_BACKLOG, MINIMUM_PATH_MTU
from sesha.guest.net.tcp.sequence import before, not_after
from sesha.guest.net.tcp.socket import Listener, TcpSocket
from sesha.guest.net.tcp.states import CLOSED, SYN_SENT, TIME_WAIT
from sesha.guest.net.wire import icmp, tcp
from sesha.guest.net.wire.address import ANY, is_unicast_source
from sesha.guest.net.wire.ipv4 import Ipv4
from sesha.guest.net.wire.tcp_options import TIMESTAMPS_PADDED


def receive(context: Context, packet: Ipv4, now: i64) -> None:
    """Take in a packet with a segment. Raises Malformed."""
    if not is_unicast_source(packet.source):
        context.counters.count("tcp: source address")
        return
    segment = tcp.parse(packet.data, packet.payload, packet.end, packet.source, packet.destination)
    context.counters.segments_in += 1
    port = context.ports.get(segment.destination_port)
    if port is None:
        answer_reset(context, packet, segment, now)
        return
    block = port.connections.get(remote_key(packet.source, segment.source_port))
    if block is not None and block.local_address == packet.destination:
        if block.state == SYN_SENT:
            in_syn_sent(context, block, packet, segment, now)
            return
        if block.state != TIME_WAIT or not _is_new_incarnation(port, block, segment):
            arrive(context, block, packet, segment, now)
            return
        remove(context, block)
    backlog = port.backlog
    taken = block is not None and block.state != CLOSED
    if backlog is not None and not taken and backlog.address in (ANY, packet.destination):
        to_listener(context, backlog, packet, segment, now)
    else:
        answer_reset(context, packet, segment, now)


def _is_new_incarnation(port: Port, block: Block, segment: tcp.Segment) -> bool:
    """Whether a SYN may replace a connection in TIME-WAIT (RFC 9293 MAY-2, RFC 6191)."""
    if segment.flags & (tcp.SYN | tcp.RST | tcp.ACK) != tcp.SYN or port.backlog is None:
        return False
    if block.timestamps and segment.options.timestamp >= 0:
        if before(block.ts_recent, segment.options.timestamp):
            return True
    return before(block.rcv_nxt, segment.sequence)


def poll(context: Context, now: i64) -> i64:
    """Let timers that are due expire; the next deadline."""
    timers = context.timers
    while True:
        timer = timers.due(now)
        if timer is None:
            return timers.next_deadline()
        assert isinstance(timer, Block)
        expire(context, timer, now)


def listen(context: Context, address: i64, port: i64, backlog: i64) -> Listener:
    """Listen on a port, or on a free one when it is 0."""
    if port == 0:
        port = _free_port(context, ANY, 0)
    entry = context.ports.get(port)
    if entry is not None and entry.backlog is not None:
        raise error_of(EADDRINUSE)
    listener = Listener(context, address, port, min(max(backlog, 1), MAXIMUM_BACKLOG))
    if entry is None:
        entry = Port()
        context.ports[port] = entry
    entry.backlog = listener.backlog
    return listener


def connect(
    context: Context, address: i64, port: i64, local_address: i64, local_port: i64, now: i64
) -> TcpSocket:
    """Begin to open a connection; the socket says when it is there or why not."""
    if not is_unicast_source(address) or port == 0:
        raise error_of(EADDRNOTAVAIL)
    error = context.interface.route(address)
    if error != 0:
        raise error_of(error)
    if local_address == ANY:
        local_address = context.interface.source_for(address)
    if local_port == 0:
        local_port = _free_port(context, address, port)
    elif context.find(local_port, address, port) is not None:
        raise error_of(EADDRINUSE)
    block = Block(local_address, local_port, address, port)
    socket = TcpSocket(context, block)
    open_actively(context, block, now)
    return socket


def _free_port(context: Context, address: i64, port: i64) -> i64:
    """An ephemeral port without a connection to the remote end (for a listener: unused)."""
    start = context.ephemeral.start(address, port)
    for _ in range(COUNT):
        offered = context.ephemeral.offer(start)
        entry = context.ports.get(offered)
        if entry is None:
            return offered
        if port != 0 and entry.backlog is None and remote_key(address, port) not in entry.connections:
            return offered
    raise error_of(EADDRINUSE)


def report(context: Context, report_: Report, now: i64) -> None:
    """Take in an ICMP report about a segment that may be ours (RFC 5927: only if it is in flight)."""
    quoted = report_.quoted
    block = context.find(report_.source_port(), quoted.destination, report_.destination_port())
    if block is None or block.local_address != quoted.source:
        return
    sequence = report_.sequence()
    if before(sequence, block.snd_una) or not before(sequence, block.snd_max):
        context.counters.count("tcp: report about a segment not in flight")
        return
    if report_.kind == icmp.UNREACHABLE and report_.code == icmp.FRAGMENTATION_NEEDED:
        _shrink(context, block, report_.mtu, now)
    elif report_.is_transient() or block.state != SYN_SENT:
        block.soft_error = _error_of_code(report_)
    else:
        fail(context, block, _error_of_code(report_))


def unreachable(context: Context, source_port: i64, address: i64, port: i64) -> None:
    """Our own neighbour resolution failed for a segment: an opening fails at once."""
    block = context.find(source_port, address, port)
    if block is None:
        return
    if block.state == SYN_SENT:
        fail(context, block, EHOSTUNREACH)
    else:
        block.soft_error = EHOSTUNREACH


def _error_of_code(report_: Report) -> i64:
    if report_.kind != icmp.UNREACHABLE:
        return EHOSTUNREACH if report_.kind == icmp.TIME_EXCEEDED else EPROTO
    if report_.code == icmp.PORT_UNREACHABLE or report_.code == icmp.PROTOCOL_UNREACHABLE:
        return ECONNREFUSED
    return ENETUNREACH if report_.code == icmp.NET_UNREACHABLE else EHOSTUNREACH


def _shrink(context: Context, block: Block, mtu: i64, now: i64) -> None:
    """The path carries less: smaller segments from now on, and the lost ones again (RFC 1191)."""
    mss = max(mtu, MINIMUM_PATH_MTU) - HEADERS
    if block.timestamps:
        mss -= TIMESTAMPS_PADDED
    if mss >= block.mss or not_after(block.snd_max, block.snd_una):
        return
    context.counters.count("tcp: path MTU reduced")
    block.mss = mss
    block.congestion.mss = mss
    block.snd_nxt = block.snd_una
    block.round_trip.cancel()
    send_pending(context, block, now)
