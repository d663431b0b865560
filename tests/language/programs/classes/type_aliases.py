"""Type aliases: unions and generics that are only annotations, and other names of classes."""

from __future__ import annotations
from typing import Any, Optional, Union


class Add:
    def __init__(self, l: IntLike) -> None:
        self.l = l


IntLike = Union[int, Add]
Maybe = Optional[Add]
Both = int | Add
print(Add(1).l, Add(Add(2)).l is not None)

from collections.abc import Sequence
from typing import List

Ints = list[int]
Old = List[int]
Seq = Sequence[int]
Other = Add

print(Other(3).l)


Table = dict[str, int]


def local(count: int) -> set[int]:
    Unique = set[int]
    return Unique([count, count])


def late() -> Ints:
    made = Ints()
    made.append(1)
    return made


print(Ints(), Ints([1, 2]), Table(a=1), local(3), late(), [made() for made in (Ints, Table)])
