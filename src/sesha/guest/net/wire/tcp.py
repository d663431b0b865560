"""The TCP segment (RFC 9293 3.1): fixed header and checksum. Options stand in tcp_options.py."""

from sesha.guest.net.wire.checksum import finish, is_valid, pseudo_header, sum_bytearray, sum_bytes
from sesha.guest.net.wire.fields import get16, get32, put16, put32
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
        source_port: int,
        destination_port: int,
        sequence: int,
        acknowledgement: int,
        flags: int,
        window: int,
        payload: int,
        end: int,
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

    def length(self) -> int:
        """Octets of sequence space: the data, SYN and FIN."""
        flags = self.flags
        size = self.end - self.payload
        if flags & (SYN | FIN) == 0:
            return size
        return size + (flags & 1) + (flags >> 1 & 1)


def parse(data: bytes, start: int, end: int, source: int, destination: int) -> Segment:
    """The segment at data[start:end] that came between the addresses, checksum verified."""
    if end - start < HEADER_SIZE:
        raise Malformed("tcp: short")
    payload = start + (data[start + DATA_OFFSET] >> 4) * 4
    if payload < start + HEADER_SIZE or payload > end:
        raise Malformed("tcp: data offset")
    if not is_valid(pseudo_header(source, destination, PROTOCOL, end - start) + sum_bytes(data, start, end)):
        raise Malformed("tcp: checksum")
    flags = data[start + FLAGS]
    options = NO_OPTIONS
    if payload > start + HEADER_SIZE:
        found = read_timestamps(data, start + OPTIONS, payload) if flags & SYN == 0 else None
        options = read_options(data, start + OPTIONS, payload) if found is None else found
    return Segment(
        data,
        get16(data, start + SOURCE_PORT),
        get16(data, start + DESTINATION_PORT),
        get32(data, start + SEQUENCE),
        get32(data, start + ACKNOWLEDGEMENT),
        flags,
        get16(data, start + WINDOW),
        payload,
        end,
        options,
    )


def write_header(
    packet: bytearray,
    at: int,
    source_port: int,
    destination_port: int,
    sequence: int,
    acknowledgement: int,
    header: int,
    flags: int,
    window: int,
) -> None:
    """Write the fixed part; `header` is its size with options, `window` the field's value."""
    put16(packet, at + SOURCE_PORT, source_port)
    put16(packet, at + DESTINATION_PORT, destination_port)
    put32(packet, at + SEQUENCE, sequence)
    put32(packet, at + ACKNOWLEDGEMENT, acknowledgement)
    packet[at + DATA_OFFSET] = header << 2
    packet[at + FLAGS] = flags
    put16(packet, at + WINDOW, window)


def write_checksum(packet: bytearray, at: int, source: int, destination: int) -> None:
    """Fill in the checksum of the segment packet[at:], whose field is still zero."""
    end = len(packet)
    total = pseudo_header(source, destination, PROTOCOL, end - at) + sum_bytearray(packet, at, end)
    put16(packet, at + CHECKSUM, finish(total))
