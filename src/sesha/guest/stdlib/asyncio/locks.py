"""Wait for each other: Event, Lock, Condition, Semaphore, BoundedSemaphore, Barrier.

As in CPython, a lock is handed over fairly: whoever waits longest gets it next.
"""

from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Any

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop, get_running_loop
from sesha.guest.stdlib.asyncio.exceptions import BrokenBarrierError, CancelledError
from sesha.guest.stdlib.asyncio.futures import Future


def bind_loop(bound: AbstractEventLoop | None, owner: object) -> AbstractEventLoop:
    """The running loop; an object of another loop cannot be used."""
    loop = get_running_loop()
    if bound is not None and bound is not loop:
        raise RuntimeError(f"{owner!r} is bound to a different event loop")
    return loop


class Lock:
    """Mutual exclusion between tasks."""

    def __init__(self) -> None:
        self._loop: AbstractEventLoop | None = None
        self._locked = False
        self._waiters: deque[Future[bool]] = deque()

    def __repr__(self) -> str:
        extra = "locked" if self._locked else "unlocked"
        if self._waiters:
            extra += f", waiters:{len(self._waiters)}"
        return f"<asyncio.locks.Lock object at {id(self):#x} [{extra}]>"

    def locked(self) -> bool:
        return self._locked

    def _all_waiters_cancelled(self) -> bool:
        for waiter in self._waiters:
            if not waiter.cancelled():
                return False
        return True

    async def acquire(self) -> bool:
        if not self._locked and self._all_waiters_cancelled():
            self._locked = True
            return True
        self._loop = bind_loop(self._loop, self)
        waiter: Future[bool] = Future(loop=self._loop)
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self) -> None:
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self) -> None:
        if self._waiters:
            waiter = self._waiters[0]
            if not waiter.done():
                waiter.set_result(True)

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.release()


class Event:
    """A flag that tasks wait for."""

    def __init__(self) -> None:
        self._loop: AbstractEventLoop | None = None
        self._waiters: deque[Future[bool]] = deque()
        self._value = False

    def __repr__(self) -> str:
        extra = "set" if self._value else "unset"
        if self._waiters:
            extra += f", waiters:{len(self._waiters)}"
        return f"<asyncio.locks.Event object at {id(self):#x} [{extra}]>"

    def is_set(self) -> bool:
        return self._value

    def set(self) -> None:
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self) -> None:
        self._value = False

    async def wait(self) -> bool:
        if self._value:
            return True
        self._loop = bind_loop(self._loop, self)
        waiter: Future[bool] = Future(loop=self._loop)
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition:
    """Wait, under a lock, until another task says that something changed."""

    def __init__(self, lock: Lock | None = None) -> None:
        self._loop: AbstractEventLoop | None = None
        self._lock = Lock() if lock is None else lock
        self._waiters: deque[Future[bool]] = deque()

    def __repr__(self) -> str:
        extra = "locked" if self.locked() else "unlocked"
        if self._waiters:
            extra += f", waiters:{len(self._waiters)}"
        return f"<asyncio.locks.Condition object at {id(self):#x} [{extra}]>"

    def locked(self) -> bool:
        return self._lock.locked()

    async def acquire(self) -> bool:
        return await self._lock.acquire()

    def release(self) -> None:
        self._lock.release()

    async def wait(self) -> bool:
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self._loop = bind_loop(self._loop, self)
        waiter: Future[bool] = Future(loop=self._loop)
        self._lock.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._acquire_again()
        except BaseException:
            self._notify(1)  # a notification that this task may have swallowed
            raise

    async def _acquire_again(self) -> None:
        """Take the lock back even if cancelled meanwhile, and raise that afterwards."""
        cancelled: CancelledError | None = None
        while True:
            try:
                await self._lock.acquire()
                break
            except CancelledError as error:
                cancelled = error
        if cancelled is not None:
            raise cancelled

    async def wait_for(self, predicate: Callable[[], Any]) -> Any:
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n: int = 1) -> None:
        if not self._lock.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, count: int) -> None:
        woken = 0
        for waiter in self._waiters:
            if woken >= count:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self) -> None:
        self.notify(len(self._waiters))

    async def __aenter__(self) -> None:
        await self._lock.acquire()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._lock.release()


class Semaphore:
    """A counter that tasks take from and wait for."""

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._loop: AbstractEventLoop | None = None
        self._waiters: deque[Future[bool]] = deque()
        self._value = value

    def __repr__(self) -> str:
        extra = "locked" if self.locked() else f"unlocked, value:{self._value}"
        if self._waiters:
            extra += f", waiters:{len(self._waiters)}"
        return f"<asyncio.locks.{type(self).__name__} object at {id(self):#x} [{extra}]>"

    def locked(self) -> bool:
        """Whether `acquire` would wait."""
        if self._value == 0:
            return True
        for waiter in self._waiters:
            if not waiter.cancelled():
                return True
        return False

    async def acquire(self) -> bool:
        if not self.locked():
            self._value -= 1
            return True
        self._loop = bind_loop(self._loop, self)
        waiter: Future[bool] = Future(loop=self._loop)
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1  # it had been handed to this task
            raise
        finally:
            while self._value > 0:
                if not self._wake_up_next():
                    break
        return True

    def release(self) -> None:
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self) -> bool:
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot be released more often than it was acquired."""

    def __init__(self, value: int = 1) -> None:
        self._bound_value = value
        super().__init__(value)

    def release(self) -> None:
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


FILLING = "filling"
DRAINING = "draining"
RESETTING = "resetting"
BROKEN = "broken"


class Barrier:
    """Tasks wait until so many of them have arrived, then all go on."""

    def __init__(self, parties: int) -> None:
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition()
        self._parties = parties
        self._state = FILLING
        self._count = 0

    def __repr__(self) -> str:
        extra = self._state
        if self._state != BROKEN:
            extra += f", waiters:{self._count}/{self._parties}"
        return f"<asyncio.locks.Barrier object at {id(self):#x} [{extra}]>"

    async def __aenter__(self) -> int:
        return await self.wait()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        pass

    async def wait(self) -> int:
        """Wait for the others; answers a number that is different for each."""
        async with self._cond:
            await self._block()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = DRAINING
                    self._cond.notify_all()
                else:
                    await self._wait_filled()
                return index
            finally:
                self._count -= 1
                self._exit()

    def _not_draining(self) -> bool:
        return self._state != DRAINING and self._state != RESETTING

    def _not_filling(self) -> bool:
        return self._state != FILLING

    async def _block(self) -> None:
        await self._cond.wait_for(self._not_draining)
        if self._state == BROKEN:
            raise BrokenBarrierError("Barrier aborted")

    async def _wait_filled(self) -> None:
        await self._cond.wait_for(self._not_filling)
        if self._state == BROKEN or self._state == RESETTING:
            raise BrokenBarrierError("Abort or reset of barrier")

    def _exit(self) -> None:
        if self._count == 0:
            if self._state == RESETTING or self._state == DRAINING:
                self._state = FILLING
            self._cond.notify_all()

    async def reset(self) -> None:
        async with self._cond:
            if self._count > 0:
                if self._state != RESETTING:
                    self._state = RESETTING
            else:
                self._state = FILLING
            self._cond.notify_all()

    async def abort(self) -> None:
        async with self._cond:
            self._state = BROKEN
            self._cond.notify_all()

    @property
    def parties(self) -> int:
        return self._parties

    @property
    def n_waiting(self) -> int:
        return self._count if self._state == FILLING else 0

    @property
    def broken(self) -> bool:
        return self._state == BROKEN
