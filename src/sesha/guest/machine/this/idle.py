"""Let time pass (under CPython)."""

import time


def sleep_ns(duration: int) -> None:
    """Do nothing for so many nanoseconds."""
    time.sleep(duration / 1_000_000_000)
