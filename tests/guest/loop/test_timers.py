"""Timers come out in the order of CPython's heapq, also those that are due at the same time."""

import heapq

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.loop.timers import MANY, Timers

pytestmark = pytest.mark.fast


class Timer:
    """As CPython's TimerHandle: ordered by time alone."""

    def __init__(self, when: float, name: int) -> None:
        self.when = when
        self.name = name
        self._cancelled = False

    def __lt__(self, other: "Timer") -> bool:
        return self.when < other.when


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=3 * MANY))
def test_the_order_of_heapq(steps: list[tuple[int, int]]) -> None:
    """Push, pop, or cancel every so many timers."""
    timers = Timers()
    heap: list[Timer] = []
    for number, (kind, value) in enumerate(steps):
        if kind < 2 or not heap:
            timer = Timer(float(value), number)
            timers.push(timer, timer.when)
            heapq.heappush(heap, timer)
        elif kind == 2:
            assert timers.pop() is heapq.heappop(heap)
        else:
            for timer in heap[:: value + 1]:
                if not timer._cancelled:
                    timer._cancelled = True
                    timers.note_cancelled()
    while heap:
        assert timers.pop() is heapq.heappop(heap)
    assert len(timers) == 0 and not timers.drop_cancelled()


def test_cancelled_timers_do_not_pile_up() -> None:
    timers = Timers()
    for number in range(1000):
        timer = Timer(float(number), number)
        timers.push(timer, timer.when)
        if number % 10:
            timer._cancelled = True
            timers.note_cancelled()
    assert timers.drop_cancelled() and len(timers) == 100
    assert [timers.pop().name for _ in range(3)] == [0, 10, 20]
