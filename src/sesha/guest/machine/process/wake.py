"""Keep the descriptor by which a signal's handler ends every wait of the machine (signals.py)."""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import symbol_address, syscall
from sesha.guest.machine.process.system_calls import EVENTFD2

NONBLOCK_CLOEXEC = 0x80800
YES = 2
"""Value of a symbol that tells a fact of the build; 1 is no."""

descriptor: i64 = -1
"""Readable when a signal has been noted; -1 in programs that watch none."""


def is_wanted() -> bool:
    """Whether the program watches signals."""
    return symbol_address("uses_signals") == YES


def open_descriptor() -> None:
    """Called once by start.py, before the sandbox."""
    global descriptor
    if is_wanted():
        descriptor = syscall(EVENTFD2, 0, NONBLOCK_CLOEXEC)
