"""Give the signals that stop a program to its event loop: Linux's signalfd."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import load_u32, stack_words, store_i64, syscall
from sesha.guest.machine.process.network import SOCK_NONBLOCK_CLOEXEC, checked
from sesha.guest.machine.process.sandbox import RT_SIGPROCMASK, SIGNALFD4
from sesha.guest.machine.process.system_calls import READ

SIG_BLOCK = 0
SET_SIZE = 8
INFORMATION_WORDS = 16
"""struct signalfd_siginfo, 128 bytes; the signal's number comes first."""


def watch(numbers: list[int]) -> int:
    """Take these signals from now on; answers a handle of the network."""
    mask: i64 = 0
    for number in numbers:
        mask |= i64(1) << (i64(number) - 1)
    place = stack_words(1)
    store_i64(place, mask)
    checked(syscall(RT_SIGPROCMASK, SIG_BLOCK, place, 0, SET_SIZE))
    return int(checked(syscall(SIGNALFD4, -1, place, SET_SIZE, SOCK_NONBLOCK_CLOEXEC)))


def take(handle: int) -> int:
    """The number of a signal that has come; 0 when none is left."""
    place = stack_words(INFORMATION_WORDS)
    if syscall(READ, i64(handle), place, INFORMATION_WORDS * 8) <= 0:
        return 0
    return int(load_u32(place))
