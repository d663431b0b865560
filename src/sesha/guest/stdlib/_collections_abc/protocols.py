"""The classes that ask for a method or two: iteration, awaiting, size."""

from typing import Any


class Hashable:
    pass


class Callable:
    pass


class Sized:
    pass


class Container:
    pass


class Iterable:
    pass


class Iterator(Iterable):
    def __iter__(self) -> Any:
        return self


class Reversible(Iterable):
    pass


class Collection(Sized, Iterable, Container):
    pass


class Generator(Iterator):
    def __next__(self: Any) -> Any:
        return self.send(None)

    def close(self: Any) -> None:
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Awaitable:
    pass


class Coroutine(Awaitable):
    def close(self: Any) -> None:
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("coroutine ignored GeneratorExit")


class AsyncIterable:
    pass


class AsyncIterator(AsyncIterable):
    def __aiter__(self) -> Any:
        return self


class AsyncGenerator(AsyncIterator):
    async def __anext__(self: Any) -> Any:
        return await self.asend(None)

    async def aclose(self: Any) -> None:
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")
