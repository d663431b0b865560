"""Async iterators, generators, context managers and comprehensions."""

import asyncio
import contextlib
from collections.abc import AsyncIterator


class Ticker:
    def __init__(self, count: int) -> None:
        self.count = count
        self.now = 0

    def __aiter__(self) -> "Ticker":
        return self

    async def __anext__(self) -> int:
        if self.now >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.now += 1
        return self.now


class Connection:
    def __init__(self, log: list[str]) -> None:
        self.log = log

    async def __aenter__(self) -> "Connection":
        await asyncio.sleep(0)
        self.log.append("open")
        return self

    async def __aexit__(self, kind: type[BaseException] | None, value: object, trace: object) -> bool:
        await asyncio.sleep(0)
        self.log.append(f"close {kind.__name__ if kind else None}")
        return kind is KeyError

    async def query(self, text: str) -> str:
        return text[::-1]


async def countdown(n: int, log: list[str]) -> AsyncIterator[int]:
    try:
        while n > 0:
            yield n
            await asyncio.sleep(0)
            n -= 1
    finally:
        log.append("generator closed")


async def double(source: AsyncIterator[int]) -> AsyncIterator[int]:
    async for value in source:
        yield value * 2


@contextlib.asynccontextmanager
async def resource(name: str, log: list[str]) -> AsyncIterator[str]:
    log.append(f"acquire {name}")
    try:
        yield name.upper()
    finally:
        log.append(f"release {name}")


async def upper(text: str) -> str:
    await asyncio.sleep(0)
    return text.upper()


async def main() -> None:
    log: list[str] = []
    async for tick in Ticker(3):
        print("tick", tick)
    else:
        print("else")
    print([t async for t in Ticker(4) if t % 2 == 0], {t: t * t async for t in Ticker(2)}, sorted({t % 2 async for t in Ticker(5)}))
    print([n async for n in countdown(3, log)], log, [d async for d in double(countdown(2, log))])
    async with Connection(log) as connection:
        print(await connection.query("abc"))
    async with Connection(log), resource("r", log) as name:
        log.append(name)
        raise KeyError("suppressed")
    print(log)
    log.clear()
    try:
        async with Connection(log):
            raise ValueError("not suppressed")
    except ValueError as error:
        print(error, log)
    log.clear()
    generator = countdown(5, log)
    print(await anext(generator), await generator.__anext__())
    await generator.aclose()  # type: ignore[attr-defined]
    print(log, await anext(generator, "exhausted"))
    print([await upper(c) for c in "ab"], [x for x in [await upper("x")]], await asyncio.gather(*(upper(c) for c in "cd")))
    total = 0
    async for a in Ticker(3):
        async for b in Ticker(a):
            if b == 2:
                continue
            total += a * b
        if a == 3:
            break
    print(total)


asyncio.run(main())
