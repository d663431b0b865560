"""Delegate from one frame to another: `yield from` and `await`.

A resume function that meets `yield from x` keeps `delegate_of(x)` in its frame (`awaitable_of(x)`
for `await x`), then for each step calls `delegate_send` or `delegate_throw` and suspends with the
value; at DONE the value of the expression is `finished_value()`, to be taken at once.
"""

from typing import Any

from sesha.guest.abi.layout import DONE, RESUME_SEND, RESUME_THROW
from sesha.guest.builtins.generator import close, result_of, resume
from sesha.guest.builtins.iteration import Iterator, iter_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.type import has_exact_class
from sesha.guest.cpu.intrinsics import bits, class_id_of, method_or, word

last_value: Any = None
"""What the delegate that finished last has returned, until it is taken."""


def is_frame(value: object) -> bool:
    """Whether the value is a compiled generator or coroutine."""
    return has_exact_class(value, class_id_of("generator")) or has_exact_class(
        value, class_id_of("coroutine")
    )


def delegate_of(value: object) -> Any:
    """What `yield from value` steps through."""
    return value if is_frame(value) else iter_of(value)


def awaitable_of(value: object) -> Any:
    """What `await value` steps through."""
    if has_exact_class(value, class_id_of("coroutine")):
        return value
    result: Any = method_or(NotImplemented, value, "__await__")
    if result is NotImplemented:
        raise TypeError(f"'{type_name(value)}' object can't be awaited")
    if has_exact_class(result, class_id_of("coroutine")):
        raise TypeError("__await__() returned a coroutine")
    return result


def delegate_send(delegate: Any, sent: object) -> Any:
    """Step the delegate with what was sent: its value, or DONE."""
    global last_value
    if is_frame(delegate):
        value = resume(delegate, sent, RESUME_SEND)
        if bits(value) == DONE:
            last_value = result_of(delegate)
        return value
    if isinstance(delegate, Iterator) and sent is None:
        last_value = None
        return delegate.__step__()
    try:
        if sent is None:
            return delegate.__next__()
        return delegate.send(sent)
    except StopIteration as stop:
        last_value = stop.value
        return word(DONE)


def delegate_throw(delegate: Any, error: BaseException) -> Any:
    """Throw the exception into the delegate: its next value, or DONE, or what it raises."""
    global last_value
    if isinstance(error, GeneratorExit):
        _close(delegate)
        raise error
    if is_frame(delegate):
        value = resume(delegate, error, RESUME_THROW)
        if bits(value) == DONE:
            last_value = result_of(delegate)
        return value
    try:
        result: Any = method_or(NotImplemented, delegate, "throw", error)
    except StopIteration as stop:
        last_value = stop.value
        return word(DONE)
    if result is NotImplemented:
        raise error
    return result


def _close(delegate: Any) -> None:
    if is_frame(delegate):
        close(delegate)
    else:
        method_or(None, delegate, "close")


def finished_value() -> Any:
    """The value of the `yield from` or `await` whose delegate has just answered DONE."""
    global last_value
    value = last_value
    last_value = None
    return value
