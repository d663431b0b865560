"""inspect: signatures of functions, methods and classes, and what calling a function gives."""

import inspect
from functools import wraps
from typing import Any


def f1(): pass
def f2(x): pass
def f3(x, /): pass
def f4(*, x): pass
def f5(*x): pass
def f6(**x): pass
def f7(x=None): pass
def f8(x="a'b", /): pass
def f9(*, x=1.5, y): pass
def f10(a, /, b, c=None, *args, d=(1, "x"), **h): pass


def typed(a: int, b: str = "x", *rest: float, key: bool = True, other: Any = None) -> None:
    pass


class Thing:
    def __init__(self, size, *parts, name="thing"):
        pass

    def method(self, x, y=2):
        pass

    @classmethod
    def made(cls, x):
        pass

    @staticmethod
    def plain(x):
        pass

    def __call__(self, value):
        pass


class Derived(Thing):
    pass


class Typed:
    def take(self, other: Thing, count: int = 3) -> Thing:
        return other


async def coroutine() -> int:
    return 1


def generator():
    yield 1


async def async_generator():
    yield 1


def decorator(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@decorator
def wrapped(a, b=2):
    return a


for function in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, typed):
    print(inspect.signature(function))
thing = Thing(1)
for callee in (Thing, Derived, Thing.method, thing.method, Thing.made, thing.made, Thing.plain, thing.plain, thing):
    print(inspect.signature(callee))
print(inspect.signature(Typed.take), inspect.signature(Typed().take))
print(inspect.signature(wrapped), inspect.signature(wrapped, follow_wrapped=False), inspect.unwrap(wrapped)(3))
print(inspect.signature(lambda x, y=3: x))
for check in (inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction):
    print([check(function) for function in (f1, coroutine, generator, async_generator, thing.method, len, 3)])
print(inspect.isclass(Thing), inspect.isfunction(f1), inspect.ismethod(thing.method), inspect.isfunction(thing))
running = generator()
print(inspect.isgenerator(running), inspect.isawaitable(running))
parameters = inspect.signature(f10).parameters
for name, parameter in parameters.items():
    print(name, parameter.kind, parameter.default if parameter.default is not inspect.Parameter.empty else "-")
print(parameters["d"].kind is inspect.Parameter.KEYWORD_ONLY, parameters["args"].kind.description, repr(parameters["c"]))
try:
    inspect.signature(3)  # type: ignore[arg-type]
except TypeError as error:
    print(error)
