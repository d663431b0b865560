"""Types that are no values in images; each function stops at its first fault."""

from typing import Callable, List, Sized


def size() -> None:
    print(Sized)  # error: 'typing.Sized' as a value is not supported


def listed() -> None:
    print(List[int])  # error: 'typing.List' is not supported


def called() -> None:
    print(Callable[[int], int])  # error: Callable[...] as a value is not supported


size()
listed()
called()
