"""UDP (RFC 768)."""

from mypy_extensions import i64

from sesha.guest.net.wire.checksum import finish, is_valid, pseudo_header, sum_bytearray, sum_bytes
from sesha.guest.net.wire.fields import get16, put16, put_bytes
from sesha.guest.net.wire.malformed import Malformed

SOURCE_PORT = 0
DESTINATION_PORT = 2
LENGTH = 4
CHECKSUM = 6
HEADER_SIZE = 8

PROTOCOL = 17
MAXIMUM_PAYLOAD = 65507


def check(data: bytes, start: i64, end: i64, source: i64, destination: i64) -> i64:
    """The end of the datagram at data[start:end]; raises when it is short or damaged."""
    if end - start < HEADER_SIZE:
        raise Malformed("udp: short")
    length = get16(data, start + LENGTH)
    if length < HEADER_SIZE or start + length > end:
        raise Malformed("udp: length")
    if get16(data, start + CHECKSUM) != 0:
        total = pseudo_header(source, destination, PROTOCOL, length)
        if not is_valid(total + sum_bytes(data, start, start + length)):
            raise Malformed("udp: checksum")
    return start + length


def source_port(data: bytes, start: i64) -> i64:
    return get16(data, start + SOURCE_PORT)


def destination_port(data: bytes, start: i64) -> i64:
    return get16(data, start + DESTINATION_PORT)


def write(
    packet: bytearray, at: i64, port: i64, to_port: i64, payload: bytes, source: i64, destination: i64
) -> None:
    """Write header and payload at packet[at:], which ends where the payload ends."""
    length: i64 = HEADER_SIZE + len(payload)
    put16(packet, at + SOURCE_PORT, port)
    put16(packet, at + DESTINATION_PORT, to_port)
    put16(packet, at + LENGTH, length)
    put16(packet, at + CHECKSUM, 0)
    put_bytes(packet, at + HEADER_SIZE, payload)
    total = pseudo_header(source, destination, PROTOCOL, length) + sum_bytearray(packet, at, at + length)
    put16(packet, at + CHECKSUM, finish(total) or 0xFFFF)
