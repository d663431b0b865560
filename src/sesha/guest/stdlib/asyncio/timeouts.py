"""Cancel a block that takes too long: `timeout` and `timeout_at`."""

from types import TracebackType
from typing import Any

from sesha.guest.stdlib.asyncio.events import Handle, get_running_loop
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.task import Task, current_task

CREATED = "created"
ACTIVE = "active"
EXPIRING = "expiring"
EXPIRED = "expired"
EXITED = "finished"


class Timeout:
    """An `async with` block with a deadline; cancellation at the deadline becomes TimeoutError."""

    def __init__(self, when: float | None) -> None:
        self._state = CREATED
        self._when = when
        self._handle: Handle | None = None
        self._task: Task[Any] | None = None
        self._cancelling = 0

    def when(self) -> float | None:
        return self._when

    def reschedule(self, when: float | None) -> None:
        if self._state != ACTIVE:
            if self._state == CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if when is not None:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._on_timeout)
            else:
                self._handle = loop.call_at(when, self._on_timeout)

    def expired(self) -> bool:
        return self._state == EXPIRING or self._state == EXPIRED

    def __repr__(self) -> str:
        info = ""
        if self._state == ACTIVE:
            when = None if self._when is None else round(self._when, 3)
            info = f" when={when}"
        return f"<Timeout [{self._state}]{info}>"

    async def __aenter__(self) -> "Timeout":
        if self._state != CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = ACTIVE
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == EXPIRING:
            self._state = EXPIRED
            task = self._task
            if task is not None and task.uncancel() <= self._cancelling and exc_val is not None:
                if isinstance(exc_val, CancelledError):
                    raise TimeoutError from exc_val
                insert_timeout_error(exc_val)
                if isinstance(exc_val, ExceptionGroup):
                    for each in exc_val.exceptions:
                        insert_timeout_error(each)
        elif self._state == ACTIVE:
            self._state = EXITED

    def _on_timeout(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._state = EXPIRING
        self._handle = None


def insert_timeout_error(error: BaseException) -> None:
    """Another exception leaves the block: in its context the cancellation shows as a time-out."""
    context = error.__context__
    while context is not None:
        if isinstance(context, CancelledError):
            replaced = TimeoutError()
            replaced.__context__ = replaced.__cause__ = context
            error.__context__ = replaced
            return
        error = context
        context = error.__context__


def timeout(delay: float | None) -> Timeout:
    """A deadline so many seconds from now, or none."""
    if delay is None:
        return Timeout(None)
    return Timeout(get_running_loop().time() + delay)


def timeout_at(when: float | None) -> Timeout:
    """A deadline at a time of the loop's clock."""
    return Timeout(when)
