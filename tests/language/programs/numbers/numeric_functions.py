"""abs, divmod, pow, round, min, max, sum on mixed numbers, and what they refuse."""

from typing import Any


def refuse(label: str, function: Any, *arguments: Any) -> None:
    try:
        print(label, function(*arguments))
    except (TypeError, ValueError, ZeroDivisionError, OverflowError) as error:
        print(label, type(error).__name__)


def main() -> None:
    print(abs(-5), abs(-5.5), abs(True), abs(-(10 ** 25)))
    print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(10 ** 25, 10 ** 12))
    print(pow(2, 10), pow(2.0, 3), pow(2, 100, 1_000_003), pow(-3, 3), pow(7, 0), pow(2, -2), pow(5, 3, -7))
    print(min(3, 1, 2), max([3, 1, 2]), min("banana"), max("a", "bb", key=len), min([], default=9))
    print(max([(1, "b"), (1, "a"), (0, "z")]), min([3.5, 2, 4]), max(range(10), key=lambda n: n % 7))
    print(sum([1, 2, 3]), sum([1, 2], 10), sum([[1], [2]], []), sum([0.5, 1]), sum(()), sum(range(101)))
    print(round(7), round(7.5), round(8.5), round(-7.5), round(2.567, 2), round(10 ** 30, -29))
    print((5).real, (5).imag, (5).numerator, (5).denominator, (2.5).real, (5).conjugate())
    refuse("max", max, [])
    refuse("min", min, [1, "a"])
    refuse("pow", pow, 2, 3, 0)
    refuse("pow", pow, 2, -1, 4)
    refuse("sum", sum, ["a", "b"])
    refuse("abs", abs, "x")
    refuse("int", int, float("nan"))
    refuse("int", int, float("inf"))
    refuse("round", round, float("inf"))
    refuse("round", round, float("nan"))
    refuse("divmod", divmod, 1, 0)
    refuse("float", float, 10 ** 400)
    refuse("int", int, None)
    refuse("int", int, [])
    refuse("float", float, None)
    refuse("divide", lambda a, b: a / b, 10 ** 400, 3)
    refuse("add", lambda a, b: a + b, 1, "1")
    refuse("add", lambda a, b: a + b, "1", 1)
    refuse("negative", lambda a: -a, "1")
    refuse("compare", lambda a, b: a < b, 1, "1")


main()
