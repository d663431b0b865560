"""Calls by address, the stack, symbols, hints of what is likely."""

from collections.abc import Callable
from typing import Any

from mypy_extensions import i64


def function_address(function: Callable[..., Any]) -> i64:
    """Address of a module-level function's direct entry."""
    raise NotImplementedError


def call_address(entry: i64, *arguments: i64) -> i64:
    """Call code at an address with i64 arguments and an i64 result; it cannot raise."""
    raise NotImplementedError


def call_entry(entry: i64, function: Any, arguments: i64, count: i64, names: Any) -> Any:
    """Call a generic entry: `count` words at address `arguments`; the last len(names) are passed
    by keyword. Raises what the callee raises."""
    raise NotImplementedError


def call_resume(entry: i64, frame: Any, sent: Any, mode: i64) -> Any:
    """Call a generator's resume function; answers a value or the DONE marker, or raises."""
    raise NotImplementedError


def stack_words(count: i64) -> i64:
    """Address of `count` words on the stack, until the function returns. Literal count."""
    raise NotImplementedError


def symbol_address(symbol: str) -> i64:
    """Address of a linker symbol. The name is a literal."""
    raise NotImplementedError


def stack_pointer() -> i64:
    raise NotImplementedError


def trap() -> None:
    """Stop with an illegal instruction: for what cannot happen."""
    raise SystemError("trap")


def likely(condition: bool) -> bool:
    return condition


def unlikely(condition: bool) -> bool:
    return condition
