"""run, Runner, nested runs, results and exceptions; cleanup of tasks that are left."""

import asyncio


async def answer() -> int:
    await asyncio.sleep(0)
    return 42


async def leftover(name: str) -> None:
    try:
        await asyncio.sleep(100)
    finally:
        print("cleaned", name)


async def leaving() -> str:
    left = asyncio.create_task(leftover("one"))
    await asyncio.sleep(0)
    return "left " + str(left.done())


async def failing() -> None:
    raise LookupError("main failed")


async def nested() -> None:
    coroutine = answer()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
        coroutine.close()


print(asyncio.run(answer()))
print(asyncio.run(leaving()))
try:
    asyncio.run(failing())
except LookupError as error:
    print(error)
asyncio.run(nested())
with asyncio.Runner() as runner:
    print(runner.run(answer()), runner.run(answer()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    runner.run(failing())
except RuntimeError as error:
    print(error)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(answer()), loop.is_closed(), loop.is_running())
loop.close()
print(loop.is_closed())
