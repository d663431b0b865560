"""Generators: laziness, state, return values, exhaustion, exceptions inside, next with a default."""

from collections.abc import Generator, Iterator


def count(start: int, stop: int) -> Iterator[int]:
    print("started")
    i = start
    while i < stop:
        yield i
        i += 1
    print("finished")


def fibonacci() -> Iterator[int]:
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n: int, items: Iterator[int]) -> list[int]:
    return [next(items) for _ in range(n)]


def with_result(values: list[int]) -> Generator[int, None, str]:
    total = 0
    for value in values:
        total += value
        yield total
    return f"total {total}"


def failing() -> Iterator[int]:
    yield 1
    yield 10 // (1 - 1)
    yield 3


def primes(limit: int) -> Iterator[int]:
    found: list[int] = []
    for n in range(2, limit):
        if all(n % p for p in found):
            found.append(n)
            yield n


def mixed() -> Iterator[object]:
    flag = True
    weight = 1.5
    big = 1 << 70
    for text in ("a", "b"):
        weight *= 2
        yield text, flag, weight, big
        flag = not flag


def empty() -> Iterator[int]:
    return
    yield 1


def walk(tree: list[object]) -> Iterator[object]:
    for item in tree:
        if isinstance(item, list):
            yield from walk(item)
        else:
            yield item


def main() -> None:
    generator = count(1, 4)
    print("created")
    print(next(generator), next(generator), list(generator), list(generator))
    print(take(12, fibonacci()), take(3, iter([7, 8, 9])), list(empty()), next(empty(), "nothing"))
    counting = with_result([1, 2, 3])
    seen = []
    while True:
        try:
            seen.append(next(counting))
        except StopIteration as stop:
            print(seen, stop.value)
            break
    broken = failing()
    print(next(broken))
    try:
        next(broken)
    except ZeroDivisionError as error:
        print(type(error).__name__)
    print(next(broken, "finished by the error"))
    print(list(primes(50)), sum(primes(100)), list(mixed()), list(walk([1, [2, [3, []], 4], "x"])))
    print(max(primes(30)), 7 in primes(20), sorted(primes(12), reverse=True), dict(zip("ab", primes(9))), [*primes(6)])
    a, b, *rest = primes(20)
    print(a, b, rest, iter(generator) is generator, " ".join(str(p) for p in primes(12)))
    generators = [count(i, i + 1) for i in range(2)]
    print([next(g) for g in generators])


main()
