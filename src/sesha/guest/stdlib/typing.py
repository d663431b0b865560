"""What of `typing` exists when a program runs, as the module `typing` of images.

Types are for the compiler, which knows `cast`, `NamedTuple`, `TypedDict`, `NewType`, `Protocol`
and all special forms by themselves. Here are the names that are called or derived from.
"""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from sesha.guest.stdlib._types import GenericAlias, Union

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

TYPE_CHECKING = False


class IO:
    """What files have; `io` has the files."""


class TextIO(IO):
    """A text file."""


class BinaryIO(IO):
    """A binary file."""


class NewType:
    """A type that is another one to type checkers; calling it gives the argument back."""

    def __init__(self, name: str, tp: Any) -> None:
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__: Any = tp
        self._place = ""

    def __call__(self, item: Any, /) -> Any:
        return item

    def __repr__(self) -> str:
        return f"{self._place}.{self.__qualname__}"


def new_type(name: str, tp: Any, module: str) -> NewType:
    """`name = NewType(name, tp)` in a module."""
    made = NewType(name, tp)
    made._place = module
    return made


def cast(typ: object, val: Any) -> Any:
    """The value itself."""
    return val


def overload(func: F) -> F:
    return func


def final(f: T) -> T:
    return f


def override(method: F) -> F:
    return method


def no_type_check(arg: F) -> F:
    return arg


def runtime_checkable(cls: T) -> T:
    return cls


def assert_type(val: T, typ: object, /) -> T:
    return val


def reveal_type(obj: T, /) -> T:
    return obj


def assert_never(arg: NoReturn, /) -> NoReturn:
    """Raise: the type checker was told that this is not reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def dataclass_transform(**kwargs: Any) -> Callable[[T], T]:
    return _same


def _same(value: T) -> T:
    return value


def get_origin(tp: object) -> Any:
    """The class that an alias is of; None for what has no type arguments."""
    if isinstance(tp, GenericAlias):
        return tp.__origin__
    return Union if isinstance(tp, Union) else None


def get_args(tp: object) -> tuple[Any, ...]:
    return tp.__args__ if isinstance(tp, (GenericAlias, Union)) else ()
