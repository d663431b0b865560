"""How much may be on its way: NewReno (RFC 5681) and CUBIC (RFC 9438), which is the default.

Windows are in bytes. Recovery decides when something is lost; these classes only say what that,
and each acknowledgement, does to the window.
"""

from mypy_extensions import i64

from sesha.guest.net.tcp.parameters import INITIAL_BYTES, INITIAL_SEGMENTS
from sesha.guest.net.timers import SECOND

UNLIMITED = 1 << 40


class NewReno:
    """Additive increase, halving."""

    def __init__(self) -> None:
        self.mss: i64 = 0
        self.window: i64 = 0
        self.threshold: i64 = UNLIMITED
        self.acked: i64 = 0
        """Bytes acknowledged since the window last grew in congestion avoidance."""

    def start(self, mss: i64) -> None:
        """Begin with the initial window (RFC 6928)."""
        self.mss = mss
        self.window = self.initial_window()

    def initial_window(self) -> i64:
        return min(INITIAL_SEGMENTS * self.mss, max(2 * self.mss, INITIAL_BYTES))

    def on_ack(self, acked: i64, round_trip: i64, now: i64) -> None:
        """Grow after `acked` new bytes were acknowledged while the window was in use."""
        if self.window < self.threshold:
            self.window += min(acked, 2 * self.mss)
        else:
            self._avoid(acked, round_trip, now)

    def _avoid(self, acked: i64, round_trip: i64, now: i64) -> None:
        """One segment for each window's worth of acknowledgements (RFC 3465)."""
        self.acked += acked
        if self.acked >= self.window:
            self.acked -= self.window
            self.window += self.mss

    def on_loss(self, flight: i64, now: i64) -> None:
        """Segments were lost while others arrived: reduce, once for each window of data."""
        self.threshold = max(flight // 2, 2 * self.mss)
        self.window = self.threshold
        self.acked = 0

    def on_timeout(self, flight: i64, now: i64) -> None:
        """Nothing arrives any more: start again from one segment (RFC 5681 3.1)."""
        self.on_loss(flight, now)
        self.window = self.mss

    def on_idle(self) -> None:
        """Nothing was sent for a time-out's length (RFC 5681 4.1)."""
        self.window = min(self.window, self.initial_window())


CUBE_SCALE = 0.4
"""C of RFC 9438, segments a cubic second."""
BETA_TENTHS = 7
RENO_ALPHA = 0.5294117647058824
"""3 * (1 - beta) / (1 + beta): what makes the Reno-friendly estimate fair (RFC 9438 4.3)."""


class Cubic(NewReno):
    """The window as a cubic function of the time since the last loss."""

    def __init__(self) -> None:
        super().__init__()
        self.maximum: i64 = 0
        """The window before the last reduction."""
        self.epoch: i64 = -1
        """When the current growth began; -1 before the first acknowledgement after a loss."""
        self.center = 0.0
        """K: seconds from the epoch until the window is back at the maximum."""
        self.origin: i64 = 0
        self.estimate = 0.0
        """W_est: what NewReno would have, in bytes."""

    def _avoid(self, acked: i64, round_trip: i64, now: i64) -> None:
        if self.epoch < 0:
            self._begin(now)
        self.estimate += RENO_ALPHA * float(self.mss) * float(acked) / float(self.window)
        target = self._target(now + round_trip)
        if float(target) < self.estimate:
            target = int(self.estimate)
        target = min(target, self.window + self.window // 2)
        if target > self.window:
            self.acked += (target - self.window) * acked
            grow = self.acked // self.window
            self.acked -= grow * self.window
            self.window += grow

    def _begin(self, now: i64) -> None:
        self.epoch = now
        self.acked = 0
        self.estimate = float(self.window)
        self.origin = max(self.maximum, self.window)
        deficit = float(self.origin - self.window) / float(self.mss)
        self.center = cube_root(deficit / CUBE_SCALE)

    def _target(self, now: i64) -> i64:
        """W_cubic at a time."""
        elapsed = float(now - self.epoch) / float(SECOND) - self.center
        grown = CUBE_SCALE * elapsed * elapsed * elapsed * float(self.mss)
        return self.origin + int(min(grown, 1e12))

    def on_loss(self, flight: i64, now: i64) -> None:
        """Multiply by 0.7; a flow that lost before it was back at its maximum gives way."""
        if self.window < self.maximum:
            self.maximum = self.window * (10 + BETA_TENTHS) // 20
        else:
            self.maximum = self.window
        self.threshold = max(flight * BETA_TENTHS // 10, 2 * self.mss)
        self.window = self.threshold
        self.acked = 0
        self.epoch = -1

    def on_idle(self) -> None:
        self.epoch = -1
        super().on_idle()


def cube_root(value: float) -> float:
    """By Newton's method; the value is not negative."""
    if value <= 0.0:
        return 0.0
    root = 1.0
    while root * root * root < value:
        root *= 2.0
    while root * root * root > 8.0 * value:
        root *= 0.5
    for _ in range(6):
        root = (2.0 * root + value / (root * root)) / 3.0
    return root
