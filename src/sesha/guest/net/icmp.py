"""ICMP: answer echoes, report errors (at a limited rate), read reports (RFC 792, RFC 1122 3.2.2).

A report is only believed by the transport whose packet it quotes; redirects and source quenches
are ignored (RFC 1812 allows, RFC 6633 demands it).
"""

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.interface import PAYLOAD, Interface
from sesha.guest.net.rate import RateLimit
from sesha.guest.net.wire import icmp, ipv4
from sesha.guest.net.wire.address import ANY, is_multicast, is_unicast_source
from sesha.guest.net.wire.fields import get8, get16, get32

ERRORS_PER_SECOND = 100
ERROR_BURST = 50
QUOTED_PORTS = 8
"""Bytes of the quoted packet's payload that every report holds."""


class Report:
    """An error report: what it says, and the header of the packet of ours that it quotes."""

    def __init__(self, kind: i64, code: i64, mtu: i64, quoted: ipv4.Ipv4) -> None:
        self.kind = kind
        self.code = code
        self.mtu = mtu
        """Of the next hop, when the code is FRAGMENTATION_NEEDED; may be 0."""
        self.quoted = quoted

    def source_port(self) -> i64:
        return get16(self.quoted.data, self.quoted.payload)

    def destination_port(self) -> i64:
        return get16(self.quoted.data, self.quoted.payload + 2)

    def sequence(self) -> i64:
        """The sequence number, when the packet is a TCP segment."""
        return get32(self.quoted.data, self.quoted.payload + 4)

    def is_transient(self) -> bool:
        """Whether it may pass: host or net unreachable, time exceeded (RFC 1122 4.2.3.9)."""
        return self.kind != icmp.UNREACHABLE or self.code not in (
            icmp.PROTOCOL_UNREACHABLE,
            icmp.PORT_UNREACHABLE,
        )


class Icmp:
    """The protocol on one interface."""

    def __init__(self, interface: Interface) -> None:
        self.interface = interface
        self.counters = Counters()
        self.errors = RateLimit(ERRORS_PER_SECOND, ERROR_BURST)

    def receive(self, packet: ipv4.Ipv4, now: i64) -> Report | None:
        """Take in a message; a report if it is one that a transport should see."""
        data = packet.data
        start = packet.payload
        icmp.check(data, start, packet.end)
        kind = get8(data, start)
        self.counters.datagrams_in += 1
        if kind == icmp.ECHO_REQUEST:
            self._reply(packet, now)
        elif kind in (icmp.UNREACHABLE, icmp.TIME_EXCEEDED, icmp.PARAMETER_PROBLEM):
            return self._report(packet)
        else:
            self.counters.count("icmp: ignored type")
        return None

    def _reply(self, packet: ipv4.Ipv4, now: i64) -> None:
        """Answer an echo request; those to a broadcast address are not (RFC 1122 3.2.2.6)."""
        if not self.interface.is_local(packet.destination) or packet.source == ANY:
            self.counters.count("icmp: echo to a group")
            return
        data = packet.data
        start = packet.payload
        body = data[start + icmp.BODY : packet.end]
        self._send(
            icmp.ECHO_REPLY, 0, get32(data, start + icmp.REST), body, packet.destination, packet.source, now
        )

    def _report(self, packet: ipv4.Ipv4) -> Report | None:
        start = packet.payload
        data = packet.data[: packet.end]
        quoted = ipv4.read_header(data, start + icmp.BODY)
        if len(data) - quoted.payload < QUOTED_PORTS or quoted.fragment & ipv4.OFFSET_MASK != 0:
            self.counters.count("icmp: quotes too little")
            return None
        if quoted.source != self.interface.source_for(quoted.destination):
            self.counters.count("icmp: quotes another's packet")
            return None
        return Report(get8(data, start), get8(data, start + 1), icmp.next_mtu(data, start), quoted)

    def unreachable(self, packet: ipv4.Ipv4, code: i64, now: i64) -> None:
        """Report that a packet could not be delivered."""
        self._send_report(packet, icmp.UNREACHABLE, code, now)

    def reassembly_expired(self, first: ipv4.Ipv4, now: i64) -> None:
        """Report that fragments of a datagram did not come (RFC 1122 3.3.2)."""
        self._send_report(first, icmp.TIME_EXCEEDED, icmp.REASSEMBLY_TIME, now)

    def _send_report(self, packet: ipv4.Ipv4, kind: i64, code: i64, now: i64) -> None:
        """Quote the packet in a report, where RFC 1122 3.2.2 allows one."""
        if not self._may_report(packet):
            return
        if not self.errors.allow(now):
            self.counters.count("icmp: rate limit")
            return
        end = min(packet.end, packet.start + icmp.QUOTED)
        body = packet.data[packet.start : end]
        self._send(kind, code, 0, body, packet.destination, packet.source, now)

    def _may_report(self, packet: ipv4.Ipv4) -> bool:
        if not self.interface.is_local(packet.destination) or is_multicast(packet.destination):
            return False
        if not is_unicast_source(packet.source) or self.interface.is_broadcast(packet.source):
            return False
        if packet.protocol != ipv4.ICMP:
            return True
        return packet.end > packet.payload and not icmp.is_error(get8(packet.data, packet.payload))

    def _send(
        self, kind: i64, code: i64, rest: i64, body: bytes, source: i64, destination: i64, now: i64
    ) -> None:
        message = bytearray(PAYLOAD + icmp.HEADER_SIZE + len(body))
        icmp.write(message, PAYLOAD, kind, code, rest, body)
        self.counters.datagrams_out += 1
        self.interface.send(message, ipv4.ICMP, source, destination, 0, now)
