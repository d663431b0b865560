"""Hold a result that will come later: CPython's `asyncio.Future`.

A task that awaits a future and a callback of `add_done_callback` stand in one list, in order;
most futures have one waiting task and no callback, so the first waiter has a slot of its own.
"""

from collections.abc import Callable, Generator
from typing import Any, Generic, TypeVar

from mypy_extensions import i64

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Handle, Runnable, get_event_loop
from sesha.guest.stdlib.asyncio.exceptions import CancelledError, InvalidStateError
from sesha.guest.stdlib.contextvars import Context

T = TypeVar("T")

PENDING = 0
CANCELLED = 1
FINISHED = 2
STOP_ITERATION = "StopIteration interacts badly with generators and cannot be raised into a Future"
STATE_NAMES = ("pending", "cancelled", "finished")


class Future(Runnable, Generic[T]):
    """A result, an exception, or neither yet."""

    def __init__(self, *, loop: AbstractEventLoop | None = None) -> None:
        self._state: i64 = PENDING
        self._result: Any = None
        self._exception: BaseException | None = None
        self._loop: AbstractEventLoop = get_event_loop() if loop is None else loop
        self._waiter: Runnable | None = None
        self._callbacks: list[Runnable] | None = None
        self._cancel_message: Any = None
        self._cancelled_error: CancelledError | None = None
        self._blocking = False
        self._log_traceback = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {STATE_NAMES[self._state]}{self._outcome()}>"

    def _outcome(self) -> str:
        """How the result is shown, if there is one."""
        if self._state != FINISHED:
            return ""
        if self._exception is not None:
            return f" exception={self._exception!r}"
        return f" result={self._result!r}"

    def get_loop(self) -> AbstractEventLoop:
        return self._loop

    # --- asking --------------------------------------------------------------------------------
    def cancelled(self) -> bool:
        return self._state == CANCELLED

    def done(self) -> bool:
        return self._state != PENDING

    def result(self) -> T:
        if self._state == FINISHED and self._exception is None:
            value: T = self._result
            return value
        self._raise_outcome()
        raise InvalidStateError("Result is not set.")

    def _raise_outcome(self) -> None:
        """Raise the exception or the cancellation, if that is the outcome."""
        if self._state == CANCELLED:
            raise self._make_cancelled_error()
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception

    def exception(self) -> BaseException | None:
        if self._state == CANCELLED:
            raise self._make_cancelled_error()
        if self._state != FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def _make_cancelled_error(self) -> CancelledError:
        """The CancelledError to raise; made once if the task itself raised it."""
        error = self._cancelled_error
        if error is not None:
            self._cancelled_error = None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    # --- telling -------------------------------------------------------------------------------
    def set_result(self, result: T) -> None:
        if self._state != PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = FINISHED
        self._wake()

    def set_exception(self, exception: type[BaseException] | BaseException) -> None:
        if self._state != PENDING:
            raise InvalidStateError("invalid state")
        error = exception() if isinstance(exception, type) else exception
        if isinstance(error, StopIteration):
            replaced = RuntimeError(STOP_ITERATION)
            replaced.__cause__ = error
            error = replaced
        self._exception = error
        self._state = FINISHED
        self._log_traceback = True
        if self._waiter is None:
            self._loop._note_failed(self)
        self._wake()

    def cancel(self, msg: Any = None) -> bool:
        self._log_traceback = False
        if self._state != PENDING:
            return False
        self._state = CANCELLED
        self._cancel_message = msg
        self._wake()
        return True

    # --- who waits -----------------------------------------------------------------------------
    def _add_waiter(self, waiter: Runnable) -> None:
        """Put the waiter into the ready queue when the future is done."""
        if self._state != PENDING:
            self._loop._ready.append(waiter)
        elif self._waiter is None:
            self._waiter = waiter
        elif self._callbacks is None:
            self._callbacks = [waiter]
        else:
            self._callbacks.append(waiter)

    def _wake(self) -> None:
        waiter = self._waiter
        if waiter is None:
            return
        self._waiter = None
        ready = self._loop._ready
        ready.append(waiter)
        callbacks = self._callbacks
        if callbacks is not None:
            self._callbacks = None
            ready.extend(callbacks)

    def add_done_callback(self, fn: Callable[[Any], object], *, context: Context | None = None) -> None:
        self._add_waiter(Handle(fn, (self,), self._loop, context))

    def remove_done_callback(self, fn: Callable[[Any], object]) -> int:
        """Remove every registration of the callback; answers how many there were."""
        waiting: list[Runnable] = []
        if self._waiter is not None:
            waiting.append(self._waiter)
        if self._callbacks is not None:
            waiting.extend(self._callbacks)
        kept = [waiter for waiter in waiting if not (isinstance(waiter, Handle) and waiter._callback == fn)]
        self._waiter = kept[0] if kept else None
        self._callbacks = kept[1:] if len(kept) > 1 else None
        return len(waiting) - len(kept)

    # --- awaiting --------------------------------------------------------------------------------
    def __await__(self) -> Generator[Any, None, T]:
        if self._state == PENDING:
            self._blocking = True
            yield self  # to Task._run, which waits for it
            if self._state == PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    def __iter__(self) -> Generator[Any, None, T]:
        return self.__await__()


def isfuture(obj: object) -> bool:
    return isinstance(obj, Future)
