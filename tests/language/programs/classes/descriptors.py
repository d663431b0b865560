"""Methods and properties with more decorators, and descriptors in class variables."""

from functools import lru_cache, wraps
from typing import Any, Callable


def shout(f: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(f)
    def inner(*args: Any, **kwargs: Any) -> Any:
        return f"{f(*args, **kwargs)}!"

    return inner


class Box:
    count = 0

    def __init__(self, x: int) -> None:
        self.x = x

    @classmethod
    @shout
    def named(cls, n: int) -> str:
        return f"{cls.__name__} {n}"

    @staticmethod
    @shout
    def plain(n: int = 4) -> str:
        return f"plain {n}"

    @property
    @shout
    def size(self) -> str:
        return f"size {self.x}"

    @staticmethod
    @lru_cache(maxsize=None)
    def square(n: int) -> int:
        print("computing", n)
        return n * n


class Sub(Box):
    pass


b = Box(3)
print(Box.named(1), b.named(2), Sub.named(3), Sub(1).named(4))
print(Box.plain(1), b.plain(), Sub.plain(n=3))
print(b.size, Sub(9).size)
print(Box.square(3), b.square(3), Sub.square(4))
anything: Any = b
kind: Any = Sub
print(anything.named(1), anything.plain(2), anything.size, kind.named(5), kind.plain())


class Ten:
    def __get__(self, instance: object, owner: Any = None) -> str:
        return f"{instance is None} {owner.__name__}"


class Holder:
    ten = Ten()


print(Holder.ten, Holder().ten)
