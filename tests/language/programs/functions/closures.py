"""Closures: shared cells, nonlocal, late binding, counters, recursion inside, deleted cells."""

from collections.abc import Callable


def counter(start: int = 0) -> tuple[Callable[[], int], Callable[[], int], Callable[[int], None]]:
    value = start

    def up() -> int:
        nonlocal value
        value += 1
        return value

    def peek() -> int:
        return value

    def reset(to: int) -> None:
        nonlocal value
        value = to

    return up, peek, reset


def compose(*functions: Callable[[int], int]) -> Callable[[int], int]:
    def composed(x: int) -> int:
        for function in reversed(functions):
            x = function(x)
        return x

    return composed


def three_levels() -> str:
    trail = "a"

    def middle() -> None:
        def inner() -> None:
            nonlocal trail
            trail += "c"

        nonlocal trail
        trail += "b"
        inner()

    middle()
    middle()
    return trail


def make_adders() -> list[Callable[[int], int]]:
    adders: list[Callable[[int], int]] = []
    for n in range(3):
        def add(x: int, n: int = n) -> int:
            return x + n

        adders.append(add)
    return adders


def late() -> list[int]:
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    return [function() for function in functions]


def fibonacci_table(limit: int) -> list[int]:
    seen: dict[int, int] = {}

    def fibonacci(n: int) -> int:
        if n not in seen:
            seen[n] = n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
        return seen[n]

    return [fibonacci(n) for n in range(limit)]


def unbound() -> None:
    def show() -> None:
        print(later)

    try:
        show()
    except NameError as error:
        print(type(error).__name__, "later" in str(error))
    later = 5
    show()


def main() -> None:
    up, peek, reset = counter(10)
    other_up, other_peek, _ = counter()
    print(up(), up(), peek(), other_up(), other_peek())
    reset(100)
    print(up(), peek())
    print(compose(lambda x: x + 1, lambda x: x * 10)(5), compose()(7))
    print(three_levels(), [add(10) for add in make_adders()], late())
    print(fibonacci_table(15))
    unbound()
    total = 0.0

    def accumulate(x: float) -> float:
        nonlocal total
        total += x
        return total

    print([accumulate(x) for x in (1.5, 2, 3.25)], total)
    functions: dict[str, Callable[[int, int], int]] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
    print({name: function(7, 3) for name, function in functions.items()})


main()
