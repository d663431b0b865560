"""Classes inside functions: made where the statement runs, with the function's variables."""
import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


def plain() -> None:
    class Point:
        kind = "point"

        def __init__(self, x: int, y: int) -> None:
            self.x = x
            self.y = y

        def __add__(self, other: "Point") -> "Point":
            return Point(self.x + other.x, self.y + other.y)

        def __repr__(self) -> str:
            return f"Point({self.x}, {self.y})"

    total = Point(1, 2) + Point(3, 4)
    print(total, Point.kind, type(total).__name__, Point.__qualname__, isinstance(total, Point))

    class Named(Point):
        def __init__(self, name: str) -> None:
            super().__init__(0, 0)
            self.name = name

        def __repr__(self) -> str:
            return self.name + super().__repr__()

    print(Named("n"), issubclass(Named, Point), [Named("a"), Point(5, 6)])


def with_variables(start: int) -> int:
    calls = []

    class Counter:
        step = start

        def __init__(self) -> None:
            self.value = start

        def tick(self) -> int:
            calls.append(self.value)
            self.value += self.step
            return self.value

        def again(self) -> "Counter":
            return Counter()

    counter = Counter()
    counter.tick()
    counter.tick()
    print(calls, counter.value, counter.again().value)
    return counter.value


def of_the_library() -> None:
    @dataclass(order=True)
    class Item:
        name: str
        price: float = 1.5

    class Color(Enum):
        RED = 1
        BLUE = 2

    class Pair(NamedTuple):
        left: int
        right: str = "r"

    class Failure(Exception):
        pass

    print(Item("a"), Item("a") == Item("a"), Item("a") < Item("b"), Color.BLUE, Color(1).name, list(Color))
    print(Pair(1), Pair(2, "x").right)
    try:
        raise Failure("why")
    except Failure as failure:
        print(type(failure).__name__, failure)


def untyped(n):
    class Node:
        def __init__(self, value, next=None):
            self.value = value
            self.next = next

    head = None
    for i in range(n):
        head = Node(i, head)
    found = []
    while head is not None:
        found.append(head.value)
        head = head.next
    return found


class Outer:
    def make(self) -> int:
        class Inner:
            scale = 3

            def of(self, n: int) -> int:
                return n * self.scale

        return Inner().of(5)


def shadowing() -> None:
    size = 1
    name = "outer"

    class Box:
        size = 2
        second = size
        title = name + "!"
        sizes = [size for size in range(3)]

        def total(self) -> int:
            def add(n: int) -> int:
                return n + self.second + size

            return sum(add(n) for n in range(2))

    print(Box.second, Box.size, Box.title, Box.sizes, Box().total(), size, name)


def made_in_a_generator():
    for n in range(2):
        class Step:
            label = f"step{n}"

        yield Step().label, Step.label


async def asynchronous() -> str:
    class Manager:
        async def __aenter__(self) -> str:
            return "entered"

        async def __aexit__(self, *args: object) -> None:
            print("left")

    async with Manager() as text:
        return text


plain()
plain()
shadowing()
print(list(made_in_a_generator()))
print(asyncio.run(asynchronous()))
print(with_variables(10))
of_the_library()
print(untyped(4), untyped(2))
print(Outer().make())
