"""The small parts against plain models of them."""

import itertools
import random

import pytest

from sesha.guest.net.rate import RateLimit
from sesha.guest.net.siphash import SipHash
from sesha.guest.net.tcp.congestion import Cubic, NewReno, cube_root
from sesha.guest.net.tcp.receive_buffer import ReceiveBuffer
from sesha.guest.net.tcp.round_trip import RoundTrip
from sesha.guest.net.tcp.scoreboard import Scoreboard
from sesha.guest.net.tcp.send_buffer import SendBuffer
from sesha.guest.net.tcp.sequence import add, before, not_after, offset
from sesha.guest.net.timers import MILLISECOND, NEVER, SECOND, Timer, TimerQueue

pytestmark = pytest.mark.fast

TOP = (1 << 32) - 500


def test_siphash_reference_vectors() -> None:
    hash_ = SipHash(bytes(range(16)))
    assert hash_.of_words([]) == 0x726FDB47DD0E0E31 & 0xFFFFFFFF
    assert hash_.of_words([0x03020100]) == 0xCF2794E0277187B7 & 0xFFFFFFFF
    assert hash_.of_words([0x03020100, 0x07060504]) == 0x93F5F5799A932462 & 0xFFFFFFFF


@pytest.mark.parametrize("seed", range(5))
def test_timers_equal_a_sorted_list(seed: int) -> None:
    source = random.Random(seed)
    queue = TimerQueue()
    timers = [Timer() for _ in range(20)]
    now = 0
    for _ in range(3000):
        action = source.random()
        timer = source.choice(timers)
        if action < 0.6:
            queue.arm(timer, now + source.randrange(1000) if action < 0.5 else NEVER)
        elif action < 0.7:
            queue.remove(timer)
        else:
            now += source.randrange(200)
            expected = {id(t) for t in timers if t.deadline <= now}
            got = set()
            while (due := queue.due(now)) is not None:
                got.add(id(due))
            assert got == expected
        assert queue.next_deadline() == min(t.deadline for t in timers)
        assert len(queue.heap) <= len(timers)


@pytest.mark.parametrize("start", [0, TOP])
@pytest.mark.parametrize("seed", range(10))
def test_receive_buffer_puts_everything_in_order(start: int, seed: int) -> None:
    source = random.Random(seed)
    data = source.randbytes(2000)
    buffer = ReceiveBuffer()
    next_, got = start, b""
    while len(got) < len(data):
        at = source.randrange(len(data))
        piece = data[at : at + source.choice((1, 50, 300))]
        known = offset(next_, add(start, at))
        if known >= 0:
            if known < len(piece):
                buffer.append(piece[known:])
                next_ = buffer.advance(add(next_, len(piece) - known))
        else:
            buffer.insert(add(start, at), piece)
        edges = [(r.start, r.end) for r in buffer.ranges]
        assert all(before(next_, first) for first, _ in edges)
        assert all(before(a[1], b[0]) for a, b in itertools.pairwise(edges))
        got += buffer.read(source.randrange(1, 200))
        assert len(buffer.ranges) <= 32
    assert got == data and buffer.size == 0


def test_receive_buffer_of_single_bytes_stays_small() -> None:
    buffer = ReceiveBuffer()
    for number in range(5000):
        buffer.append(b"x")
        buffer.insert(10_000 + number, b"y")
        assert len(buffer.chunks) <= 65 and len(buffer.ranges[0].chunks) <= 65
    assert len(buffer.read(10_000)) == 5000


@pytest.mark.parametrize("seed", range(10))
def test_scoreboard_equals_a_set(seed: int) -> None:
    source = random.Random(seed)
    board = Scoreboard()
    una, end = TOP, TOP + 1000
    sacked: set[int] = set()
    for _ in range(60):
        first = una + source.randrange(1000)
        last = min(first + source.randrange(1, 80), end)
        if first < last:
            fresh = not set(range(first, last)) <= sacked
            assert board.add(first & 0xFFFFFFFF, last & 0xFFFFFFFF) == fresh
            sacked |= set(range(first, last))
        if source.random() < 0.1:
            una = min(una + source.randrange(60), end - 1)
            board.forget_before(una & 0xFFFFFFFF)
            sacked = {s for s in sacked if s >= una}
        assert board.total() == len(sacked)
        lost = una + source.randrange(end - una)
        again = una + source.randrange(end - una)
        expected = sum((s >= lost) + (s < again) for s in range(una, end) if s not in sacked)
        assert (
            board.pipe(una & 0xFFFFFFFF, end & 0xFFFFFFFF, again & 0xFFFFFFFF, lost & 0xFFFFFFFF) == expected
        )
        probe = una + source.randrange(end - una)
        skipped = probe
        while skipped in sacked:
            skipped += 1
        assert board.skip(probe & 0xFFFFFFFF) == skipped & 0xFFFFFFFF


def test_send_buffer_keeps_its_order() -> None:
    buffer = SendBuffer()
    model = b""
    source = random.Random(1)
    for _ in range(2000):
        data = source.randbytes(source.randrange(3000))
        buffer.append(data)
        model += data
        count = source.randrange(len(model) + 1)
        at = source.randrange(len(model) - count + 1) if count < len(model) else 0
        packet = bytearray(count + 4)
        buffer.copy_into(packet, 4, at, count)
        assert packet[4:] == model[at : at + count]
        drop = source.randrange(min(len(model), 4000) + 1)
        buffer.drop(drop)
        model = model[drop:]
        assert buffer.size() == len(model) and len(buffer.data) <= 2 * len(model) + 8192


def test_sequence_comparisons_wrap() -> None:
    assert before(0xFFFFFFFF, 0) and not before(0, 0xFFFFFFFF) and not before(5, 5)
    assert not_after(5, 5) and offset(3, 0xFFFFFFFF) == 4 and offset(0xFFFFFFFF, 3) == -4


def test_round_trip_follows_rfc_6298() -> None:
    estimate = RoundTrip()
    assert estimate.timeout == SECOND
    estimate.sample(100 * MILLISECOND)
    assert estimate.timeout == 300 * MILLISECOND
    for _ in range(100):
        estimate.sample(100 * MILLISECOND)
    assert estimate.timeout == 200 * MILLISECOND and estimate.backed_off(3) == 1600 * MILLISECOND
    assert estimate.backed_off(1000) == 60 * SECOND


def test_new_reno_doubles_then_adds_one_segment_per_window() -> None:
    reno = NewReno()
    reno.start(1000)
    assert reno.window == 10_000
    for _ in range(10):
        reno.on_ack(1000, MILLISECOND, 0)
    assert reno.window == 20_000
    reno.on_loss(20_000, 0)
    assert (reno.window, reno.threshold) == (10_000, 10_000)
    for _ in range(10):
        reno.on_ack(1000, MILLISECOND, 0)
    assert reno.window == 11_000
    reno.on_timeout(11_000, 0)
    assert (reno.window, reno.threshold) == (1000, 5500)


def test_cubic_is_back_at_its_maximum_after_k_seconds() -> None:
    cubic = Cubic()
    cubic.start(1000)
    cubic.window = cubic.threshold = 1_000_000
    cubic.on_loss(1_000_000, 0)
    assert cubic.window == 700_000 and cubic.maximum == 1_000_000
    now, trip = 0, 100 * MILLISECOND
    windows = []
    for _ in range(150):
        now += trip
        for _ in range(cubic.window // 2000):
            cubic.on_ack(2000, trip, now)
        windows.append(cubic.window)
    plateau = next(index for index, window in enumerate(windows) if window >= 990_000)
    expected = cube_root(300 / 0.4)
    assert abs(plateau / 10 - expected) < 3.0 and 1_070_000 < windows[-1] < 1_090_000


def test_cube_root() -> None:
    for value in (0.0, 1e-6, 0.5, 1.0, 27.0, 1e9):
        assert cube_root(value) == pytest.approx(value ** (1 / 3), rel=1e-6, abs=1e-9)


def test_rate_limit_refills() -> None:
    limit = RateLimit(10, 3)
    assert [limit.allow(0) for _ in range(4)] == [True, True, True, False]
    assert limit.allow(100 * MILLISECOND) and not limit.allow(100 * MILLISECOND)
    assert [limit.allow(10 * SECOND) for _ in range(4)] == [True, True, True, False]
