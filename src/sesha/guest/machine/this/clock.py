"""Tell the time (under CPython)."""

import time

from mypy_extensions import i64


def monotonic_ns() -> i64:
    """Nanoseconds since some start; never goes back."""
    return time.monotonic_ns()


def wall_ns() -> i64:
    """Nanoseconds since 1970-01-01 UTC, as far as the machine knows."""
    return time.time_ns()
