"""contextlib: managers from generators, stacks, suppression, the asynchronous ones."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from types import TracebackType


@contextlib.contextmanager
def tag(name: str) -> Iterator[str]:
    print("<" + name + ">")
    try:
        yield name.upper()
    except KeyError as error:
        print("caught", error)
    finally:
        print("</" + name + ">")


class Resource:
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> "Resource":
        print("enter", self.name)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        print("exit", self.name, kind.__name__ if kind else None)
        return self.name == "swallows"

    def close(self) -> None:
        print("close", self.name)


@contextlib.asynccontextmanager
async def connection(host: str) -> AsyncIterator[str]:
    print("connect", host)
    await asyncio.sleep(0)
    try:
        yield host
    finally:
        print("disconnect", host)


async def asynchronous() -> None:
    async with connection("a") as a, contextlib.AsyncExitStack() as stack:
        b = await stack.enter_async_context(connection("b"))
        stack.callback(print, "called back")
        stack.enter_context(Resource("inner"))
        print(a, b)


def main() -> None:
    with tag("p") as name:
        print(name)
    with tag("q"):
        raise KeyError("x")
    try:
        with tag("r"):
            raise ValueError("through")
    except ValueError as error:
        print("outer", error)
    with contextlib.ExitStack() as stack:
        for name in ("one", "swallows", "three"):
            stack.enter_context(Resource(name))
        stack.callback(print, "first out", 1)
        raise RuntimeError("dropped")
    with contextlib.suppress(ZeroDivisionError):
        print(1 // 0)
    with contextlib.closing(Resource("c")) as c:
        print(c.name)
    with contextlib.nullcontext(5) as five:
        print(five)
    asyncio.run(asynchronous())


main()
