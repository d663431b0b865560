"""Annotated decorators that keep something at the function they answer."""

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def counted(fn: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(fn)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        inner.calls += 1  # type: ignore[attr-defined]
        return fn(*args, **kwargs)

    inner.calls = 0  # type: ignore[attr-defined]
    return inner


def cached(fn: Callable[..., Any]) -> Callable[..., Any]:
    seen: dict[tuple[Any, ...], Any] = {}

    @functools.wraps(fn)
    def inner(*args: Any) -> Any:
        if args not in seen:
            seen[args] = fn(*args)
        return seen[args]

    inner.cache = seen  # type: ignore[attr-defined]
    inner.clear = seen.clear  # type: ignore[attr-defined]
    return inner


@counted
def twice(x: int) -> int:
    """Doubles."""
    return 2 * x


@cached
def area(width: int, height: int = 2) -> int:
    return width * height


def plain(x: int) -> int:
    """Says nothing."""
    return x


print(twice(twice(2)), twice.calls, twice.__doc__, twice.__module__)  # type: ignore[attr-defined]
print(area(2), area(3, 3), area(2), area.cache)  # type: ignore[attr-defined]
area.clear()  # type: ignore[attr-defined]
print(area.cache, area.__name__, area.__wrapped__ is area)  # type: ignore[attr-defined]
print(plain.__doc__, plain.__module__, plain(1))
