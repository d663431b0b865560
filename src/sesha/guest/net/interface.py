"""One network interface: between frames and IPv4 packets.

In: Ethernet, ARP, the checks that RFC 1122 3.2.1 asks for, reassembly. Out: the choice of source
and next hop, the IPv4 header, fragmentation, the neighbour's address. Packets to ourselves go
round through `looped`, which the stack empties.

Packets on their way out are bytearrays with room for the Ethernet and IPv4 headers in front
(PAYLOAD is where the transport's header begins), so that nothing is copied on the way down.
"""

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.device import Device
from sesha.guest.net.errors import EADDRNOTAVAIL, EMSGSIZE, ENETUNREACH, ENOBUFS
from sesha.guest.net.neighbours import Neighbours
from sesha.guest.net.reassembly import Reassembly
from sesha.guest.net.wire import arp, ethernet, ipv4
from sesha.guest.net.wire.address import (
    ANY,
    BROADCAST,
    LINK_BROADCAST,
    LOOPBACK,
    is_link_group,
    is_loopback,
    is_multicast,
    is_unicast_source,
    link_multicast,
)
from sesha.guest.net.wire.fields import put_part
from sesha.guest.net.wire.malformed import Malformed

PAYLOAD = ethernet.HEADER_SIZE + ipv4.HEADER_SIZE
"""Where the payload begins in a packet that is being built."""

TTL = 64
MAXIMUM_LOOPED = 512


class Interface:
    """Addresses, counters and tables of one device."""

    def __init__(self, device: Device, identification: i64) -> None:
        """`identification` is random: where the IPv4 identifications begin."""
        self.device = device
        self.mtu = device.mtu
        self.address: i64 = ANY
        self.mask: i64 = 0
        self.gateway: i64 = ANY
        self.identification = identification
        self.counters = Counters()
        self.neighbours = Neighbours(device, self.counters)
        self.reassembly = Reassembly(self.counters)
        self.looped: list[bytes] = []
        self.configuring = False
        """While an address is being asked for, datagrams to any address are let in."""

    def configure(self, address: i64, mask: i64, gateway: i64) -> None:
        """Take an address, replacing the one before, and claim it; ANY takes it away."""
        self.address = address
        self.mask = mask
        self.gateway = gateway
        self.neighbours.clear()
        self.neighbours.claim(address)

    # --- in ----------------------------------------------------------------------------------
    def receive(self, frame: bytes, now: i64) -> ipv4.Ipv4 | None:
        """Take in a frame; the packet in it if it is one for the protocols above."""
        counters = self.counters
        counters.frames_in += 1
        counters.bytes_in += len(frame)
        if len(frame) < ethernet.HEADER_SIZE:
            counters.count("ethernet: short")
            return None
        to = ethernet.destination(frame)
        if to != self.device.mac and not is_link_group(to):
            counters.count("ethernet: for another")
            return None
        kind = ethernet.ethertype(frame)
        try:
            if kind == ethernet.TYPE_IPV4:
                return self.receive_packet(frame, is_link_group(to), now)
            if kind == ethernet.TYPE_ARP:
                self.neighbours.receive(arp.parse(frame, ethernet.HEADER_SIZE), now)
            else:
                counters.count("ethernet: type")
        except Malformed as problem:
            counters.count(str(problem))
        return None

    def receive_packet(self, frame: bytes, group: bool, now: i64) -> ipv4.Ipv4 | None:
        """The packet in the frame, if it is for us and whole. Raises Malformed."""
        header = ipv4.parse(frame, ethernet.HEADER_SIZE)
        reason = self._refusal(header, group)
        if reason != "":
            self.counters.count(reason)
            return None
        if header.fragment & (ipv4.MORE_FRAGMENTS | ipv4.OFFSET_MASK) != 0:
            return self.reassembly.add(header, now)
        return header

    def receive_looped(self, frame: bytes, now: i64) -> ipv4.Ipv4 | None:
        """The packet in a frame that we sent to ourselves."""
        header = ipv4.parse(frame, ethernet.HEADER_SIZE)
        if header.fragment & (ipv4.MORE_FRAGMENTS | ipv4.OFFSET_MASK) != 0:
            return self.reassembly.add(header, now)
        return header

    def _refusal(self, header: ipv4.Ipv4, group: bool) -> str:
        """Why a packet from the wire is not for us; empty when it is (RFC 1122 3.2.1.3)."""
        source = header.source
        destination = header.destination
        if not is_unicast_source(source) and source != ANY:
            return "ipv4: source address"
        if is_loopback(source) or is_loopback(destination):
            return "ipv4: loopback address on the wire"
        if source == self.address and source != ANY:
            return "ipv4: from our own address"
        if destination == self.address and destination != ANY:
            return "ipv4: unicast in a link broadcast" if group else ""
        if self.is_broadcast(destination) or self.configuring:
            return ""
        return "ipv4: for another"

    def is_broadcast(self, address: i64) -> bool:
        """Whether the address means everybody here."""
        if address == BROADCAST:
            return True
        if self.address == ANY or self.mask >= 0xFFFFFFFE:
            return False
        return address == self.address | self.mask ^ 0xFFFFFFFF

    def is_local(self, address: i64) -> bool:
        """Whether packets to the address come back to us."""
        return is_loopback(address) or (address == self.address and address != ANY)

    # --- out ---------------------------------------------------------------------------------
    def source_for(self, destination: i64) -> i64:
        """The address of ours that packets to the destination carry."""
        return LOOPBACK if is_loopback(destination) else self.address

    def route(self, destination: i64) -> i64:
        """0 if packets can be sent to the unicast destination, else an error number."""
        if self.is_local(destination) or destination == BROADCAST:
            return 0
        if self.address == ANY:
            return ENETUNREACH
        if (destination ^ self.address) & self.mask == 0 or is_multicast(destination):
            return 0
        return ENETUNREACH if self.gateway == ANY else 0

    def send(
        self, packet: bytearray, protocol: i64, source: i64, destination: i64, fragment: i64, now: i64
    ) -> i64:
        """Send a packet whose payload is in place; 0 or an error number.

        `fragment` is DONT_FRAGMENT, or 0 to let the packet be cut up where a link needs it.
        """
        length: i64 = len(packet) - ethernet.HEADER_SIZE
        if length > self.mtu and not self.is_local(destination):
            if fragment != 0:
                return EMSGSIZE
            return self._send_fragments(packet, protocol, source, destination, now)
        identification: i64 = 0
        if fragment == 0:
            identification = self._next_identification()
        ipv4.write_header(
            packet,
            ethernet.HEADER_SIZE,
            length,
            0,
            identification,
            fragment,
            TTL,
            protocol,
            source,
            destination,
        )
        return self._send_to_next_hop(packet, destination, now)

    def _next_identification(self) -> i64:
        self.identification = (self.identification + 1) & 0xFFFF
        return self.identification

    def _send_to_next_hop(self, packet: bytearray, destination: i64, now: i64) -> i64:
        if self.is_local(destination):
            return self._loop(packet)
        if self.is_broadcast(destination):
            self.neighbours.transmit_group(packet, LINK_BROADCAST)
            return 0
        if is_multicast(destination):
            self.neighbours.transmit_group(packet, link_multicast(destination))
            return 0
        if self.address == ANY:
            return ENETUNREACH
        hop = destination
        if (destination ^ self.address) & self.mask != 0:
            hop = self.gateway
            if hop == ANY:
                return ENETUNREACH
        if not is_unicast_source(hop):
            return EADDRNOTAVAIL
        self.neighbours.send(packet, hop, now)
        return 0

    def _loop(self, packet: bytearray) -> i64:
        if len(self.looped) >= MAXIMUM_LOOPED:
            self.counters.count("loopback: queue full")
            return ENOBUFS
        self.looped.append(bytes(packet))
        return 0

    def _send_fragments(
        self, packet: bytearray, protocol: i64, source: i64, destination: i64, now: i64
    ) -> i64:
        """Cut the payload into pieces of a multiple of eight bytes that fit the link."""
        identification = self._next_identification()
        step = (self.mtu - ipv4.HEADER_SIZE) & ~7
        end: i64 = len(packet)
        at = PAYLOAD
        while at < end:
            last = min(at + step, end)
            piece = bytearray(PAYLOAD + last - at)
            put_part(piece, PAYLOAD, packet, at, last - at)
            field = (at - PAYLOAD) // 8 | (ipv4.MORE_FRAGMENTS if last < end else 0)
            length: i64 = len(piece) - ethernet.HEADER_SIZE
            ipv4.write_header(
                piece,
                ethernet.HEADER_SIZE,
                length,
                0,
                identification,
                field,
                TTL,
                protocol,
                source,
                destination,
            )
            error = self._send_to_next_hop(piece, destination, now)
            if error != 0:
                return error
            at = last
        return 0

    # --- time --------------------------------------------------------------------------------
    def poll(self, now: i64) -> i64:
        """Do what is due; the next deadline."""
        return min(self.neighbours.poll(now), self.reassembly.poll(now))
