"""Let time pass (under CPython)."""

import select
import time

from mypy_extensions import i64

from sesha.guest.machine.this import signals


def sleep_ns(duration: i64) -> None:
    """Do nothing for so many nanoseconds."""
    time.sleep(duration / 1_000_000_000)


def wait_ns(duration: i64) -> None:
    """The same, but come back when a signal has been noted."""
    if signals.reader is None:
        sleep_ns(duration)
    else:
        select.select([signals.reader], [], [], duration / 1_000_000_000)
