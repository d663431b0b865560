"""Aliases of types in one module, used in another as types and as values."""

import kinds
from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce
import operator
from typing import Any, Optional, TypeVar, cast, Generic
from kinds import Numbers, Scalar
T = TypeVar("T")
Pairs = list[tuple[T, T]]
Deep = dict[str, "list[int]"]

class Holder(Generic[T]):
    kind = list[int]
    either: Any = int | str
    def make(self) -> Any:
        return self.kind()

@dataclass
class Rec:
    items: list[int] = field(default_factory=list[int])
    names: Scalar = None

def take(value: Scalar, table: Numbers) -> Pairs[int]:
    if isinstance(value, int | str):
        table[str(value)] = 1
    return [(1, 2)]

def untyped(a, b):
    return a | b, isinstance(3, a | b)

t: Numbers = Numbers(a=1)
print(take(5, t), t, Numbers, kinds.Numbers, kinds.Scalar, Scalar, isinstance("a", kinds.Scalar), isinstance(1.5, Scalar))
print(Holder[int]().make(), Holder.kind, Holder.either, Rec(), cast(list[int], [1]), cast(Scalar, 2), kinds.Plain, kinds.Plain([1]))
d: Any = defaultdict(list[int])
d["a"].append(1)
print(d, untyped(int, str), untyped({1}, {2})[0] if False else "", {1} | {2}, 5 | 3)
parts: list[Any] = [int, str, float]
print(reduce(operator.or_, parts))
for bad in (lambda: untyped(int, 5), lambda: untyped("a", int), lambda: untyped(1, 2)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
print(list[int] == list[int], list[int] is list[int], [list[int]].index(list[int]), str(int | None))
