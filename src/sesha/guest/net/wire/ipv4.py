"""The IPv4 header (RFC 791)."""

from sesha.guest.net.wire.checksum import finish, is_valid, sum_bytearray, sum_bytes
from sesha.guest.net.wire.fields import get16, get32, put16, put32
from sesha.guest.net.wire.malformed import Malformed

VERSION_IHL = 0
TOS = 1
TOTAL_LENGTH = 2
IDENTIFICATION = 4
FLAGS_OFFSET = 6
TTL = 8
PROTOCOL = 9
CHECKSUM = 10
SOURCE = 12
DESTINATION = 16
OPTIONS = 20
HEADER_SIZE = 20

DONT_FRAGMENT = 0x4000
MORE_FRAGMENTS = 0x2000
OFFSET_MASK = 0x1FFF

ICMP = 1
TCP = 6
UDP = 17

OPTION_END = 0
OPTION_NOP = 1
OPTION_LOOSE_ROUTE = 131
OPTION_STRICT_ROUTE = 137

MINIMUM_MTU = 68


class Ipv4:
    """One parsed header; it stands at data[start:payload], its payload at data[payload:end]."""

    def __init__(
        self,
        data: bytes,
        start: int,
        payload: int,
        end: int,
        tos: int,
        identification: int,
        fragment: int,
        ttl: int,
        protocol: int,
        source: int,
        destination: int,
    ) -> None:
        self.data = data
        self.start = start
        self.payload = payload
        self.end = end
        self.tos = tos
        self.identification = identification
        self.fragment = fragment
        """The flags and the offset in units of 8 bytes, as on the wire."""
        self.ttl = ttl
        self.protocol = protocol
        self.source = source
        self.destination = destination


def parse(data: bytes, start: int) -> Ipv4:
    """The header at data[start:], checksum verified; bytes after the total length are padding."""
    header = read_header(data, start)
    if header.end > len(data):
        raise Malformed("ipv4: truncated")
    if not is_valid(sum_bytes(data, start, header.payload)):
        raise Malformed("ipv4: checksum")
    if header.payload > start + HEADER_SIZE:
        _check_options(data, start + OPTIONS, header.payload)
    return header


def read_header(data: bytes, start: int) -> Ipv4:
    """The header alone, as it is quoted in ICMP errors: neither payload nor checksum verified."""
    if len(data) - start < HEADER_SIZE:
        raise Malformed("ipv4: short")
    if data[start] >> 4 != 4:
        raise Malformed("ipv4: version")
    payload = start + (data[start] & 15) * 4
    end = start + get16(data, start + TOTAL_LENGTH)
    if payload < start + HEADER_SIZE or payload > len(data) or end < payload:
        raise Malformed("ipv4: length")
    return Ipv4(
        data,
        start,
        payload,
        end,
        data[start + TOS],
        get16(data, start + IDENTIFICATION),
        get16(data, start + FLAGS_OFFSET),
        data[start + TTL],
        data[start + PROTOCOL],
        get32(data, start + SOURCE),
        get32(data, start + DESTINATION),
    )


def _check_options(data: bytes, at: int, end: int) -> None:
    """Refuse options that do not fit and source routes; all others are ignored."""
    while at < end:
        kind = data[at]
        if kind == OPTION_END:
            return
        if kind == OPTION_NOP:
            at += 1
            continue
        if at + 1 >= end or data[at + 1] < 2 or at + data[at + 1] > end:
            raise Malformed("ipv4: option length")
        if kind in (OPTION_LOOSE_ROUTE, OPTION_STRICT_ROUTE):
            raise Malformed("ipv4: source route")
        at += data[at + 1]


def write_header(
    packet: bytearray,
    at: int,
    length: int,
    tos: int,
    identification: int,
    fragment: int,
    ttl: int,
    protocol: int,
    source: int,
    destination: int,
) -> None:
    """Write a header without options at packet[at:]; `length` counts it and the payload."""
    packet[at + VERSION_IHL] = 0x45
    packet[at + TOS] = tos
    put16(packet, at + TOTAL_LENGTH, length)
    put16(packet, at + IDENTIFICATION, identification)
    put16(packet, at + FLAGS_OFFSET, fragment)
    packet[at + TTL] = ttl
    packet[at + PROTOCOL] = protocol
    put16(packet, at + CHECKSUM, 0)
    put32(packet, at + SOURCE, source)
    put32(packet, at + DESTINATION, destination)
    put16(packet, at + CHECKSUM, finish(sum_bytearray(packet, at, at + HEADER_SIZE)))
