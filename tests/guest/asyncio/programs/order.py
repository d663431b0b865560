"""The order in which ready tasks and callbacks run."""

import asyncio


async def step(name: str, count: int) -> None:
    for number in range(count):
        print(name, number)
        await asyncio.sleep(0)


async def later(name: str, delay: float) -> None:
    await asyncio.sleep(delay)
    print("woke", name)


def call(text: str) -> None:
    print("call", text)


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(call, "soon 1")
    tasks = [asyncio.create_task(step(name, 3)) for name in "abc"]
    loop.call_soon(call, "soon 2")
    await asyncio.gather(*tasks)
    await asyncio.gather(later("x", 0.03), later("y", 0.01), later("z", 0.02))
    handle = loop.call_later(0.01, call, "never")
    loop.call_later(0.02, call, "later")
    at = loop.call_at(loop.time() + 0.015, call, "at")
    handle.cancel()
    print(handle.cancelled(), at.cancelled())
    await asyncio.sleep(0.05)
    future: asyncio.Future[str] = loop.create_future()
    loop.call_soon(future.set_result, "set")
    print(await future, future.done(), future.result())
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)


asyncio.run(main())


async def same_moment() -> None:
    """Timers due at one moment, some of them cancelled: CPython's order, which is its heap's."""
    loop = asyncio.get_running_loop()
    moment = loop.time() + 0.01
    handles = [loop.call_at(moment, call, f"same {number}") for number in range(20)]
    for handle in handles[3::4]:
        handle.cancel()
    await asyncio.sleep(0.03)


asyncio.run(same_moment())
