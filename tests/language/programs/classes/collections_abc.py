"""Tests with the classes of collections.abc, and what they give to classes that derive from them."""

from collections import deque
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Collection,
    Container,
    Coroutine,
    Generator,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Reversible,
    Sequence,
    Set,
    Sized,
)
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self) -> None:
        print("closed")


class Window(Door):
    __hash__ = None  # type: ignore[assignment]


class Equal:
    def __eq__(self, other: object) -> bool:
        return True


class Boxes:
    def __init__(self) -> None:
        self.items = [1, 2]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)


class Stack(list[int]):
    pass


class Waiting:
    def __await__(self) -> Generator[Any, Any, int]:
        return iter_one()

    def __call__(self) -> int:
        return 1


class Ticks:
    def __aiter__(self) -> "Ticks":
        return self

    async def __anext__(self) -> int:
        raise StopAsyncIteration


class Row(MutableSequence[int]):
    def __init__(self, values: Iterable[int]) -> None:
        self.values = list(values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, index: Any) -> Any:
        return self.values[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        self.values[index] = value

    def __delitem__(self, index: Any) -> None:
        del self.values[index]

    def insert(self, index: int, value: int) -> None:
        self.values.insert(index, value)


class Folded(MutableMapping[str, int]):
    def __init__(self) -> None:
        self.data: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        return self.data[key.lower()]

    def __setitem__(self, key: str, value: int) -> None:
        self.data[key.lower()] = value

    def __delitem__(self, key: str) -> None:
        del self.data[key.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


class Ordered(MutableSet[int]):
    def __init__(self, items: Iterable[int] = ()) -> None:
        self.items: list[int] = []
        for item in items:
            self.add(item)

    def __contains__(self, item: object) -> bool:
        return item in self.items

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def add(self, value: int) -> None:
        if value not in self.items:
            self.items.append(value)

    def discard(self, value: int) -> None:
        if value in self.items:
            self.items.remove(value)


class Countdown(Iterator[int]):
    def __init__(self, start: int) -> None:
        self.left = start

    def __next__(self) -> int:
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


def iter_one() -> Generator[Any, Any, int]:
    yield 1
    return 2


async def nothing() -> None:
    pass


def tests(name: str, value: Any) -> None:
    found = [
        isinstance(value, Iterable),
        isinstance(value, Iterator),
        isinstance(value, Sized),
        isinstance(value, Container),
        isinstance(value, Collection),
        isinstance(value, Reversible),
        isinstance(value, Sequence),
        isinstance(value, MutableSequence),
        isinstance(value, Mapping),
        isinstance(value, MutableMapping),
        isinstance(value, Set),
        isinstance(value, MutableSet),
        isinstance(value, Hashable),
        isinstance(value, Callable),  # type: ignore[arg-type]
        isinstance(value, Awaitable),
        isinstance(value, Coroutine),
        isinstance(value, AsyncIterable),
        isinstance(value, AsyncIterator),
        isinstance(value, Generator),
        isinstance(value, Closable),
        isinstance(value, (Mapping, int, Set)),
    ]
    print(f"{name:12}", "".join("x" if passed else "." for passed in found))


def kind(value: object) -> str:
    match value:
        case str():
            return "text"
        case Mapping():
            return "mapping"
        case Sequence():
            return f"sequence of {len(value)}"
        case Hashable():
            return "hashable"
    return "other"


def sets() -> None:
    left, right = Ordered([3, 1, 2]), Ordered([2, 5])
    for result in (left & right, left | right, left - right, left ^ right):
        print(type(result).__name__, list(result))
    print(left <= right, Ordered([2]) < left, left >= {1, 2}, left == {1, 2, 3}, left.isdisjoint([7]))
    left |= right
    left -= Ordered([1])
    left.remove(3)
    print(list(left), left.pop(), list(left))
    try:
        left.remove(99)
    except KeyError as error:
        print("KeyError", error)
    left.clear()
    print(len(left))


def mappings() -> None:
    folded = Folded()
    folded.update({"One": 1, "TWO": 2}, three=3)
    print(dict(folded), "ONE" in folded, "four" in folded, folded.get("x"), folded.setdefault("Four", 4))
    print(list(folded.keys()), list(folded.values()), list(folded.items()), 3 in folded.values())
    print(folded.keys() & {"one", "x"}, ("two", 2) in folded.items(), len(folded.items()))
    print(folded.pop("one"), folded.pop("one", None), folded.popitem(), folded == {"three": 3, "four": 4})
    folded.clear()
    print(len(folded), isinstance(folded, dict))


def main() -> None:
    generator, coroutine = iter_one(), nothing()
    for name, value in (
        ("int", 1),
        ("float", 1.5),
        ("bool", True),
        ("None", None),
        ("str", "a"),
        ("bytes", b"a"),
        ("bytearray", bytearray(b"a")),
        ("list", [1]),
        ("tuple", (1,)),
        ("dict", {1: 2}),
        ("set", {1}),
        ("frozenset", frozenset({1})),
        ("range", range(3)),
        ("deque", deque([1])),
        ("keys", {1: 2}.keys()),
        ("values", {1: 2}.values()),
        ("items", {1: 2}.items()),
        ("iterator", iter([1])),
        ("generator", generator),
        ("coroutine", coroutine),
        ("function", kind),
        ("Door", Door()),
        ("Window", Window()),
        ("Equal", Equal()),
        ("Boxes", Boxes()),
        ("Stack", Stack()),
        ("Waiting", Waiting()),
        ("Ticks", Ticks()),
        ("Row", Row([1])),
        ("Folded", Folded()),
        ("Ordered", Ordered()),
        ("Countdown", Countdown(1)),
    ):
        tests(name, value)
    coroutine.close()
    print([kind(value) for value in ("a", {}, [1], (1, 2), 5, set(), Row([1, 2, 3]), Folded())])
    print(issubclass(list, Sequence), issubclass(dict, Sequence), issubclass(Row, (Mapping, Sequence)))
    row = Row([3, 1, 2])
    row.append(4)
    row.extend([5, 1])
    row += [9]
    print(list(row), row.pop(), row.pop(0), row.index(5), row.count(1), list(reversed(row)), 2 in row)
    row.remove(2)
    row.reverse()
    print(list(row), list(Countdown(3)))
    sets()
    mappings()


main()
