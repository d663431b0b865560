"""Prepare what is raised: classes made instances, causes checked, contexts chained.

The compiler calls these around `raise` and where an exception leaves an `except` or `finally`
body; generators use `exception_of` for what is thrown into them.
"""

from typing import Any

from sesha.guest.builtins.type import is_class
from sesha.guest.cpu.intrinsics import unchecked


def exception_of(value: object) -> BaseException:
    """The exception that `raise value` raises."""
    if isinstance(value, BaseException):
        return value
    if is_class(value):
        cls: Any = value
        made: object = cls()
        if isinstance(made, BaseException):
            return made
        raise TypeError(
            f"calling {cls!r} should have returned an instance of BaseException, not {type(made)!r}"
        )
    raise TypeError("exceptions must derive from BaseException")


def cause_of(value: object) -> BaseException | None:
    """The cause that `raise ... from value` sets."""
    if value is None:
        return None
    if isinstance(value, BaseException) or is_class(value):
        return exception_of(value)
    raise TypeError("exception causes must derive from BaseException")


def with_cause(error: BaseException, cause: object) -> BaseException:
    """`raise error from cause`, short of raising it."""
    error.__cause__ = cause_of(cause)
    error.__suppress_context__ = True
    return error


def attach_context(error: BaseException, handled: BaseException) -> None:
    """Note that the error was raised while the other one was being handled.

    The error may have a chain of contexts already, raised under the same handler: `handled` goes
    to its end. A chain never becomes a ring.
    """
    last = error
    while last is not handled:
        following = last.__context__
        if following is None:
            last.__context__ = _cut(handled, error)
            return
        last = following


def _cut(handled: BaseException, error: BaseException) -> BaseException:
    """The handled exception, with `error` cut out of its own chain."""
    place = handled
    while True:
        following = place.__context__
        if following is None:
            return handled
        if following is error:
            place.__context__ = None
            return handled
        place = following


def matches_any(error: BaseException, classes: object) -> bool:
    """Whether `except classes:` catches the error, for a value known only at run time."""
    if isinstance(classes, tuple):
        for cls in classes:
            if matches_any(error, cls):
                return True
        return False
    if not is_class(classes):
        raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    return isinstance(error, unchecked(classes))


