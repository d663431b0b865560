"""Raise what CPython's math raises, worded as its newest version does."""

from typing import NoReturn

DOMAIN = "math domain error"
RANGE = "math range error"


def refuse(message: str, value: float) -> NoReturn:
    """The argument is outside the function's domain."""
    raise ValueError(message + ", got " + repr(value))


def not_finite(value: float) -> NoReturn:
    refuse("expected a finite input", value)


def out_of_range() -> NoReturn:
    raise OverflowError(RANGE)
