"""Lock, Event, Condition, Semaphore, Barrier."""

import asyncio


async def critical(lock: asyncio.Lock, name: str) -> None:
    async with lock:
        print(name, "in")
        await asyncio.sleep(0.01)
        print(name, "out")


async def waiter(event: asyncio.Event, name: str) -> None:
    print(name, await event.wait())


async def consumer(condition: asyncio.Condition, items: list[int]) -> None:
    async with condition:
        await condition.wait_for(lambda: len(items) >= 2)
        print("items", items)


async def limited(semaphore: asyncio.Semaphore, name: int) -> None:
    async with semaphore:
        print("work", name)
        await asyncio.sleep(0.01)


async def meet(barrier: asyncio.Barrier, name: str, delay: float) -> None:
    await asyncio.sleep(delay)
    position = await barrier.wait()
    print(name, "passed", position)


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(*[critical(lock, name) for name in "abc"])
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    blocked = asyncio.create_task(critical(lock, "d"))
    queued = asyncio.create_task(critical(lock, "e"))
    await asyncio.sleep(0)
    blocked.cancel()
    lock.release()
    await asyncio.wait([blocked, queued])
    print(blocked.cancelled(), queued.done())

    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, name)) for name in "xy"]
    await asyncio.sleep(0)
    event.set()
    await asyncio.gather(*tasks)
    print(event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())

    condition = asyncio.Condition()
    items: list[int] = []
    waiting = asyncio.create_task(consumer(condition, items))
    for item in range(2):
        await asyncio.sleep(0)
        async with condition:
            items.append(item)
            condition.notify_all()
    await waiting

    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[limited(semaphore, number) for number in range(4)])
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)

    barrier = asyncio.Barrier(3)
    arrivals = (("p", 0.03), ("q", 0.01), ("r", 0.02))
    await asyncio.gather(*[meet(barrier, name, delay) for name, delay in arrivals])
    print(barrier.parties, barrier.n_waiting, barrier.broken)


asyncio.run(main())
