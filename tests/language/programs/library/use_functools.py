"""functools and operator: caches, partial, total_ordering, cached_property, singledispatch, cmp_to_key."""

import functools
import operator


@functools.lru_cache(maxsize=2)
def square(n: int) -> int:
    print("compute", n)
    return n * n


@functools.cache
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@functools.total_ordering
class Size:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Size) and self.n == other.n

    def __lt__(self, other: "Size") -> bool:
        return self.n < other.n


class Page:
    loads = 0

    @functools.cached_property
    def text(self) -> str:
        self.loads += 1
        return f"loaded {self.loads}"


@functools.singledispatch
def show(value: object) -> str:
    return "object"


@show.register
def _(value: int) -> str:
    return f"int {value}"


@show.register
def _(value: list) -> str:  # type: ignore[type-arg]
    return f"list of {len(value)}"


def compare(a: str, b: str) -> int:
    return len(a) - len(b)


def main() -> None:
    print(square(2), square(2), square(3), square(4), square(2), square.cache_info().hits)
    square.cache_clear()
    print(fibonacci(80), square(2))
    print(Size(1) < Size(2), Size(2) >= Size(2), Size(3) > Size(1), Size(1) <= Size(0), max(Size(5), Size(3)).n)
    page = Page()
    print(page.text, page.text, page.loads)
    print(show(5), show([1]), show("s"), show(True))
    print(sorted(["ccc", "a", "bb"], key=functools.cmp_to_key(compare)), functools.reduce(operator.or_, [1, 2, 4]), functools.partial(int, base=2)("101"))
    print(operator.add(1, 2), operator.itemgetter(0, 2)("abc"), operator.methodcaller("upper")("x"), operator.contains([1], 1), operator.not_(0), operator.truediv(1, 4), list(map(operator.neg, [1, -2])))


main()
