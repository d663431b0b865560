"""Floats: operators, comparisons, infinities, NaN and signed zero."""


def show(label: str, value: float) -> None:
    print(label, value, repr(value), str(value) == repr(value))


def divide(a: float, b: float) -> None:
    try:
        print(a / b, a // b, a % b, divmod(a, b))
    except ZeroDivisionError as error:
        print(type(error).__name__)


def main() -> None:
    for value in (0.1, 0.1 + 0.2, 1.0, -0.0, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1e22, 1e23, 5e-324):
        show("value", value)
    show("max", 1.7976931348623157e308)
    show("inf", float("inf"))
    show("-inf", -float("inf"))
    show("nan", float("nan"))
    for a in (7.5, -7.5, 0.0, 1e300):
        for b in (2.0, -2.0, 0.3, float("inf")):
            divide(a, b)
    divide(1.0, 0.0)
    divide(0.0, 0.0)
    inf = float("inf")
    nan = float("nan")
    print(inf - inf, inf * 0.0, inf + 1.0, 1e308 * 10.0, -1e308 * 10.0)
    print(nan == nan, nan != nan, nan < 1.0, nan > 1.0, nan in [nan], [nan] == [nan], nan is nan)
    print(0.0 == -0.0, str(-0.0), 0.0 + -0.0, -0.0 - 0.0, -0.0 * 1.0)
    print(2.0 ** 10, 2.0 ** -1, 2 ** 0.5, (-8.0) ** 3, 0.0 ** 0, 1e200 ** 0.5)
    try:
        print(1e200 ** 2)
    except OverflowError as error:
        print(type(error).__name__)
    try:
        print(0.0 ** -1.0)
    except ZeroDivisionError as error:
        print(type(error).__name__)
    print(abs(-2.5), -2.5, +2.5, bool(0.0), bool(-0.0), bool(nan), bool(0.1))
    print(1 + 2.5, 2.5 + 1, 3 / 2, 7 // 2.0, 7 % 2.5, 2 * 1.5, 1 - 0.5, 10 ** 20 + 0.5)
    print(1 == 1.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53 + 1), 1 < 1.5 < 2)
    print(max(1.5, 2, -3), min(0.0, -0.0), sum([0.25] * 10), sum([1.5, 2, 3.25]))


main()
