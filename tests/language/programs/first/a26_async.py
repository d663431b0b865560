"""One coroutine awaits another."""

import asyncio


async def inner(n: int) -> int:
    await asyncio.sleep(0)
    return n * 2


async def main() -> None:
    print(await inner(4), await inner(5))


asyncio.run(main())
