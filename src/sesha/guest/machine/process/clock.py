"""Tell the time: Linux's clocks."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import load_i64, stack_words, syscall
from sesha.guest.machine.process.system_calls import CLOCK_GETTIME, CLOCK_MONOTONIC, CLOCK_REALTIME

SECOND = 1_000_000_000


def monotonic_ns() -> i64:
    """Nanoseconds since some start; never goes back."""
    return read_clock(CLOCK_MONOTONIC)


def wall_ns() -> i64:
    """Nanoseconds since 1970-01-01 UTC, as far as the machine knows."""
    return read_clock(CLOCK_REALTIME)


def read_clock(clock: i64) -> i64:
    time = stack_words(2)
    syscall(CLOCK_GETTIME, clock, time)
    return load_i64(time) * SECOND + load_i64(time + 8)
