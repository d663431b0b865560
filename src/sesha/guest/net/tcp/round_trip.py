"""Round-trip time and the retransmission time-out (RFC 6298)."""

from mypy_extensions import i64

from sesha.guest.net.tcp.parameters import INITIAL_RTO, MAXIMUM_RTO, MINIMUM_RTO
from sesha.guest.net.timers import MILLISECOND

GRANULARITY = 1 * MILLISECOND


class RoundTrip:
    """The estimator, and the one segment that is being timed (Karn: never one sent again)."""

    def __init__(self) -> None:
        self.smoothed: i64 = 0
        """0 before the first sample."""
        self.variation: i64 = 0
        self.timeout: i64 = INITIAL_RTO
        self.timed_end: i64 = -1
        """The acknowledgement that ends the measurement; -1 when nothing is timed."""
        self.timed_at: i64 = 0

    def start(self, end: i64, now: i64) -> None:
        """Time the segment that ends there."""
        self.timed_end = end
        self.timed_at = now

    def cancel(self) -> None:
        self.timed_end = -1

    def sample(self, measured: i64) -> None:
        """Take in a measurement in nanoseconds."""
        measured = max(measured, 1)
        if self.smoothed == 0:
            self.smoothed = measured
            self.variation = measured >> 1
        else:
            error = max(self.smoothed - measured, measured - self.smoothed)
            self.variation += (error - self.variation) >> 2
            self.smoothed += (measured - self.smoothed) >> 3
            self.smoothed = max(self.smoothed, 1)
        self.timeout = self.smoothed + max(GRANULARITY, 4 * self.variation)
        self.timeout = min(max(self.timeout, MINIMUM_RTO), MAXIMUM_RTO)

    def backed_off(self, times: i64) -> i64:
        """The time-out after so many expiries in a row."""
        return min(self.timeout << min(times, 10), MAXIMUM_RTO)
