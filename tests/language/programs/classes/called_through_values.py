"""Classes that are called through values: enumerations, built-in classes, the class of a value."""

from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto
from typing import Any, NamedTuple


class Level(Enum):
    LOW = 1
    HIGH = 2

    @classmethod
    def parse(cls, text: str) -> "Level":
        return cls(int(text))

    @classmethod
    def _missing_(cls, value: object) -> "Level | None":
        return cls.LOW if value == "least" else None


class Code(IntEnum):
    OK = 200
    GONE = 410


class Tint(StrEnum):
    RED = auto()
    BLUE = auto()


class Access(Flag):
    READ = 1
    WRITE = 2


class Bits(IntFlag):
    A = 1
    B = 2


class Planet(Enum):
    EARTH = (1.0, 2)
    MARS = (0.5, 3)

    def __init__(self, mass: float, order: int) -> None:
        self.mass = mass
        self.order = order


@dataclass
class Point:
    x: int = 0
    y: int = 0


class Pair(NamedTuple):
    left: int
    right: int = 5


class Stack(list[int]):
    pass


def make(cls: type[Level], value: int) -> Level:
    return cls(value)


def attempt(function: Any, *args: Any) -> None:
    try:
        print(repr(function(*args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Grade(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value: object) -> object:
        if value == 0:
            raise KeyError("zero")
        return 17 if value == 1.5 else None


class Loose(Flag):
    ONE = 1

    @classmethod
    def _missing_(cls, value: object) -> "Loose | None":
        return cls.ONE if value == "one" else super()._missing_(value)


kinds: list[Any] = [Level, Code, Tint, Access, Bits, Planet]
for kind, value in zip(kinds, (2, 410, "blue", 3, 3, (0.5, 3)), strict=True):
    attempt(kind, value)
    attempt(kind, 99.5)
print(make(Level, 1), Level.parse("2"), list(map(Level, [1, 2])), [*map(Code, (200, 410))], Level("least"))
level = Level.HIGH
attempt(type(level), 1)
attempt(getattr(level, "__class__"), 1)
attempt(level.__class__, 2)
attempt({"level": Level, "tint": Tint}["tint"], "red")
attempt(max((Level, Code), key=lambda cls: cls.__name__), 1)
attempt(lambda: sorted(map(Code, [410, 200])))
chosen: Any = Access
print(chosen(1) | chosen(2), chosen(3) == Access.READ | Access.WRITE, Bits(3) is kinds[4](3))

for bad in (0, 1.5, 2):
    try:
        print(Grade(bad))
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error, repr(error.__context__))
attempt(Loose, "one")
attempt(Loose, 0)
attempt(Access, Access(3))

for value in (1, True, 2.5, "text", b"raw", bytearray(b"x"), [1], (1, 2), {1: 2}, {3}, frozenset({4}), Pair(1), Stack([7]), deque([1]), Counter("aa"), OrderedDict(), range(3), None, Point(1, 2), ValueError("no")):
    cls: Any = type(value)
    attempt(cls)
    attempt(cls, *() if value is None or isinstance(value, Point) else (value,))
    attempt(getattr(value, "__class__"))


def wrongly():
    attempt(lambda: Level(*[1]))
    attempt(lambda: Level(value=2))
    try:
        print(Level())
    except TypeError as error:
        print(type(error).__name__)


wrongly()
