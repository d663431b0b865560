"""Calls whose arguments do not fit, worded as CPython words them for functions in Python and in C."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Plain:
    pass


class Shape:
    def __init__(self, x, y=2, *, z=3):
        self.x = x

    def move(self, dx, dy=0, /, *, fast=False):
        return dx

    def none(self):
        return self

    @classmethod
    def make(cls, size):
        return cls(size)

    @staticmethod
    def fixed(a, b):
        return a


class Other:
    def move(self, *steps):
        return steps

    def none(self, a, b, c):
        return a


class Made:
    def __new__(cls, size):
        return super().__new__(cls)


@dataclass
class Point:
    x: int
    y: int = 0


class Pair(NamedTuple):
    left: int
    right: int = 3


def attempt(function):
    try:
        print(function())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def constructors(shape, made, point, pair, plain):
    for call in (
        lambda: shape(), lambda: shape(1, 2, 3), lambda: shape(1, 2, 3, z=4), lambda: shape(1, w=3), lambda: shape(1, x=2),
        lambda: plain(1), lambda: plain(x=1), lambda: made(), lambda: made(1, 2), lambda: made(b=1),
        lambda: point(), lambda: point(1, 2, 3), lambda: point(y=3), lambda: pair(), lambda: pair(1, 2, 3), lambda: pair(1, left=3),
    ):
        attempt(call)


def methods(it):
    for call in (
        lambda: it.move(), lambda: it.move(1, 2, 3), lambda: it.move(1, fast=True, slow=1), lambda: it.move(dx=1), lambda: it.none(1),
        lambda: it.none(1, 2), lambda: it.none(1, 2, 3, 4), lambda: it.make(), lambda: it.fixed(1), lambda: it.fixed(1, 2, 3),
    ):
        attempt(call)


def built_in(text, items, table, group, raw, number):
    for call in (
        lambda: items.append(), lambda: items.append(1, 2), lambda: items.append(value=1), lambda: items.clear(1), lambda: items.insert(1),
        lambda: items.pop(1, 2), lambda: items.index(), lambda: items.extend(), lambda: items.sort(1), lambda: text.upper(1),
        lambda: text.center(), lambda: text.center(1, "x", 3), lambda: text.split(1, 2, 3), lambda: text.join(),
        lambda: table.get(), lambda: table.get(1, 2, 3), lambda: table.keys(1), lambda: table.pop(), lambda: table.setdefault(), lambda: table.popitem(key=1),
        lambda: group.add(), lambda: group.pop(1), lambda: group.discard(1, 2), lambda: raw.hex(1, 2, 3), lambda: raw.isalpha(1),
        lambda: number.bit_length(1), lambda: True.conjugate(1),
    ):
        attempt(call)


def functions(absolute, length, divide, character, attribute, every):
    for call in (
        lambda: absolute(), lambda: absolute(1, 2), lambda: absolute(x=1), lambda: length(), lambda: length([], 1), lambda: divide(1),
        lambda: divide(1, 2, 3), lambda: character(), lambda: attribute(1), lambda: every(1, 2),
    ):
        attempt(call)


constructors(Shape, Made, Point, Pair, Plain)
for receiver in (Shape(1), Other()):
    methods(receiver)
built_in("abc", [1], {1: 2}, {1}, b"x", 5)
functions(abs, len, divmod, chr, hasattr, all)
bound: Any = [].append
for call in (lambda: bound(), lambda: bound(1, 2), lambda: bound(a=1)):
    attempt(call)
