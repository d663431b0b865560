"""NamedTuple and collections.namedtuple: fields, defaults, methods, tuple behaviour, _replace, _asdict."""

from collections import namedtuple
from typing import NamedTuple


class Employee(NamedTuple):
    """A worker."""

    name: str
    age: int = 30
    tags: tuple[str, ...] = ()

    def greeting(self) -> str:
        return f"Hi, {self.name} ({self.age})"

    @property
    def is_senior(self) -> bool:
        return self.age > 40


class Span(NamedTuple):
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __repr__(self) -> str:
        return f"[{self.start}..{self.end})"


Pair = namedtuple("Pair", ["left", "right"])
Color = namedtuple("Color", "red green blue", defaults=(0,))


def split(employee: Employee) -> str:
    name, age, _ = employee
    return f"{name}/{age}"


def main() -> None:
    ann = Employee("Ann", 45, ("lead",))
    bob = Employee(name="Bob")
    print(ann, bob, ann.name, ann[1], ann.greeting(), ann.is_senior, bob.is_senior, len(ann), split(bob))
    print(ann == ("Ann", 45, ("lead",)), ann < bob, sorted([bob, ann])[0].name, ann[:2], ann + (1,), list(bob), "Ann" in ann, isinstance(ann, tuple))
    print(ann._replace(age=46), bob._asdict(), Employee._fields, Employee._make(["Cid", 1, ()]), hash(ann) == hash(("Ann", 45, ("lead",))))
    try:
        ann.age = 5  # type: ignore[misc]
    except AttributeError as error:
        print(error)
    try:
        print(ann._replace(salary=1))  # type: ignore[call-arg]
    except (ValueError, TypeError) as error:
        print("unexpected field")
    try:
        Employee()  # type: ignore[call-arg]
    except TypeError as error:
        print(type(error).__name__)
    print(Span(2, 7), len(Span(2, 7)), bool(Span(3, 3)), {Span(1, 2): "s"}[Span(1, 2)], max(Span(1, 5), Span(2, 0)))
    print(Pair(1, "x"), Pair(right=1, left=2).left, Color(1, 2), Color(1, 2, 3)._asdict(), Pair._fields, Color._field_defaults)
    people = [Employee("x", 3), Employee("y", 1), Employee("z", 2)]
    print([p.name for p in sorted(people, key=lambda p: p.age)], {p.name: p for p in people}["y"].age, max(people, key=lambda p: p.age).name)
    for name, age, tags in people:
        print(name, age, tags, end="; ")
    print()
    match ann:
        case Employee(name="Ann", age=age):
            print("Ann is", age)


main()
