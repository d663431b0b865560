"""match: literals, captures, sequences, mappings, classes, guards, alternatives, nesting, as-patterns."""
# machine: qemu

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Op(Enum):
    ADD = "+"
    NEG = "-"


@dataclass
class Num:
    value: float


@dataclass
class Binary:
    op: Op
    left: "Expr"
    right: "Expr"


Expr = Num | Binary


class Positional:
    __match_args__ = ("first", "second")

    def __init__(self, first: int, second: int) -> None:
        self.first = first
        self.second = second


LIMIT = 100


class Constants:
    ZERO = 0


def evaluate(expr: Expr) -> float:
    match expr:
        case Num(value):
            return value
        case Binary(Op.ADD, left, right):
            return evaluate(left) + evaluate(right)
        case Binary(op=Op.NEG, left=left, right=right):
            return evaluate(left) - evaluate(right)
    raise ValueError("no such expression")


def describe(value: Any) -> str:
    match value:
        case None:
            return "none"
        case True | False:
            return f"bool {value}"
        case Constants.ZERO:
            return "zero"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case int(n) if n > LIMIT:
            return f"large {n}"
        case -1:
            return "minus one"
        case int():
            return "int"
        case float(x):
            return f"float {x}"
        case "hello":
            return "greeting"
        case str() as text if len(text) > 5:
            return f"long {text[:3]}"
        case str():
            return "text"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"one two {rest}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"type": kind, **others}:
            return f"{kind} with {others}"
        case {}:
            return f"mapping {len(value)}"
        case Positional(0, second):
            return f"axis {second}"
        case Positional(first=first) if first < 0:
            return f"negative {first}"
        case bytes(data):
            return f"bytes {data!r}"
        case Num(value=(int() | float()) as v):
            return f"num {v}"
        case _:
            return type(value).__name__


def command(line: str) -> str:
    match line.split():
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return f"going {direction}"
        case ["take", *things] if things:
            return f"taking {', '.join(things)}"
        case ["quit" | "exit"]:
            return "bye"
        case [unknown, *_]:
            return f"cannot {unknown}"
        case _:
            return "nothing"


def nested(value: Any) -> str:
    match value:
        case {"user": {"name": str(name), "tags": [first, *_]}, "id": int(number)}:
            return f"{name} {first} {number}"
        case ((1, x), [y, {"k": z}]):
            return f"{x} {y} {z}"
        case (a, (b, c)):
            return f"{a}{b}{c}"
    return "no match"


def main() -> None:
    print(evaluate(Binary(Op.ADD, Num(1), Binary(Op.NEG, Num(5), Num(2.5)))))
    values = [
        None, True, 0, 2, 3, 500, -1, 50, 2.5, "hello", "a long text", "short", [], [9], [1, 2, 3, 4], (5, 6, 7), {}, {"a": 1},
        {"type": "point", "x": 1, "y": 2}, {"type": "line", "z": 3}, Positional(0, 7), Positional(-4, 1), Positional(3, 3),
        b"raw", Num(3), Num(1.5), {1, 2}, range(0), 0.0, 1.0,
    ]
    for value in values:
        print(describe(value))
    for line in ("go north", "go up", "take", "take lamp key", "exit", "", "dance wildly"):
        print(command(line))
    print(nested({"user": {"name": "ann", "tags": ["x", "y"]}, "id": 3, "more": 1}), nested(((1, 2), [3, {"k": 4, "j": 5}])), nested(("p", ("q", "r"))), nested({"user": {}}))


main()
