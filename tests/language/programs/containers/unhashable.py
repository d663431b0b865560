"""Every mutable class of the library refuses to be hashed."""

import argparse
import types
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any


@dataclass
class Point:
    x: int


class Ring(deque[int]):
    pass


def attempt(value: Any) -> None:
    for way in range(4):
        try:
            if way == 0:
                print(hash(value))
            elif way == 1:
                print(len({value: 1}))
            elif way == 2:
                print(value in {1, 2})
            else:
                print(hash((1, value)))
        except (TypeError, ValueError) as error:
            print(type(value).__name__, type(error).__name__, error)


table = {"a": 1}
for value in (
    deque([1]), Ring(), table.keys(), table.items(), ChainMap(table), UserDict(table), UserList([1]), bytearray(b"x"),
    Counter("ab"), OrderedDict(table), defaultdict(int), [1], table, {1}, memoryview(bytearray(b"x")), Point(1),
    types.SimpleNamespace(a=1), argparse.Namespace(a=1), [],
):
    attempt(value)

print(hash(UserString("ab")) == hash("ab"), hash(memoryview(b"ab")) == hash(b"ab"), hash(frozenset({1})) == hash(frozenset({1})))
print(hash(deque.clear) == hash(deque.clear), hash(deque) == hash(deque))
direct = deque([2])
try:
    print(hash(direct))
except TypeError as error:
    print(error)
print(direct.__hash__, deque.__hash__, [].__hash__, Point.__hash__, bytearray.__hash__, getattr(UserList(), "__hash__", 1))
print(isinstance(direct, Hashable), isinstance(table.keys(), Hashable), isinstance("", Hashable))
