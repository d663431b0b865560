"""Tell the time (under CPython)."""

import time


def monotonic_ns() -> int:
    """Nanoseconds since some start; never goes back."""
    return time.monotonic_ns()


def wall_ns() -> int:
    """Nanoseconds since 1970-01-01 UTC, as far as the machine knows."""
    return time.time_ns()
