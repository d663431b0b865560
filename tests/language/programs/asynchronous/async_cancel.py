"""Cancellation and time-outs: cancel, CancelledError, finally, shield, wait_for, timeout."""

import asyncio


async def patient(log: list[str], seconds: float = 10.0) -> str:
    try:
        log.append("waiting")
        await asyncio.sleep(seconds)
        return "rested"
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append("cleaned")


async def stubborn() -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "refused"
    return "slept"


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(patient(log))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("await saw it", task.cancelled(), task.done(), log)
    log.clear()
    early = asyncio.create_task(patient(log))
    early.cancel()
    try:
        await early
    except asyncio.CancelledError:
        print("never started", log)
    refusing = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    refusing.cancel()
    print(await refusing, refusing.cancelled())
    log.clear()
    try:
        await asyncio.wait_for(patient(log), 0.01)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, log, isinstance(error, TimeoutError))
    print(await asyncio.wait_for(patient([], 0.001), 5))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout block")
    async with asyncio.timeout(5) as scope:
        await asyncio.sleep(0)
    print(scope.expired())
    log.clear()
    inner = asyncio.create_task(patient(log, 0.02))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except TimeoutError:
        print("shield let go", inner.done())
    print(await inner, log)
    log.clear()
    children = [asyncio.create_task(patient(log)) for _ in range(2)]
    group = asyncio.gather(*children)
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group", [child.cancelled() for child in children], log)
    message = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    message.cancel("because")
    try:
        await message
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
