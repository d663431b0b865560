"""`__annotations__` of classes: the names that the body annotates, with the classes that they name."""

import collections
from dataclasses import dataclass
from typing import NamedTuple, TypedDict


@dataclass
class Person:
    age: int
    name: str = "x"
    friends: set = None  # type: ignore


class Options(TypedDict):
    queue: collections.deque  # type: ignore[type-arg]
    owner: Person


class Pair(NamedTuple):
    left: int
    right: None


class Derived(Person):
    plain = 3
    weight: float


print(Person.__annotations__, Person.__annotations__ == {"age": int, "name": str, "friends": set})
print(Options.__annotations__["queue"] is collections.deque, Options.__annotations__["owner"] is Person)
print(Derived.__annotations__, list(Pair.__annotations__))
