"""Put IPv4 fragments together (RFC 791 3.2, RFC 815), within strict limits.

A fragment that overlaps another one, other than as an exact copy, spoils its datagram (RFC 5722's
rule, applied to IPv4): nothing good needs it and attacks do. The spoilt datagram keeps its place
until its time is over, so that the fragments still to come are recognised.
"""

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.timers import NEVER, SECOND
from sesha.guest.net.wire import ipv4

MAXIMUM_DATAGRAMS = 16
MAXIMUM_FRAGMENTS = 64
MAXIMUM_BYTES = 256 * 1024
TIME_LIMIT = 30 * SECOND
MAXIMUM_PAYLOAD = 65515

UNKNOWN = -1


class Piece:
    """A fragment's part of the payload."""

    def __init__(self, start: i64, data: bytes) -> None:
        self.start = start
        self.end = start + len(data)
        self.data = data


class Datagram:
    """The fragments of one datagram that have come so far, in order."""

    def __init__(self, key: tuple[int, int, int], deadline: i64) -> None:
        self.key = key
        self.deadline = deadline
        self.pieces: list[Piece] = []
        self.size: i64 = 0
        self.total: i64 = UNKNOWN
        self.first: ipv4.Ipv4 | None = None
        """The fragment at offset 0, which a report to the sender quotes."""
        self.spoilt = False

    def spoil(self) -> None:
        self.spoilt = True
        self.pieces = []
        self.size = 0
        self.first = None

    def place(self, piece: Piece) -> i64:
        """Where the piece belongs among the others, or -1: a copy, or -2: it overlaps."""
        at: i64 = len(self.pieces)
        while at > 0 and self.pieces[at - 1].start >= piece.start:
            at -= 1
        if at < len(self.pieces):
            after = self.pieces[at]
            if after.start == piece.start and after.end == piece.end:
                return -1
            if after.start < piece.end:
                return -2
        if at > 0 and self.pieces[at - 1].end > piece.start:
            return -2
        return at


class Reassembly:
    """All datagrams that are being put together, oldest first."""

    def __init__(self, counters: Counters) -> None:
        self.counters = counters
        self.datagrams: dict[tuple[int, int, int], Datagram] = {}
        self.size: i64 = 0
        self.expired: list[ipv4.Ipv4] = []
        """First fragments of datagrams whose time was over, for the stack to report."""

    def add(self, header: ipv4.Ipv4, now: i64) -> ipv4.Ipv4 | None:
        """Take in a fragment; the whole datagram when it is the missing one."""
        start = (header.fragment & ipv4.OFFSET_MASK) * 8
        more = header.fragment & ipv4.MORE_FRAGMENTS != 0
        size = header.end - header.payload
        if size == 0 or (more and size % 8 != 0) or start + size > MAXIMUM_PAYLOAD:
            self.counters.count("fragment: length")
            return None
        datagram = self._find(header, now)
        if datagram.spoilt:
            self.counters.count("fragment: of a spoilt datagram")
            return None
        piece = Piece(start, header.data[header.payload : header.end])
        if not self._insert(datagram, piece, more):
            return None
        if start == 0:
            datagram.first = header
        if datagram.size != datagram.total:
            return None
        self._drop(datagram)
        return _whole(datagram, header)

    def poll(self, now: i64) -> i64:
        """Drop what has waited too long; the next deadline."""
        for datagram in list(self.datagrams.values()):
            if datagram.deadline > now:
                return datagram.deadline
            self.counters.count("fragment: time exceeded")
            if datagram.first is not None:
                self.expired.append(datagram.first)
            self._drop(datagram)
        return NEVER

    def _find(self, header: ipv4.Ipv4, now: i64) -> Datagram:
        key = (header.source, header.destination, header.protocol << 16 | header.identification)
        datagram = self.datagrams.get(key)
        if datagram is None:
            if len(self.datagrams) >= MAXIMUM_DATAGRAMS:
                self._drop_oldest()
            datagram = Datagram(key, now + TIME_LIMIT)
            self.datagrams[key] = datagram
        return datagram

    def _insert(self, datagram: Datagram, piece: Piece, more: bool) -> bool:
        """Put the piece in its place, if it has one."""
        at = datagram.place(piece)
        if at == -1:
            self.counters.count("fragment: copy")
            return False
        if at == -2 or not _fits(datagram, piece, more) or len(datagram.pieces) >= MAXIMUM_FRAGMENTS:
            self.counters.count("fragment: overlap")
            self.size -= datagram.size
            datagram.spoil()
            return False
        if not more:
            datagram.total = piece.end
        datagram.pieces.insert(at, piece)
        datagram.size += piece.end - piece.start
        self.size += piece.end - piece.start
        while self.size > MAXIMUM_BYTES:
            self._drop_oldest()
        return datagram.key in self.datagrams

    def _drop(self, datagram: Datagram) -> None:
        self.size -= datagram.size
        del self.datagrams[datagram.key]

    def _drop_oldest(self) -> None:
        for datagram in list(self.datagrams.values()):
            self.counters.count("fragment: no room")
            self._drop(datagram)
            return


def _fits(datagram: Datagram, piece: Piece, more: bool) -> bool:
    """Whether the piece agrees with where the datagram ends."""
    if datagram.total != UNKNOWN:
        return more and piece.end <= datagram.total
    return more or not datagram.pieces or datagram.pieces[-1].end <= piece.end


def _whole(datagram: Datagram, last: ipv4.Ipv4) -> ipv4.Ipv4:
    """The datagram with a header of its own, as if it had come unfragmented."""
    packet = bytearray(ipv4.HEADER_SIZE)
    length = ipv4.HEADER_SIZE + datagram.total
    ipv4.write_header(
        packet,
        0,
        length,
        last.tos,
        last.identification,
        0,
        last.ttl,
        last.protocol,
        last.source,
        last.destination,
    )
    for piece in datagram.pieces:
        packet += piece.data
    return ipv4.read_header(bytes(packet), 0)
