"""Deadlines: a heap of timers whose entries move in place.

A timer's deadline mostly moves later (each segment restarts the retransmission timer), so a later
deadline only changes the timer; the heap notices when the old key comes to the top. An earlier
one moves the entry up at once. Each timer stands in the heap at most once.
"""

from mypy_extensions import i64

NEVER = 1 << 60
"""A deadline that is not reached."""

MICROSECOND = 1_000
MILLISECOND = 1_000_000
SECOND = 1_000_000_000


class Timer:
    """Base of what has a deadline. Only TimerQueue writes these attributes."""

    def __init__(self) -> None:
        self.deadline: i64 = NEVER
        self.key: i64 = NEVER
        """The deadline under which the heap has it; never later than `deadline`."""
        self.position: i64 = -1


class TimerQueue:
    """A binary heap by key."""

    def __init__(self) -> None:
        self.heap: list[Timer] = []

    def arm(self, timer: Timer, deadline: i64) -> None:
        """Set the timer's deadline, replacing the one it has; NEVER disarms it."""
        timer.deadline = deadline
        if timer.position >= 0:
            if deadline < timer.key:
                timer.key = deadline
                self._up(timer, timer.position)
        elif deadline < NEVER:
            timer.key = deadline
            self.heap.append(timer)
            self._up(timer, len(self.heap) - 1)

    def remove(self, timer: Timer) -> None:
        """Disarm the timer and forget it."""
        position = timer.position
        timer.deadline = NEVER
        timer.position = -1
        if position < 0:
            return
        last = self.heap.pop()
        if last is not timer:
            self._up(last, position)
            self._down(last, last.position)

    def due(self, now: i64) -> Timer | None:
        """A timer whose deadline has come, disarmed; None when there is none."""
        while self.heap:
            timer = self.heap[0]
            if timer.key > now:
                return None
            if timer.deadline <= now:
                self.remove(timer)
                return timer
            self._settle(timer)
        return None

    def next_deadline(self) -> i64:
        """The earliest deadline, NEVER when no timer is armed."""
        while self.heap:
            timer = self.heap[0]
            if timer.key == timer.deadline:
                return timer.key
            self._settle(timer)
        return NEVER

    def _settle(self, timer: Timer) -> None:
        """Give the top entry its real deadline."""
        if timer.deadline == NEVER:
            self.remove(timer)
        else:
            timer.key = timer.deadline
            self._down(timer, 0)

    def _up(self, timer: Timer, at: i64) -> None:
        heap = self.heap
        key = timer.key
        while at > 0:
            above = (at - 1) >> 1
            parent = heap[above]
            if parent.key <= key:
                break
            heap[at] = parent
            parent.position = at
            at = above
        heap[at] = timer
        timer.position = at

    def _down(self, timer: Timer, at: i64) -> None:
        heap = self.heap
        key = timer.key
        size: i64 = len(heap)
        while True:
            below = 2 * at + 1
            if below >= size:
                break
            if below + 1 < size and heap[below + 1].key < heap[below].key:
                below += 1
            child = heap[below]
            if child.key >= key:
                break
            heap[at] = child
            child.position = at
            at = below
        heap[at] = timer
        timer.position = at
