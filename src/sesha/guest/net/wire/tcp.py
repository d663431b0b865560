"""The TCP segment (RFC 9293 3.1): fixed header and checksum. Options stand in tcp_options.py."""

from mypy_extensions import i64

from sesha.guest.net.wire.checksum import finish, is_valid, pseudo_header, sum_bytearray, sum_bytes
from sesha.guest.net.wire.fields import get32, put16, put32
from sesha.guest.net.wire.malformed import Malformed
from sesha.guest.net.wire.tcp_options import NO_OPTIONS, Options, read_options, read_timestamps

SOURCE_PORT = 0
DESTINATION_PORT = 2
SEQUENCE = 4
ACKNOWLEDGEMENT = 8
DATA_OFFSET = 12
FLAGS = 13
WINDOW = 14
CHECKSUM = 16
URGENT = 18
OPTIONS = 20
HEADER_SIZE = 20

PROTOCOL = 6

FIN = 0x01
SYN = 0x02
RST = 0x04
PSH = 0x08
ACK = 0x10
URG = 0x20
ECE = 0x40
CWR = 0x80


class Segment:
    """A received segment; the payload is data[payload:end] of the packet that was parsed."""

    def __init__(
        self,
        data: bytes,
        source_port: i64,
        destination_port: i64,
        sequence: i64,
        acknowledgement: i64,
        flags: i64,
        window: i64,
        payload: i64,
        end: i64,
        options: Options,
    ) -> None:
        self.data = data
        self.source_port = source_port
        self.destination_port = destination_port
        self.sequence = sequence
        self.acknowledgement = acknowledgement
        self.flags = flags
        self.window = window
        """The field as it is on the wire, not yet scaled."""
        self.payload = payload
        self.end = end
        self.options = options

    def length(self) -> i64:
        """Octets of sequence space: the data, SYN and FIN."""
        flags = self.flags
        size = self.end - self.payload
        if flags & (SYN | FIN) == 0:
            return size
        return size + (flags & 1) + (flags >> 1 & 1)


def parse(data: bytes, start: i64, end: i64, source: i64, destination: i64) -> Segment:
    """The segment at data[start:end] that came between the addresses, checksum verified."""
    if end - start < HEADER_SIZE:
        raise Malformed("tcp: short")
    offset_flags_window = get32(data, start + DATA_OFFSET)
    payload = start + (offset_flags_window >> 28) * 4
    if payload < start + HEADER_SIZE or payload > end:
        raise Malformed("tcp: data offset")
    if not is_valid(pseudo_header(source, destination, PROTOCOL, end - start) + sum_bytes(data, start, end)):
        raise Malformed("tcp: checksum")
    ports = get32(data, start + SOURCE_PORT)
    flags = offset_flags_window >> 16 & 0xFF
    options = NO_OPTIONS
    if payload > start + HEADER_SIZE:
        found = read_timestamps(data, start + OPTIONS, payload) if flags & SYN == 0 else None
        options = read_options(data, start + OPTIONS, payload) if found is None else found
    return Segment(
        data,
        ports >> 16,
        ports & 0xFFFF,
        get32(data, start + SEQUENCE),
        get32(data, start + ACKNOWLEDGEMENT),
        flags,
        offset_flags_window & 0xFFFF,
        payload,
        end,
        options,
    )


def write_header(
    packet: bytearray,
    at: i64,
    source_port: i64,
    destination_port: i64,
    sequence: i64,
    acknowledgement: i64,
    header: i64,
    flags: i64,
    window: i64,
) -> None:
    """Write the fixed part; `header` is its size with options, `window` the field's value."""
    put32(packet, at + SOURCE_PORT, source_port << 16 | destination_port)
    put32(packet, at + SEQUENCE, sequence)
    put32(packet, at + ACKNOWLEDGEMENT, acknowledgement)
    put32(packet, at + DATA_OFFSET, header << 26 | flags << 16 | window)


def write_checksum(packet: bytearray, at: i64, source: i64, destination: i64) -> None:
    """Fill in the checksum of the segment packet[at:], whose field is still zero."""
    end: i64 = len(packet)
    total = pseudo_header(source, destination, PROTOCOL, end - at) + sum_bytearray(packet, at, end)
    put16(packet, at + CHECKSUM, finish(total))
