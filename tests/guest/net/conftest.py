"""A peer that speaks to one stack segment by segment, and says what came back."""

from typing import Any

import pytest

from sesha.guest.net.device import Device
from sesha.guest.net.simulation import Random
from sesha.guest.net.stack import Stack
from sesha.guest.net.tcp.states import NAMES
from sesha.guest.net.timers import SECOND
from sesha.guest.net.wire import arp, ethernet, ipv4, tcp, tcp_options

US, PEER, MASK = 0x0A000001, 0x0A000002, 0xFFFFFF00
OUR_MAC, PEER_MAC = 0x020000000001, 0x020000000002
OUR_PORT, PEER_PORT = 80, 5000


class Wire(Device):
    """Keeps what the stack sends."""

    def __init__(self) -> None:
        super().__init__(OUR_MAC, 1500)
        self.frames: list[bytes] = []

    def transmit(self, frame: bytearray) -> bool:
        self.frames.append(bytes(frame))
        return True


class Peer:
    """The remote host: its own sequence numbers, and the stack under test."""

    def __init__(self) -> None:
        self.now = 1000 * SECOND
        self.wire = Wire()
        self.stack = Stack(self.wire, Random(7).random_bytes)
        self.stack.configure(US, MASK, 0x0A0000FE, [0x0A000035])
        request = arp.Arp(arp.REQUEST, PEER_MAC, PEER, 0, US)
        self.stack.receive(bytes(arp.emit(request, 0xFFFFFFFFFFFF)), self.now)
        self.wire.frames.clear()
        self.seq = 1000
        self.ack = 0
        self.window = 0xFFFF
        self.port = PEER_PORT
        self.our_port = OUR_PORT
        self.stamps = False

    # --- sending -----------------------------------------------------------------------------
    def packet(
        self, protocol: int, payload: bytes, source: int = PEER, fragment: int = 0, ident: int = 1
    ) -> None:
        """Deliver an IPv4 packet."""
        frame = bytearray(34) + payload
        ethernet.write_header(frame, OUR_MAC, PEER_MAC, ethernet.TYPE_IPV4)
        ipv4.write_header(frame, 14, 20 + len(payload), 0, ident, fragment, 64, protocol, source, US)
        self.stack.receive(bytes(frame), self.now)
        self.stack.poll(self.now)

    def segment(
        self,
        flags: int,
        seq: int | None = None,
        ack: int | None = None,
        data: bytes = b"",
        window: int | None = None,
        options: bytes = b"",
    ) -> list[tcp.Segment]:
        """Deliver a segment; the answers."""
        seq = self.seq if seq is None else seq
        ack = self.ack if ack is None else ack
        if self.stamps and not options:
            options = (
                bytes.fromhex("0101080a") + (self.now // 1_000_000 & 0xFFFFFFFF).to_bytes(4, "big") + bytes(4)
            )
        header = 20 + len(options)
        raw = bytearray(header) + data
        raw[20:header] = options
        field = self.window if window is None else window
        tcp.write_header(
            raw, 0, self.port, self.our_port, seq & 0xFFFFFFFF, ack & 0xFFFFFFFF, header, flags, field
        )
        tcp.write_checksum(raw, 0, PEER, US)
        self.packet(ipv4.TCP, bytes(raw))
        return self.take()

    # --- receiving ---------------------------------------------------------------------------
    def take_packets(self) -> list[ipv4.Ipv4]:
        """IPv4 packets that the stack sent since the last call."""
        frames, self.wire.frames = self.wire.frames, []
        return [ipv4.parse(f, 14) for f in frames if ethernet.ethertype(f) == ethernet.TYPE_IPV4]

    def take(self) -> list[tcp.Segment]:
        """Segments that the stack sent since the last call."""
        return [
            tcp.parse(p.data, p.payload, p.end, p.source, p.destination)
            for p in self.take_packets()
            if p.protocol == ipv4.TCP
        ]

    def wait(self, duration: int) -> list[tcp.Segment]:
        """Let time pass; what the stack sent meanwhile."""
        limit = self.now + duration
        while True:
            deadline = self.stack.poll(self.now)
            self.answer_arp()
            if deadline > limit:
                break
            self.now = max(self.now, deadline)
        self.now = limit
        self.stack.poll(limit)
        return self.take()

    def answer_arp(self) -> None:
        """The peer is there, even when its TCP is silent."""
        for frame in self.wire.frames:
            if ethernet.ethertype(frame) == ethernet.TYPE_ARP and arp.parse(frame, 14).target_ip == PEER:
                reply = arp.Arp(arp.REPLY, PEER_MAC, PEER, OUR_MAC, US)
                self.stack.receive(bytes(arp.emit(reply, OUR_MAC)), self.now)

    # --- ways into states ----------------------------------------------------------------------
    def connect(self, options: bytes = b"") -> Any:
        """ESTABLISHED, opened by the stack; its socket."""
        socket = self.stack.connect(PEER, PEER_PORT, self.now)
        self.our_port = socket.block.local_port
        (syn,) = self.take()
        self.ack = syn.sequence + 1
        self.segment(tcp.SYN | tcp.ACK, options=options)
        self.seq += 1
        assert state(socket) == "ESTABLISHED"
        return socket

    def accept(self, options: bytes = b"") -> Any:
        """ESTABLISHED, opened by the peer; the accepted socket."""
        listener = self.stack.listen(0, OUR_PORT, 4)
        (reply,) = self.segment(tcp.SYN, ack=0, options=options)
        assert reply.flags == tcp.SYN | tcp.ACK
        self.stamps = reply.options.timestamp >= 0
        self.seq += 1
        self.ack = reply.sequence + 1
        self.segment(tcp.ACK)
        socket = listener.accept()
        assert socket is not None and state(socket) == "ESTABLISHED"
        return socket

    def fin_wait_1(self) -> Any:
        socket = self.accept()
        socket.shutdown(self.now)
        (fin,) = self.take()
        assert fin.flags & tcp.FIN
        return socket

    def fin_wait_2(self) -> Any:
        socket = self.fin_wait_1()
        self.ack += 1
        self.segment(tcp.ACK)
        assert state(socket) == "FIN-WAIT-2"
        return socket

    def close_wait(self) -> Any:
        socket = self.accept()
        self.segment(tcp.FIN | tcp.ACK)
        self.seq += 1
        assert state(socket) == "CLOSE-WAIT"
        return socket

    def time_wait(self) -> Any:
        socket = self.fin_wait_2()
        self.segment(tcp.FIN | tcp.ACK)
        self.seq += 1
        assert state(socket) == "TIME-WAIT"
        return socket


def state(socket: Any) -> str:
    return NAMES[socket.block.state]


@pytest.fixture
def peer() -> Peer:
    return Peer()


@pytest.fixture
def state_of() -> Any:
    return state


SACK_MSS = bytes.fromhex("020405b4 04020101")
WITH_STAMPS = bytes.fromhex("020405b4 0402 080a 00000001 00000000 01030307")
assert tcp_options.MSS == 2
