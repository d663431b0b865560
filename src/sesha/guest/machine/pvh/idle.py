"""Let time pass: the processor sleeps until its timer or a device wakes it."""

from mypy_extensions import i64

from sesha.guest.cpu.x86_64 import apic
from sesha.guest.machine.pvh import clock

LONGEST_HALT = apic.COUNT_MOST
"""The timer counts nanoseconds under QEMU and KVM; elsewhere it may be slower, never wrong: the
clock decides when enough time has passed."""


def sleep_ns(duration: i64) -> None:
    """Do nothing for so many nanoseconds."""
    end = clock.monotonic_ns() + duration
    while True:
        left = end - clock.monotonic_ns()
        if left <= 0:
            return
        halt_at_most(left)


def wait_ns(duration: i64) -> None:
    """The same: there are no signals."""
    sleep_ns(duration)


def halt_at_most(duration: i64) -> None:
    """Sleep until a device interrupts, or about so many nanoseconds."""
    apic.halt(duration if duration < LONGEST_HALT else i64(LONGEST_HALT))
