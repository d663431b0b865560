"""enum: members, values, lookup, iteration, auto, methods, IntEnum, StrEnum, Flag, aliases, errors."""

import enum
from enum import Enum, Flag, IntEnum, StrEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def pretty(self) -> str:
        return self.name.title()

    def mix(self, other: "Color") -> str:
        return f"{self.pretty}+{other.pretty}"

    @classmethod
    def default(cls) -> "Color":
        return cls.BLUE


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.67e-11 * self.mass / (self.radius * self.radius)


class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = "finished"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Method(StrEnum):
    GET = "GET"
    PUT = auto()


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE


def describe(color: Color) -> str:
    if color is Color.RED:
        return "stop"
    elif color == Color.GREEN:
        return "go"
    return "other"


def main() -> None:
    print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED, Color.CRIMSON.name)
    print(list(Color), len(Color), [c.value for c in Color], Color(2), Color["BLUE"], Color.GREEN in Color, Color.default())
    for lookup in (lambda: Color(9), lambda: Color["PINK"]):
        try:
            print(lookup())
        except (ValueError, KeyError) as error:
            print(type(error).__name__, error)
    print(Color.RED.pretty, Color.RED.mix(Color.BLUE), [describe(c) for c in Color], isinstance(Color.RED, Color), type(Color.RED).__name__)
    print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, {Color.RED: "r"}[Color.CRIMSON], Color.RED is Color(1), hash(Color.RED) == hash(Color.CRIMSON))
    print(round(Planet.EARTH.gravity, 2), Planet.MARS.value, Planet["MARS"].name, f"{Color.RED}", f"{Color.RED!r:>20}")
    print([s.value for s in State], State.DONE, State("finished").name, list(State.__members__), list(Color.__members__))
    print(Level.LOW, Level.HIGH + 1, Level.LOW < Level.HIGH, Level(10).name, Level.LOW == 1, [10, 20][Level.LOW], f"{Level.HIGH}", repr(Level.HIGH), max(Level), sum(Level), isinstance(Level.LOW, int))
    print(Method.GET, Method.PUT == "put", Method.GET.lower(), repr(Method.GET), Method("GET") is Method.GET, f"{Method.PUT}!", "GE" + Method.GET, {"GET": 1}[Method.GET])
    print(Permission.READ, Permission.READ | Permission.WRITE, repr(Permission.READ | Permission.EXECUTE), Permission.READ in Permission.ALL, Permission.ALL & ~Permission.WRITE, bool(Permission(0)), (Permission.READ | Permission.WRITE).value)
    try:
        Color.RED = 5  # type: ignore[misc, assignment]
    except AttributeError as error:
        print(type(error).__name__)
    try:
        print(Color.RED < Color.BLUE)  # type: ignore[operator]
    except TypeError as error:
        print(error)
    print(enum.unique(Level) is Level, sorted(Color, key=lambda c: -c.value), [m for m in reversed(Level)])


main()
