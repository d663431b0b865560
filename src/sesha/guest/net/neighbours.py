"""Which Ethernet address a neighbour has (RFC 826, with the ageing and queueing of RFC 1122 2.3.2).

Bounds: so many entries, so many packets that wait for each, one request a second. An entry is only
made because we want to send to the address, or because its owner asked for ours.

Our own address is probed for, used at once, and announced if nobody else has answered meanwhile;
later it is defended, once in ten seconds (RFC 5227; waiting for the probe would delay the start).
"""

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.device import Device
from sesha.guest.net.timers import NEVER, SECOND
from sesha.guest.net.wire import arp
from sesha.guest.net.wire.address import LINK_BROADCAST, is_link_group, is_unicast_source
from sesha.guest.net.wire.ethernet import TYPE_IPV4, write_header

MAXIMUM_ENTRIES = 256
MAXIMUM_WAITING = 64
"""Packets for one address."""
MAXIMUM_WAITING_TOTAL = 256
FRESH_TIME = 60 * SECOND
REQUEST_INTERVAL = 1 * SECOND
MAXIMUM_REQUESTS = 3
PROBE_WAIT = 1 * SECOND
"""How long another owner of our address has to say so."""
ANNOUNCEMENTS = 2
ANNOUNCE_INTERVAL = 2 * SECOND
DEFEND_INTERVAL = 10 * SECOND

UNKNOWN = -1


class Neighbour:
    """What is known of one address; with `mac` UNKNOWN, packets wait for it."""

    def __init__(self, address: i64) -> None:
        self.address = address
        self.mac: i64 = UNKNOWN
        self.fresh_until: i64 = 0
        """Until then the entry is used without asking again."""
        self.request_at: i64 = NEVER
        """When the next request is due; NEVER while none is wanted."""
        self.requests: i64 = 0
        self.used: i64 = 0
        self.waiting: list[bytearray] = []


class Neighbours:
    """The cache of one interface, and its part of the ARP protocol."""

    def __init__(self, device: Device, counters: Counters) -> None:
        self.device = device
        self.counters = counters
        self.own_address: i64 = 0
        self.own_address_lost = False
        """Another host has our address and does not give way."""
        self.announcements: i64 = 0
        """Still to be made."""
        self.announce_at: i64 = NEVER
        self.defended_at = -DEFEND_INTERVAL
        self.entries: dict[int, Neighbour] = {}
        self.asking: i64 = 0
        """How many entries have a request due."""
        self.waiting: i64 = 0
        """Packets in all entries together."""
        self.unreachable: list[bytearray] = []
        """Packets whose neighbour did not answer, for the interface to report."""

    def send(self, packet: bytearray, address: i64, now: i64) -> None:
        """Send the packet (room for the Ethernet header in front) to the neighbour, or queue it."""
        entry = self.entries.get(address)
        if entry is None:
            entry = self._add(address, now)
        entry.used = now
        if entry.mac == UNKNOWN:
            self._queue(entry, packet)
        else:
            self._transmit(packet, entry.mac)
        if now >= entry.fresh_until and entry.request_at == NEVER:
            entry.requests = 0
            self._request(entry, now)

    def receive(self, packet: arp.Arp, now: i64) -> None:
        """Take in an ARP packet: learn, and answer if it asks for our address."""
        if packet.sender_mac == self.device.mac:
            return
        if is_link_group(packet.sender_mac) or packet.sender_mac == 0:
            self.counters.count("arp: sender's link address")
            return
        if packet.sender_ip == self.own_address and self.own_address != 0:
            self.counters.count("arp: address in use by another")
            self._defend(now)
            return
        for_us = packet.target_ip == self.own_address and self.own_address != 0
        asks = packet.operation == arp.REQUEST and for_us
        if is_unicast_source(packet.sender_ip):
            self._learn(packet.sender_ip, packet.sender_mac, asks, now)
        if asks:
            reply = arp.Arp(arp.REPLY, self.device.mac, self.own_address, packet.sender_mac, packet.sender_ip)
            self._put(arp.emit(reply, packet.sender_mac))

    def claim(self, address: i64) -> None:
        """Take an address of our own, or none (0): ask whether another has it (RFC 5227 2.1.1)."""
        self.own_address = address
        self.own_address_lost = False
        self.announce_at = NEVER
        self.announcements = 0 if address == 0 else ANNOUNCEMENTS
        if address != 0:
            self._put(arp.emit(arp.Arp(arp.REQUEST, self.device.mac, 0, 0, address), LINK_BROADCAST))

    def _announce(self) -> None:
        """Tell all neighbours our address (a gratuitous request, RFC 5227 2.3)."""
        own = self.own_address
        self._put(arp.emit(arp.Arp(arp.REQUEST, self.device.mac, own, 0, own), LINK_BROADCAST))

    def _poll_announcement(self, now: i64) -> None:
        if self.announce_at == NEVER:
            self.announce_at = now + PROBE_WAIT
        elif self.announce_at <= now:
            self._announce()
            self.announcements -= 1
            self.announce_at = now + ANNOUNCE_INTERVAL if self.announcements > 0 else NEVER

    def _defend(self, now: i64) -> None:
        """Another host says that it has our address: insist once, then give way (RFC 5227 2.4 b)."""
        probing = self.announcements == ANNOUNCEMENTS
        if probing or now - self.defended_at < DEFEND_INTERVAL:
            self.own_address_lost = True
        else:
            self.defended_at = now
            self._announce()

    def poll(self, now: i64) -> i64:
        """Announce our address and repeat requests that are due, and give up on silent neighbours;
        the next deadline."""
        if self.announcements > 0:
            self._poll_announcement(now)
        next_time = self.announce_at
        if self.asking == 0:
            return next_time
        for entry in list(self.entries.values()):
            if entry.request_at <= now:
                if entry.requests >= MAXIMUM_REQUESTS:
                    self._give_up(entry)
                else:
                    self._request(entry, now)
            next_time = min(next_time, entry.request_at)
        return next_time

    def clear(self) -> None:
        """Forget all neighbours: the interface's address changed."""
        self.entries.clear()
        self.asking = 0
        self.waiting = 0

    def _learn(self, address: i64, mac: i64, create: bool, now: i64) -> None:
        entry = self.entries.get(address)
        if entry is None:
            if not create:
                return
            entry = self._add(address, now)
        if entry.request_at != NEVER:
            entry.request_at = NEVER
            self.asking -= 1
        entry.mac = mac
        entry.fresh_until = now + FRESH_TIME
        waiting = self._take_waiting(entry)
        for packet in waiting:
            self._transmit(packet, mac)

    def _add(self, address: i64, now: i64) -> Neighbour:
        if len(self.entries) >= MAXIMUM_ENTRIES:
            self._evict()
        entry = Neighbour(address)
        entry.used = now
        self.entries[address] = entry
        return entry

    def _evict(self) -> None:
        """Forget the entry that was used longest ago."""
        oldest: Neighbour | None = None
        for entry in self.entries.values():
            if oldest is None or entry.used < oldest.used:
                oldest = entry
        if oldest is not None:
            self.counters.count("arp: cache full")
            self._forget(oldest)

    def _forget(self, entry: Neighbour) -> None:
        if entry.request_at != NEVER:
            self.asking -= 1
        self.waiting -= len(entry.waiting)
        del self.entries[entry.address]

    def _give_up(self, entry: Neighbour) -> None:
        self.counters.count("arp: no answer")
        for packet in self._take_waiting(entry):
            self.unreachable.append(packet)
        self._forget(entry)

    def _take_waiting(self, entry: Neighbour) -> list[bytearray]:
        waiting = entry.waiting
        entry.waiting = []
        self.waiting -= len(waiting)
        return waiting

    def _queue(self, entry: Neighbour, packet: bytearray) -> None:
        """Keep the packet until the address is known; the oldest makes room (RFC 1122 2.3.2.2)."""
        if self.waiting >= MAXIMUM_WAITING_TOTAL and not entry.waiting:
            self.counters.count("arp: too many packets wait")
            return
        if len(entry.waiting) >= MAXIMUM_WAITING or self.waiting >= MAXIMUM_WAITING_TOTAL:
            entry.waiting.pop(0)
            self.waiting -= 1
            self.counters.count("arp: too many packets wait")
        entry.waiting.append(packet)
        self.waiting += 1

    def _request(self, entry: Neighbour, now: i64) -> None:
        """Ask everybody; the owner of an entry that has become stale is asked directly first."""
        if entry.request_at == NEVER:
            self.asking += 1
        to = LINK_BROADCAST if entry.mac == UNKNOWN or entry.requests > 0 else entry.mac
        entry.requests += 1
        entry.request_at = now + REQUEST_INTERVAL
        request = arp.Arp(arp.REQUEST, self.device.mac, self.own_address, 0, entry.address)
        self._put(arp.emit(request, to))

    def _transmit(self, packet: bytearray, mac: i64) -> None:
        write_header(packet, mac, self.device.mac, TYPE_IPV4)
        self._put(packet)

    def transmit_group(self, packet: bytearray, mac: i64) -> None:
        """Send to a multicast or broadcast link address, which needs no resolution."""
        self._transmit(packet, mac)

    def _put(self, frame: bytearray) -> None:
        counters = self.counters
        counters.frames_out += 1
        counters.bytes_out += len(frame)
        if not self.device.transmit(frame):
            counters.count("device: no room")
