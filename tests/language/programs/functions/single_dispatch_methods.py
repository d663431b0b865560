"""Methods chosen by the class of an argument: functools.singledispatchmethod."""

from functools import singledispatchmethod
from typing import Any


class Shape:
    pass


class Round(Shape):
    pass


class Printer:
    def __init__(self, mark: str) -> None:
        self.mark = mark

    @singledispatchmethod
    def show(self, value: Any, end: str = ".") -> str:
        return f"{self.mark} anything {value!r}{end}"

    @show.register
    def _(self, value: int, end: str = ".") -> str:
        return f"{self.mark} int {value}{end}"

    @show.register
    def _(self, value: str | bytes, end: str = ".") -> str:
        return f"{self.mark} text {value!r}{end}"

    @show.register(list)
    def _(self, value: Any, end: str = ".") -> str:
        return f"{self.mark} list of {len(value)}{end}"

    @show.register
    def show_shape(self, value: Shape, end: str = ".") -> str:
        return f"{self.mark} shape {type(value).__name__}{end}"

    @singledispatchmethod
    @staticmethod
    def kind(value: Any) -> str:
        return "other"

    @kind.register
    @staticmethod
    def _(value: float) -> str:
        return "float"

    @singledispatchmethod
    @classmethod
    def make(cls, value: Any) -> str:
        return f"{cls.__name__} of {value!r}"

    @make.register
    @classmethod
    def _(cls, value: int) -> str:
        return f"{cls.__name__} number {value}"


printer = Printer(">")
for value in (3, "x", b"y", [1, 2], None, 2.5, True):
    print(printer.show(value), printer.show(value, end="!"), printer.kind(value), Printer.kind(value))
    print(printer.make(value), Printer.make(value))
print(Printer.show(printer, 1))
print(printer.show_shape(Shape()), printer.show(Round()))
bound = printer.show
print(bound(5))
