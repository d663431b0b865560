"""asyncio Lock, Event, Semaphore, Condition, Queue, TaskGroup, call_later, Future."""

import asyncio


async def main() -> None:
    log: list[str] = []
    lock = asyncio.Lock()

    async def critical(name: str) -> None:
        async with lock:
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")

    await asyncio.gather(critical("a"), critical("b"))
    print(log, lock.locked())
    log.clear()
    event = asyncio.Event()

    async def waiter(name: str) -> None:
        await event.wait()
        log.append(name)

    waiters = [asyncio.create_task(waiter(n)) for n in "xyz"]
    await asyncio.sleep(0)
    print(log, event.is_set())
    event.set()
    await asyncio.gather(*waiters)
    print(log)
    semaphore = asyncio.Semaphore(2)
    running = peak = 0

    async def limited() -> None:
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print("peak", peak, running)
    queue: asyncio.Queue[int | None] = asyncio.Queue(maxsize=2)
    consumed: list[int] = []

    async def producer() -> None:
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consumer() -> None:
        while (item := await queue.get()) is not None:
            consumed.append(item)
            queue.task_done()
        queue.task_done()

    await asyncio.gather(producer(), consumer())
    await queue.join()
    print(consumed, queue.empty(), queue.qsize(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    condition = asyncio.Condition()
    ready: list[int] = []

    async def wait_for_two() -> int:
        async with condition:
            await condition.wait_for(lambda: len(ready) >= 2)
            return sum(ready)

    task = asyncio.create_task(wait_for_two())
    for n in (10, 20):
        await asyncio.sleep(0)
        async with condition:
            ready.append(n)
            condition.notify_all()
    print(await task)
    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()
    loop.call_later(0.002, future.set_result, "later")
    loop.call_soon(log.append, "soon")
    handle = loop.call_later(0.001, log.append, "never")
    handle.cancel()
    print(await future, log[-1], future.done(), handle.cancelled())
    async with asyncio.TaskGroup() as group:
        one = group.create_task(asyncio.sleep(0.002, "one"))
        two = group.create_task(asyncio.sleep(0.001, "two"))
    print(one.result(), two.result())


asyncio.run(main())
