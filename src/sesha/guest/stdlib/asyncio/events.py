"""Run callbacks and timers: the core of the event loop, and what `get_running_loop` answers.

What may stand in the ready queue is a `Runnable`: a handle of `call_soon`, a task (its next step),
a transport with news from the network. One pass of the loop asks the network, moves timers
that are due, and runs what was ready before it began, in order; as CPython's loop does.
The network's part is in `base_events.py`.
"""

from collections.abc import Callable, Coroutine, Generator, Iterable
from typing import Any, NoReturn, TypeVar

from mypy_extensions import i64

from sesha.guest.loop.source import FOREVER, Source
from sesha.guest.loop.timers import Timers
from sesha.guest.machine.this import clock, signals
from sesha.guest.stdlib.asyncio.log import report
from sesha.guest.stdlib.contextvars import Context, current_values, swap_values

T = TypeVar("T")

NANOSECONDS = 1_000_000_000
LONGEST_WAIT = 86400.0
"""Seconds that one pass waits at most, as in CPython: the time of a timer may be any float."""


class Runnable:
    """What the loop can run once."""

    def _run(self) -> None:
        raise NotImplementedError


class Watcher(Runnable):
    """Has a handle of the network; `_events` is what the network said and `_run` has not seen yet."""

    def __init__(self) -> None:
        self._events: i64 = 0


class Handle(Runnable):
    """A callback that will be called, unless it is cancelled first."""

    def __init__(
        self,
        callback: Callable[..., object],
        args: tuple[Any, ...],
        loop: "AbstractEventLoop",
        context: Context | None = None,
    ) -> None:
        self._callback: Callable[..., object] | None = callback
        self._args = args
        self._loop = loop
        self._context = context
        self._values = current_values()
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True
        self._callback = None
        self._args = ()

    def cancelled(self) -> bool:
        return self._cancelled

    def get_context(self) -> Context | None:
        return self._context

    def _run(self) -> None:
        callback = self._callback
        if callback is None:
            return
        before = swap_values(self._values)
        try:
            if self._context is None:
                callback(*self._args)
            else:
                self._context.run(callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": f"Exception in callback {callback!r}", "exception": error, "handle": self}
            )
        finally:
            swap_values(before)


class TimerHandle(Handle):
    """A callback that will be called at a time of the loop's clock."""

    def __init__(
        self,
        when: float,
        callback: Callable[..., object],
        args: tuple[Any, ...],
        loop: "AbstractEventLoop",
        context: Context | None = None,
    ) -> None:
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = True

    def when(self) -> float:
        return self._when

    def cancel(self) -> None:
        if not self._cancelled:
            super().cancel()
            if self._scheduled:
                self._loop._timers.note_cancelled()

    def __lt__(self, other: "TimerHandle") -> bool:
        return self._when < other._when


class AbstractEventLoop:
    """The loop's scheduling; `base_events.BaseEventLoop` adds tasks and the network."""

    def __init__(self) -> None:
        self._ready: list[Runnable] = []
        self._batch: list[Runnable] = []
        self._timers = Timers()
        self._source = Source()
        self._watchers: list[Watcher | None] = []
        self._stopping = False
        self._running = False
        self._closed = False
        self._debug = False
        self._exception_handler: Callable[[AbstractEventLoop, dict[str, Any]], object] | None = None

    # --- scheduling ------------------------------------------------------------------------
    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> Handle:
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> Handle:
        """As `call_soon`: there is one thread."""
        return self.call_soon(callback, *args, context=context)

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> TimerHandle:
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> TimerHandle:
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        timer = TimerHandle(when, callback, args, self, context)
        self._timers.push(timer, when)
        return timer

    def time(self) -> float:
        return float(clock.monotonic_ns()) / NANOSECONDS

    # --- running ---------------------------------------------------------------------------
    def run_forever(self) -> None:
        self._check_closed()
        self._check_running()
        self._running = True
        _set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            _set_running_loop(None)

    def _run_once(self) -> None:
        """One pass: ask the network, move due timers, run what was ready."""
        timeout: i64 = FOREVER
        timers_left = self._timers.drop_cancelled()
        if self._ready or self._stopping:
            timeout = 0
        elif timers_left:
            left = min(max(self._timers.next_when() - self.time(), 0.0), LONGEST_WAIT)
            timeout = int(left * NANOSECONDS) + 1
        self._poll(timeout)
        if self._timers:
            self._move_due(self.time())
        batch = self._ready
        self._ready = self._batch
        self._batch = batch
        self._run_batch(batch)

    def _move_due(self, now: float) -> None:
        timers = self._timers
        while timers:
            if timers.next_when() > now:
                return
            timer: TimerHandle = timers.pop()
            timer._scheduled = False
            if not timer._cancelled:
                self._ready.append(timer)

    def _run_batch(self, batch: list[Runnable]) -> None:
        done: i64 = 0
        try:
            for runnable in batch:
                done += 1
                runnable._run()
        except BaseException:  # SystemExit or KeyboardInterrupt: the rest stays ready
            self._ready[:0] = batch[done:]
            raise
        finally:
            batch.clear()

    def _poll(self, timeout: i64) -> None:
        """Wait for news for at most so many nanoseconds; what has some becomes ready."""
        watchers = self._watchers
        for event in self._source.wait(timeout):
            watcher = watchers[event >> 2]
            if watcher is not None:
                if watcher._events == 0:
                    self._ready.append(watcher)
                watcher._events |= event & 3
        if signals.noted():
            self._on_signals()

    def _watch(self, handle: i64, watcher: Watcher | None) -> None:
        """Give the handle's news to the watcher, or to nobody."""
        watchers = self._watchers
        while len(watchers) <= handle:
            watchers.append(None)
        watchers[handle] = watcher

    def stop(self) -> None:
        self._stopping = True

    def is_running(self) -> bool:
        return self._running

    def is_closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._timers.clear()
        self._source.finish()

    def get_debug(self) -> bool:
        return self._debug

    def set_debug(self, enabled: bool) -> None:
        self._debug = enabled

    def _check_closed(self) -> None:
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self) -> None:
        if self._running:
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # --- exceptions that nobody waits for -----------------------------------------------------
    def set_exception_handler(
        self, handler: "Callable[[AbstractEventLoop, dict[str, Any]], object] | None"
    ) -> None:
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def get_exception_handler(self) -> "Callable[[AbstractEventLoop, dict[str, Any]], object] | None":
        return self._exception_handler

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        handler = self._exception_handler
        if handler is None:
            self.default_exception_handler(context)
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            report("Unhandled error in exception handler", error)

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        message = context.get("message")
        if not message:
            message = "Unhandled exception in event loop"
        lines = [str(message)]
        for key in in_order(context):
            if key != "message" and key != "exception":
                lines.append(f"{key}: {context[key]!r}")
        report("\n".join(lines), context.get("exception"))

    # --- what base_events.py implements ---------------------------------------------------------
    def create_future(self) -> Any:
        raise NotImplementedError

    def create_task(
        self,
        coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
        *,
        name: str | None = None,
        context: Context | None = None,
    ) -> Any:
        raise NotImplementedError

    def run_until_complete(self, future: Any) -> Any:
        raise NotImplementedError

    def _note_failed(self, future: Any) -> None:
        raise NotImplementedError

    def _on_signals(self) -> None:
        raise NotImplementedError


def in_order(names: Iterable[str]) -> list[str]:
    """As `sorted`, which would bring the ordering of values of any class into every image."""
    ordered: list[str] = []
    for name in names:
        at: i64 = len(ordered)
        while at > 0 and name < ordered[at - 1]:
            at -= 1
        ordered.insert(at, name)
    return ordered


_running_loop: AbstractEventLoop | None = None
_event_loop: AbstractEventLoop | None = None


def _set_running_loop(loop: AbstractEventLoop | None) -> None:
    global _running_loop
    _running_loop = loop


def _get_running_loop() -> AbstractEventLoop | None:
    return _running_loop


def get_running_loop() -> AbstractEventLoop:
    loop = _running_loop
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop() -> AbstractEventLoop:
    """The running loop, or the one that `set_event_loop` named."""
    loop = _running_loop
    if loop is None:
        loop = _event_loop
    if loop is None:
        _no_current_loop()
    return loop


def _no_current_loop() -> NoReturn:
    raise RuntimeError("There is no current event loop in thread 'MainThread'.")


def set_event_loop(loop: AbstractEventLoop | None) -> None:
    global _event_loop
    _event_loop = loop
