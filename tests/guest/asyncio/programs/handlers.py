"""Exceptions that nobody waits for reach the exception handler."""

import asyncio
from typing import Any


def handler(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    print("handler:", context["message"][:21], repr(context.get("exception")))


def broken() -> None:
    raise ZeroDivisionError("in callback")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(broken)
    loop.call_later(0.01, broken)
    await asyncio.sleep(0.05)
    inner = asyncio.create_task(asyncio.sleep(0.01))
    await inner
    print(loop.get_exception_handler() is handler)


asyncio.run(main())
