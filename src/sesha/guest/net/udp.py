"""UDP: ports, and sockets with bounded queues (RFC 768, RFC 1122 4.1)."""

from mypy_extensions import i64

from sesha.guest.net.counters import Counters
from sesha.guest.net.errors import EADDRINUSE, EBADF, ECONNREFUSED, EMSGSIZE, error_of
from sesha.guest.net.icmp import Report
from sesha.guest.net.interface import PAYLOAD, Interface
from sesha.guest.net.ports import COUNT, EphemeralPorts
from sesha.guest.net.readiness import ReadyList, Socket
from sesha.guest.net.wire import icmp, ipv4, udp
from sesha.guest.net.wire.address import ANY

QUEUE_BYTES = 128 * 1024
DATAGRAM_OVERHEAD = 96
"""What a queued datagram costs beside its payload."""


class Datagram:
    """A datagram that came, and from whom."""

    def __init__(self, payload: bytes, address: i64, port: i64) -> None:
        self.payload = payload
        self.address = address
        self.port = port


class UdpSocket(Socket):
    """One bound port. Made by Udp.open."""

    def __init__(self, udp_: "Udp", address: i64, port: i64) -> None:
        super().__init__(udp_.ready)
        self.udp = udp_
        self.local_address = address
        self.local_port = port
        self.remote_address: i64 = ANY
        self.remote_port: i64 = 0
        """When set, only datagrams from this peer are taken."""
        self.queue: list[Datagram] = []
        self.queued: i64 = 0
        self.error: i64 = 0
        self.closed = False

    def readable(self) -> bool:
        return len(self.queue) > 0 or self.error != 0

    def writable(self) -> bool:
        return True

    def connect(self, address: i64, port: i64) -> None:
        """Take datagrams from this peer only, and reports about it."""
        self.remote_address = address
        self.remote_port = port

    def receive(self) -> Datagram | None:
        """The oldest datagram, or None; raises the error that a report brought."""
        if self.error != 0:
            error = self.error
            self.error = 0
            raise error_of(error)
        if not self.queue:
            return None
        datagram = self.queue.pop(0)
        self.queued -= len(datagram.payload) + DATAGRAM_OVERHEAD
        return datagram

    def send(self, payload: bytes, address: i64, port: i64, now: i64) -> None:
        """Send a datagram now or raise OSError."""
        if self.closed:
            raise error_of(EBADF)
        if len(payload) > udp.MAXIMUM_PAYLOAD:
            raise error_of(EMSGSIZE)
        error = self.udp.send(self.local_address, self.local_port, payload, address, port, now)
        if error != 0:
            raise error_of(error)

    def close(self) -> None:
        """Give the port back; what is queued is lost."""
        if not self.closed:
            self.closed = True
            self.queue = []
            del self.udp.sockets[self.local_port]


class Udp:
    """The protocol on one interface."""

    def __init__(self, interface: Interface, ready: ReadyList, ports: EphemeralPorts) -> None:
        self.interface = interface
        self.ready = ready
        self.ports = ports
        self.counters = Counters()
        self.sockets: dict[int, UdpSocket] = {}

    def open(self, address: i64, port: i64) -> UdpSocket:
        """A socket on the port, or on a free one when it is 0; address ANY takes all of ours."""
        if port == 0:
            port = self._free_port()
        elif port in self.sockets:
            raise error_of(EADDRINUSE)
        socket = UdpSocket(self, address, port)
        self.sockets[port] = socket
        return socket

    def _free_port(self) -> i64:
        start = self.ports.start(0, 17)
        for _ in range(COUNT):
            port = self.ports.offer(start)
            if port not in self.sockets:
                return port
        raise error_of(EADDRINUSE)

    def send(self, source: i64, port: i64, payload: bytes, destination: i64, to_port: i64, now: i64) -> i64:
        """Send a datagram; 0 or an error number. Source ANY means the one that routing chooses."""
        if source == ANY:
            source = self.interface.source_for(destination)
        return self.send_from(source, port, payload, destination, to_port, now)

    def send_from(
        self, source: i64, port: i64, payload: bytes, destination: i64, to_port: i64, now: i64
    ) -> i64:
        """As send, with a source that may be ANY itself: DHCP's."""
        packet = bytearray(PAYLOAD + udp.HEADER_SIZE + len(payload))
        udp.write(packet, PAYLOAD, port, to_port, payload, source, destination)
        self.counters.datagrams_out += 1
        return self.interface.send(packet, ipv4.UDP, source, destination, 0, now)

    def receive(self, packet: ipv4.Ipv4) -> bool:
        """Take in a datagram; False when nobody listens on its port. Raises Malformed."""
        data = packet.data
        start = packet.payload
        end = udp.check(data, start, packet.end, packet.source, packet.destination)
        self.counters.datagrams_in += 1
        socket = self.sockets.get(udp.destination_port(data, start))
        if socket is None or socket.local_address not in (ANY, packet.destination):
            self.counters.count("udp: no such port")
            return False
        port = udp.source_port(data, start)
        if socket.remote_port != 0 and (socket.remote_port != port or socket.remote_address != packet.source):
            self.counters.count("udp: from another peer")
            return False
        size = end - start - udp.HEADER_SIZE + DATAGRAM_OVERHEAD
        if socket.queued + size > QUEUE_BYTES:
            self.counters.count("udp: queue full")
            return True
        payload = data[start + udp.HEADER_SIZE : end]
        socket.queue.append(Datagram(payload, packet.source, port))
        socket.queued += size
        socket.announce()
        return True

    def report(self, report: Report) -> None:
        """Take in a report: a connected socket learns that nobody listens (RFC 1122 4.1.3.3)."""
        socket = self.sockets.get(report.source_port())
        if socket is None or socket.remote_port != report.destination_port():
            return
        if socket.remote_address != report.quoted.destination:
            return
        if report.kind == icmp.UNREACHABLE and report.code == icmp.PORT_UNREACHABLE:
            socket.error = ECONNREFUSED
            socket.announce()
