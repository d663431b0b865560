"""Drive generator frames: `next`, `send`, `throw`, `close`, and the runtime's own `resume`.

The compiler makes one resume function for each generator (layout.py GENERATOR_*): it reads the
label in GENERATOR_STATE, stores -2 there while it runs and the next label when it suspends, and
answers a value, or DONE with the value of `return` in GENERATOR_RESULT. Here is what is common to
generators, coroutines and async generators: states that cannot be resumed, and exceptions that
leave the frame. coroutine.py and async_generator.py add their own surfaces.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import (
    DONE,
    GENERATOR_NAME,
    GENERATOR_RESULT,
    GENERATOR_RESUME,
    GENERATOR_STATE,
    NONE,
    RESUME_SEND,
    RESUME_THROW,
)
from sesha.guest.builtins.exceptions_raise import instance
from sesha.guest.builtins.text_of import address_text
from sesha.guest.builtins.text_type import type_name
from sesha.guest.cpu.intrinsics import (
    address,
    bits,
    call_resume,
    cold,
    load_i64,
    load_word,
    store_i64,
    store_word,
    word,
)

NOT_STARTED = 0
FINISHED = -1
RUNNING = -2


def resume(self: Any, sent: object, mode: i64) -> Any:
    """Run the frame to its next suspension: the value, or DONE."""
    frame = address(self)
    if load_i64(frame + GENERATOR_STATE) <= NOT_STARTED:
        if not _may_run(self, sent, mode):
            return word(DONE)
    try:
        value: Any = call_resume(load_i64(frame + GENERATOR_RESUME), self, sent, mode)
    except StopIteration as error:
        store_i64(frame + GENERATOR_STATE, FINISHED)
        raise RuntimeError(f"{_kind(self)} raised StopIteration") from error
    except BaseException:
        store_i64(frame + GENERATOR_STATE, FINISHED)
        raise
    if bits(value) == DONE:
        store_i64(frame + GENERATOR_STATE, FINISHED)
    return value


@cold
def _kind(self: Any) -> str:
    """What messages call it: "generator", "coroutine" or "async generator"."""
    name = type_name(self)
    return "async generator" if name == "async_generator" else name


def _may_run(self: Any, sent: object, mode: i64) -> bool:
    """Check a frame that has not started, has finished or is running; False when it is over."""
    frame = address(self)
    state = load_i64(frame + GENERATOR_STATE)
    if state == RUNNING:
        raise ValueError(f"{_kind(self)} already executing")
    if state == NOT_STARTED and mode == RESUME_SEND:
        if bits(sent) != NONE:
            raise TypeError(f"can't send non-None value to a just-started {_kind(self)}")
        return True
    if state == FINISHED and type_name(self) == "coroutine":
        raise RuntimeError("cannot reuse already awaited coroutine")
    store_i64(frame + GENERATOR_STATE, FINISHED)
    if mode == RESUME_THROW:
        raise instance(sent)
    store_word(frame + GENERATOR_RESULT, None)
    return False


def result_of(self: Any) -> Any:
    """The value of the `return` that has finished the frame."""
    return load_word(address(self) + GENERATOR_RESULT)


def value_or_stop(self: Any, value: object) -> Any:
    """What `__next__` and `send` answer: the value, or StopIteration in place of DONE."""
    if bits(value) != DONE:
        return value
    result = result_of(self)
    if result is None:
        raise StopIteration
    raise StopIteration(result)


def __iter__(self: Any) -> Any:
    return self


def __next__(self: Any) -> Any:
    return value_or_stop(self, resume(self, None, RESUME_SEND))


def send(self: Any, value: object) -> Any:
    return value_or_stop(self, resume(self, value, RESUME_SEND))


def throw(self: Any, kind: object, value: object = None, traceback: object = None) -> Any:
    error = instance(kind if value is None else value)
    return value_or_stop(self, resume(self, error, RESUME_THROW))


def close(self: Any) -> Any:
    frame = address(self)
    state = load_i64(frame + GENERATOR_STATE)
    if state == NOT_STARTED or state == FINISHED:
        store_i64(frame + GENERATOR_STATE, FINISHED)
        return None
    try:
        value = resume(self, GeneratorExit(), RESUME_THROW)
    except GeneratorExit:
        return None
    if bits(value) == DONE:
        return result_of(self)
    raise RuntimeError(f"{_kind(self)} ignored GeneratorExit")


def drop(self: Any) -> None:
    """Nobody holds it any more: what CPython does when the last reference goes. None if there is none."""
    if self is not None:
        close(self)


def name_of(self: Any) -> str:
    result: str = load_word(address(self) + GENERATOR_NAME)
    return result


def __repr__(self: Any) -> str:
    return f"<{type_name(self)} object {name_of(self)} at {address_text(address(self))}>"
