"""__new__: singletons, tuples and lists of one's own, instances that are none, bare instances."""

from typing import Any


class Single:
    made: "Single | None" = None
    count: int

    def __new__(cls) -> "Single":
        if cls.made is None:
            print("making")
            cls.made = super().__new__(cls)
            cls.made.count = 0
        return cls.made

    def __init__(self) -> None:
        self.count += 1


class Pair(tuple[int, int]):
    def __new__(cls, left: int, right: int = 7) -> "Pair":
        return super().__new__(cls, (left, right))

    def total(self) -> int:
        return self[0] + self[1]


class Either:
    def __new__(cls, value: int, **options: Any) -> Any:
        print("new", cls.__name__, value, options)
        return object.__new__(cls) if value > 0 else "no instance"

    def __init__(self, value: int, **options: Any) -> None:
        print("init", value, options)
        self.value = value


class Narrow(Either):
    def __init__(self, value: int) -> None:
        self.value = value * 2


class Words(list[str]):
    size: int

    def __new__(cls, *words: str) -> "Words":
        made = super().__new__(cls)
        made.size = len(words)
        return made

    def __init__(self, *words: str) -> None:
        super().__init__(words)


class Bare:
    value: int

    def __init__(self, value: int) -> None:
        self.value = value


class Ready(list):
    def __init__(self) -> None:
        self.extend([3])
        self.note = "x"


class Table(dict):
    def __init__(self) -> None:
        self["a"] = 1


class Group(set):
    def __init__(self) -> None:
        self.add(4)


print(Single() is Single(), Single().count)
pair = Pair(3)
print(pair, pair.total(), Pair(1, right=2), type(pair).__name__, isinstance(pair, Pair), pair == (3, 7))
one: Any = Either(1, a=2)
none: Any = Either(-1)
print(type(one).__name__, one.value, none, Narrow(4).value)
words = Words("a", "b")
print(words, words.size, len(words))
bare = Bare.__new__(Bare)
print(type(bare).__name__, isinstance(bare, Bare))
try:
    print(bare.value)
except AttributeError as error:
    print(error)
bare.value = 3
print(bare.value)
print(Ready(), Ready().note, Table(), Group())
made: Any = Single
print(made() is Single())
try:
    object.__new__(str)
except TypeError as error:
    print(error)


class Few(tuple):
    def first(self) -> Any:
        return self[0]


class Marks(frozenset):
    pass


print(Few([1, 2]).first(), Few(), Few([3]) + (4,), sorted(Marks([2, 1])), type(Marks()).__name__)
