"""Bodies of loops over long ranges: suspensions, definitions, exits, nested loops, for small ints and large."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

BIG = 2**70


async def waits(low: int, high: int) -> list[int]:
    made = []
    for i in range(low, high):
        await asyncio.sleep(0)
        try:
            made.append(i)
            await asyncio.sleep(0)
        finally:
            made.append(-i)
    return made


async def agen(low: int, high: int) -> AsyncIterator[int]:
    for i in range(low, high):
        yield i


async def main(low: int) -> None:
    print(await waits(low, low + 2), [x async for x in agen(low, low + 2)], [await waits(i, i + 1) for i in range(low, low + 1)])


def defines(low: int, high: int) -> list[Any]:
    found: list[Any] = []
    for i in range(low, high):
        class Local:
            value = 3

            def get(self) -> int:
                return self.value

        def inner(k: int = 2) -> int:
            return k * 2

        def closed() -> int:
            return i

        found.append((Local().get(), inner(), closed(), [j for j in range(i, i + 2)], {j: i for j in range(low, i + 1)}))
        with_text = "x"
        with_text += str(i)
        match i % 2:
            case 0:
                found.append("even" + with_text)
            case _:
                found.append("odd")
        while True:
            if i:
                break
        for j in range(i, i + 3):
            if j == i + 1:
                continue
            for k in range(j, j + 2):
                if k > j:
                    break
                found.append(k)
    return found


def yields(low: int, high: int) -> Iterator[int]:
    for i in range(low, high):
        try:
            yield i
        finally:
            print("f", i)
        yield from range(i, i + 1)


def returns(low: int, high: int) -> int:
    for i in range(low, high):
        try:
            if i > low:
                return i
        finally:
            low += 0
    return -1


def matrix(n: int, m: int) -> int:
    total = 0
    for a in range(n, n + 2):
        for b in range(m, m + 2):
            for c in range(a, a + 2):
                for d in range(b, b + 2):
                    total += a * b + c - d
    return total


for low in (1, BIG):
    asyncio.run(main(low))
    print(defines(low, low + 2))
    print(list(yields(low, low + 2)), returns(low, low + 3), matrix(low, 3), matrix(2, low))
