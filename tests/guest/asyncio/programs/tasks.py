"""Tasks: results, exceptions, names, callbacks, cancellation."""

import asyncio


async def value(number: int, delay: float) -> int:
    await asyncio.sleep(delay)
    return number


async def failing() -> None:
    await asyncio.sleep(0.01)
    raise ValueError("no")


async def stubborn() -> str:
    for attempt in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print("cancelled", attempt, error.args)
    return "done anyway"


def on_done(task: "asyncio.Task[int]") -> None:
    print("callback", task.get_name(), task.result())


async def main() -> None:
    task = asyncio.create_task(value(1, 0.02), name="first")
    task.add_done_callback(on_done)
    print(task.done(), task.get_name(), task.cancelling())
    print(await task, task.done(), task.result(), task.exception())

    broken = asyncio.create_task(failing())
    try:
        await broken
    except ValueError as error:
        print("raised", error, broken.exception() is error)

    sleeper = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    print(sleeper.cancel("enough"), sleeper.cancelling())
    try:
        await sleeper
    except asyncio.CancelledError as error:
        print("cancelled", error.args, sleeper.cancelled(), sleeper.cancel())
    try:
        sleeper.result()
    except asyncio.CancelledError:
        print("result raises")

    never = asyncio.create_task(value(3, 0))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("never started", never.cancelled())

    tough = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    tough.cancel("one")
    await asyncio.sleep(0)
    tough.cancel()
    print(await tough, tough.cancelled(), tough.cancelling(), tough.uncancel(), tough.uncancel())

    pending = asyncio.create_task(value(5, 1))
    try:
        pending.result()
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    try:
        pending.exception()
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    current = asyncio.current_task()
    print(current in asyncio.all_tasks(), len(asyncio.all_tasks()))
    print(await asyncio.shield(pending))
    try:
        asyncio.create_task(5)  # type: ignore[arg-type]  # noqa: RUF006
    except TypeError as error:
        print(error)


asyncio.run(main())
