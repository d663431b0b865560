"""Ethernet II framing (IEEE 802.3): no VLAN tags, no length-typed frames."""

from mypy_extensions import i64

from sesha.guest.net.wire.fields import get16, get48, put16, put48

DESTINATION = 0
SOURCE = 6
TYPE = 12
HEADER_SIZE = 14

TYPE_IPV4 = 0x0800
TYPE_ARP = 0x0806


def destination(frame: bytes) -> i64:
    return get48(frame, DESTINATION)


def source(frame: bytes) -> i64:
    return get48(frame, SOURCE)


def ethertype(frame: bytes) -> i64:
    return get16(frame, TYPE)


def write_header(frame: bytearray, to: i64, origin: i64, kind: i64) -> None:
    """Fill the first 14 bytes."""
    put48(frame, DESTINATION, to)
    put48(frame, SOURCE, origin)
    put16(frame, TYPE, kind)
