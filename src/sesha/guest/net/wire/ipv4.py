"""The IPv4 header (RFC 791)."""

from mypy_extensions import i64

from sesha.guest.net.wire.checksum import finish, is_valid, sum_bytearray, sum_bytes
from sesha.guest.net.wire.fields import get8, get32, put16, put32
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
        start: i64,
        payload: i64,
        end: i64,
        tos: i64,
        identification: i64,
        fragment: i64,
        ttl: i64,
        protocol: i64,
        source: i64,
        destination: i64,
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


def parse(data: bytes, start: i64) -> Ipv4:
    """The header at data[start:], checksum verified; bytes after the total length are padding."""
    header = read_header(data, start)
    if header.end > len(data):
        raise Malformed("ipv4: truncated")
    if not is_valid(sum_bytes(data, start, header.payload)):
        raise Malformed("ipv4: checksum")
    if header.payload > start + HEADER_SIZE:
        _check_options(data, start + OPTIONS, header.payload)
    return header


def read_header(data: bytes, start: i64) -> Ipv4:
    """The header alone, as it is quoted in ICMP errors: neither payload nor checksum verified."""
    if len(data) - start < HEADER_SIZE:
        raise Malformed("ipv4: short")
    first = get32(data, start + VERSION_IHL)
    if first >> 28 != 4:
        raise Malformed("ipv4: version")
    payload = start + (first >> 24 & 15) * 4
    end = start + (first & 0xFFFF)
    if payload < start + HEADER_SIZE or payload > len(data) or end < payload:
        raise Malformed("ipv4: length")
    second = get32(data, start + IDENTIFICATION)
    third = get32(data, start + TTL)
    return Ipv4(
        data,
        start,
        payload,
        end,
        first >> 16 & 0xFF,
        second >> 16,
        second & 0xFFFF,
        third >> 24,
        third >> 16 & 0xFF,
        get32(data, start + SOURCE),
        get32(data, start + DESTINATION),
    )


def _check_options(data: bytes, at: i64, end: i64) -> None:
    """Refuse options that do not fit and source routes; all others are ignored."""
    while at < end:
        kind = get8(data, at)
        if kind == OPTION_END:
            return
        if kind == OPTION_NOP:
            at += 1
            continue
        if at + 1 >= end or get8(data, at + 1) < 2 or at + get8(data, at + 1) > end:
            raise Malformed("ipv4: option length")
        if kind in (OPTION_LOOSE_ROUTE, OPTION_STRICT_ROUTE):
            raise Malformed("ipv4: source route")
        at += get8(data, at + 1)


def write_header(
    packet: bytearray,
    at: i64,
    length: i64,
    tos: i64,
    identification: i64,
    fragment: i64,
    ttl: i64,
    protocol: i64,
    source: i64,
    destination: i64,
) -> None:
    """Write a header without options at packet[at:]; `length` counts it and the payload."""
    put32(packet, at + VERSION_IHL, 0x45 << 24 | tos << 16 | length)
    put32(packet, at + IDENTIFICATION, identification << 16 | fragment)
    put32(packet, at + TTL, ttl << 24 | protocol << 16)
    put32(packet, at + SOURCE, source)
    put32(packet, at + DESTINATION, destination)
    put16(packet, at + CHECKSUM, finish(sum_bytearray(packet, at, at + HEADER_SIZE)))
