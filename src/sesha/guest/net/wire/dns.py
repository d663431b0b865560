"""DNS messages (RFC 1035) as a stub resolver needs them: one question, answers of any type.

Names are lower-case text without the final dot. Compression pointers must point backwards, so
that parsing ends; labels with bytes outside printable ASCII are refused.
"""

from mypy_extensions import i64

from sesha.guest.net.wire.fields import get8, get16, get32, put16
from sesha.guest.net.wire.malformed import Malformed

ID = 0
FLAGS = 2
QDCOUNT = 4
ANCOUNT = 6
NSCOUNT = 8
ARCOUNT = 10
HEADER_SIZE = 12

RESPONSE = 0x8000
OPCODE_MASK = 0x7800
TRUNCATED = 0x0200
RECURSION_DESIRED = 0x0100
RCODE_MASK = 0x000F

NOERROR = 0
FORMERR = 1
SERVFAIL = 2
NXDOMAIN = 3
NOTIMP = 4
REFUSED = 5

TYPE_A = 1
TYPE_CNAME = 5
TYPE_SOA = 6
CLASS_IN = 1

PORT = 53
MAXIMUM_LABEL = 63
MAXIMUM_NAME = 253
MAXIMUM_RECORDS = 64
"""More answers than this are ignored: a stub needs a handful."""


class Record:
    """One resource record; `data` is raw, `target` the name in a CNAME."""

    def __init__(self, name: str, kind: i64, ttl: i64, data: bytes, target: str) -> None:
        self.name = name
        self.kind = kind
        self.ttl = ttl
        self.data = data
        self.target = target


class Message:
    """One parsed message: header, its question, answer and authority records of class IN."""

    def __init__(self, identifier: i64, flags: i64, name: str, kind: i64) -> None:
        self.identifier = identifier
        self.flags = flags
        self.name = name
        self.kind = kind
        self.answers: list[Record] = []
        self.authorities: list[Record] = []

    def rcode(self) -> i64:
        return self.flags & RCODE_MASK


class Name:
    """A name that was read, and where the bytes after it begin."""

    def __init__(self, text: str, end: i64) -> None:
        self.text = text
        self.end = end


def is_name(text: str) -> bool:
    """Whether the text (no final dot) can be asked for: labels of 1 to 63 ASCII characters."""
    if not 0 < len(text) <= MAXIMUM_NAME or not text.isascii():
        return False
    for label in text.split("."):
        if not 0 < len(label) <= MAXIMUM_LABEL:
            return False
    return True


def emit_query(identifier: i64, name: str, kind: i64) -> bytes:
    """A recursive query for the name, which is_name accepts; its letters' case is kept."""
    packet = bytearray(HEADER_SIZE)
    put16(packet, ID, identifier)
    put16(packet, FLAGS, RECURSION_DESIRED)
    put16(packet, QDCOUNT, 1)
    for label in name.split("."):
        packet.append(len(label))
        packet += label.encode("ascii")
    packet += bytes([0, kind >> 8, kind & 255, 0, CLASS_IN])
    return bytes(packet)


def read_name(data: bytes, at: i64) -> Name:
    """The possibly compressed name at data[at:], in the letters' case that was sent."""
    labels: list[str] = []
    size: i64 = 0
    end: i64 = -1
    limit = at
    while True:
        if at >= len(data):
            raise Malformed("dns: name is cut off")
        length = get8(data, at)
        if length >= 0xC0:
            if at + 1 >= len(data):
                raise Malformed("dns: name is cut off")
            if end < 0:
                end = at + 2
            at = get16(data, at) & 0x3FFF
            if at >= limit:
                raise Malformed("dns: pointer forwards")
            limit = at
            continue
        if length > MAXIMUM_LABEL:
            raise Malformed("dns: label type")
        if length == 0:
            return Name(".".join(labels), at + 1 if end < 0 else end)
        labels.append(_label(data, at + 1, length))
        size += length + 1
        if size > MAXIMUM_NAME + 1:
            raise Malformed("dns: long name")
        at += 1 + length


def _label(data: bytes, at: i64, length: i64) -> str:
    if at + length > len(data):
        raise Malformed("dns: name is cut off")
    label = data[at : at + length]
    for byte in label:
        if not 0x21 <= byte <= 0x7E or byte == 0x2E:
            raise Malformed("dns: letter in a name")
    return label.decode("ascii")


def parse(data: bytes) -> Message:
    """A message with exactly one question; the additional section is not read."""
    if len(data) < HEADER_SIZE:
        raise Malformed("dns: short")
    if get16(data, QDCOUNT) != 1:
        raise Malformed("dns: question count")
    name = read_name(data, HEADER_SIZE)
    if name.end + 4 > len(data):
        raise Malformed("dns: question is cut off")
    message = Message(get16(data, ID), get16(data, FLAGS), name.text, get16(data, name.end))
    if get16(data, name.end + 2) != CLASS_IN:
        raise Malformed("dns: class")
    at = _read_records(data, name.end + 4, get16(data, ANCOUNT), message.answers)
    if at >= 0:
        _read_records(data, at, get16(data, NSCOUNT), message.authorities)
    return message


def _read_records(data: bytes, at: i64, count: i64, records: list[Record]) -> i64:
    """Read records into the list; answers where they end, or -1 when there are too many."""
    for index in range(count):
        if index == MAXIMUM_RECORDS:
            return -1
        name = read_name(data, at)
        start = name.end + 10
        if start > len(data):
            raise Malformed("dns: record is cut off")
        kind = get16(data, name.end)
        at = start + get16(data, name.end + 8)
        if at > len(data):
            raise Malformed("dns: record is cut off")
        target = read_name(data, start).text.lower() if kind == TYPE_CNAME else ""
        if get16(data, name.end + 2) == CLASS_IN:
            records.append(Record(name.text.lower(), kind, get32(data, name.end + 4), data[start:at], target))
    return at
