"""Step coroutines: CPython's `asyncio.Task`.

A task stands in the ready queue itself; running it is one step: `coro.send(None)`, or `throw` when
it is being cancelled. A step ends with a future to wait for, with None (a bare `yield`: run again
in the next pass), or with the coroutine's end. Tasks that are not done form a linked list, for
`all_tasks`.
"""

from collections.abc import Awaitable, Callable, Coroutine, Generator
from types import CoroutineType, GeneratorType
from typing import Any, TypeVar

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, get_event_loop, get_running_loop
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.futures import CANCELLED, FINISHED, PENDING, STATE_NAMES, Future
from sesha.guest.stdlib.contextvars import Context, current_values, swap_values

T = TypeVar("T")

_current: "Task[Any] | None" = None
_newest: "Task[Any] | None" = None
"""Head of the list of tasks that are not done."""
_count = 0


class Task(Future[T]):
    """A coroutine that the loop runs."""

    def __init__(
        self,
        coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
        *,
        loop: AbstractEventLoop | None = None,
        name: object = None,
        context: Context | None = None,
        eager_start: bool = False,
    ) -> None:
        global _count
        super().__init__(loop=loop)
        if not isinstance(coro, (CoroutineType, GeneratorType)):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        _count += 1
        self._number = _count
        self._name: str | None = None if name is None else str(name)
        self._coro: Any = coro
        self._awaiting: Future[Any] | None = None
        self._must_cancel = False
        self._cancels_requested = 0
        self._context = context
        self._values = current_values() if context is None else context._values
        self._older: Task[Any] | None = None
        self._newer: Task[Any] | None = None
        self._link()
        if eager_start and self._loop._running:
            self._run()
            if self._state != PENDING:
                self._coro = None
        else:
            self._loop._ready.append(self)

    # --- the list of tasks that are not done -------------------------------------------------
    def _link(self) -> None:
        global _newest
        older = _newest
        self._older = older
        if older is not None:
            older._newer = self
        _newest = self

    def _unlink(self) -> None:
        global _newest
        older = self._older
        newer = self._newer
        if older is not None:
            older._newer = newer
        if newer is not None:
            newer._older = older
        else:
            _newest = older
        self._older = None
        self._newer = None

    # --- names and state ---------------------------------------------------------------------
    def __repr__(self) -> str:
        name = getattr(self._coro, "__qualname__", "")
        pending = self._state == PENDING
        state = "cancelling" if pending and self._cancels_requested else STATE_NAMES[self._state]
        more = f" wait_for={self._awaiting!r}" if self._awaiting is not None else self._outcome()
        return f"<{type(self).__name__!s} {state} name={self.get_name()!r} coro=<{name!s}()>{more}>"

    def get_name(self) -> str:
        name = self._name
        if name is None:
            name = f"Task-{self._number}"
            self._name = name
        return name

    def set_name(self, value: object) -> None:
        self._name = str(value)

    def get_coro(self) -> Any:
        return self._coro

    def get_context(self) -> Context:
        context = self._context
        if context is None:
            context = Context()
            context._values = self._values
            self._context = context
        return context

    def set_result(self, result: T) -> None:
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception: type[BaseException] | BaseException) -> None:
        raise RuntimeError("Task does not support set_exception operation")

    # --- cancelling -----------------------------------------------------------------------------
    def cancel(self, msg: Any = None) -> bool:
        self._log_traceback = False
        if self._state != PENDING:
            return False
        self._cancels_requested += 1
        awaiting = self._awaiting
        if awaiting is not None and awaiting.cancel(msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self) -> int:
        return self._cancels_requested

    def uncancel(self) -> int:
        if self._cancels_requested > 0:
            self._cancels_requested -= 1
            if self._cancels_requested == 0:
                self._must_cancel = False
        return self._cancels_requested

    # --- stepping -------------------------------------------------------------------------------
    def _run(self) -> None:
        """One step of the coroutine."""
        global _current
        if self._state != PENDING:
            return
        self._awaiting = None
        outer = _current
        _current = self
        before = swap_values(self._values)
        try:
            self._step()
        finally:
            self._values = swap_values(before)
            if self._context is not None:
                self._context._values = self._values
            _current = outer

    def _step(self) -> None:
        try:
            if self._must_cancel:
                self._must_cancel = False
                yielded = self._coro.throw(self._make_cancelled_error())
            else:
                yielded = self._coro.send(None)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                self._end_cancelled()
            else:
                self._result = stop.value
                self._end(FINISHED)
            return
        except CancelledError as error:
            self._cancelled_error = error
            self._end_cancelled()
            return
        except (KeyboardInterrupt, SystemExit) as error:
            self._end_failed(error)
            raise
        except BaseException as error:
            self._end_failed(error)
            return
        self._wait_for(yielded)

    def _wait_for(self, yielded: Any) -> None:
        """Go on when what the coroutine yielded is done."""
        if isinstance(yielded, Future):
            if not yielded._blocking:
                self._fail_next(f"yield was used instead of yield from in task {self!r} with {yielded!r}")
            elif yielded is self:
                self._fail_next(f"Task cannot await on itself: {self!r}")
            elif yielded._loop is not self._loop:
                self._fail_next(f"Task {self!r} got Future {yielded!r} attached to a different loop")
            else:
                self._wait_for_future(yielded)
        elif yielded is None:
            self._loop._ready.append(self)
        else:
            self._fail_next(f"Task got bad yield: {yielded!r}")

    def _wait_for_future(self, future: Future[Any]) -> None:
        future._blocking = False
        future._add_waiter(self)
        self._awaiting = future
        if self._must_cancel and future.cancel(self._cancel_message):
            self._must_cancel = False

    def _fail_next(self, message: str) -> None:
        """Throw a RuntimeError into the coroutine in the next pass."""
        self._loop.call_soon(self._throw, RuntimeError(message))

    def _throw(self, error: BaseException) -> None:
        self._coro = _Thrown(self._coro, error)
        self._run()

    # --- ending ---------------------------------------------------------------------------------
    def _end(self, state: int) -> None:
        self._state = state
        self._unlink()
        self._wake()

    def _end_cancelled(self) -> None:
        self._end(CANCELLED)

    def _end_failed(self, error: BaseException) -> None:
        self._exception = error
        self._log_traceback = True
        if self._waiter is None:
            self._loop._note_failed(self)
        self._end(FINISHED)


class _Thrown:
    """A coroutine into which an exception is thrown at its next step."""

    def __init__(self, coro: Any, error: BaseException) -> None:
        self._coro = coro
        self._error: BaseException | None = error

    def send(self, value: Any) -> Any:
        error = self._error
        self._error = None
        if error is not None:
            return self._coro.throw(error)
        return self._coro.send(value)

    def throw(self, error: BaseException) -> Any:
        return self._coro.throw(error)


def create_task(
    coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
    *,
    name: str | None = None,
    context: Context | None = None,
) -> Task[T]:
    task: Task[T] = get_running_loop().create_task(coro, name=name, context=context)
    return task


def eager_task_factory(
    loop: AbstractEventLoop,
    coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
    *,
    name: str | None = None,
    context: Context | None = None,
) -> Task[T]:
    """For `set_task_factory`: tasks take their first step when they are made."""
    return Task(coro, loop=loop, name=name, context=context, eager_start=True)


def create_eager_task_factory(custom_task_constructor: Callable[..., Any]) -> Callable[..., Any]:
    """As eager_task_factory, with tasks of another class."""
    return _EagerFactory(custom_task_constructor).make


class _EagerFactory:
    """A task factory around a constructor."""

    def __init__(self, constructor: Callable[..., Any]) -> None:
        self._constructor = constructor

    def make(self, loop: AbstractEventLoop, coro: Any, *, name: Any = None, context: Any = None) -> Any:
        return self._constructor(coro, loop=loop, name=name, context=context, eager_start=True)


def ensure_future(coro_or_future: Any, *, loop: AbstractEventLoop | None = None) -> Future[Any]:
    """The future itself, or a task for the coroutine or awaitable."""
    if isinstance(coro_or_future, Future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError(
                "The future belongs to a different loop than the one specified as the loop argument"
            )
        return coro_or_future
    if isinstance(coro_or_future, CoroutineType):
        return _task_of(coro_or_future, loop)
    if hasattr(coro_or_future, "__await__"):
        return _task_of(_await(coro_or_future), loop)
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


def _task_of(coro: Any, loop: AbstractEventLoop | None) -> Future[Any]:
    owner = get_event_loop() if loop is None else loop
    task: Future[Any] = owner.create_task(coro)
    return task


async def _await(awaitable: Awaitable[T]) -> T:
    return await awaitable


def current_task(loop: AbstractEventLoop | None = None) -> Task[Any] | None:
    """The task that runs now; there is at most one loop that runs."""
    if loop is None:
        get_running_loop()
    return _current


def all_tasks(loop: AbstractEventLoop | None = None) -> set[Task[Any]]:
    """The tasks of the loop that are not done."""
    if loop is None:
        loop = get_running_loop()
    found: set[Task[Any]] = set()
    task = _newest
    while task is not None:
        if task._loop is loop:
            found.add(task)
        task = task._older
    return found


def iscoroutine(obj: object) -> bool:
    return isinstance(obj, CoroutineType)
