"""Drive async generators: `__anext__`, `asend`, `athrow`, `aclose`.

An async generator's frame suspends for two reasons: `await` passes on what the awaited object
yields, and `yield value` suspends with `Yielded(value)`, which ends the current `__anext__`. The
objects made here are what `await agen.__anext__()` steps through.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import DONE, GENERATOR_STATE, RESUME_SEND, RESUME_THROW
from sesha.guest.builtins.exceptions_raise import instance
from sesha.guest.builtins.generator import (
    FINISHED,
    NOT_STARTED,
    __repr__ as __repr__,
    name_of as name_of,
    resume,
)
from sesha.guest.cpu.intrinsics import address, bits, load_i64, store_i64

FRESH = 0
STEPPING = 1
CLOSED = 2


class Yielded:
    """What the frame suspends with at `yield`, to tell it from what `await` passes on."""

    value: Any

    def __init__(self, value: Any) -> None:
        self.value = value


class async_generator_asend:
    """One `__anext__()`, `asend(value)` or `athrow(error)`: awaited once."""

    frame: Any
    sent: Any
    mode: i64
    state: i64

    def __init__(self, frame: Any, sent: Any, mode: i64) -> None:
        self.frame = frame
        self.sent = sent
        self.mode = mode
        self.state = FRESH

    def __await__(self) -> Any:
        return self

    def __iter__(self) -> Any:
        return self

    def __next__(self) -> Any:
        return self.send(None)

    def send(self, value: Any) -> Any:
        if self.state == CLOSED:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        mode: i64 = RESUME_SEND
        if self.state == FRESH:
            mode = self.mode
            value = self.sent
            self.state = STEPPING
        return self._advance(value, mode)

    def throw(self, kind: Any, value: Any = None, traceback: Any = None) -> Any:
        if self.state == CLOSED:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        self.state = STEPPING
        return self._advance(instance(kind if value is None else value), RESUME_THROW)

    def close(self) -> None:
        self.state = CLOSED

    def _advance(self, sent: Any, mode: i64) -> Any:
        """Resume the frame: pass on what it awaits, end at its `yield` or its end."""
        try:
            value: Any = _resume(self.frame, sent, mode)
        except BaseException:
            self.state = CLOSED
            raise
        if bits(value) == DONE:
            self.state = CLOSED
            raise StopAsyncIteration
        if isinstance(value, Yielded):
            self.state = CLOSED
            raise StopIteration(value.value)
        return value


class async_generator_athrow(async_generator_asend):
    """One `aclose()`: a yielded value means that GeneratorExit was ignored."""

    def __init__(self, frame: Any) -> None:
        self.frame = frame
        self.sent = None
        self.mode = RESUME_THROW
        self.state = FRESH

    def _advance(self, sent: Any, mode: i64) -> Any:
        place = address(self.frame)
        try:
            if self.sent is None:
                self.sent = GeneratorExit()
                if load_i64(place + GENERATOR_STATE) <= NOT_STARTED:
                    store_i64(place + GENERATOR_STATE, FINISHED)
                    raise StopIteration
                sent = self.sent
            value: Any = _resume(self.frame, sent, mode)
        except (GeneratorExit, StopAsyncIteration, StopIteration):
            self.state = CLOSED
            raise StopIteration from None
        except BaseException:
            self.state = CLOSED
            raise
        if bits(value) == DONE:
            self.state = CLOSED
            raise StopIteration
        if isinstance(value, Yielded):
            self.state = CLOSED
            raise RuntimeError("async generator ignored GeneratorExit")
        return value


def _resume(frame: Any, sent: Any, mode: i64) -> Any:
    """`resume`, with StopAsyncIteration leaving the frame turned into RuntimeError."""
    try:
        return resume(frame, sent, mode)
    except StopAsyncIteration as error:
        if load_i64(address(frame) + GENERATOR_STATE) == FINISHED and sent is not error:
            raise RuntimeError("async generator raised StopAsyncIteration") from error
        raise


def __aiter__(self: Any) -> Any:
    return self


def __anext__(self: Any) -> Any:
    return async_generator_asend(self, None, RESUME_SEND)


def asend(self: Any, value: object) -> Any:
    return async_generator_asend(self, value, RESUME_SEND)


def athrow(self: Any, kind: object, value: object = None, traceback: object = None) -> Any:
    return async_generator_asend(self, instance(kind if value is None else value), RESUME_THROW)


def aclose(self: Any) -> Any:
    return async_generator_athrow(self)
