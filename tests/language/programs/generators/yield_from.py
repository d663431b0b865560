"""yield from: delegation of values, results, send, throw and close; iterables that are no generators."""

from collections.abc import Generator, Iterable, Iterator


def inner(log: list[str]) -> Generator[int, str | None, str]:
    try:
        first = yield 1
        log.append(f"inner got {first}")
        second = yield 2
        log.append(f"inner got {second}")
    except ValueError as error:
        log.append(f"inner caught {error}")
        yield -1
    finally:
        log.append("inner finally")
    return "inner result"


def outer(log: list[str]) -> Generator[int, str | None, None]:
    result = yield from inner(log)
    log.append(f"outer has {result}")
    yield 3
    yield from [4, 5]
    yield from range(6, 8)


def chain(*parts: Iterable[int]) -> Iterator[int]:
    for part in parts:
        yield from part


def countdown(n: int) -> Iterator[int]:
    if n > 0:
        yield n
        yield from countdown(n - 1)


class Tree:
    def __init__(self, value: int, left: "Tree | None" = None, right: "Tree | None" = None) -> None:
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def accumulate(totals: list[int]) -> Generator[None, int | None, None]:
    while True:
        total = yield from one_total()
        totals.append(total)


def one_total() -> Generator[None, int | None, int]:
    total = 0
    while True:
        value = yield
        if value is None:
            return total
        total += value


def main() -> None:
    log: list[str] = []
    print(list(outer(log)), log)
    log.clear()
    generator = outer(log)
    print(next(generator), generator.send("a"), generator.send("b"), next(generator), log)
    log.clear()
    generator = outer(log)
    next(generator)
    print(generator.throw(ValueError("v")), next(generator), log)
    log.clear()
    generator = outer(log)
    next(generator)
    generator.close()
    print(log)
    print(list(chain([1], (2, 3), {4: 0}, range(5, 7))), list(chain()), list(countdown(5)))
    tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
    print(list(tree), sum(tree), max(tree), 5 in tree, list(zip(tree, "abc")))
    totals: list[int] = []
    accumulator = accumulate(totals)
    next(accumulator)
    for value in (1, 2, None, 10, 20, None):
        accumulator.send(value)
    print(totals)
    deep: Iterator[int] = iter([1])
    for _ in range(50):
        deep = chain(deep, [0])
    print(sum(1 for _ in deep))


main()
