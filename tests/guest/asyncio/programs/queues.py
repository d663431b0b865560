"""Queue, PriorityQueue, LifoQueue; join and cancellation."""

import asyncio


async def producer(queue: "asyncio.Queue[int]") -> None:
    for number in range(5):
        await queue.put(number)
        print("put", number)


async def consumer(queue: "asyncio.Queue[int]") -> None:
    while True:
        number = await queue.get()
        await asyncio.sleep(0.01)
        print("got", number)
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(2)
    worker = asyncio.create_task(consumer(queue))
    await producer(queue)
    await queue.join()
    worker.cancel()
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
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
    getting = asyncio.create_task(queue.get())
    waiting = asyncio.create_task(queue.get())
    late = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(getting.result(), waiting.result(), late.done())
    late.cancel()
    priority: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for item in ((3, "c"), (1, "a"), (2, "b")):
        await priority.put(item)
    print([await priority.get() for _ in range(3)])
    lifo: asyncio.LifoQueue[int] = asyncio.LifoQueue()
    for number in range(3):
        lifo.put_nowait(number)
    print([lifo.get_nowait() for _ in range(3)])
    for _ in range(3):
        lifo.task_done()
    try:
        lifo.task_done()
    except ValueError as error:
        print(error)
    shown: asyncio.Queue[int] = asyncio.Queue(2)
    taker = asyncio.create_task(shown.get())
    await asyncio.sleep(0)
    print(shown)
    await shown.put(1)
    await taker
    await shown.put(2)
    await shown.put(3)
    giver = asyncio.create_task(shown.put(4))
    await asyncio.sleep(0)
    print(shown, priority, lifo)
    giver.cancel()


asyncio.run(main())
