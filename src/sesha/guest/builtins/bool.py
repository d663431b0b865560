"""Implement bool: two immediate words that are ints, with their own `&`, `|`, `^` and text."""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.format_integer import format_bool
from sesha.guest.cpu.intrinsics import inline


def __new__(cls: type, object: object = False) -> bool:
    return bool(object)


@inline
def and_(self: bool, other: bool) -> bool:
    return self and other


@inline
def or_(self: bool, other: bool) -> bool:
    return self or other


@inline
def xor(self: bool, other: bool) -> bool:
    return self is not other


def __and__(self: bool, other: object) -> Any:
    if isinstance(other, bool):
        return self and other
    return int(self) & other if isinstance(other, int) else NotImplemented


def __rand__(self: bool, other: object) -> Any:
    return __and__(self, other)


def __or__(self: bool, other: object) -> Any:
    if isinstance(other, bool):
        return self or other
    return int(self) | other if isinstance(other, int) else NotImplemented


def __ror__(self: bool, other: object) -> Any:
    return __or__(self, other)


def __xor__(self: bool, other: object) -> Any:
    if isinstance(other, bool):
        return self is not other
    return int(self) ^ other if isinstance(other, int) else NotImplemented


def __rxor__(self: bool, other: object) -> Any:
    return __xor__(self, other)


@inline
def truth(self: bool) -> bool:
    return self


@inline
def hash_(self: bool) -> i64:
    return 1 if self else 0


def __bool__(self: bool) -> bool:
    return self


def __hash__(self: bool) -> int:
    return 1 if self else 0


def repr_(self: bool) -> str:
    return "True" if self else "False"


def str_(self: bool) -> str:
    return "True" if self else "False"


def __repr__(self: bool) -> str:
    return "True" if self else "False"


def __format__(self: bool, spec: str) -> str:
    return format_bool(self, spec)
