"""Inner functions whose names are bound again: by another def, an assignment, nonlocal, del."""

from typing import Callable, Iterator


def choose(other: bool) -> str:
    def f(x: int) -> str:
        return f"first {x}"

    kept = f
    if other:

        def f(x: int, y: int = 4) -> str:  # type: ignore
            return f"second {x} {y}"

    return f(1) + " " + kept(2)


def assigned() -> str:
    def g() -> str:
        return "def"

    was = g()
    g = lambda: "lambda"  # type: ignore
    return was + " " + g()


def changed_inside() -> str:
    def h() -> str:
        return "outer h"

    def swap() -> None:
        nonlocal h
        h = lambda: "swapped"  # type: ignore

    before = h()
    swap()
    return before + " " + h()


def looped() -> list[int]:
    made: list[Callable[[], int]] = []
    for i in range(3):

        def value(i: int = i) -> int:
            return i * i

        made.append(value)
    return [one() for one in made]


def numbers(twice: bool) -> Iterator[int]:
    def inner() -> Iterator[int]:
        yield 1

    if twice:

        def inner() -> Iterator[int]:  # type: ignore
            yield 1
            yield 2

    yield from inner()


def deleted() -> str:
    def gone() -> str:
        return "here"

    text = gone()
    del gone
    try:
        return gone()  # type: ignore
    except UnboundLocalError:
        return text + " gone"


for name in ("a", "b"):

    def at_module(n: int = len(name)) -> str:
        return name + str(n)

    print(at_module())
print(choose(False), choose(True), assigned(), changed_inside(), looped())
print(list(numbers(False)), list(numbers(True)), deleted())
