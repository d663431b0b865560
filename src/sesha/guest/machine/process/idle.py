"""Let time pass: sleep in Linux."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import stack_words, store_i64, store_u32, syscall
from sesha.guest.machine.process import wake
from sesha.guest.machine.process.clock import SECOND, read_clock
from sesha.guest.machine.process.system_calls import CLOCK_MONOTONIC, PPOLL

POLLIN = 1


def sleep_ns(duration: i64) -> None:
    """Do nothing for so many nanoseconds."""
    until = read_clock(CLOCK_MONOTONIC) + duration
    time = stack_words(2)
    while True:
        left = until - read_clock(CLOCK_MONOTONIC)
        if left <= 0:
            return
        store_i64(time, left // SECOND)
        store_i64(time + 8, left % SECOND)
        syscall(PPOLL, 0, 0, time, 0, 0)


def wait_ns(duration: i64) -> None:
    """The same, but come back when a signal has been noted."""
    entry = stack_words(1)
    store_u32(entry, wake.descriptor)
    store_u32(entry + 4, POLLIN)
    time = stack_words(2)
    store_i64(time, duration // SECOND)
    store_i64(time + 8, duration % SECOND)
    syscall(PPOLL, entry, 1, time, 0, 0)
