"""Round-trip time and the retransmission time-out (RFC 6298)."""

from sesha.guest.net.tcp.parameters import INITIAL_RTO, MAXIMUM_RTO, MINIMUM_RTO
from sesha.guest.net.timers import MILLISECOND

GRANULARITY = 1 * MILLISECOND


class RoundTrip:
    """The estimator, and the one segment that is being timed (Karn: never one sent again)."""

    def __init__(self) -> None:
        self.smoothed = 0
        """0 before the first sample."""
        self.variation = 0
        self.timeout = INITIAL_RTO
        self.timed_end = -1
        """The acknowledgement that ends the measurement; -1 when nothing is timed."""
        self.timed_at = 0

    def start(self, end: int, now: int) -> None:
        """Time the segment that ends there."""
        self.timed_end = end
        self.timed_at = now

    def cancel(self) -> None:
        self.timed_end = -1

    def sample(self, measured: int) -> None:
        """Take in a measurement in nanoseconds."""
        measured = max(measured, 1)
        if self.smoothed == 0:
            self.smoothed = measured
            self.variation = measured >> 1
        else:
            error = abs(self.smoothed - measured)
            self.variation += (error - self.variation) >> 2
            self.smoothed += (measured - self.smoothed) >> 3
            self.smoothed = max(self.smoothed, 1)
        self.timeout = self.smoothed + max(GRANULARITY, 4 * self.variation)
        self.timeout = min(max(self.timeout, MINIMUM_RTO), MAXIMUM_RTO)

    def backed_off(self, times: int) -> int:
        """The time-out after so many expiries in a row."""
        return min(self.timeout << min(times, 10), MAXIMUM_RTO)
