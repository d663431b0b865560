"""Methods as values, of receivers whose class is known: subclasses, shadowing, class objects."""

class Base:
    def hear(self, x: int) -> int:
        return x + 1

    @classmethod
    def named(cls) -> str:
        return cls.__name__

    @staticmethod
    def plain(x: int) -> int:
        return x * 2


class Child(Base):
    def hear(self, x: int) -> int:
        return super().hear(x) * 10


class Other:
    def hear(self, x: int) -> str:
        return "other"


def use(b: Base) -> None:
    f = b.hear
    print(f(1), f == b.hear, f.__name__)
    print(list(map(b.hear, [1, 2])), b.named(), b.plain(3))
    g = b.named
    h = b.plain
    print(g(), h(4))


use(Base())
use(Child())
print(Other().hear(1))


class Holder:
    def __init__(self, b: Base) -> None:
        self.callback = b.hear

    def fire(self) -> int:
        return self.callback(5)


print(Holder(Child()).fire(), Holder(Base()).fire())
