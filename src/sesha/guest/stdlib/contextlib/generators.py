"""Context managers made of generators: what is before the `yield` enters, what is after it exits."""

from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Any, Generic, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class _GeneratorContextManager(Generic[T]):
    """Runs a generator to its `yield` and, at the end of the block, to its end."""

    def __init__(self, func: Callable[..., Iterator[T]], args: tuple[Any, ...], kwds: dict[str, Any]) -> None:
        self.gen: Any = func(*args, **kwds)
        self._func = func
        self._args = args
        self._keywords = kwds

    def __enter__(self) -> T:
        try:
            value: T = next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None
        return value

    def __exit__(
        self, typ: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        if value is not None:
            return self._throw(value, traceback)
        try:
            next(self.gen)
        except StopIteration:
            return False
        try:
            raise RuntimeError("generator didn't stop")
        finally:
            self.gen.close()

    def _throw(self, value: BaseException, traceback: TracebackType | None) -> bool:
        """Raise the block's exception at the `yield`; whether the generator took it."""
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except BaseException as error:
            if error is value or _is_wrapped(error, value, StopIteration):
                value.__traceback__ = traceback
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()

    def __call__(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """As a decorator: the function runs inside a new manager each time."""

        def inner(*args: Any, **kwds: Any) -> Any:
            with _GeneratorContextManager(self._func, self._args, self._keywords):
                return func(*args, **kwds)

        return inner


def _is_wrapped(error: BaseException, value: BaseException, kind: type[BaseException]) -> bool:
    """Whether a generator turned the StopIteration that was thrown in into a RuntimeError."""
    return isinstance(error, RuntimeError) and isinstance(value, kind) and error.__cause__ is value


def contextmanager(func: Callable[P, Iterator[T]]) -> Callable[P, _GeneratorContextManager[T]]:
    """Make a function that answers context managers of a generator function."""

    def helper(*args: P.args, **kwds: P.kwargs) -> _GeneratorContextManager[T]:
        return _GeneratorContextManager(func, args, kwds)

    return helper


class _AsyncGeneratorContextManager(Generic[T]):
    """The same over an asynchronous generator."""

    def __init__(
        self, func: Callable[..., AsyncIterator[T]], args: tuple[Any, ...], kwds: dict[str, Any]
    ) -> None:
        self.gen: Any = func(*args, **kwds)

    async def __aenter__(self) -> T:
        try:
            value: T = await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None
        return value

    async def __aexit__(
        self, typ: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        if value is not None:
            return await self._throw(value, traceback)
        try:
            await self.gen.__anext__()
        except StopAsyncIteration:
            return False
        try:
            raise RuntimeError("generator didn't stop")
        finally:
            await self.gen.aclose()

    async def _throw(self, value: BaseException, traceback: TracebackType | None) -> bool:
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except BaseException as error:
            if error is value:
                value.__traceback__ = traceback
                return False
            if _is_wrapped(error, value, StopIteration) or _is_wrapped(error, value, StopAsyncIteration):
                value.__traceback__ = traceback
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def asynccontextmanager(func: Callable[P, AsyncIterator[T]]) -> Callable[P, _AsyncGeneratorContextManager[T]]:
    """Make a function that answers asynchronous context managers of a generator function."""

    def helper(*args: P.args, **kwds: P.kwargs) -> _AsyncGeneratorContextManager[T]:
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper
