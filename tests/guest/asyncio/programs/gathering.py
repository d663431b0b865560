"""gather, wait, wait_for, as_completed, shield."""

import asyncio


async def value(number: int, delay: float) -> int:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("value", number, "cancelled")
        raise
    return number


async def failing(delay: float) -> int:
    await asyncio.sleep(delay)
    raise KeyError("broken")


async def main() -> None:
    print(await asyncio.gather(value(1, 0.03), value(2, 0.01), value(3, 0.02)))
    print(await asyncio.gather())
    results = await asyncio.gather(value(1, 0.01), failing(0.005), return_exceptions=True)
    print(results)
    other = asyncio.create_task(value(7, 0.05))
    try:
        await asyncio.gather(other, failing(0.01))
    except KeyError as error:
        print("gather raised", error)
    print("goes on", await other)

    both = asyncio.gather(value(8, 1), value(9, 1))
    await asyncio.sleep(0)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print("gather cancelled")

    tasks = [asyncio.create_task(value(n, n / 100)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(task.result() for task in done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(sorted(task.result() for task in done), len(pending))
    slow = asyncio.create_task(value(4, 10))
    done, pending = await asyncio.wait([slow], timeout=0.01)
    print(len(done), len(pending))
    mixed = [slow, asyncio.create_task(failing(0.01))]
    done, pending = await asyncio.wait(mixed, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))
    slow.cancel()
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)

    print(await asyncio.wait_for(value(5, 0.01), 1))
    try:
        await asyncio.wait_for(value(6, 1), 0.01)
    except TimeoutError as error:
        print("timeout", type(error).__name__, error.args)
    try:
        await asyncio.wait_for(value(6, 1), 0)
    except TimeoutError:
        print("timeout at once")
    print(await asyncio.wait_for(value(5, 0.01), None))

    order = []
    for next_one in asyncio.as_completed([value(n, n / 100) for n in (3, 1, 2)]):
        order.append(await next_one)
    print(order)
    try:
        for next_one in asyncio.as_completed([value(1, 1), value(2, 0.01)], timeout=0.1):
            print("completed", await next_one)
    except TimeoutError:
        print("as_completed timeout")

    inner = asyncio.create_task(value(11, 0.02))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.01))
    try:
        await outer
    except TimeoutError:
        print("outer timed out, inner", inner.cancelled())
    print(await inner)

    gathering = asyncio.create_task(gather_with_exceptions())
    await asyncio.sleep(0.01)
    gathering.cancel("message")
    try:
        await gathering
    except asyncio.CancelledError as error:
        print("gather cancelled", error.args)
    other = asyncio.new_event_loop()
    try:
        asyncio.gather(asyncio.get_running_loop().create_future(), other.create_future())
    except ValueError as error:
        print(error)
    other.close()


async def gather_with_exceptions() -> None:
    await asyncio.gather(value(1, 1), value(2, 2), return_exceptions=True)


asyncio.run(main())
