"""DHCP messages (RFC 2131, options of RFC 2132)."""

from mypy_extensions import i64

from sesha.guest.net.wire.fields import get8, get16, get32, get48, put8, put16, put32, put48
from sesha.guest.net.wire.malformed import Malformed

OP = 0
HTYPE = 1
HLEN = 2
XID = 4
SECS = 8
FLAGS = 10
CIADDR = 12
YIADDR = 16
SIADDR = 20
CHADDR = 28
SNAME = 44
FILE = 108
COOKIE = 236
OPTIONS = 240

BOOTREQUEST = 1
BOOTREPLY = 2
MAGIC_COOKIE = 0x63825363
FLAG_BROADCAST = 0x8000
CLIENT_PORT = 68
SERVER_PORT = 67
MINIMUM_SIZE = 300
"""Some relays drop anything shorter (BOOTP's size)."""

PAD = 0
SUBNET_MASK = 1
ROUTER = 3
DNS_SERVERS = 6
HOST_NAME = 12
DOMAIN_NAME = 15
INTERFACE_MTU = 26
REQUESTED_ADDRESS = 50
LEASE_TIME = 51
OVERLOAD = 52
MESSAGE_TYPE = 53
SERVER_ID = 54
PARAMETER_LIST = 55
MAXIMUM_MESSAGE = 57
RENEWAL_TIME = 58
REBINDING_TIME = 59
CLIENT_ID = 61
END = 255

DISCOVER = 1
OFFER = 2
REQUEST = 3
DECLINE = 4
ACK = 5
NAK = 6
RELEASE = 7

OVERLOAD_FILE = 1
OVERLOAD_SNAME = 2


class Message:
    """One DHCP message; options maps codes to raw values, unknown ones too."""

    def __init__(self, op: i64, xid: i64, hardware: i64) -> None:
        self.op = op
        self.xid = xid
        self.hardware = hardware
        self.secs: i64 = 0
        self.flags: i64 = 0
        self.client_address: i64 = 0
        self.your_address: i64 = 0
        self.server_address: i64 = 0
        self.options: dict[int, bytes] = {}

    def kind(self) -> i64:
        """The message type option, 0 when there is none."""
        value = self.options.get(MESSAGE_TYPE, b"")
        return value[0] if len(value) == 1 else 0

    def word(self, code: i64) -> i64:
        """A four-byte option's value, or the first of a list of them; -1 when absent."""
        value = self.options.get(code, b"")
        return get32(value, 0) if len(value) >= 4 else -1

    def addresses(self, code: i64) -> list[int]:
        """All addresses of a list option."""
        value = self.options.get(code, b"")
        return [get32(value, at) for at in range(0, len(value) - 3, 4)]

    def text(self, code: i64) -> str:
        """A text option; bytes outside ASCII make it empty."""
        value = self.options.get(code, b"").rstrip(b"\0")
        return value.decode("ascii") if value.isascii() else ""


def parse(data: bytes) -> Message:
    """The message in a datagram's payload."""
    if len(data) < OPTIONS:
        raise Malformed("dhcp: short")
    if get32(data, COOKIE) != MAGIC_COOKIE:
        raise Malformed("dhcp: no magic cookie")
    if get8(data, HTYPE) != 1 or get8(data, HLEN) != 6:
        raise Malformed("dhcp: not Ethernet")
    message = Message(get8(data, OP), get32(data, XID), get48(data, CHADDR))
    message.secs = get16(data, SECS)
    message.flags = get16(data, FLAGS)
    message.client_address = get32(data, CIADDR)
    message.your_address = get32(data, YIADDR)
    message.server_address = get32(data, SIADDR)
    _read_options(message, data, OPTIONS, len(data))
    overload = message.options.get(OVERLOAD, b"\0")
    if len(overload) == 1 and overload[0] & OVERLOAD_FILE:
        _read_options(message, data, FILE, COOKIE)
    if len(overload) == 1 and overload[0] & OVERLOAD_SNAME:
        _read_options(message, data, SNAME, FILE)
    return message


def _read_options(message: Message, data: bytes, at: i64, end: i64) -> None:
    """Collect options; one that comes in parts is joined (RFC 3396)."""
    while at < end and get8(data, at) != END:
        code = get8(data, at)
        if code == PAD:
            at += 1
            continue
        if at + 1 >= end or at + 2 + get8(data, at + 1) > end:
            raise Malformed("dhcp: option length")
        size = get8(data, at + 1)
        message.options[code] = message.options.get(code, b"") + data[at + 2 : at + 2 + size]
        at += 2 + size


def emit(message: Message) -> bytes:
    """The payload of a datagram. Options go in their order, in parts where they are long; the message type
    should be the first, as some servers want."""
    packet = bytearray(OPTIONS)
    put8(packet, OP, message.op)
    put8(packet, HTYPE, 1)
    put8(packet, HLEN, 6)
    put32(packet, XID, message.xid)
    put16(packet, SECS, message.secs)
    put16(packet, FLAGS, message.flags)
    put32(packet, CIADDR, message.client_address)
    put32(packet, YIADDR, message.your_address)
    put32(packet, SIADDR, message.server_address)
    put48(packet, CHADDR, message.hardware)
    put32(packet, COOKIE, MAGIC_COOKIE)
    for code in message.options:
        value = message.options[code]
        for at in range(0, max(len(value), 1), 255):
            part = value[at : at + 255]
            packet.append(code)
            packet.append(len(part))
            packet += part
    packet.append(END)
    if len(packet) < MINIMUM_SIZE:
        packet += bytes(MINIMUM_SIZE - len(packet))
    return bytes(packet)
