"""Single dispatch: registration by class, by annotation, for several classes, inside functions."""
# expect-exit: 3

from functools import singledispatch
from typing import Any


class Base:
    pass


class Derived(Base):
    pass


@singledispatch
def show(value: Any, *rest: Any) -> str:
    return f"anything {value!r} {rest}"


@show.register
def _(value: int, *rest: Any) -> str:
    return f"int {value}"


@show.register
def show_text(value: str | bytes, *rest: Any) -> str:
    return f"text {value!r}"


@show.register(list)
def _(value: Any, *rest: Any) -> str:
    return f"list of {len(value)}"


@show.register
def show_base(value: Base, *rest: Any) -> str:
    return f"base {type(value).__name__}"


@show.register
def _(value: None, *rest: Any) -> str:
    return "nothing"


def local() -> str:
    @singledispatch
    def inner(value: object) -> str:
        return "object"

    @inner.register
    def _(value: float) -> str:
        return f"float {value}"

    return inner(1.5) + " " + inner("x")


print(show(3), show(True), show("a"), show(b"b"), show([1]), show(2.5, 1), show(None), sep="; ")
print(show(Base()), show(Derived()), show_text("direct"), show_base(Derived()), local())
kind: Any = 3
register: Any = show
try:
    register.register(kind)
except TypeError as error:
    print(str(error)[:36])
exit(3)
