"""The small context managers: closing, suppressing, redirecting, doing nothing."""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, Generic, TextIO, TypeVar

T = TypeVar("T")


class AbstractContextManager:
    """What a context manager has; entering gives the manager itself."""

    __module__ = "contextlib"

    def __enter__(self) -> Any:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool | None:
        return None


class AbstractAsyncContextManager:
    """What an asynchronous context manager has."""

    __module__ = "contextlib"

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool | None:
        return None


class ContextDecorator:
    """Lets a context manager be used as a decorator: the function runs inside."""

    __module__ = "contextlib"

    def _recreate_cm(self) -> Any:
        return self

    def __call__(self, func: Callable[..., Any]) -> Callable[..., Any]:
        def inner(*args: Any, **kwds: Any) -> Any:
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class closing(Generic[T]):
    """Closes a thing at the end."""

    __module__ = "contextlib"

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __enter__(self) -> T:
        return self.thing

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        thing: Any = self.thing
        thing.close()


class aclosing(Generic[T]):
    """Closes an asynchronous thing at the end."""

    __module__ = "contextlib"

    def __init__(self, thing: T) -> None:
        self.thing = thing

    async def __aenter__(self) -> T:
        return self.thing

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        thing: Any = self.thing
        await thing.aclose()


class suppress:
    """Ends the block silently when one of the exceptions is raised in it."""

    __module__ = "contextlib"

    def __init__(self, *exceptions: type[BaseException]) -> None:
        self._exceptions = exceptions

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool:
        return exc is not None and isinstance(exc, self._exceptions)


class nullcontext(Generic[T]):
    """Does nothing, with and without await."""

    __module__ = "contextlib"

    def __init__(self, enter_result: T = None) -> None:  # type: ignore[assignment]
        self.enter_result = enter_result

    def __enter__(self) -> T:
        return self.enter_result

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        pass

    async def __aenter__(self) -> T:
        return self.enter_result

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        pass


class redirect_stdout(Generic[T]):
    """Lets `sys.stdout` be another file for a while."""

    __module__ = "contextlib"

    def __init__(self, new_target: T) -> None:
        self._target = new_target
        self._old: list[TextIO] = []

    def __enter__(self) -> T:
        target: Any = self._target
        self._old.append(sys.stdout)
        sys.stdout = target
        return self._target

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        sys.stdout = self._old.pop()


class redirect_stderr(Generic[T]):
    """Lets `sys.stderr` be another file for a while."""

    __module__ = "contextlib"

    def __init__(self, new_target: T) -> None:
        self._target = new_target
        self._old: list[TextIO] = []

    def __enter__(self) -> T:
        target: Any = self._target
        self._old.append(sys.stderr)
        sys.stderr = target
        return self._target

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        sys.stderr = self._old.pop()
