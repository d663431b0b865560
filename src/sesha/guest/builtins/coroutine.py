"""Give coroutines their surface: `send`, `throw`, `close`, `__await__`.

A coroutine is a generator frame of class `coroutine`; generator.py drives it. Only `await` and
event loops step it: it is not iterable.
"""

from typing import Any

from sesha.guest.abi.layout import RESUME_SEND
from sesha.guest.builtins.generator import (
    __repr__ as __repr__,
    close as close,
    resume,
    send as send,
    throw as throw,
)
from sesha.guest.builtins.iteration import Iterator


class coroutine_wrapper(Iterator):
    """What `coroutine.__await__()` gives: the coroutine as an iterator."""

    coroutine: Any

    def __init__(self, coroutine: Any) -> None:
        self.coroutine = coroutine

    def __step__(self) -> object:
        return resume(self.coroutine, None, RESUME_SEND)

    def __next__(self) -> Any:
        return send(self.coroutine, None)

    def send(self, value: object) -> Any:
        return send(self.coroutine, value)

    def throw(self, kind: object, value: object = None, traceback: object = None) -> Any:
        return throw(self.coroutine, kind, value)

    def close(self) -> Any:
        return close(self.coroutine)


def __await__(self: Any) -> Any:
    return coroutine_wrapper(self)


def step(self: Any, value: object) -> Any:
    """For event loops: `send` that answers DONE instead of raising StopIteration."""
    return resume(self, value, RESUME_SEND)
