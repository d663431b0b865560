"""ICMP messages (RFC 792, RFC 1191, RFC 1122)."""

from mypy_extensions import i64

from sesha.guest.net.wire.checksum import finish, is_valid, sum_bytearray, sum_bytes
from sesha.guest.net.wire.fields import get16, put8, put16, put32, put_bytes
from sesha.guest.net.wire.malformed import Malformed

TYPE = 0
CODE = 1
CHECKSUM = 2
REST = 4
NEXT_MTU = 6
BODY = 8
HEADER_SIZE = 8

ECHO_REPLY = 0
UNREACHABLE = 3
SOURCE_QUENCH = 4
REDIRECT = 5
ECHO_REQUEST = 8
TIME_EXCEEDED = 11
PARAMETER_PROBLEM = 12

NET_UNREACHABLE = 0
HOST_UNREACHABLE = 1
PROTOCOL_UNREACHABLE = 2
PORT_UNREACHABLE = 3
FRAGMENTATION_NEEDED = 4
SOURCE_ROUTE_FAILED = 5
REASSEMBLY_TIME = 1

QUOTED = 548
"""Bytes of the original packet that an error quotes: all within 576 (RFC 1812 4.3.2.3)."""


def check(data: bytes, start: i64, end: i64) -> None:
    """Refuse a message that is too short or damaged."""
    if end - start < HEADER_SIZE:
        raise Malformed("icmp: short")
    if not is_valid(sum_bytes(data, start, end)):
        raise Malformed("icmp: checksum")


def is_error(kind: i64) -> bool:
    """Whether a message of the type reports an error, to which no error may be sent."""
    return kind in (UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM)


def next_mtu(data: bytes, start: i64) -> i64:
    """The MTU of the next hop in a "fragmentation needed" message; 0 from old routers."""
    return get16(data, start + NEXT_MTU)


def write(packet: bytearray, at: i64, kind: i64, code: i64, rest: i64, body: bytes) -> None:
    """Write a message at packet[at:], which ends where the message ends."""
    put8(packet, at + TYPE, kind)
    put8(packet, at + CODE, code)
    put16(packet, at + CHECKSUM, 0)
    put32(packet, at + REST, rest)
    put_bytes(packet, at + BODY, body)
    put16(packet, at + CHECKSUM, finish(sum_bytearray(packet, at, at + BODY + len(body))))
