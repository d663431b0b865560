"""What each state does with each stimulus (RFC 9293 3.10.7), segment by segment."""

from typing import Any

import pytest

from sesha.guest.net.tcp.parameters import CONNECTION_MEMORY
from sesha.guest.net.timers import MILLISECOND, SECOND
from sesha.guest.net.wire.tcp import ACK, FIN, PSH, RST, SYN, URG

pytestmark = pytest.mark.fast


def flags(segments: list[Any]) -> list[int]:
    return [segment.flags for segment in segments]


def events(peer: Any) -> dict[str, int]:
    result: dict[str, int] = peer.stack.tcp.counters.events
    return result


# --- CLOSED --------------------------------------------------------------------------------------
def test_closed_syn_is_reset(peer: Any) -> None:
    (reply,) = peer.segment(SYN, seq=77, ack=0)
    assert reply.flags == RST | ACK and reply.acknowledgement == 78 and reply.sequence == 0


def test_closed_ack_is_reset_at_its_ack(peer: Any) -> None:
    (reply,) = peer.segment(ACK, seq=77, ack=500)
    assert reply.flags == RST and reply.sequence == 500


def test_closed_rst_is_ignored(peer: Any) -> None:
    assert peer.segment(RST, seq=77) == []


# --- LISTEN --------------------------------------------------------------------------------------
def test_listen_syn_is_answered(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    (reply,) = peer.segment(SYN, ack=0)
    assert reply.flags == SYN | ACK and reply.acknowledgement == peer.seq + 1
    assert reply.options.mss == 1460 and reply.options.window_scale == -1


def test_listen_options_are_offered_back(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    (reply,) = peer.segment(
        SYN, ack=0, options=bytes.fromhex("020405b4 0402 080a 00000009 00000000 01030307")
    )
    options = reply.options
    assert (
        options.sack_permitted and options.window_scale == 3 and options.echo == 9 and options.timestamp >= 0
    )


def test_listen_ack_is_reset(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    (reply,) = peer.segment(ACK, ack=99)
    assert reply.flags == RST and reply.sequence == 99


@pytest.mark.parametrize("kind", [SYN | FIN, FIN, PSH, 0, FIN | PSH | URG])
def test_listen_neither_syn_nor_ack_is_dropped(peer: Any, kind: int) -> None:
    peer.stack.listen(0, 80, 4)
    assert peer.segment(kind, ack=0) == []
    assert events(peer)["tcp: neither SYN nor ACK for a listener"] == 1


def test_listen_backlog_full_drops_syn(peer: Any) -> None:
    listener = peer.stack.listen(0, 80, 1)
    (reply,) = peer.segment(SYN, ack=0)
    peer.seq, peer.ack = peer.seq + 1, reply.sequence + 1
    peer.segment(ACK)
    peer.port += 1
    assert peer.segment(SYN, ack=0) == []
    assert events(peer)["tcp: backlog full"] == 1
    assert listener.accept() is not None
    assert flags(peer.segment(SYN, ack=0)) == [SYN | ACK]


def test_listen_half_open_are_bounded(peer: Any) -> None:
    peer.stack.listen(0, 80, 1)
    for number in range(100):
        peer.port = 6000 + number
        peer.segment(SYN, ack=0)
    assert peer.stack.tcp.connections == 16
    assert events(peer)["tcp: half-open connection given up"] == 84
    peer.wait(200 * SECOND)
    assert peer.stack.tcp.connections == 0


def test_listen_connections_are_bounded_and_orphans_make_room(peer: Any) -> None:
    peer.stack.limit_memory(3 * CONNECTION_MEMORY)
    listener = peer.stack.listen(0, 80, 8)
    sockets = []
    for number in range(4):
        peer.port = 6000 + number
        answer = peer.segment(SYN, ack=0)
        assert len(answer) == (1 if number < 3 else 0)
        if answer:
            peer.segment(ACK, seq=peer.seq + 1, ack=answer[0].sequence + 1)
            sockets.append(listener.accept())
    assert events(peer)["tcp: too many connections"] == 1
    peer.port = 6001
    sockets[1].close(peer.now)
    (fin,) = peer.take()
    peer.segment(ACK, seq=peer.seq + 1, ack=fin.sequence + 1)
    peer.port = 6003
    assert flags(peer.segment(SYN, ack=0)) == [SYN | ACK]
    assert events(peer)["tcp: orphan given up"] == 1


def test_listen_honest_peer_gets_through_a_flood(peer: Any) -> None:
    listener = peer.stack.listen(0, 80, 4)
    for number in range(200):
        peer.port = 6000 + number
        peer.segment(SYN, ack=0)
        if number % 50 == 49:
            (reply,) = peer.segment(SYN, ack=0)
            peer.segment(ACK, seq=peer.seq + 1, ack=reply.sequence + 1)
            assert listener.accept() is not None


def test_listen_other_address_is_reset(peer: Any) -> None:
    peer.stack.listen(0x7F000001, 80, 4)
    assert flags(peer.segment(SYN, ack=0)) == [RST | ACK]


def test_listen_close_resets_what_nobody_accepted(peer: Any) -> None:
    listener = peer.stack.listen(0, 80, 4)
    (reply,) = peer.segment(SYN, ack=0)
    peer.seq, peer.ack = peer.seq + 1, reply.sequence + 1
    peer.segment(ACK)
    peer.segment(ACK | PSH, data=b"unread")
    listener.close(peer.now)
    assert RST | ACK in flags(peer.take())
    assert peer.stack.tcp.ports == {} and peer.stack.tcp.buffered == 0


# --- SYN-SENT ------------------------------------------------------------------------------------
def test_syn_sent_rst_is_refused(peer: Any, state_of: Any) -> None:
    socket = peer.stack.connect(0x0A000002, 5000, peer.now)
    peer.our_port = socket.block.local_port
    (syn,) = peer.take()
    peer.segment(RST | ACK, ack=syn.sequence + 1)
    assert state_of(socket) == "CLOSED"
    with pytest.raises(ConnectionRefusedError):
        socket.receive(1, peer.now)
    assert socket in peer.stack.take_ready()


def test_syn_sent_rst_with_wrong_ack_is_ignored(peer: Any, state_of: Any) -> None:
    socket = peer.stack.connect(0x0A000002, 5000, peer.now)
    peer.our_port = socket.block.local_port
    peer.take()
    peer.segment(RST | ACK, ack=12345)
    assert state_of(socket) == "SYN-SENT"


def test_syn_sent_wrong_ack_is_reset(peer: Any, state_of: Any) -> None:
    socket = peer.stack.connect(0x0A000002, 5000, peer.now)
    peer.our_port = socket.block.local_port
    (syn,) = peer.take()
    (reply,) = peer.segment(SYN | ACK, ack=syn.sequence + 9)
    assert reply.flags == RST and reply.sequence == syn.sequence + 9
    assert state_of(socket) == "SYN-SENT"


def test_syn_sent_syn_ack_establishes(peer: Any) -> None:
    socket = peer.connect()
    assert socket.writable() and not socket.readable() and socket in peer.stack.take_ready()


def test_syn_sent_syn_opens_simultaneously(peer: Any, state_of: Any) -> None:
    socket = peer.stack.connect(0x0A000002, 5000, peer.now)
    peer.our_port = socket.block.local_port
    (syn,) = peer.take()
    (reply,) = peer.segment(SYN, ack=0)
    assert reply.flags == SYN | ACK and reply.sequence == syn.sequence
    assert state_of(socket) == "SYN-RECEIVED"
    peer.segment(SYN | ACK, ack=syn.sequence + 1)
    assert state_of(socket) == "ESTABLISHED"


def test_syn_sent_silence_times_out(peer: Any) -> None:
    socket = peer.stack.connect(0x0A000002, 5000, peer.now)
    start = peer.now
    assert len(peer.wait(175 * SECOND)) == 8
    assert not socket.readable()
    peer.wait(70 * SECOND)
    with pytest.raises(TimeoutError):
        socket.send(b"x", start)
    assert peer.stack.tcp.connections == 0


def test_syn_sent_close_forgets(peer: Any) -> None:
    socket = peer.stack.connect(0x0A000002, 5000, peer.now)
    socket.close(peer.now)
    assert peer.stack.tcp.ports == {}


def test_syn_sent_no_neighbour_is_unreachable(peer: Any) -> None:
    socket = peer.stack.connect(0x0A000063, 5000, peer.now)
    peer.wait(5 * SECOND)
    with pytest.raises(OSError, match="No route to host"):
        socket.receive(1, peer.now)


# --- SYN-RECEIVED --------------------------------------------------------------------------------
def test_syn_received_syn_again_is_answered_again(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    first = peer.segment(SYN, ack=0)
    again = peer.segment(SYN, ack=0)
    assert flags(again) == [SYN | ACK] and again[0].sequence == first[0].sequence


def test_syn_received_rst_forgets(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    peer.segment(SYN, ack=0)
    peer.segment(RST, seq=peer.seq + 1)
    assert peer.stack.tcp.connections == 0


def test_syn_received_wrong_ack_is_reset(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    (reply,) = peer.segment(SYN, ack=0)
    (answer,) = peer.segment(ACK, seq=peer.seq + 1, ack=reply.sequence + 100)
    assert answer.flags == RST and answer.sequence == (reply.sequence + 100) & 0xFFFFFFFF


def test_syn_received_data_with_ack_is_taken(peer: Any) -> None:
    listener = peer.stack.listen(0, 80, 4)
    (reply,) = peer.segment(SYN, ack=0)
    peer.segment(ACK | PSH, seq=peer.seq + 1, ack=reply.sequence + 1, data=b"hello")
    socket = listener.accept()
    assert socket.receive(100, peer.now) == b"hello"


def test_syn_received_answer_lost_is_repeated(peer: Any) -> None:
    peer.stack.listen(0, 80, 4)
    peer.segment(SYN, ack=0)
    assert flags(peer.wait(4 * SECOND)) == [SYN | ACK] * 2


# --- ESTABLISHED -----------------------------------------------------------------------------------
def test_established_data_is_read_and_acknowledged_late(peer: Any) -> None:
    socket = peer.accept()
    assert peer.segment(ACK | PSH, data=b"abc") == []
    assert socket.receive(2, peer.now) == b"ab" and socket.receive(9, peer.now) == b"c"
    assert socket.receive(9, peer.now) is None
    (ack,) = peer.wait(50 * MILLISECOND)
    assert ack.acknowledgement == peer.seq + 3


def test_established_second_full_segment_is_acknowledged_at_once(peer: Any) -> None:
    peer.accept()
    assert peer.segment(ACK, data=bytes(1460)) == []
    (ack,) = peer.segment(ACK, seq=peer.seq + 1460, data=bytes(1460))
    assert ack.acknowledgement == peer.seq + 2920


def test_established_reply_carries_the_ack(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK | PSH, data=b"abc")
    socket.send(b"reply", peer.now)
    (reply,) = peer.take()
    assert reply.acknowledgement == peer.seq + 3 and reply.flags == ACK | PSH
    assert reply.data[reply.payload : reply.end] == b"reply"
    peer.ack += 5
    assert peer.segment(ACK, seq=peer.seq + 3) == [] and peer.wait(SECOND) == []


def test_established_gap_is_acknowledged_and_filled(peer: Any) -> None:
    socket = peer.accept(bytes.fromhex("020405b4 04020101"))
    (ack,) = peer.segment(ACK, seq=peer.seq + 3, data=b"def")
    assert ack.acknowledgement == peer.seq and ack.options.sack == [peer.seq + 3, peer.seq + 6]
    (ack,) = peer.segment(ACK, data=b"abc")
    assert ack.acknowledgement == peer.seq + 6 and ack.options.sack is None
    assert socket.receive(99, peer.now) == b"abcdef" or socket.receive(99, peer.now)


def test_established_overlap_is_taken_once(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK, data=b"abcd")
    peer.segment(ACK, seq=peer.seq + 2, data=b"cdef")
    assert socket.receive(99, peer.now) == b"abcdef"


def test_established_old_data_is_acknowledged(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK, data=b"abcd")
    (ack,) = peer.segment(ACK, data=b"abcd")
    assert ack.acknowledgement == peer.seq + 4 and socket.receive(99, peer.now) == b"abcd"


def test_established_data_beyond_the_window_is_refused(peer: Any) -> None:
    socket = peer.accept()
    (ack,) = peer.segment(ACK, seq=peer.seq + 70000, data=b"far")
    assert ack.acknowledgement == peer.seq and socket.receive(9, peer.now) is None


def test_established_exact_rst_resets(peer: Any, state_of: Any) -> None:
    socket = peer.accept()
    assert peer.segment(RST) == []
    assert state_of(socket) == "CLOSED"
    with pytest.raises(ConnectionResetError):
        socket.receive(1, peer.now)
    assert socket.receive(1, peer.now) == b""
    with pytest.raises(BrokenPipeError):
        socket.send(b"x", peer.now)


def test_established_inexact_rst_is_challenged(peer: Any, state_of: Any) -> None:
    socket = peer.accept()
    (ack,) = peer.segment(RST, seq=peer.seq + 1)
    assert ack.flags == ACK and ack.acknowledgement == peer.seq and state_of(socket) == "ESTABLISHED"
    assert peer.segment(RST, seq=peer.seq + 2) == []


def test_established_rst_outside_the_window_is_ignored(peer: Any, state_of: Any) -> None:
    socket = peer.accept()
    assert peer.segment(RST, seq=peer.seq - 1) == [] and state_of(socket) == "ESTABLISHED"


def test_established_syn_is_challenged(peer: Any, state_of: Any) -> None:
    socket = peer.accept()
    (ack,) = peer.segment(SYN, seq=peer.seq + 5)
    assert ack.flags == ACK and state_of(socket) == "ESTABLISHED"


def test_established_ack_of_the_future_is_challenged(peer: Any) -> None:
    socket = peer.accept()
    (ack,) = peer.segment(ACK, ack=peer.ack + 1, data=b"lost")
    assert ack.acknowledgement == peer.seq and socket.receive(9, peer.now) is None


def test_established_ack_of_the_far_past_is_challenged(peer: Any) -> None:
    socket = peer.accept()
    (ack,) = peer.segment(ACK, ack=peer.ack - 70000, data=b"lost")
    assert ack.acknowledgement == peer.seq and socket.receive(9, peer.now) is None


def test_established_no_ack_is_dropped(peer: Any) -> None:
    socket = peer.accept()
    assert peer.segment(PSH, data=b"lost") == [] and socket.receive(9, peer.now) is None


def test_established_old_timestamp_is_refused(peer: Any) -> None:
    socket = peer.accept(bytes.fromhex("020405b4 0402 080a 00000064 00000000 01030307"))
    (ack,) = peer.segment(ACK, data=b"old", options=bytes.fromhex("0101080a 00000063 00000000"))
    assert ack.flags == ACK and socket.receive(9, peer.now) is None
    peer.segment(ACK, data=b"new", options=bytes.fromhex("0101080a 00ffffff 00000000"))
    assert socket.receive(9, peer.now) == b"new"


@pytest.mark.parametrize("kind", [ACK, RST])
def test_established_timestamp_from_outside_the_window_is_not_believed(peer: Any, kind: int) -> None:
    socket = peer.accept(bytes.fromhex("020405b4 0402 080a 00000064 00000000 01030307"))
    future = bytes.fromhex("0101080a 7fffffff 00000000")
    peer.segment(kind, seq=peer.seq - 500, data=b"old", options=future)
    peer.segment(ACK, data=b"new", options=bytes.fromhex("0101080a 00ffffff 00000000"))
    assert socket.receive(9, peer.now) == b"new"


def test_established_peer_that_is_silent_times_out(peer: Any) -> None:
    socket = peer.accept()
    socket.send(b"anyone?", peer.now)
    sent = peer.wait(2000 * SECOND)
    assert len(sent) == 17 and sent[-1].flags & RST
    with pytest.raises(TimeoutError):
        socket.receive(1, peer.now)


def test_established_keepalive_finds_a_dead_peer(peer: Any) -> None:
    socket = peer.accept()
    socket.set_keepalive(True, 10 * SECOND, 2 * SECOND, 3, peer.now)
    probes = peer.wait(15 * SECOND)
    assert [probe.sequence for probe in probes] == [(peer.ack - 1) & 0xFFFFFFFF] * 3
    peer.segment(ACK)
    assert len(peer.wait(9 * SECOND)) == 0
    peer.wait(20 * SECOND)
    with pytest.raises(TimeoutError):
        socket.receive(1, peer.now)


def test_established_no_keepalive_by_default(peer: Any) -> None:
    peer.accept()
    assert peer.wait(20000 * SECOND) == []


def test_established_abort_sends_rst(peer: Any) -> None:
    socket = peer.accept()
    socket.abort(peer.now)
    assert flags(peer.take()) == [RST | ACK] and peer.stack.tcp.connections == 0


def test_established_close_with_unread_data_resets(peer: Any) -> None:
    socket = peer.accept()
    peer.segment(ACK, data=b"unread")
    socket.close(peer.now)
    assert flags(peer.take()) == [RST | ACK] and peer.stack.tcp.buffered == 0


def test_established_fin_ends_the_data(peer: Any, state_of: Any) -> None:
    socket = peer.accept()
    (ack,) = peer.segment(FIN | ACK, data=b"last")
    assert ack.acknowledgement == peer.seq + 5 and state_of(socket) == "CLOSE-WAIT"
    assert socket.receive(9, peer.now) == b"last" and socket.receive(9, peer.now) == b""


def test_established_fin_after_a_gap_waits(peer: Any, state_of: Any) -> None:
    socket = peer.accept()
    peer.segment(FIN | ACK, seq=peer.seq + 3, data=b"def")
    assert state_of(socket) == "ESTABLISHED"
    peer.segment(ACK, data=b"abc")
    assert state_of(socket) == "CLOSE-WAIT"
    assert (socket.receive(9, peer.now) or b"") + (socket.receive(9, peer.now) or b"") == b"abcdef"


# --- closing -----------------------------------------------------------------------------------------
def test_fin_wait_1_fin_without_ack_is_closing(peer: Any, state_of: Any) -> None:
    socket = peer.fin_wait_1()
    (ack,) = peer.segment(FIN | ACK)
    assert state_of(socket) == "CLOSING" and ack.acknowledgement == peer.seq + 1
    peer.segment(ACK, seq=peer.seq + 1, ack=peer.ack + 1)
    assert state_of(socket) == "TIME-WAIT"


def test_fin_wait_1_fin_with_ack_is_time_wait(peer: Any, state_of: Any) -> None:
    socket = peer.fin_wait_1()
    peer.segment(FIN | ACK, ack=peer.ack + 1)
    assert state_of(socket) == "TIME-WAIT"


def test_fin_wait_1_fin_lost_is_sent_again(peer: Any) -> None:
    peer.fin_wait_1()
    assert flags(peer.wait(400 * MILLISECOND)) == [FIN | ACK]


def test_fin_wait_2_data_is_still_read(peer: Any) -> None:
    socket = peer.fin_wait_2()
    peer.segment(ACK, data=b"more")
    assert socket.receive(9, peer.now) == b"more"
    with pytest.raises(BrokenPipeError):
        socket.send(b"x", peer.now)


def test_fin_wait_2_of_a_closed_socket_ends(peer: Any) -> None:
    socket = peer.fin_wait_2()
    socket.close(peer.now)
    peer.wait(61 * SECOND)
    assert peer.stack.tcp.connections == 0


def test_fin_wait_2_data_for_a_closed_socket_is_reset(peer: Any) -> None:
    socket = peer.fin_wait_2()
    socket.close(peer.now)
    assert flags(peer.segment(ACK, data=b"late")) == [RST | ACK]


def test_close_wait_close_is_last_ack(peer: Any, state_of: Any) -> None:
    socket = peer.close_wait()
    assert socket.send(b"bye", peer.now) == 3
    socket.close(peer.now)
    assert state_of(socket) == "LAST-ACK"
    sent = peer.take()
    assert sent[-1].flags & FIN
    peer.segment(ACK, ack=peer.ack + 4)
    assert state_of(socket) == "CLOSED" and peer.stack.tcp.connections == 0


def test_time_wait_fin_again_is_acknowledged(peer: Any, state_of: Any) -> None:
    socket = peer.time_wait()
    peer.wait(50 * SECOND)
    assert flags(peer.segment(FIN | ACK, seq=peer.seq - 1)) == [ACK]
    peer.wait(50 * SECOND)
    assert state_of(socket) == "TIME-WAIT"
    peer.wait(11 * SECOND)
    assert peer.stack.tcp.connections == 0


def test_time_wait_newer_syn_opens_anew(peer: Any) -> None:
    peer.time_wait()
    assert flags(peer.segment(SYN, seq=peer.seq + 1000, ack=0)) == [SYN | ACK]


def test_time_wait_older_syn_is_challenged(peer: Any, state_of: Any) -> None:
    socket = peer.time_wait()
    peer.segment(SYN, seq=peer.seq - 1000, ack=0)
    assert state_of(socket) == "TIME-WAIT"
