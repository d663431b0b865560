"""Implement the built-in functions of asynchronous iterators: aiter and anext."""

from typing import Any

from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import method_or


def aiter(value: Any) -> Any:
    result: Any = method_or(NotImplemented, value, "__aiter__")
    if result is NotImplemented:
        raise TypeError(f"'{type_name(value)}' object is not an async iterable")
    return result


def anext(iterator: Any, *default: Any) -> Any:
    step: Any = method_or(NotImplemented, iterator, "__anext__")
    if step is NotImplemented:
        raise TypeError(f"'{type_name(iterator)}' object is not an async iterator")
    return _step_or(step, default[0]) if default else step


async def _step_or(step: Any, default: Any) -> Any:
    """The next value, or the default at the end."""
    try:
        return await step
    except StopAsyncIteration:
        return default
