"""Give None its methods."""

from typing import Any

HASH = 0xFCA86420
"""CPython's, from 3.12 on."""


def __new__(cls: Any) -> None:
    return None


def truth(self: None) -> bool:
    return False


def __bool__(self: None) -> bool:
    return False


def repr_(self: None) -> str:
    return "None"


def __repr__(self: None) -> str:
    return "None"


def __hash__(self: None) -> int:
    return HASH


def __eq__(self: None, other: object) -> Any:
    return True if other is None else NotImplemented
