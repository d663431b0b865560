"""Whatever comes, the stack neither raises nor grows nor wedges.

Frames are made from seeds: real ones with bytes changed, and checksums made right again, so that
the changes get past the first test.
"""

import random
from typing import Any

import pytest

from sesha.guest.net.simulation import Network
from sesha.guest.net.timers import MILLISECOND, SECOND
from sesha.guest.net.wire import checksum, ethernet, ipv4, tcp

pytestmark = pytest.mark.fast

A, B = 0x0A000001, 0x0A000002


def mend(frame: bytearray) -> bytes:
    """Make the checksums of an IPv4 frame right, where it still is one."""
    if len(frame) >= 54 and frame[12:14] == b"\x08\x00" and frame[14] == 0x45:
        frame[24:26] = bytes(2)
        frame[24:26] = checksum.finish(checksum.sum_bytearray(frame, 14, 34)).to_bytes(2, "big")
        end = min(len(frame), 14 + int.from_bytes(frame[16:18], "big"))
        field = {6: 50, 17: 40, 1: 36}.get(frame[23], 0)
        if field and end >= field + 2:
            frame[field : field + 2] = bytes(2)
            pseudo = 0
            if frame[23] != 1:
                source, destination = (int.from_bytes(frame[at : at + 4], "big") for at in (26, 30))
                pseudo = checksum.pseudo_header(source, destination, frame[23], end - 34)
            total = checksum.finish(pseudo + checksum.sum_bytearray(frame, 34, end))
            frame[field : field + 2] = total.to_bytes(2, "big")
    return bytes(frame)


def change(source: random.Random, frame: bytes) -> bytes:
    damaged = bytearray(frame)
    for _ in range(source.choice((0, 1, 1, 2, 5))):
        at = (
            source.randrange(len(damaged))
            if source.random() < 0.3
            else source.randrange(12, min(len(damaged), 80))
        )
        damaged[at] = source.choice((0, 1, 0x7F, 0x80, 0xFF, source.randrange(256)))
    if source.random() < 0.1:
        damaged = damaged[: source.randrange(len(damaged) + 1)]
    return mend(damaged)


def recorded() -> tuple[Network, Any, list[bytes]]:
    """A network with an open connection, a listener, a UDP socket, and frames for the second host."""
    network = Network(1)
    a, b = network.add_stack(A, 1500), network.add_stack(B, 1500)
    network.ports[0].recording = True
    listener = b.listen(0, 80, 4)
    b.open_udp(0, 53)
    for number in range(3):
        client = a.connect(B, 80, network.now)
        network.run(10 * MILLISECOND)
        client.send(b"GET / HTTP/1.1\r\n\r\n" * 100, network.now)
        network.run(10 * MILLISECOND)
        if number == 0:
            listener.accept()
            client.shutdown(network.now)
        a.open_udp(0, 0).send(bytes(3000), B, 53, network.now)
        a.open_udp(0, 0).send(bytes(30), B, 54, network.now)
        network.run(10 * MILLISECOND)
    return network, b, network.ports[0].sent


@pytest.mark.parametrize("seed", range(6))
def test_changed_frames(seed: int) -> None:
    source = random.Random(seed)
    network, target, frames = recorded()
    network.ports[1].faults.down = True
    for _ in range(1500):
        target.receive(change(source, source.choice(frames)), network.now)
        if source.random() < 0.05:
            network.now += source.choice((1, MILLISECOND, SECOND))
            target.poll(network.now)
    assert target.tcp.connections <= 4 + 16 + 4
    for _ in range(400):
        network.now += 5 * SECOND
        target.poll(network.now)
    assert target.interface.reassembly.size == 0


@pytest.mark.parametrize("seed", range(4))
def test_segments_of_every_kind_in_every_state(peer: Any, seed: int) -> None:
    source = random.Random(seed)
    makers = (peer.accept, peer.connect, peer.fin_wait_1, peer.fin_wait_2, peer.close_wait, peer.time_wait)
    socket = makers[seed % len(makers)]()
    for _ in range(800):
        base = source.choice((socket.block.rcv_nxt, socket.block.rcv_adv, peer.seq))
        ack = source.choice((socket.block.snd_una, socket.block.snd_nxt, socket.block.snd_max))
        peer.segment(
            source.randrange(256) & ~source.choice((0, tcp.RST, tcp.SYN | tcp.RST)),
            seq=base + source.choice((0, 0, -1, 1, 1000, -(1 << 31), source.randrange(1 << 32))),
            ack=ack + source.choice((0, 0, 0, 1, -1, 1 << 31, source.randrange(1 << 32))),
            data=bytes(source.choice((0, 0, 1, 1460))),
            window=source.choice((0, 1, 0xFFFF)),
            options=source.choice(
                (b"", b"\x02\x04\x00\x00", b"\x05\x0a" + bytes(8) + b"\0\0", source.randbytes(8))
            ),
        )
        if source.random() < 0.2:
            try:
                socket.send(bytes(source.randrange(3000)), peer.now)
                socket.receive(source.randrange(1, 3000), peer.now)
            except OSError:
                pass
        peer.wait(source.choice((0, MILLISECOND, 100 * MILLISECOND)))
    socket.close(peer.now)
    peer.wait(4000 * SECOND)
    assert peer.stack.tcp.connections <= 4 and peer.stack.tcp.buffered == 0 and peer.stack.tcp.sending == 0


def test_random_frames() -> None:
    source = random.Random(3)
    network, target, _ = recorded()
    for _ in range(3000):
        frame = bytearray(source.randbytes(source.randrange(0, 120)))
        if len(frame) >= 35 and source.random() < 0.8:
            ethernet.write_header(frame, target.device.mac, 2, ethernet.TYPE_IPV4)
            protocol = source.choice((1, 6, 17, 2))
            field = source.choice((0, 0, 0, source.randrange(0x10000)))
            ipv4.write_header(frame, 14, len(frame) - 14, 0, 1, field, 64, protocol, A, B)
        target.receive(mend(frame), network.now)
    network.run(SECOND)
