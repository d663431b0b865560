"""`cls.__new__` of classes that are values: what object has, what the class itself has."""

from typing import Any


class C:
    def __init__(self, x: str = "x") -> None:
        self.x = x


class Bare:
    y: int = 4


class Own:
    def __new__(cls, *args: Any) -> "Own":
        made = object.__new__(cls)
        made.args = args
        return made

    args: Any


for cls in (C, Bare, Own):
    value: Any = cls
    made = value.__new__(value)
    print(type(made).__name__, hasattr(made, "x"), hasattr(made, "y"), hasattr(made, "args"))
anything: Any = C
made = anything.__new__(anything, "ignored")
try:
    print(made.x)
except AttributeError as error:
    print(error)
made.__init__("given")
print(made.x, anything("called").x, anything.__new__(anything, x="abc").__class__ is C)
anything = Bare
try:
    anything.__new__(anything, 1)
except TypeError as error:
    print(error)
anything = Own
print(anything.__new__(anything, 1, 2).args)
