"""End a program: flush what was printed, or report the exception that nothing caught.

Called by the `main` that the compiler makes; answers the exit status.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.print import flush_output
from sesha.guest.builtins.traceback import exit_status


def finish() -> None:
    """The program's last module has run to its end."""
    flush_output()


def fail(error: Any) -> i64:
    """An exception has left the program's main module."""
    try:
        status = exit_status(error)
        flush_output()
        return i64(status)
    except BaseException:
        return 1
