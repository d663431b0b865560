"""Context variables follow tasks and callbacks."""

import asyncio
import contextvars

request: contextvars.ContextVar[str] = contextvars.ContextVar("request", default="none")


async def child(name: str) -> None:
    print(name, "sees", request.get())
    request.set(name)
    await asyncio.sleep(0.01)
    print(name, "keeps", request.get())


def callback() -> None:
    print("callback sees", request.get())


async def main() -> None:
    request.set("main")
    await asyncio.gather(child("a"), child("b"))
    print(request.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(callback)
    token = request.set("changed")
    await asyncio.sleep(0)
    print(request.get())
    request.reset(token)
    print(request.get())
    context = contextvars.copy_context()
    context.run(request.set, "inside")
    print(context[request], request.get(), request in context)
    task = asyncio.create_task(child("c"), context=context)
    await task
    print(context[request], request.get())


async def runs(name: str) -> None:
    print(name, "run sees", request.get())
    request.set(name)


asyncio.run(main())
print(request.get())
with asyncio.Runner() as runner:
    runner.run(runs("first"))
    runner.run(runs("second"))
print(request.get())
