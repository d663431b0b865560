"""super(): cooperative initialisers, several bases, class methods, properties, arguments."""

from typing import Any


class A:
    def __init__(self) -> None:
        super().__init__()
        print("A")

    def tell(self) -> str:
        return "A.tell"


class B:
    kind = "b"

    def __init__(self, size: int = 3) -> None:
        super().__init__()
        print("B", size)

    def tell(self) -> str:
        return "B.tell"

    @property
    def area(self) -> int:
        return 4

    @classmethod
    def make(cls, n: int = 2) -> str:
        return f"{cls.__name__} {n}"

    @staticmethod
    def plain(n: int) -> int:
        return n + 1


class C(A, B):
    def __init__(self) -> None:
        super().__init__()
        print("C", super().kind, super().area, super(A, self).tell(), super().tell())

    @classmethod
    def make(cls, n: int = 7) -> str:
        return super().make() + super().make(n)

    @staticmethod
    def plain(n: int) -> int:
        return n * 2

    def both(self) -> int:
        return super().plain(5) + self.plain(5)


class Logged:
    """A mixin that passes everything on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        print("Logged", args, sorted(kwargs))
        super().__init__(*args, **kwargs)

    def run(self, x: int) -> str:
        return "logged " + super().run(x)  # type: ignore[misc]


class Worker:
    def __init__(self, name: str, *, speed: int = 1) -> None:
        self.name, self.speed = name, speed

    def run(self, x: int) -> str:
        return f"{self.name} runs {x * self.speed}"


class LoggedWorker(Logged, Worker):
    pass


class Fast(LoggedWorker):
    def __init__(self, name: str) -> None:
        super().__init__(name, speed=10)

    @property
    def title(self) -> str:
        return "fast " + self.name


class Faster(Fast):
    @property
    def title(self) -> str:
        return super().title + "er"


C()
print(C.make(), C().both())
print(LoggedWorker("w", speed=3).run(2), Fast("f").run(2), Faster("g").title)
plain = Logged()
try:
    Logged(1)
except TypeError as error:
    print(type(error).__name__)
