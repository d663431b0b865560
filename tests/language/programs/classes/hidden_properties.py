"""Attributes and other properties in the place of properties."""

from typing import Any


class Base:
    def __init__(self) -> None:
        self.log: list[str] = []

    @property
    def x(self) -> int:
        return 11

    @x.setter
    def x(self, value: int) -> None:
        self.log.append(f"x {value}")

    @property
    def y(self) -> int:
        return 25

    @y.setter
    def y(self, value: int) -> None:
        self.log.append(f"y {value}")


class Plain(Base):
    x: int = 1
    y: int = 4


class Fixed(Base):
    @property  # type: ignore[misc]
    def x(self) -> int:
        return 12


class Holder:
    x: int = 7


class Both(Holder, Base):
    def __init__(self) -> None:
        Base.__init__(self)


def change(target: Base, value: int) -> None:
    try:
        target.x = value
        target.y = value + 1
    except AttributeError as error:
        print(type(error).__name__)
    print(type(target).__name__, target.x, target.y, target.log)


def change_any(target: Any, value: int) -> None:
    try:
        target.x = value
        target.y = value + 1
    except AttributeError as error:
        print(type(error).__name__)
    print(type(target).__name__, target.x, target.y, target.log)


for made in (Base(), Plain(), Fixed(), Both()):
    change(made, 5)
    change_any(made, 8)
plain = Plain()
print(plain.x, plain.y)
plain.x = 100
plain.y += 3
print(plain.x, plain.y, Plain.x, Plain().x)
both = Both()
both.x = 3
both.y = 4
print(both.x, both.y, both.log)
