"""Prepare what is raised: classes made instances, causes checked, contexts chained.

The compiler calls these around `raise` and `except`. `current` is the exception being handled: an
`except` or `finally` body runs between `enter` and `leave`, and what it raises gets the handled
exception as its context, at `raise` (`prepare`) or when it leaves the body (`attach_context`).
"""

from typing import Any, NoReturn

from sesha.guest.abi.layout import UNSET
from sesha.guest.builtins.type import derives, is_class
from sesha.guest.cpu.intrinsics import bits, cold, unchecked

current: Any = None


# --- handlers ----------------------------------------------------------------------------------------
def enter(error: BaseException) -> Any:
    """The error is being handled from now on; answers the one that was before."""
    global current
    previous = current
    current = error
    return previous


def leave(previous: Any) -> None:
    """A handler's body has ended: what `enter` answered is being handled again."""
    global current
    current = previous


# --- raise -------------------------------------------------------------------------------------------
@cold
def instance(value: object) -> BaseException:
    """The exception that `raise value` raises."""
    if isinstance(value, BaseException):
        return value
    if is_class(value) and derives(value, BaseException):
        cls: Any = value
        made: object = cls()
        if isinstance(made, BaseException):
            return made
        raise TypeError(
            f"calling {cls!r} should have returned an instance of BaseException, not {type(made)!r}"
        )
    raise TypeError("exceptions must derive from BaseException")


@cold
def prepare(error: BaseException) -> BaseException:
    """`raise error`, short of raising it."""
    if current is not None:
        attach_context(error, unchecked(current))
    return error


@cold
def prepare_from(error: BaseException, cause: BaseException | None) -> BaseException:
    """`raise error from cause`, short of raising it."""
    prepare(error)
    error.__cause__ = cause
    error.__suppress_context__ = True
    return error


@cold
def cause_of(value: object) -> BaseException | None:
    """The cause that `from value` names."""
    if value is None:
        return None
    if isinstance(value, BaseException) or is_class(value):
        return instance(value)
    raise TypeError("exception causes must derive from BaseException")


@cold
def reraise() -> NoReturn:
    """A bare `raise` outside of any `except` body of its function."""
    if current is None:
        raise RuntimeError("No active exception to reraise")
    error: BaseException = unchecked(current)
    raise error


@cold
def assertion_failed(message: object) -> NoReturn:
    """`assert` with a message, or with UNSET for none."""
    if bits(message) == UNSET:
        raise prepare(AssertionError())
    raise prepare(AssertionError(message))


# --- contexts ----------------------------------------------------------------------------------------
@cold
def attach_context(error: BaseException, handled: BaseException) -> None:
    """Note that the error was raised while the other one was being handled.

    The error may have contexts already, raised under the same handler: `handled` goes to the end
    of the chain. A chain never becomes a ring.
    """
    last: BaseException = error
    while last is not handled:
        following: Any = last.__context__
        if following is None:
            last.__context__ = _cut(handled, error)
            return
        last = unchecked(following)


def _cut(handled: BaseException, error: BaseException) -> BaseException:
    """The handled exception, with `error` cut out of its own chain."""
    place: BaseException = handled
    while True:
        following: Any = place.__context__
        if following is None:
            return handled
        if following is error:
            place.__context__ = None
            return handled
        place = unchecked(following)


# --- raising for exceptions.py, in which the names mean its own classes ----------------------------------
@cold
def raise_type_error(message: str) -> NoReturn:
    raise TypeError(message)


@cold
def raise_value_error(message: str) -> NoReturn:
    raise ValueError(message)
