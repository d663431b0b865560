"""Hold the limit on decimal conversions of ints: CPython's guard against quadratic time."""

from mypy_extensions import i64

limit: i64 = 4300
"""The most digits that are converted; 0 for no limit."""


def digits_limit() -> i64:
    return limit


def set_digits_limit(value: i64) -> None:
    """sys.set_int_max_str_digits"""
    global limit
    limit = value


def exceeded(size: str) -> ValueError:
    """The error for a longer conversion; `size` says how long, where that is known."""
    message = "Exceeds the limit (" + str(int(limit)) + " digits) for integer string conversion" + size
    return ValueError(message + "; use sys.set_int_max_str_digits() to increase the limit")
