"""isinstance and issubclass with abstract classes and protocols that are values."""

import collections.abc
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Sized
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str

    def describe(self) -> str: ...


class Bare(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None:
        print("closed")


class Person:
    def __init__(self, name: str | None = None) -> None:
        if name is not None:
            self.name = name

    def describe(self) -> str:
        return self.name


class Box:
    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[int]:
        return iter([1])

    def __contains__(self, item: object) -> bool:
        return item == 1


class Odd:
    __hash__ = None  # type: ignore[assignment]

    def __call__(self) -> int:
        return 1


class Own(Mapping[str, int]):
    def __getitem__(self, key: str) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        return iter("a")

    def __len__(self) -> int:
        return 1


def check(value: object, kind: type) -> bool:
    return isinstance(value, kind)


kinds: list[Any] = [Sized, Iterable, Container, Hashable, Callable, Sequence, Mapping, MutableSequence, Iterator, Closes, collections.abc.Set]
values: list[Any] = [
    File(), Box(), Odd(), Own(), Person("a"), [1], (1,), "s", {1: 2}, {1}, 1, 1.5, None, True, len, check, range(3), iter([1]), (x for x in [1]),
    {}.keys(), bytearray(b"x"),
]
for kind in kinds:
    print(kind.__name__, "".join("01"[isinstance(value, kind)] for value in values), "".join("01"[issubclass(type(value), kind)] for value in values))
print([check(value, Sized) for value in values[:5]], check(File(), Closes), isinstance(5, tuple([Sized, int])), isinstance([], (str, kinds[0])))
for value in (Person("b"), Person(), File(), 5):
    print(isinstance(value, Named), check(value, Named))
bare: Any = Bare
for attempt in (lambda: isinstance(File(), bare), lambda: issubclass(File, bare), lambda: isinstance(1, 5), lambda: issubclass(1, kinds[0])):  # type: ignore
    try:
        print(attempt())
    except TypeError as error:
        print(str(error).split(".")[0].split(",")[0])
print(Sized, kinds[1] is Iterable, Sequence.__name__, issubclass(Own, Mapping), issubclass(Own, kinds[1]), {Sized: 1}[Sized])
groups: dict[Any, list[str]] = {kind: [type(v).__name__ for v in values if isinstance(v, kind)] for kind in (Mapping, Sequence)}
print(groups)
match values[3]:
    case Mapping():
        print("mapping")
