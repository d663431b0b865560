"""The binary operator protocol: who is asked first, subclasses first, NotImplemented, comparisons."""

from typing import Any


class Base:
    def __init__(self, name: str, log: list[str]) -> None:
        self.name = name
        self.log = log

    def __add__(self, other: Any) -> Any:
        self.log.append(f"{self.name}.__add__")
        return NotImplemented

    def __radd__(self, other: Any) -> Any:
        self.log.append(f"{self.name}.__radd__")
        return "added"

    def __eq__(self, other: Any) -> Any:
        self.log.append(f"{self.name}.__eq__")
        return NotImplemented

    def __lt__(self, other: Any) -> Any:
        self.log.append(f"{self.name}.__lt__")
        return NotImplemented

    def __gt__(self, other: Any) -> Any:
        self.log.append(f"{self.name}.__gt__")
        return "greater"


class Derived(Base):
    def __radd__(self, other: Any) -> Any:
        self.log.append(f"{self.name}.__radd__ derived")
        return "derived"


class OnlyLeft:
    def __sub__(self, other: Any) -> Any:
        return NotImplemented

    def __bool__(self) -> bool:
        raise RuntimeError("no truth here")


class Length:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n


class Weird:
    def __eq__(self, other: object) -> Any:
        return "not a bool"

    def __contains__(self, item: object) -> Any:
        return "yes"


def main() -> None:
    log: list[str] = []
    a, b, d = Base("a", log), Base("b", log), Derived("d", log)
    print(a + 1 if False else "", 1 + a, log)
    log.clear()
    print(a + d, log)
    log.clear()
    try:
        print(a + b)
    except TypeError as error:
        print(error)
    print(log)
    log.clear()
    print(a == b, a != b, log)
    log.clear()
    print(a < b, log)
    log.clear()
    try:
        print(a <= b)  # type: ignore[operator]
    except TypeError as error:
        print(error)
    for action in (lambda: OnlyLeft() - 1, lambda: 1 - OnlyLeft(), lambda: bool(OnlyLeft()), lambda: not OnlyLeft()):  # type: ignore[operator]
        try:
            print(action())
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, error)
    print(bool(Length(0)), bool(Length(3)), "full" if Length(1) else "empty", len(Length(5)))
    for action in (lambda: len(Length(-1)), lambda: hash(Weird()), lambda: len(5), lambda: a @ b):  # type: ignore[arg-type, operator]
        try:
            print(action())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(Weird() == 1, [Weird()] == [1], 5 in Weird(), 5 not in Weird(), 1 == Weird())  # type: ignore[operator]


main()
