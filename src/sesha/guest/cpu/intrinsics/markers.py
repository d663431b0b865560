"""Marks on functions, for the compiler."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def inline(function: F) -> F:
    """Always inline the function into its callers."""
    return function


def cold(function: F) -> F:
    """Never inline the function; it is a slow path."""
    return function


def export(symbol: str) -> Callable[[F], F]:
    """Give the function this linker symbol and keep it (memcpy, trap entries)."""
    return lambda function: function


def no_raise(function: F) -> F:
    """Refuse to compile unless nothing that the function reaches can raise."""
    return function


def no_alloc(function: F) -> F:
    """Refuse to compile unless nothing that the function reaches can allocate."""
    return function
