"""Run tasks that belong together: `TaskGroup`."""

from collections.abc import Coroutine, Generator
from types import TracebackType
from typing import Any, TypeVar

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, get_running_loop
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.task import Task, current_task
from sesha.guest.stdlib.contextvars import Context

T = TypeVar("T")

UNHANDLED = "unhandled errors in a TaskGroup"


class TaskGroup:
    """All tasks end before the block does; the first failure cancels the others."""

    def __init__(self) -> None:
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop: AbstractEventLoop | None = None
        self._parent: Task[Any] | None = None
        self._parent_cancel_requested = False
        self._tasks: set[Task[Any]] = set()
        self._errors: list[BaseException] = []
        self._base_error: BaseException | None = None
        self._on_completed: Future[bool] | None = None

    def __repr__(self) -> str:
        info = ""
        if self._tasks:
            info += f" tasks={len(self._tasks)}"
        if self._errors:
            info += f" errors={len(self._errors)}"
        if self._aborting:
            info += " cancelling"
        elif self._entered:
            info += " entered"
        return f"<TaskGroup{info}>"

    async def __aenter__(self) -> "TaskGroup":
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = get_running_loop()
        self._parent = current_task()
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(
        self, et: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._exiting = True
        if exc is not None and is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        cancelled = exc if isinstance(exc, CancelledError) else None
        parent = self._parent
        assert parent is not None
        if exc is not None and not self._aborting:
            self._abort()
        late = await self._wait_for_tasks()
        if late is not None:
            cancelled = late
        if self._parent_cancel_requested and parent.uncancel() == 0:
            cancelled = None  # it was this group that cancelled the parent
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if exc is not None and not isinstance(exc, CancelledError):
            self._errors.append(exc)
        if self._errors:
            self._raise_errors(parent)

    async def _wait_for_tasks(self) -> CancelledError | None:
        """Wait until no task is left; answers the cancellation that came from outside."""
        late: CancelledError | None = None
        while self._tasks:
            if self._on_completed is None:
                self._on_completed = Future(loop=self._loop)
            try:
                await self._on_completed
            except CancelledError as error:
                if not self._aborting:
                    late = error
                    self._abort()
            self._on_completed = None
        return late

    def _raise_errors(self, parent: Task[Any]) -> None:
        if parent.cancelling():
            # The parent was cancelled from outside too: it has to see that at its next await.
            parent.uncancel()
            parent.cancel()
        errors = self._errors
        self._errors = []
        raise group_of(errors)

    def create_task(
        self,
        coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
        *,
        name: str | None = None,
        context: Context | None = None,
    ) -> Task[T]:
        problem = self._why_not()
        if problem is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {problem}")
        loop = self._loop
        assert loop is not None
        task: Task[T] = loop.create_task(coro, name=name, context=context)
        if task.done():
            self._on_task_done(task)  # it has run to its end already
        else:
            self._tasks.add(task)
            task.add_done_callback(self._on_task_done)
        return task

    def _why_not(self) -> str | None:
        if not self._entered:
            return "has not been entered"
        if self._exiting and not self._tasks:
            return "is finished"
        if self._aborting:
            return "is shutting down"
        return None

    def _abort(self) -> None:
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _on_task_done(self, task: Task[Any]) -> None:
        self._tasks.discard(task)
        waiter = self._on_completed
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if is_base_error(error) and self._base_error is None:
            self._base_error = error
        self._cancel_parent(task, error)

    def _cancel_parent(self, task: Task[Any], error: BaseException) -> None:
        parent = self._parent
        if parent is None or self._loop is None:
            return
        if parent.done():
            context = {
                "message": f"Task {task!r} has errored out but its parent task "
                f"{parent!r} is already completed",
                "exception": error,
                "task": task,
            }
            self._loop.call_exception_handler(context)
        elif not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            parent.cancel()


def group_of(errors: list[BaseException]) -> BaseExceptionGroup[BaseException]:
    """An ExceptionGroup if it can be one."""
    ordinary: list[Exception] = []
    for error in errors:
        if not isinstance(error, Exception):
            return BaseExceptionGroup(UNHANDLED, errors)
        ordinary.append(error)
    return ExceptionGroup(UNHANDLED, ordinary)


def is_base_error(error: BaseException) -> bool:
    return isinstance(error, (SystemExit, KeyboardInterrupt))
