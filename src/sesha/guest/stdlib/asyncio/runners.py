"""Run a coroutine from start to end: `run` and `Runner`."""

from collections.abc import Callable, Coroutine
from types import CoroutineType, TracebackType
from typing import Any, TypeVar

from sesha.guest.machine.this import signals
from sesha.guest.stdlib.asyncio.base_events import BaseEventLoop, new_event_loop
from sesha.guest.stdlib.asyncio.events import (
    AbstractEventLoop,
    Handle,
    _get_running_loop,
    set_event_loop,
)
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.task import Task, all_tasks
from sesha.guest.stdlib.asyncio.tasks import gather
from sesha.guest.stdlib.contextvars import Context, current_values, swap_values

T = TypeVar("T")

SIGINT = 2


class Runner:
    """One loop for several `run` calls."""

    def __init__(
        self, *, debug: bool | None = None, loop_factory: Callable[[], AbstractEventLoop] | None = None
    ) -> None:
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop: AbstractEventLoop | None = None
        self._values = current_values()
        """What context variables have from one run to the next."""
        self._closed = False

    def __enter__(self) -> "Runner":
        self._start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> AbstractEventLoop:
        if self._closed:
            raise RuntimeError("Runner is closed")
        loop = self._loop
        if loop is None:
            loop = new_event_loop() if self._loop_factory is None else self._loop_factory()
            if self._debug is not None:
                loop.set_debug(self._debug)
            self._loop = loop
            self._values = current_values()
        return loop

    def get_loop(self) -> AbstractEventLoop:
        return self._start()

    def run(self, coro: Coroutine[Any, Any, T], *, context: Context | None = None) -> T:
        if not isinstance(coro, CoroutineType):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self._start()
        set_event_loop(loop)
        before = swap_values(self._values)
        main: Task[T] = loop.create_task(coro, context=context)
        swap_values(before)
        interrupt = Interrupt(loop, main)
        try:
            result: T = loop.run_until_complete(main)
        except CancelledError:
            if interrupt.count > 0 and main.uncancel() == 0:
                raise KeyboardInterrupt  # noqa: B904  (CPython shows the cancellation as its context)
            raise
        finally:
            interrupt.forget()
            if context is None:
                self._values = main._values
        return result

    def close(self) -> None:
        loop = self._loop
        if loop is None:
            return
        try:
            cancel_all_tasks(loop)
            if isinstance(loop, BaseEventLoop):
                loop.report_unretrieved()
        finally:
            set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True


class Interrupt:
    """SIGINT while a main task runs: it cancels the task, and `run` raises KeyboardInterrupt; a second
    one raises that in the loop, or ends the program if the loop does not come round."""

    def __init__(self, loop: AbstractEventLoop, main: Task[Any]) -> None:
        self.count = 0
        self._main = main
        self._loop: BaseEventLoop | None = None
        if isinstance(loop, BaseEventLoop) and not signals.is_ignored(SIGINT):
            self._loop = loop
            self._handler = Handle(self._on_signal, (), loop)
            loop._watch_signal(SIGINT, self._handler, True)

    def _on_signal(self) -> None:
        loop = self._loop
        if loop is None:
            return
        self.count += 1
        if self.count > 1 or self._main.done():
            raise KeyboardInterrupt
        self._main.cancel()
        loop._watch_signal(SIGINT, self._handler, True)

    def forget(self) -> None:
        loop = self._loop
        if loop is not None and loop._signal_handlers.get(SIGINT) is self._handler:
            loop.remove_signal_handler(SIGINT)


def run(
    main: Coroutine[Any, Any, T],
    *,
    debug: bool | None = None,
    loop_factory: Callable[[], AbstractEventLoop] | None = None,
) -> T:
    """Run the coroutine in a new loop, then cancel what is left and close the loop."""
    if _get_running_loop() is not None:
        main.close()
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def cancel_all_tasks(loop: AbstractEventLoop) -> None:
    left = all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(_gather_all(list(left)))
    for task in left:
        if task.cancelled():
            continue
        error = task.exception()
        if error is not None:
            context = {
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": error,
                "task": task,
            }
            loop.call_exception_handler(context)


async def _gather_all(tasks: list[Task[Any]]) -> None:
    try:
        await gather(*tasks, return_exceptions=True)
    except CancelledError:
        pass
