"""The stack: one device, all protocols. What an event loop drives.

for each frame:   stack.receive(frame, now)
then:             deadline = stack.poll(now)        # NEVER: nothing is due
                  for socket in stack.take_ready(): ...
calls on sockets may send frames at once; `poll` must follow them before sleeping.
"""

from collections.abc import Callable

from mypy_extensions import i64

from sesha.guest.net.device import Device
from sesha.guest.net.dhcp import DhcpClient
from sesha.guest.net.icmp import Icmp, Report
from sesha.guest.net.interface import PAYLOAD, Interface
from sesha.guest.net.ports import EphemeralPorts
from sesha.guest.net.readiness import ReadyList, Socket
from sesha.guest.net.tcp import demultiplex as tcp
from sesha.guest.net.tcp.context import Context
from sesha.guest.net.tcp.parameters import CONNECTION_MEMORY, MAXIMUM_CONNECTIONS
from sesha.guest.net.tcp.socket import Listener, TcpSocket
from sesha.guest.net.timers import NEVER
from sesha.guest.net.udp import Udp, UdpSocket
from sesha.guest.net.wire import dhcp, ethernet, icmp, ipv4
from sesha.guest.net.wire.address import ANY, is_link_group
from sesha.guest.net.wire.fields import get16, get32
from sesha.guest.net.wire.malformed import Malformed

MAXIMUM_EARLY = 32


BUFFER_SHARE = 4


def connection_limit(heap: i64) -> i64:
    """How many connections a heap of this size bears."""
    return min(max(heap // CONNECTION_MEMORY, 1), MAXIMUM_CONNECTIONS)


class Stack:
    """`random_bytes` gives unpredictable bytes; all times are nanoseconds of one clock."""

    def __init__(self, device: Device, random_bytes: Callable[[int], bytes]) -> None:
        self.device = device
        self.random_bytes = random_bytes
        self.ready = ReadyList()
        self.interface = Interface(device, int.from_bytes(random_bytes(2), "big"))
        ports = EphemeralPorts(random_bytes(16))
        self.icmp = Icmp(self.interface)
        self.udp = Udp(self.interface, self.ready, ports)
        self.tcp = Context(self.interface, self.ready, ports, random_bytes)
        self.dns_servers: list[int] = []
        self.domain = ""
        """Where names are looked up, as far as the configuration says."""
        self.dhcp: DhcpClient | None = None
        self.dhcp_socket: UdpSocket | None = None
        self.dhcp_changes: i64 = 0
        self.early: list[bytes] = []
        """Frames that came before our address did."""

    # --- configuration -------------------------------------------------------------------------
    def configure(self, address: i64, mask: i64, gateway: i64, dns_servers: list[int]) -> None:
        """Take a fixed address."""
        self.interface.configure(address, mask, gateway)
        self.dns_servers = dns_servers

    def start_dhcp(self, host_name: str, now: i64) -> None:
        """Ask for an address, and keep it for as long as the stack is polled."""
        self.interface.configuring = True
        self.dhcp_socket = self.udp.open(ANY, dhcp.CLIENT_PORT)
        self.dhcp_socket.silence()
        self.dhcp = DhcpClient(self.device.mac, host_name, self.random_bytes)
        self.dhcp.start(now)
        self._flush_dhcp(now)

    def is_configured(self) -> bool:
        return self.interface.address != ANY

    def limit_memory(self, heap: i64) -> None:
        """Let TCP hold at most a part of a heap of this size in buffers, and so many connections."""
        budget = heap // BUFFER_SHARE
        self.tcp.receive_budget = budget // 2
        self.tcp.send_budget = budget // 2
        self.tcp.maximum_connections = connection_limit(heap)

    # --- sockets -------------------------------------------------------------------------------
    def listen(self, address: i64, port: i64, backlog: i64) -> Listener:
        """Take TCP connections on the port (0: a free one) of an address of ours, or of all."""
        return tcp.listen(self.tcp, address, port, backlog)

    def connect(self, address: i64, port: i64, now: i64) -> TcpSocket:
        """Begin to open a TCP connection."""
        return tcp.connect(self.tcp, address, port, ANY, 0, now)

    def connect_from(
        self, address: i64, port: i64, local_address: i64, local_port: i64, now: i64
    ) -> TcpSocket:
        """As connect, from a given local end."""
        return tcp.connect(self.tcp, address, port, local_address, local_port, now)

    def open_udp(self, address: i64, port: i64) -> UdpSocket:
        """A UDP socket on the port (0: a free one)."""
        return self.udp.open(address, port)

    def take_ready(self) -> list[Socket]:
        """The sockets whose readiness changed."""
        return self.ready.take()

    def is_sending(self) -> bool:
        """Whether something is still on its way out: stopping now would lose it."""
        return self.interface.neighbours.waiting > 0 or self.tcp.is_sending()

    # --- frames --------------------------------------------------------------------------------
    def receive(self, frame: bytes, now: i64) -> None:
        """Take in a frame."""
        packet = self.interface.receive(frame, now)
        if packet is None:
            return
        if self.interface.configuring and not self._is_for_dhcp(packet):
            self._keep_for_later(frame)
        else:
            self._dispatch(packet, now)

    def _keep_for_later(self, frame: bytes) -> None:
        """A client that knows our address before we do need not send its first segment again."""
        if len(self.early) < MAXIMUM_EARLY and not is_link_group(ethernet.destination(frame)):
            self.early.append(frame)
        else:
            self.interface.counters.count("ipv4: no address yet")

    def _receive_early(self, now: i64) -> None:
        frames = self.early
        self.early = []
        for frame in frames:
            self.receive(frame, now)

    def _dispatch(self, packet: ipv4.Ipv4, now: i64) -> None:
        """Hand a packet to its protocol."""
        try:
            protocol = packet.protocol
            if protocol == ipv4.UDP:
                if not self.udp.receive(packet):
                    self.icmp.unreachable(packet, icmp.PORT_UNREACHABLE, now)
            elif not self.interface.is_local(packet.destination):
                self.interface.counters.count("ipv4: protocol to a group")
            elif protocol == ipv4.TCP:
                tcp.receive(self.tcp, packet, now)
            elif protocol == ipv4.ICMP:
                report = self.icmp.receive(packet, now)
                if report is not None:
                    self._report(report, now)
            else:
                self.interface.counters.count("ipv4: protocol")
                self.icmp.unreachable(packet, icmp.PROTOCOL_UNREACHABLE, now)
        except Malformed as problem:
            self.interface.counters.count(str(problem))

    def _is_for_dhcp(self, packet: ipv4.Ipv4) -> bool:
        """Whether it is a datagram for the client that asks for our address."""
        start = packet.payload
        if packet.protocol != ipv4.UDP or packet.end - start < 4:
            return False
        return get16(packet.data, start + 2) == dhcp.CLIENT_PORT

    def _report(self, report: Report, now: i64) -> None:
        if report.quoted.protocol == ipv4.TCP:
            tcp.report(self.tcp, report, now)
        elif report.quoted.protocol == ipv4.UDP:
            self.udp.report(report)

    # --- time ----------------------------------------------------------------------------------
    def poll(self, now: i64) -> i64:
        """Do all that is due and deliver what was sent to ourselves; the next deadline, or NEVER."""
        deadline: i64 = NEVER if self.dhcp is None else self._poll_dhcp(now)
        self._deliver_looped(now)
        deadline = min(deadline, tcp.poll(self.tcp, now))
        deadline = min(deadline, self.interface.poll(now))
        if self.interface.neighbours.unreachable:
            self._report_unreachable()
        if self.interface.reassembly.expired:
            self._report_expired(now)
        self.device.flush()
        if self.interface.looped:
            return now
        return deadline

    def _deliver_looped(self, now: i64) -> None:
        """Packets to ourselves: those that are there now, not those that they cause."""
        if not self.interface.looped:
            return
        frames = self.interface.looped
        self.interface.looped = []
        for frame in frames:
            packet = self.interface.receive_looped(frame, now)
            if packet is not None:
                self._dispatch(packet, now)

    def _report_unreachable(self) -> None:
        """Tell connections that their neighbour did not answer."""
        packets = self.interface.neighbours.unreachable
        self.interface.neighbours.unreachable = []
        for packet in packets:
            data = bytes(packet)
            header = ipv4.read_header(data, PAYLOAD - ipv4.HEADER_SIZE)
            if header.protocol == ipv4.TCP:
                source_port = get16(data, PAYLOAD)
                tcp.unreachable(self.tcp, source_port, get32(data, PAYLOAD - 4), get16(data, PAYLOAD + 2))

    def _report_expired(self, now: i64) -> None:
        """Tell senders that their datagrams never became whole."""
        packets = self.interface.reassembly.expired
        self.interface.reassembly.expired = []
        for packet in packets:
            self.icmp.reassembly_expired(packet, now)

    # --- DHCP ----------------------------------------------------------------------------------
    def _poll_dhcp(self, now: i64) -> i64:
        """Let the DHCP client read and send, and put its lease into effect."""
        client = self.dhcp
        socket = self.dhcp_socket
        if client is None or socket is None:
            return NEVER
        while True:
            datagram = socket.receive()
            if datagram is None:
                break
            try:
                client.receive(datagram.payload, now)
            except Malformed as problem:
                client.counters.count(str(problem))
        if self.interface.neighbours.own_address_lost:
            client.decline(now)
        deadline = client.poll(now)
        if client.changes != self.dhcp_changes:
            self.dhcp_changes = client.changes
            self._use_lease(client, now)
        self._flush_dhcp(now)
        return deadline

    def _use_lease(self, client: DhcpClient, now: i64) -> None:
        lease = client.lease
        if lease is None:
            self.interface.configure(ANY, 0, ANY)
            self.interface.configuring = True
            return
        self.interface.configuring = False
        if lease.mtu != 0:
            self.interface.mtu = min(self.device.mtu, lease.mtu)
        self.interface.configure(lease.address, lease.mask, lease.gateway)
        self.dns_servers = lease.dns_servers
        self.domain = lease.domain
        self._receive_early(now)

    def _flush_dhcp(self, now: i64) -> None:
        client = self.dhcp
        if client is None:
            return
        outbox = client.outbox
        client.outbox = []
        for message in outbox:
            self.udp.send_from(
                message.source, dhcp.CLIENT_PORT, message.payload, message.destination, dhcp.SERVER_PORT, now
            )
