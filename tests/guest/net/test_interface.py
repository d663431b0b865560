"""IPv4, ARP, fragments, ICMP and UDP of one stack, packet by packet."""

import random
from typing import Any

import pytest

from sesha.guest.net import neighbours, reassembly
from sesha.guest.net.simulation import Network
from sesha.guest.net.timers import SECOND
from sesha.guest.net.wire import arp, ethernet, icmp, ipv4, udp

pytestmark = pytest.mark.fast

US, PEER = 0x0A000001, 0x0A000002
BROADCAST_MAC = 0xFFFFFFFFFFFF


def datagram(payload: bytes, to_port: int, port: int = 4000, source: int = PEER) -> bytes:
    packet = bytearray(8 + len(payload))
    udp.write(packet, 0, port, to_port, payload, source, US)
    return bytes(packet)


def echo(body: bytes) -> bytes:
    packet = bytearray(8 + len(body))
    icmp.write(packet, 0, icmp.ECHO_REQUEST, 0, 0x12340001, body)
    return bytes(packet)


def arps(peer: Any) -> list[arp.Arp]:
    frames, peer.wire.frames = peer.wire.frames, []
    return [arp.parse(f, 14) for f in frames if ethernet.ethertype(f) == ethernet.TYPE_ARP]


def events(peer: Any) -> dict[str, int]:
    result: dict[str, int] = peer.stack.interface.counters.events
    return result


# --- ARP -----------------------------------------------------------------------------------------
def test_arp_request_for_us_is_answered(peer: Any) -> None:
    request = arp.Arp(arp.REQUEST, 0x020000000009, 0x0A000009, 0, US)
    peer.stack.receive(bytes(arp.emit(request, BROADCAST_MAC)), peer.now)
    (reply,) = arps(peer)
    assert (reply.operation, reply.sender_ip, reply.target_mac) == (arp.REPLY, US, 0x020000000009)


def test_arp_request_for_another_is_not(peer: Any) -> None:
    request = arp.Arp(arp.REQUEST, 0x020000000009, 0x0A000009, 0, 0x0A000008)
    peer.stack.receive(bytes(arp.emit(request, BROADCAST_MAC)), peer.now)
    assert arps(peer) == [] and 0x0A000009 not in peer.stack.interface.neighbours.entries


def test_arp_unasked_reply_is_not_learned(peer: Any) -> None:
    for number in range(1000):
        reply = arp.Arp(arp.REPLY, 0x020000000009, 0x0A000100 + number, 0, US)
        peer.stack.receive(bytes(arp.emit(reply, 0x020000000001)), peer.now)
    assert len(peer.stack.interface.neighbours.entries) == 1


def test_arp_cache_is_bounded_and_keeps_what_is_used(peer: Any) -> None:
    for number in range(1000):
        peer.now += 1
        request = arp.Arp(arp.REQUEST, 0x020000000009, 0x0A000100 + number, 0, US)
        peer.stack.receive(bytes(arp.emit(request, BROADCAST_MAC)), peer.now)
    assert len(peer.stack.interface.neighbours.entries) == neighbours.MAXIMUM_ENTRIES


def test_arp_packets_wait_for_the_answer_in_order(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    for number in range(100):
        socket.send(bytes([number]), 0x0A000005, 7, peer.now)
    assert len(arps(peer)) == 1
    reply = arp.Arp(arp.REPLY, 0x020000000005, 0x0A000005, 0x020000000001, US)
    peer.stack.receive(bytes(arp.emit(reply, 0x020000000001)), peer.now)
    sent = [packet.data[packet.end - 1] for packet in peer.take_packets()]
    assert sent == list(range(100 - neighbours.MAXIMUM_WAITING, 100))
    assert peer.stack.interface.neighbours.waiting == 0


def test_arp_silence_is_given_up(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    socket.send(b"x", 0x0A000005, 7, peer.now)
    peer.wait(10 * SECOND)
    assert peer.stack.interface.neighbours.waiting == 0 and peer.stack.interface.neighbours.asking == 0
    assert 0x0A000005 not in peer.stack.interface.neighbours.entries


def test_arp_stale_entry_is_used_and_asked_again(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    peer.now += 100 * SECOND
    socket.send(b"x", PEER, 7, peer.now)
    kinds = [ethernet.ethertype(frame) for frame in peer.wire.frames]
    assert kinds == [ethernet.TYPE_IPV4, ethernet.TYPE_ARP]
    assert ethernet.destination(peer.wire.frames[1]) == 0x020000000002


def test_gateway_is_the_next_hop(peer: Any) -> None:
    peer.stack.open_udp(0, 7).send(b"x", 0x08080808, 53, peer.now)
    (request,) = arps(peer)
    assert request.target_ip == 0x0A0000FE


# --- IPv4 ----------------------------------------------------------------------------------------
def test_no_route_is_an_error(peer: Any) -> None:
    peer.stack.configure(US, 0xFFFFFF00, 0, [])
    with pytest.raises(OSError, match="unreachable"):
        peer.stack.open_udp(0, 7).send(b"x", 0x08080808, 53, peer.now)
    with pytest.raises(OSError, match="unreachable"):
        peer.stack.connect(0x08080808, 80, peer.now)


@pytest.mark.parametrize("source", [0xFFFFFFFF, 0xE0000001, 0x7F000001, US, 0xF0000001, 5])
def test_impossible_source_is_dropped(peer: Any, source: int) -> None:
    peer.packet(ipv4.ICMP, echo(b"x"), source=source)
    assert peer.take_packets() == []


def test_frame_for_another_station_is_dropped(peer: Any) -> None:
    frame = bytearray(60)
    ethernet.write_header(frame, 0x020000000077, 0x020000000002, ethernet.TYPE_IPV4)
    peer.stack.receive(bytes(frame), peer.now)
    assert events(peer) == {"ethernet: for another": 1}


def test_unknown_protocol_is_reported(peer: Any) -> None:
    peer.packet(99, b"payload!")
    (report,) = peer.take_packets()
    assert report.data[report.payload : report.payload + 2] == bytes([3, 2])


# --- fragments -------------------------------------------------------------------------------------
def pieces(payload: bytes, size: int) -> list[tuple[int, bytes]]:
    """Fragment fields and data."""
    result = []
    for at in range(0, len(payload), size):
        more = ipv4.MORE_FRAGMENTS if at + size < len(payload) else 0
        result.append((at // 8 | more, payload[at : at + size]))
    return result


@pytest.mark.parametrize("seed", range(5))
def test_fragments_in_any_order_with_copies(peer: Any, seed: int) -> None:
    socket = peer.stack.open_udp(0, 7)
    payload = random.Random(seed).randbytes(5000)
    parts = pieces(datagram(payload, 7), 512)
    parts += parts[:3]
    random.Random(seed).shuffle(parts)
    for field, data in parts:
        peer.packet(ipv4.UDP, data, fragment=field)
    assert socket.receive().payload == payload
    peer.wait(31 * SECOND)
    assert peer.stack.interface.reassembly.size == 0 and not peer.stack.interface.reassembly.datagrams


def test_overlapping_fragments_spoil_the_datagram(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    parts = pieces(datagram(bytes(1000), 7), 256)
    peer.packet(ipv4.UDP, parts[0][1], fragment=parts[0][0])
    peer.packet(ipv4.UDP, bytes(256), fragment=16 | ipv4.MORE_FRAGMENTS)
    for field, data in parts[1:]:
        peer.packet(ipv4.UDP, data, fragment=field)
    assert socket.receive() is None and events(peer)["fragment: overlap"] == 1


def test_fragments_beyond_the_end_spoil_the_datagram(peer: Any) -> None:
    parts = pieces(datagram(bytes(1000), 7), 256)
    peer.packet(ipv4.UDP, parts[-1][1], fragment=parts[-1][0])
    peer.packet(ipv4.UDP, bytes(64), fragment=500 | ipv4.MORE_FRAGMENTS)
    assert events(peer)["fragment: overlap"] == 1


@pytest.mark.parametrize(("size", "field"), [(0, 0x2000), (7, 0x2000), (64, 0x1FFF), (12, 0x2001)])
def test_impossible_fragments_are_dropped(peer: Any, size: int, field: int) -> None:
    peer.packet(ipv4.UDP, bytes(size), fragment=field)
    assert events(peer) == {"fragment: length": 1}


def test_fragment_flood_is_bounded(peer: Any) -> None:
    for number in range(3000):
        peer.packet(
            ipv4.UDP, bytes(1400), fragment=ipv4.MORE_FRAGMENTS | number % 60 * 175, ident=number // 7
        )
    state = peer.stack.interface.reassembly
    assert len(state.datagrams) <= reassembly.MAXIMUM_DATAGRAMS and state.size <= reassembly.MAXIMUM_BYTES
    assert state.size == sum(entry.size for entry in state.datagrams.values())
    peer.wait(31 * SECOND)
    assert state.size == 0


@pytest.mark.parametrize(("first", "reports"), [(0, 1), (1, 0)])
def test_missing_fragments_are_reported_if_the_first_came(peer: Any, first: int, reports: int) -> None:
    parts = pieces(datagram(bytes(1000), 7), 256)
    for field, data in parts[first:-1]:
        peer.packet(ipv4.UDP, data, fragment=field)
    peer.now += 31 * SECOND
    peer.stack.poll(peer.now)
    sent = peer.take_packets()
    assert [packet.data[packet.payload] for packet in sent] == [icmp.TIME_EXCEEDED] * reports
    if reports:
        assert sent[0].data[sent[0].payload + 1] == icmp.REASSEMBLY_TIME


def test_large_datagram_is_fragmented_and_put_together() -> None:
    network = Network(1)
    a, b = network.add_stack(US, 1500), network.add_stack(PEER, 576)
    one, two = a.open_udp(0, 7), b.open_udp(0, 7)
    payload = random.Random(1).randbytes(20_000)
    one.send(payload, PEER, 7, network.now)
    network.run(SECOND)
    received = two.receive()
    assert received is not None and received.payload == payload
    two.send(payload, US, 7, network.now)
    network.run(SECOND)
    back = one.receive()
    assert back is not None and back.payload == payload


# --- ICMP ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [0, 1, 56, 1400])
def test_echo_is_answered(peer: Any, size: int) -> None:
    peer.packet(ipv4.ICMP, echo(bytes(range(256)) * 6)[: size + 8] if size == 1528 else echo(bytes(size)))
    (reply,) = peer.take_packets()
    assert reply.data[reply.payload] == icmp.ECHO_REPLY and reply.destination == PEER
    icmp.check(reply.data, reply.payload, reply.end)
    assert reply.data[reply.payload + 4 : reply.end] == bytes.fromhex("12340001") + bytes(size)


def test_errors_are_rate_limited(peer: Any) -> None:
    for _ in range(200):
        peer.packet(ipv4.UDP, datagram(b"x", 9))
    assert len(peer.take_packets()) == 50
    peer.now += SECOND
    peer.packet(ipv4.UDP, datagram(b"x", 9))
    assert len(peer.take_packets()) == 1


def test_no_error_about_an_error(peer: Any) -> None:
    message = bytearray(36)
    icmp.write(message, 0, icmp.UNREACHABLE, 3, 0, bytes(28))
    peer.packet(ipv4.ICMP, bytes(message))
    assert peer.take_packets() == []


def test_report_about_anothers_packet_is_ignored(peer: Any) -> None:
    quoted = bytearray(28)
    ipv4.write_header(quoted, 0, 28, 0, 0, 0, 64, ipv4.UDP, PEER, US)
    message = bytearray(8 + 28)
    icmp.write(message, 0, icmp.UNREACHABLE, 3, 0, bytes(quoted))
    peer.packet(ipv4.ICMP, bytes(message))
    assert peer.stack.icmp.counters.events == {"icmp: quotes another's packet": 1}


# --- UDP -------------------------------------------------------------------------------------------
def test_udp_to_a_closed_port_is_reported(peer: Any) -> None:
    peer.packet(ipv4.UDP, datagram(b"x", 9))
    (report,) = peer.take_packets()
    assert report.data[report.payload : report.payload + 2] == bytes([3, 3])
    assert report.data[report.payload + 28 :][:4] == (4000).to_bytes(2, "big") + (9).to_bytes(2, "big")


def test_udp_report_reaches_a_connected_socket() -> None:
    network = Network(1)
    a, _ = network.add_stack(US, 1500), network.add_stack(PEER, 1500)
    socket = a.open_udp(0, 0)
    socket.connect(PEER, 9)
    socket.send(b"x", PEER, 9, network.now)
    network.run(SECOND)
    with pytest.raises(ConnectionRefusedError):
        socket.receive()
    assert socket.receive() is None


def test_udp_queue_is_bounded(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    for _ in range(2000):
        peer.packet(ipv4.UDP, datagram(b"", 7))
    count = 0
    while socket.receive() is not None:
        count += 1
    assert 1000 < count < 1500 and socket.queued == 0
    assert peer.stack.udp.counters.events["udp: queue full"] == 2000 - count


def test_udp_connected_socket_takes_its_peer_only(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    socket.connect(PEER, 4001)
    peer.packet(ipv4.UDP, datagram(b"x", 7, port=4000))
    peer.packet(ipv4.UDP, datagram(b"y", 7, port=4001))
    assert socket.receive().payload == b"y" and socket.receive() is None


def test_udp_port_is_exclusive_until_closed(peer: Any) -> None:
    socket = peer.stack.open_udp(0, 7)
    with pytest.raises(OSError, match="in use"):
        peer.stack.open_udp(0, 7)
    socket.close()
    peer.stack.open_udp(0, 7)
    assert 32768 <= peer.stack.open_udp(0, 0).local_port < 61000


def test_udp_too_long_datagram_is_an_error(peer: Any) -> None:
    with pytest.raises(OSError, match="too long"):
        peer.stack.open_udp(0, 7).send(bytes(65508), PEER, 7, peer.now)
