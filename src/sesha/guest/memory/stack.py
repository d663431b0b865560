"""Know the bounds of the program's stack: set by the machine's start code."""

from mypy_extensions import i64

RESERVE = 64 << 10
"""Left for reporting once the limit is reached."""

limit: i64 = 0
"""Calls that find the stack pointer below this raise RecursionError."""
top: i64 = 0


def set_bounds(lowest: i64, highest: i64) -> None:
    """Above the guard pages; RESERVE stays free of the program's calls."""
    global limit, top
    limit = lowest + RESERVE
    top = highest


def open_reserve() -> None:
    """Let calls go below the limit, down to the guard pages."""
    global limit
    limit = limit - RESERVE


def close_reserve() -> None:
    global limit
    limit = limit + RESERVE
