"""Wait for several things at once: gather, wait, wait_for, shield, as_completed, sleep."""

from collections import deque
from collections.abc import Awaitable, Coroutine, Generator, Iterable
from types import CoroutineType
from typing import Any, TypeVar

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, Handle, get_event_loop, get_running_loop
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.futures import PENDING, Future
from sesha.guest.stdlib.asyncio.task import (
    Task as Task,
    all_tasks as all_tasks,
    create_task as create_task,
    current_task as current_task,
    ensure_future as ensure_future,
    iscoroutine as iscoroutine,
)
from sesha.guest.stdlib.asyncio.timeouts import timeout as timeout_after

T = TypeVar("T")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


# --- sleep ---------------------------------------------------------------------------------------
class _Yield:
    """Give way once: awaiting it ends the task's step."""

    def __await__(self) -> Generator[None, None, None]:
        yield


async def sleep(delay: float, result: Any = None) -> Any:
    """Come back after so many seconds."""
    if delay <= 0:
        await _Yield()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = get_running_loop()
    future: Future[Any] = Future(loop=loop)
    timer = loop.call_later(delay, _set_result_unless_done, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _set_result_unless_done(future: Future[Any], result: Any) -> None:
    if future._state == PENDING:
        future.set_result(result)


# --- wait ----------------------------------------------------------------------------------------
class _Waiter:
    """Count down futures and wake who waits: the state of one `wait`."""

    def __init__(self, futures: set[Future[Any]], until: str, loop: AbstractEventLoop) -> None:
        self.futures = futures
        self.until = until
        self.left = len(futures)
        self.future: Future[None] = Future(loop=loop)

    def on_done(self, future: Future[Any]) -> None:
        self.left -= 1
        if self.left > 0 and self.until != FIRST_COMPLETED:
            if self.until != FIRST_EXCEPTION or future.cancelled() or future._exception is None:
                return
        _set_result_unless_done(self.future, None)

    async def run(self, timeout: float | None) -> tuple[set[Future[Any]], set[Future[Any]]]:
        timer: Handle | None = None
        if timeout is not None:
            timer = self.future.get_loop().call_later(timeout, _set_result_unless_done, self.future, None)
        for future in self.futures:
            future.add_done_callback(self.on_done)
        try:
            await self.future
        finally:
            if timer is not None:
                timer.cancel()
            for future in self.futures:
                future.remove_done_callback(self.on_done)
        return split_done(self.futures)


def split_done(futures: set[Future[Any]]) -> tuple[set[Future[Any]], set[Future[Any]]]:
    done: set[Future[Any]] = set()
    pending: set[Future[Any]] = set()
    for future in futures:
        if future._state == PENDING:
            pending.add(future)
        else:
            done.add(future)
    return done, pending


async def wait(
    fs: Iterable[Any], *, timeout: float | None = None, return_when: str = ALL_COMPLETED
) -> tuple[set[Any], set[Any]]:
    """Wait until all (or the first, or the first exception) of the futures are done."""
    if isinstance(fs, (Future, CoroutineType)):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    futures: set[Any] = set(fs)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    for future in futures:
        if isinstance(future, CoroutineType):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    done, pending = split_done(futures)
    if done and (return_when == FIRST_COMPLETED or not pending):
        return done, pending
    if return_when == FIRST_EXCEPTION:
        for future in done:
            if not future.cancelled() and future._exception is not None:
                return done, pending
    waiter = _Waiter(pending, return_when, get_running_loop())
    newly_done, still_pending = await waiter.run(timeout)
    return done | newly_done, still_pending


# --- wait_for --------------------------------------------------------------------------------------
async def wait_for(fut: Any, timeout: float | None) -> Any:
    """The result, or TimeoutError and the awaited thing cancelled."""
    if timeout is None or timeout > 0:
        async with timeout_after(timeout):
            return await fut
    future = ensure_future(fut)
    if future.done():
        return future.result()
    await _cancel_and_wait(future)
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError from error


async def _cancel_and_wait(future: Future[Any]) -> None:
    loop = get_running_loop()
    waiter: Future[None] = Future(loop=loop)
    callback = _Release(waiter).on_done
    future.add_done_callback(callback)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(callback)


class _Release:
    """Set the result of another future when one is done."""

    def __init__(self, waiter: Future[None]) -> None:
        self.waiter = waiter

    def on_done(self, future: Future[Any]) -> None:
        _set_result_unless_done(self.waiter, None)


# --- gather ----------------------------------------------------------------------------------------
class _Gathering(Future[Any]):
    """What `gather` answers: cancelling it cancels the children."""

    def __init__(self, children: list[Future[Any]], return_exceptions: bool, loop: AbstractEventLoop) -> None:
        super().__init__(loop=loop)
        self._children = children
        self._return_exceptions = return_exceptions
        self._left = 0
        self._cancel_requested = False

    def cancel(self, msg: Any = None) -> bool:
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled

    def watch(self) -> None:
        """Count and watch the children; the same future may stand there twice."""
        distinct: set[Future[Any]] = set()
        for child in self._children:
            if child not in distinct:
                distinct.add(child)
                child.add_done_callback(self._on_child_done)
        self._left = len(distinct)

    def _on_child_done(self, child: Future[Any]) -> None:
        self._left -= 1
        if self.done():
            if not child.cancelled():
                child.exception()  # marks it as retrieved
            return
        if not self._return_exceptions:
            if child.cancelled():
                self.set_exception(child._make_cancelled_error())
                return
            error = child.exception()
            if error is not None:
                self.set_exception(error)
                return
        if self._left == 0:
            self._finish(child)

    def _finish(self, last: Future[Any]) -> None:
        results: list[Any] = []
        for child in self._children:
            if child.cancelled():
                message = child._cancel_message
                results.append(CancelledError("" if message is None else message))
            else:
                error = child.exception()
                results.append(child._result if error is None else error)
        if self._cancel_requested:
            self.set_exception(last._make_cancelled_error())
        else:
            self.set_result(results)


def gather(*coros_or_futures: Any, return_exceptions: bool = False) -> Future[Any]:
    """Run all of them at the same time; the results come in the order of the arguments."""
    if not coros_or_futures:
        nothing: Future[Any] = Future(loop=get_event_loop())
        nothing.set_result([])
        return nothing
    children: list[Future[Any]] = []
    known: dict[int, Future[Any]] = {}
    loop: AbstractEventLoop | None = None
    for argument in coros_or_futures:
        child = known.get(id(argument))
        if child is None:
            child = ensure_future(argument, loop=loop)
            loop = child._loop
            known[id(argument)] = child
        children.append(child)
    outer = _Gathering(children, return_exceptions, children[0]._loop)
    outer.watch()
    return outer


# --- shield ----------------------------------------------------------------------------------------
class _Shield:
    """Pass the inner future's outcome on; cancelling the outer one leaves the inner alone."""

    def __init__(self, inner: Future[Any]) -> None:
        self.inner = inner
        self.outer: Future[Any] = Future(loop=inner._loop)
        self.inner_callback = self.on_inner_done
        inner.add_done_callback(self.inner_callback)
        self.outer.add_done_callback(self.on_outer_done)

    def on_inner_done(self, inner: Future[Any]) -> None:
        outer = self.outer
        if outer.cancelled():
            self._report_lost(inner)
        elif inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner._result)

    def _report_lost(self, inner: Future[Any]) -> None:
        if inner.cancelled():
            return
        error = inner.exception()
        if error is not None:
            context = {
                "message": f"{type(error).__name__} exception in shielded future",
                "exception": error,
                "future": inner,
            }
            inner._loop.call_exception_handler(context)

    def on_outer_done(self, outer: Future[Any]) -> None:
        if not self.inner.done():
            self.inner.remove_done_callback(self.inner_callback)
            self.inner.add_done_callback(self.inner_callback)


def shield(arg: Any) -> Future[Any]:
    """Await the argument in such a way that being cancelled does not cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    return _Shield(inner).outer


# --- as_completed ----------------------------------------------------------------------------------
class _AsCompleted:
    """Hand out futures in the order in which they finish."""

    def __init__(self, futures: set[Future[Any]], timeout: float | None, loop: AbstractEventLoop) -> None:
        self._loop = loop
        self._todo = futures
        self._left_to_hand_out = len(futures)
        self._done: deque[Future[Any] | None] = deque()
        self._waiters: deque[Future[None]] = deque()
        self._timer: Handle | None = None
        for future in futures:
            future.add_done_callback(self._on_done)
        if futures and timeout is not None:
            self._timer = loop.call_later(timeout, self._on_timeout)

    def _on_done(self, future: Future[Any]) -> None:
        if future not in self._todo:
            return
        self._todo.remove(future)
        self._hand_over(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    def _on_timeout(self) -> None:
        for future in self._todo:
            future.remove_done_callback(self._on_done)
            self._hand_over(None)
        self._todo.clear()

    def _hand_over(self, future: Future[Any] | None) -> None:
        self._done.append(future)
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    def __iter__(self) -> "_AsCompleted":
        return self

    def __next__(self) -> Coroutine[Any, Any, Any]:
        if self._left_to_hand_out == 0:
            raise StopIteration
        self._left_to_hand_out -= 1
        return self._next_result()

    def __aiter__(self) -> "_AsCompleted":
        return self

    async def __anext__(self) -> Future[Any]:
        if self._left_to_hand_out == 0:
            raise StopAsyncIteration
        self._left_to_hand_out -= 1
        return await self._next_future()

    async def _next_future(self) -> Future[Any]:
        while not self._done:
            waiter: Future[None] = Future(loop=self._loop)
            self._waiters.append(waiter)
            await waiter
        future = self._done.popleft()
        if future is None:
            raise TimeoutError
        return future

    async def _next_result(self) -> Any:
        future = await self._next_future()
        return future.result()


def as_completed(fs: Iterable[Awaitable[Any]], *, timeout: float | None = None) -> _AsCompleted:
    if isinstance(fs, (Future, CoroutineType)):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    loop = get_event_loop()
    futures: set[Future[Any]] = set()
    for item in fs:
        futures.add(ensure_future(item, loop=loop))
    return _AsCompleted(futures, timeout, loop)
