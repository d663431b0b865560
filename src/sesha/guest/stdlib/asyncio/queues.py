"""Pass items between tasks: Queue, PriorityQueue, LifoQueue."""

from collections import deque
from heapq import heappop, heappush
from typing import Any, Generic, TypeVar

from sesha.guest.stdlib.asyncio.events import AbstractEventLoop
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.locks import Event, bind_loop

T = TypeVar("T")


class QueueEmpty(Exception):
    """`get_nowait` of an empty queue."""


class QueueFull(Exception):
    """`put_nowait` into a full queue."""


class QueueShutDown(Exception):
    """The queue was shut down."""


class Queue(Generic[T]):
    """First in, first out; with a `maxsize`, `put` waits while the queue is full."""

    def __init__(self, maxsize: int = 0) -> None:
        self._loop: AbstractEventLoop | None = None
        self._maxsize = maxsize
        self._getters: deque[Future[None]] = deque()
        self._putters: deque[Future[None]] = deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._is_shutdown = False
        self._queue: deque[T] = deque()

    # --- how items are kept: what the subclasses change ---------------------------------------
    def _get(self) -> T:
        return self._queue.popleft()

    def _put(self, item: T) -> None:
        self._queue.append(item)

    def qsize(self) -> int:
        return len(self._queue)

    # --- asking --------------------------------------------------------------------------------
    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self) -> str:
        return f"<{type(self).__name__} {self._format()}>"

    def _items(self) -> list[T]:
        """What is in the queue, as it is shown."""
        return list(self._queue)

    def _format(self) -> str:
        text = f"maxsize={self._maxsize!r}"
        if not self.empty():
            text += f" _queue={self._items()!r}"
        if self._getters:
            text += f" _getters[{len(self._getters)}]"
        if self._putters:
            text += f" _putters[{len(self._putters)}]"
        if self._unfinished:
            text += f" tasks={self._unfinished}"
        if self._is_shutdown:
            text += " shutdown"
        return text

    @property
    def maxsize(self) -> int:
        return self._maxsize

    def empty(self) -> bool:
        return self.qsize() == 0

    def full(self) -> bool:
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    # --- putting and getting --------------------------------------------------------------------
    async def put(self, item: T) -> None:
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = self._new_waiter()
            self._putters.append(putter)
            try:
                await putter
            except BaseException:
                putter.cancel()
                if putter in self._putters:
                    self._putters.remove(putter)
                if not self.full() and not putter.cancelled():
                    wake_next(self._putters)
                raise
        self.put_nowait(item)

    def put_nowait(self, item: T) -> None:
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        wake_next(self._getters)

    async def get(self) -> T:
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = self._new_waiter()
            self._getters.append(getter)
            try:
                await getter
            except BaseException:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                if not self.empty() and not getter.cancelled():
                    wake_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self) -> T:
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        wake_next(self._putters)
        return item

    def _new_waiter(self) -> Future[None]:
        self._loop = bind_loop(self._loop, self)
        return Future(loop=self._loop)

    # --- joining and shutting down ---------------------------------------------------------------
    def task_done(self) -> None:
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self) -> None:
        if self._unfinished > 0:
            await self._finished.wait()

    def shutdown(self, immediate: bool = False) -> None:
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished > 0:
                    self._unfinished -= 1
            if self._unfinished == 0:
                self._finished.set()
        wake_all(self._getters)
        wake_all(self._putters)


class PriorityQueue(Queue[T]):
    """The smallest item comes first."""

    def __init__(self, maxsize: int = 0) -> None:
        super().__init__(maxsize)
        self._heap: list[Any] = []

    def qsize(self) -> int:
        return len(self._heap)

    def _items(self) -> list[T]:
        return self._heap

    def _put(self, item: T) -> None:
        heappush(self._heap, item)

    def _get(self) -> T:
        item: T = heappop(self._heap)
        return item


class LifoQueue(Queue[T]):
    """The newest item comes first."""

    def _get(self) -> T:
        return self._queue.pop()


def wake_next(waiters: deque[Future[None]]) -> None:
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            return


def wake_all(waiters: deque[Future[None]]) -> None:
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
