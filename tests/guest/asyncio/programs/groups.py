"""TaskGroup: results, failures, nesting, cancellation from outside."""

import asyncio


async def value(number: int, delay: float) -> int:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", number)
        raise
    return number


async def failing(delay: float, text: str) -> None:
    await asyncio.sleep(delay)
    raise ValueError(text)


async def stubborn() -> None:
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise RuntimeError("while cleaning up") from None


async def nested() -> None:
    async with asyncio.TaskGroup() as outer:
        outer.create_task(value(20, 0.02))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(failing(0.01, "inner"))


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(value(1, 0.02))
        second = group.create_task(value(2, 0.01))
    print(first.result(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(value(3, 1))
            group.create_task(failing(0.01, "a"))
            group.create_task(stubborn())
    except BaseExceptionGroup as errors:
        print(type(errors).__name__, errors.message, [repr(error) for error in errors.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(value(4, 1))
            raise KeyError("body")
    except BaseExceptionGroup as errors:
        print([repr(error) for error in errors.exceptions])
    try:
        await nested()
    except BaseExceptionGroup as errors:
        print(len(errors.exceptions), type(errors.exceptions[0]).__name__)
    task = asyncio.create_task(nested())
    await asyncio.sleep(0.001)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("group was cancelled")


asyncio.run(main())
