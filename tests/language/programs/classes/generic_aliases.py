"""Generic aliases and unions are objects of their own."""

from collections import deque
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args, get_origin

T = TypeVar("T")
K = TypeVar("K")


class Box(Generic[T]):
    def __init__(self, item: T | None = None) -> None:
        self.item = item


class Pair(Generic[K, T]):
    first: K


print(list[int], dict[str, int], tuple[int, ...], set[str], type[int], frozenset[int], list[list[int]], deque[int])
x: Any = dict[str, int]
print(x, repr(x), x == dict[str, int], x == dict, x != dict[str, str], hash(x) == hash(dict[str, int]))
print(x.__origin__, x.__args__, get_origin(x), get_args(x), get_origin(int), get_args(int))
print(list[int](), list[int]([1, 2]), dict[str, int](a=1), x(), x(b=2))
print(Box[int], Pair[str, int], Box[int](5).item, Box[Box[int]], get_args(Box[int]), get_origin(Box[int]))
made: Any = Box[str]
print(made("a").item, type(made("b")).__name__, made == Box[str])
print(int | str, list[int] | None, int | None, isinstance(1, int | str), isinstance("a", int | str), isinstance(None, int | None), isinstance(1.5, int | str))
u: Any = int | str
print(u, isinstance(3, u), isinstance([], u), u == str | int, get_args(u), u.__args__, issubclass(bool, u), {u: 1}[str | int])
print(list | None, Box | None, int | str | None)
try:
    print(isinstance([], x))
except TypeError as error:
    print(error)
try:
    print(isinstance([], u | x))
except TypeError as error:
    print(error)
Alias = list[int]
Alias2 = int | None
print(Alias, Alias2, Alias([3]), isinstance(None, Alias2))


def local() -> None:
    inner = dict[str, list[int]]
    number = int | float
    print(inner, number, isinstance(1.5, number), inner(a=[1]), number == float | int)


local()
print([Alias, Alias2], {"a": Alias}["a"], Alias is Alias)
Names = list[str]
Table = dict[str, Names]


def use(names: Names, table: Table) -> Names:
    table["k"] = Names(names)
    return Names()


print(use(["a"], Table()), Names.__name__, issubclass(bool, (Alias2, str)), Table)  # type: ignore[arg-type]
