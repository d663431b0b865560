"""A token bucket: at most so many events a second, and a burst."""

from mypy_extensions import i64

from sesha.guest.net.timers import SECOND


class RateLimit:
    def __init__(self, per_second: i64, burst: i64) -> None:
        self.interval = SECOND // per_second
        self.burst = burst
        self.tokens = burst
        self.filled: i64 = 0
        """When the bucket was last topped up."""

    def allow(self, now: i64) -> bool:
        """Take a token if there is one."""
        earned = (now - self.filled) // self.interval
        if earned > 0:
            self.tokens = min(self.burst, self.tokens + earned)
            self.filled += earned * self.interval
        if self.tokens <= 0:
            return False
        self.tokens -= 1
        return True
