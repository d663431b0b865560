"""ARP for IPv4 over Ethernet (RFC 826)."""

from mypy_extensions import i64

from sesha.guest.net.wire.ethernet import HEADER_SIZE, TYPE_ARP, write_header
from sesha.guest.net.wire.fields import get8, get16, get32, get48, put8, put16, put32, put48
from sesha.guest.net.wire.malformed import Malformed

HARDWARE = 0
PROTOCOL = 2
HARDWARE_SIZE = 4
PROTOCOL_SIZE = 5
OPERATION = 6
SENDER_MAC = 8
SENDER_IP = 14
TARGET_MAC = 18
TARGET_IP = 24
SIZE = 28

HARDWARE_ETHERNET = 1
PROTOCOL_IPV4 = 0x0800
REQUEST = 1
REPLY = 2


class Arp:
    """One ARP packet; operations other than request and reply are kept as they are."""

    def __init__(
        self, operation: i64, sender_mac: i64, sender_ip: i64, target_mac: i64, target_ip: i64
    ) -> None:
        self.operation = operation
        self.sender_mac = sender_mac
        self.sender_ip = sender_ip
        self.target_mac = target_mac
        self.target_ip = target_ip


def parse(data: bytes, start: i64) -> Arp:
    """The ARP packet at data[start:]; padding after it is ignored."""
    if len(data) - start < SIZE:
        raise Malformed("arp: short")
    if get16(data, start + HARDWARE) != HARDWARE_ETHERNET or get16(data, start + PROTOCOL) != PROTOCOL_IPV4:
        raise Malformed("arp: not IPv4 over Ethernet")
    if get8(data, start + HARDWARE_SIZE) != 6 or get8(data, start + PROTOCOL_SIZE) != 4:
        raise Malformed("arp: address size")
    return Arp(
        get16(data, start + OPERATION),
        get48(data, start + SENDER_MAC),
        get32(data, start + SENDER_IP),
        get48(data, start + TARGET_MAC),
        get32(data, start + TARGET_IP),
    )


def emit(packet: Arp, to: i64) -> bytearray:
    """The packet as an Ethernet frame to the link address."""
    frame = bytearray(HEADER_SIZE + SIZE)
    write_header(frame, to, packet.sender_mac, TYPE_ARP)
    put16(frame, HEADER_SIZE + HARDWARE, HARDWARE_ETHERNET)
    put16(frame, HEADER_SIZE + PROTOCOL, PROTOCOL_IPV4)
    put8(frame, HEADER_SIZE + HARDWARE_SIZE, 6)
    put8(frame, HEADER_SIZE + PROTOCOL_SIZE, 4)
    put16(frame, HEADER_SIZE + OPERATION, packet.operation)
    put48(frame, HEADER_SIZE + SENDER_MAC, packet.sender_mac)
    put32(frame, HEADER_SIZE + SENDER_IP, packet.sender_ip)
    put48(frame, HEADER_SIZE + TARGET_MAC, packet.target_mac)
    put32(frame, HEADER_SIZE + TARGET_IP, packet.target_ip)
    return frame
