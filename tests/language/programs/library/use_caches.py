"""functools.lru_cache: what is dropped first, limits, keys, failures, recursion, methods."""

import functools
from typing import Any

calls: list[Any] = []


@functools.lru_cache(maxsize=3)
def limited(n: Any, factor: int = 1) -> Any:
    calls.append(n)
    return n * factor


@functools.lru_cache
def plain(text: str) -> int:
    if text == "bad":
        raise ValueError(text)
    return len(text)


@functools.lru_cache(maxsize=0)
def never(n: int) -> int:
    calls.append(n)
    return n


@functools.lru_cache(maxsize=None, typed=True)
def by_type(n: Any) -> str:
    return type(n).__name__


@functools.lru_cache(maxsize=2)
def down(n: int) -> int:
    return 0 if n == 0 else 1 + down(n - 1)


class Page:
    loads = 0

    @functools.lru_cache(maxsize=4)  # noqa: B019
    def load(self, n: int) -> str:
        Page.loads += 1
        return f"page {n}"


for n in (1, 2, 3, 1, 4, 2, 1, 3, 3, 4):
    limited(n)
print(calls, limited.cache_info())
calls.clear()
print(limited(1), limited(1.0), limited(True), limited("a", factor=2), limited("a", 2), calls, limited.cache_info())
limited.cache_clear()
print(limited.cache_info(), limited(5), limited.cache_info())
for text in ("a", "bad", "bad", "bb", "a"):
    try:
        print(plain(text))
    except ValueError as error:
        print("failed", error)
print(plain.cache_info())
try:
    limited([1])  # type: ignore[arg-type]
except TypeError as error:
    print(error)
print(never(1), never(1), never.cache_info())
print(by_type(1), by_type(1.0), by_type(True), by_type(1), by_type.cache_info())
print(down(20), down(19), down.cache_info())
page = Page()
print(page.load(1), page.load(1), page.load(n=1), Page.loads, limited.cache_parameters())
for i in range(2000):
    limited(i % 5)
print(limited.cache_info())
