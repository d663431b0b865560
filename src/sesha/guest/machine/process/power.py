"""Stop the machine: leave the process."""

from typing import NoReturn

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import syscall, trap
from sesha.guest.machine.process.system_calls import EXIT_GROUP


def exit(status: int) -> NoReturn:
    """End with this exit status, at once."""
    leave(i64(status))


def leave(status: i64) -> NoReturn:
    syscall(EXIT_GROUP, status & 0xFF)
    trap()
    raise SystemError
