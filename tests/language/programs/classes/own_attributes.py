"""__getattr__ and __setattr__: attributes that a class answers for itself."""

from typing import Any


class Bag:
    def __init__(self, **kw: Any) -> None:
        object.__setattr__(self, "_values", kw)
        self._values: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        if name not in self._values:
            raise AttributeError(name)
        return self._values[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self._values[name] = value


class Log:
    def __init__(self) -> None:
        self.count = 0

    def __setattr__(self, name: str, value: Any) -> None:
        print("set", name, value)
        super().__setattr__("count", value)


def dynamic(x: Any) -> None:
    print(x.a)
    x.b = 5


def main() -> None:
    b = Bag(a=1)
    print(b.a)
    dynamic(b)
    print(b.b, hasattr(b, "a"), hasattr(b, "q"), getattr(b, "q", 7), getattr(b, "b", 7))
    try:
        b.zzz
    except AttributeError as error:
        print("missing", error)
    l = Log()
    l.count = 3
    print(l.count)


class Loose:
    """Hooks with more parameters than they are called with."""

    def __init__(self) -> None:
        self.known = 1

    def __getattr__(self, name: str, default: Any = "none") -> Any:
        return f"{name} {default}"


class Counting:
    def __setattr__(self, name: str, value: Any, *more: Any) -> None:
        object.__setattr__(self, name, value)
        print("set", name, value, more)

    def __init__(self) -> None:
        self.x = 1


main()
anything: Any = Loose()
print(anything.other, anything.known, getattr(anything, "third", 3))
counting: Any = Counting()
counting.x = 5
print(counting.x)
