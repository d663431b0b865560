"""async and await: coroutines, results, exceptions, gather, tasks, sleep order."""

import asyncio


async def answer(value: int, delay: float = 0.0) -> int:
    await asyncio.sleep(delay)
    return value


async def failing(message: str) -> None:
    await asyncio.sleep(0)
    raise ValueError(message)


async def worker(name: str, delay: float, log: list[str]) -> str:
    log.append(f"{name} starts")
    await asyncio.sleep(delay)
    log.append(f"{name} ends")
    return name.upper()


async def nested(depth: int) -> int:
    if depth == 0:
        return 0
    return 1 + await nested(depth - 1)


async def main() -> None:
    print(await answer(3), await answer(4) + 1, await nested(50))
    log: list[str] = []
    print(await asyncio.gather(worker("a", 0.02, log), worker("b", 0.01, log), worker("c", 0, log)), log)
    log.clear()
    task = asyncio.create_task(worker("t", 0, log))
    log.append("created")
    await asyncio.sleep(0)
    log.append("yielded")
    print(await task, log, task.done(), task.result())
    try:
        await failing("from coroutine")
    except ValueError as error:
        print(error)
    results = await asyncio.gather(answer(1), failing("gathered"), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(failing("first"), answer(2))
    except ValueError as error:
        print(error)
    failed = asyncio.create_task(failing("task"))
    await asyncio.sleep(0.01)
    print(failed.done(), repr(failed.exception()))
    tasks = [asyncio.create_task(answer(i, 0.05 * (3 - i))) for i in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(sorted(t.result() for t in done), len(pending))
    print([await coroutine for coroutine in asyncio.as_completed([answer(1, 0.02), answer(2, 0.01)])])
    print([await answer(i) for i in range(3)])


asyncio.run(main())
print(asyncio.run(answer(42)))
