"""dataclasses: generated methods, defaults, factories, frozen, order, inheritance, replace, asdict."""
# machine: qemu

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0

    def shifted(self, dx: int) -> Point:
        return Point(self.x + dx, self.y)


@dataclass
class Inventory:
    name: str
    items: list[str] = field(default_factory=list)
    prices: dict[str, float] = field(default_factory=dict, repr=False)
    total: int = field(init=False, default=0)
    secret: str = field(default="s", compare=False, repr=False)

    def __post_init__(self) -> None:
        self.total = len(self.items)


@dataclass(frozen=True)
class Key:
    group: str
    number: int


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass
class Named(Point):
    name: str = "origin"


@dataclass(eq=False)
class Identity:
    value: int


@dataclass(kw_only=True, slots=True)
class Options:
    verbose: bool = False
    level: int


@dataclass
class Node:
    value: int
    children: list[Node] = field(default_factory=list)

    def total(self) -> int:
        return self.value + sum(child.total() for child in self.children)


def main() -> None:
    p = Point(1)
    print(p, p == Point(1, 0), p != Point(2), p.shifted(5), Point(y=3, x=4), p == (1, 0))
    one, two = Inventory("a"), Inventory("b", ["x", "y"])
    one.items.append("z")
    print(one, two, two.total, Inventory("a", ["z"]) == one, Inventory("n", secret="q") == Inventory("n"))
    key = Key("g", 1)
    print(key, {key: "v"}[Key("g", 1)], hash(key) == hash(Key("g", 1)), key in {Key("g", 2)})
    try:
        key.number = 5  # type: ignore[misc]
    except dataclasses.FrozenInstanceError as error:
        print(type(error).__name__, error)
    print(sorted([Version(2, 1), Version(1, 9), Version(1)]), Version(1, 2) < Version(1, 3), Version(1, label="x") == Version(1), max(Version(3), Version(2, 9)))
    print(Named(1, 2), Named(1, name="n"), Named(1, 2) == Point(1, 2), isinstance(Named(0), Point))
    print(Identity(1) == Identity(1), Options(level=3), Options(level=1, verbose=True))
    try:
        print(Options(3))  # type: ignore[misc, call-arg, arg-type]
    except TypeError:
        print("keywords only")
    try:
        hash(p)
    except TypeError as error:
        print(error)
    try:
        Point()  # type: ignore[call-arg]
    except TypeError as error:
        print(error)
    tree = Node(1, [Node(2), Node(3, [Node(4)])])
    print(tree, tree.total())
    print(dataclasses.asdict(two), dataclasses.astuple(p), dataclasses.replace(p, y=9), [f.name for f in dataclasses.fields(two)], dataclasses.is_dataclass(p))
    match p:
        case Point(x, y):
            print("matched", x, y)


main()
