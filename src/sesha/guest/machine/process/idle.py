"""Let time pass: sleep in Linux."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import stack_words, store_i64, syscall
from sesha.guest.machine.process.clock import CLOCK_MONOTONIC, SECOND, read_clock
from sesha.guest.machine.process.system_calls import PPOLL


def sleep_ns(duration: int) -> None:
    """Do nothing for so many nanoseconds."""
    until = read_clock(CLOCK_MONOTONIC) + i64(duration)
    time = stack_words(2)
    while True:
        left = until - read_clock(CLOCK_MONOTONIC)
        if left <= 0:
            return
        store_i64(time, left // SECOND)
        store_i64(time + 8, left % SECOND)
        syscall(PPOLL, 0, 0, time, 0, 0)
