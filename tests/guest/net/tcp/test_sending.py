"""What goes out, and when: windows, Nagle, probes, retransmission, loss recovery."""

import itertools
from typing import Any

import pytest

from sesha.guest.net.timers import MILLISECOND, SECOND
from sesha.guest.net.wire import icmp
from sesha.guest.net.wire.tcp import ACK, FIN, PSH

pytestmark = pytest.mark.fast

SACK_OPTIONS = bytes.fromhex("020405b4 04020101")
MSS = bytes.fromhex("020405b4")


def payloads(segments: list[Any]) -> list[bytes]:
    return [segment.data[segment.payload : segment.end] for segment in segments]


def sizes(segments: list[Any]) -> list[int]:
    return [segment.end - segment.payload for segment in segments]


def offsets(peer: Any, segments: list[Any]) -> list[int]:
    return [segment.sequence - peer.ack for segment in segments]


def sack(peer: Any, *edges: int) -> bytes:
    words = b"".join((peer.ack + edge & 0xFFFFFFFF).to_bytes(4, "big") for edge in edges)
    return bytes([1, 1, 5, 2 + len(words)]) + words


def test_large_send_is_cut_at_the_mss_and_the_initial_window(peer: Any) -> None:
    socket = peer.accept(MSS)
    assert socket.send(bytes(100_000), peer.now) == 100_000
    assert sizes(peer.take()) == [1460] * 10


def test_window_opens_with_acknowledgements(peer: Any) -> None:
    socket = peer.accept(MSS)
    socket.send(bytes(100_000), peer.now)
    peer.take()
    assert sizes(peer.segment(ACK, ack=peer.ack + 2920)) == [1460] * 4


def test_send_takes_what_fits_and_announces_room(peer: Any) -> None:
    socket = peer.accept(MSS)
    taken = socket.send(bytes(300_000), peer.now)
    assert taken == 256 * 1024 and socket.send(b"x", peer.now) == 0 and not socket.writable()
    peer.stack.take_ready()
    sent = peer.take()
    while socket.unsent() > 128 * 1024:
        assert socket not in peer.stack.take_ready()
        peer.ack = (sent[-1].sequence + 1460) & 0xFFFFFFFF
        peer.now += 50 * MILLISECOND
        sent = peer.segment(ACK) or sent
    assert socket in peer.stack.take_ready() and socket.writable()


def test_nagle_holds_the_second_small_piece(peer: Any) -> None:
    socket = peer.accept()
    socket.send(b"a", peer.now)
    socket.send(b"b", peer.now)
    socket.send(b"c", peer.now)
    assert payloads(peer.take()) == [b"a"]
    assert payloads(peer.segment(ACK, ack=peer.ack + 1)) == [b"bc"]


def test_no_delay_sends_every_piece(peer: Any) -> None:
    socket = peer.accept()
    socket.set_no_delay(True, peer.now)
    socket.send(b"a", peer.now)
    socket.send(b"b", peer.now)
    assert payloads(peer.take()) == [b"a", b"b"]


def test_nagle_does_not_hold_the_fin(peer: Any) -> None:
    socket = peer.accept()
    socket.send(b"a", peer.now)
    socket.send(b"b", peer.now)
    socket.shutdown(peer.now)
    assert [segment.flags for segment in peer.take()] == [ACK | PSH, ACK | PSH | FIN]


def test_zero_window_is_probed_and_resumed(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK, window=0)
    socket.send(b"hello", peer.now)
    assert peer.take() == []
    probes = peer.wait(400 * MILLISECOND) + peer.wait(2 * SECOND)
    assert payloads(probes)[0] == b"h" and 1 < len(probes) < 6
    assert payloads(peer.segment(ACK, window=100)) == [b"hello"]


def test_zero_window_with_answers_lasts_for_ever(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK, window=0)
    socket.send(b"hello", peer.now)
    for _ in range(60):
        peer.wait(100 * SECOND)
        peer.segment(ACK, window=0)
    assert payloads(peer.segment(ACK, window=100)) == [b"hello"]


def test_zero_window_without_answers_ends(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK, window=0)
    socket.send(b"hello", peer.now)
    peer.wait(2000 * SECOND)
    with pytest.raises(TimeoutError):
        socket.receive(1, peer.now)


def test_window_shrunk_to_zero_with_data_in_flight(peer: Any) -> None:
    socket = peer.accept()
    socket.send(b"hello", peer.now)
    peer.take()
    peer.segment(ACK, window=0)
    assert payloads(peer.wait(400 * MILLISECOND)) == [b"hello"]
    peer.ack += 5
    assert peer.segment(ACK, window=100) == [] and socket.unsent() == 0


def test_silly_window_is_not_filled(peer: Any) -> None:
    socket = peer.accept(MSS)
    peer.segment(ACK, window=100)
    socket.send(bytes(5000), peer.now)
    assert peer.take() == []
    assert sizes(peer.wait(300 * MILLISECOND)) == [100]


def test_receive_window_closes_and_opens(peer: Any) -> None:
    socket = peer.accept()
    sent = 0
    while sent < 65535:
        size = min(1460, 65535 - sent)
        peer.segment(ACK, seq=peer.seq + sent, data=bytes(size))
        sent += size
    (ack,) = peer.segment(ACK, seq=peer.seq + sent, data=b"probe")
    assert ack.window == 0 and ack.acknowledgement == peer.seq + 65535
    assert len(socket.receive(1000, peer.now)) == 1000 and peer.take() == []
    assert len(socket.receive(64000, peer.now)) > 0
    while socket.receive(64000, peer.now):
        pass
    assert peer.take()[-1].window > 32000


def test_retransmission_backs_off(peer: Any) -> None:
    socket = peer.accept()
    socket.send(b"hello", peer.now)
    peer.take()
    times = []
    for _ in range(100):
        for segment in peer.wait(100 * MILLISECOND):
            times.append(peer.now)
            assert segment.data[segment.payload :] == b"hello"
    gaps = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert len(gaps) >= 4 and all(1.6 < b / a < 2.4 for a, b in itertools.pairwise(gaps))


def test_retransmission_joins_small_segments(peer: Any) -> None:
    socket = peer.accept()
    socket.set_no_delay(True, peer.now)
    for piece in (b"a", b"b", b"c"):
        socket.send(piece, peer.now)
    peer.take()
    assert payloads(peer.wait(400 * MILLISECOND)) == [b"abc"]


def test_three_duplicates_are_a_loss(peer: Any) -> None:
    socket = peer.accept(MSS)
    socket.send(bytes(14600), peer.now)
    peer.take()
    assert peer.segment(ACK) == [] and peer.segment(ACK) == []
    assert offsets(peer, peer.segment(ACK)) == [0]
    assert socket.block.recovering and socket.block.congestion.window == 14600 * 7 // 10
    peer.segment(ACK, ack=peer.ack + 14600)
    assert not socket.block.recovering


def test_partial_acknowledgement_points_at_the_next_loss(peer: Any) -> None:
    socket = peer.accept(MSS)
    socket.send(bytes(14600), peer.now)
    peer.take()
    for _ in range(3):
        answers = peer.segment(ACK)
    assert offsets(peer, answers) == [0]
    assert offsets(peer, peer.segment(ACK, ack=peer.ack + 4380)) == [4380]


def test_limited_transmit_on_the_first_duplicates(peer: Any) -> None:
    socket = peer.accept(MSS)
    socket.send(bytes(60000), peer.now)
    peer.take()
    assert offsets(peer, peer.segment(ACK)) == [14600]
    assert offsets(peer, peer.segment(ACK)) == [16060]


def test_sack_resends_only_what_is_missing(peer: Any) -> None:
    socket = peer.accept(SACK_OPTIONS)
    socket.send(bytes(14600), peer.now)
    peer.take()
    mss = 1460
    answers: list[Any] = []
    for end in range(2, 10):
        blocks = sack(peer, mss, 3 * mss) if end <= 3 else sack(peer, 4 * mss, end * mss, mss, 3 * mss)
        if end not in (2, 4):
            answers += peer.segment(ACK, options=blocks)
    assert offsets(peer, answers) == [0, 3 * mss]


def test_sack_of_what_was_not_sent_is_ignored(peer: Any) -> None:
    socket = peer.accept(SACK_OPTIONS)
    socket.send(bytes(2920), peer.now)
    peer.take()
    for start in (3000, -5000, 1 << 30):
        assert peer.segment(ACK, options=sack(peer, start, start + 1460)) == []
    assert socket.block.scoreboard.is_empty()


def test_timeout_skips_what_the_peer_holds(peer: Any) -> None:
    socket = peer.accept(SACK_OPTIONS)
    socket.send(bytes(5840), peer.now)
    peer.take()
    peer.segment(ACK, options=sack(peer, 1460, 2920))
    sent = peer.wait(400 * MILLISECOND)
    assert offsets(peer, sent) == [0]
    assert offsets(peer, peer.segment(ACK, ack=peer.ack + 2920)) == [2920, 4380]


def test_round_trip_of_a_retransmitted_segment_is_not_measured(peer: Any) -> None:
    socket = peer.accept()
    before = socket.block.round_trip.smoothed
    socket.send(b"hello", peer.now)
    peer.wait(1500 * MILLISECOND)
    peer.segment(ACK, ack=peer.ack + 5)
    assert socket.block.round_trip.smoothed == before


def test_idle_connection_starts_slowly_again(peer: Any) -> None:
    socket = peer.accept(MSS)
    socket.send(bytes(200_000), peer.now)
    sent = peer.take()
    while socket.unsent():
        peer.now += MILLISECOND
        peer.ack = (peer.ack + sum(sizes(sent))) & 0xFFFFFFFF
        sent = peer.segment(ACK)
    assert socket.block.congestion.window > 20_000
    peer.wait(10 * SECOND)
    socket.send(bytes(60_000), peer.now)
    assert sizes(peer.take()) == [1460] * 10


def test_fragmentation_needed_shrinks_segments(peer: Any) -> None:
    socket = peer.accept(MSS)
    socket.send(bytes(2920), peer.now)
    first = peer.wire.frames[0][14:]
    peer.take()
    body = first[:28]
    message = bytearray(8 + len(body))
    icmp.write(message, 0, 3, 4, 1000, body)
    peer.packet(1, bytes(message))
    assert sizes(peer.take()) == [960, 960, 960, 40]
