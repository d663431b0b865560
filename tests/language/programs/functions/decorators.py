"""Decorators: plain, with arguments, stacked, on methods, as classes, functools.wraps."""

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def logged(function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print("call", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("done", result)
        return result

    return wrapper


def repeat(times: int) -> Callable[[Callable[..., str]], Callable[..., str]]:
    def decorate(function: Callable[..., str]) -> Callable[..., str]:
        def wrapper(*args: Any, **kwargs: Any) -> str:
            return " ".join(function(*args, **kwargs) for _ in range(times))

        return wrapper

    return decorate


def register(table: dict[str, Callable[..., Any]]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        table[function.__name__] = function
        return function

    return decorate


class CountCalls:
    def __init__(self, function: Callable[[int], int]) -> None:
        self.function = function
        self.calls = 0

    def __call__(self, n: int) -> int:
        self.calls += 1
        return self.function(n)


ROUTES: dict[str, Callable[..., Any]] = {}


@logged
def add(a: int, b: int = 1) -> int:
    """Add two numbers."""
    return a + b


@repeat(3)
def word(text: str) -> str:
    return text


@repeat(2)
@repeat(2)
def stacked() -> str:
    return "x"


@CountCalls
def square(n: int) -> int:
    return n * n


@register(ROUTES)
def index() -> str:
    return "index page"


class Service:
    prefix = "svc"

    def __repr__(self) -> str:
        return "Service()"

    @logged
    def handle(self, request: str) -> str:
        return f"{self.prefix}:{request}"

    @staticmethod
    @repeat(2)
    def fixed() -> str:
        return "fixed"


@functools.lru_cache(maxsize=None)
def slow(n: int) -> int:
    print("computing", n)
    return n * 2


def main() -> None:
    print(add(1, b=2), add(5), add.__name__, add.__doc__)
    print(word("hey"), stacked())
    print(square(3), square(4), square.calls)
    print(sorted(ROUTES), ROUTES["index"]())
    print(Service().handle("r"), Service.fixed(), Service().fixed())
    print(slow(2), slow(2), slow(3))


main()
