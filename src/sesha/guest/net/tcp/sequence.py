"""Arithmetic modulo 2**32 (RFC 9293 3.4): comparisons hold within half the space."""

MASK = 0xFFFFFFFF
HALF = 0x80000000


def add(sequence: int, count: int) -> int:
    return (sequence + count) & MASK


def distance(left: int, right: int) -> int:
    """How far `left` is ahead of `right`, 0 to 2**32 - 1."""
    return (left - right) & MASK


def offset(left: int, right: int) -> int:
    """How far `left` is ahead of `right`; negative when it is behind."""
    return ((left - right + HALF) & MASK) - HALF


def before(left: int, right: int) -> bool:
    """left < right."""
    return (left - right) & HALF != 0


def not_after(left: int, right: int) -> bool:
    """left <= right."""
    return (right - left) & HALF == 0


def later(left: int, right: int) -> int:
    """The one that is ahead."""
    return right if (left - right) & HALF != 0 else left
