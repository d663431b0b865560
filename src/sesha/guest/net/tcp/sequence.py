"""Arithmetic modulo 2**32 (RFC 9293 3.4): comparisons hold within half the space."""

from mypy_extensions import i64

MASK = 0xFFFFFFFF
HALF = 0x80000000


def add(sequence: i64, count: i64) -> i64:
    return (sequence + count) & MASK


def distance(left: i64, right: i64) -> i64:
    """How far `left` is ahead of `right`, 0 to 2**32 - 1."""
    return (left - right) & MASK


def offset(left: i64, right: i64) -> i64:
    """How far `left` is ahead of `right`; negative when it is behind."""
    return ((left - right + HALF) & MASK) - HALF


def before(left: i64, right: i64) -> bool:
    """left < right."""
    return (left - right) & HALF != 0


def not_after(left: i64, right: i64) -> bool:
    """left <= right."""
    return (right - left) & HALF == 0


def later(left: i64, right: i64) -> i64:
    """The one that is ahead."""
    return right if (left - right) & HALF != 0 else left
