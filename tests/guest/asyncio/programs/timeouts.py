"""timeout, timeout_at, rescheduling, nesting."""

import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0.01)
    print(limit.expired(), limit.when() is not None)
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(1)
    except TimeoutError as error:
        print("timed out", limit.expired(), error.args, type(error.__cause__).__name__)
    task = asyncio.current_task()
    assert task is not None
    print(task.cancelling())
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer")
    async with asyncio.timeout(0.01) as limit:
        limit.reschedule(loop.time() + 1)
        await asyncio.sleep(0.05)
    print("rescheduled", limit.expired())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0.1)
            print("not reached")
    except TimeoutError:
        print("deadline in the past")
    async with asyncio.timeout(None):
        await asyncio.sleep(0.01)
    try:
        limit.reschedule(5)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(1):
            raise ValueError("own error")
    except ValueError as error:
        print(error)


asyncio.run(main())
