"""Several context managers, entered one by one and left in reverse: `ExitStack`.

An entry is what is to be called at the end and how; the two stacks differ in what they await.
"""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

_MANAGER = 0
_EXIT = 1
_CALLBACK = 2


class _Entry:
    """One thing to be done at the end."""

    def __init__(
        self, kind: int, is_async: bool, target: Any, args: tuple[Any, ...], kwds: dict[str, Any]
    ) -> None:
        self.kind = kind
        self.is_async = is_async
        self.target = target
        self.args = args
        self.kwds = kwds

    def call(self, exc: BaseException | None) -> Any:
        """Call it; what an exit answers says whether the exception is dealt with."""
        if self.kind == _CALLBACK:
            return self.target(*self.args, **self.kwds)
        exc_type = None if exc is None else type(exc)
        tb = None if exc is None else exc.__traceback__
        if self.kind == _EXIT:
            return self.target(exc_type, exc, tb)
        if self.is_async:
            return self.target.__aexit__(exc_type, exc, tb)
        return self.target.__exit__(exc_type, exc, tb)


def _chain(new: BaseException, old: BaseException | None, outer: BaseException | None) -> None:
    """Let the new exception's context be the one that was on its way, as nested blocks would."""
    link = new
    while True:
        context = link.__context__
        if context is None or context is old:
            if context is None and link is not old:
                link.__context__ = old
            return
        if context is outer:
            link.__context__ = old
            return
        link = context


def _kind_name(value: object) -> str:
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


class _BaseExitStack:
    """The entries and how they are added."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def enter_context(self, cm: Any) -> Any:
        """Enter a context manager and leave it at the end."""
        if not hasattr(cm, "__enter__") or not hasattr(cm, "__exit__"):
            raise TypeError(f"'{_kind_name(cm)}' object does not support the context manager protocol")
        result = cm.__enter__()
        self._entries.append(_Entry(_MANAGER, False, cm, (), {}))
        return result

    def push(self, exit: Any) -> Any:
        """Take a context manager's exit, or a function that is called like one."""
        kind = _MANAGER if hasattr(exit, "__exit__") else _EXIT
        self._entries.append(_Entry(kind, False, exit, (), {}))
        return exit

    def callback(self, callback: Callable[..., Any], /, *args: Any, **kwds: Any) -> Any:
        """Call a function at the end."""
        self._entries.append(_Entry(_CALLBACK, False, callback, args, kwds))
        return callback


class ExitStack(_BaseExitStack):
    """A context manager that holds others."""

    __module__ = "contextlib"

    def __enter__(self) -> Self:
        return self

    def pop_all(self) -> "ExitStack":
        """A new stack that has everything this one had."""
        new = ExitStack()
        new._entries = self._entries
        self._entries = []
        return new

    def close(self) -> None:
        self.__exit__(None, None, None)

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool:
        current = exc
        raised = False
        while self._entries:
            entry = self._entries.pop()
            try:
                handled = entry.call(current)
                if handled and entry.kind != _CALLBACK:
                    current = None
                    raised = False
            except BaseException as error:
                _chain(error, current, exc)
                current = error
                raised = True
        if raised and current is not None:
            _raise_again(current)
        return exc is not None and current is None


def _raise_again(error: BaseException) -> None:
    """Raise an exception and leave its context as it is."""
    context = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = context
        raise


class AsyncExitStack(_BaseExitStack):
    """The same, and it awaits what is asynchronous."""

    __module__ = "contextlib"

    async def __aenter__(self) -> Self:
        return self

    async def enter_async_context(self, cm: Any) -> Any:
        if not hasattr(cm, "__aenter__") or not hasattr(cm, "__aexit__"):
            name = _kind_name(cm)
            raise TypeError(f"'{name}' object does not support the asynchronous context manager protocol")
        result = await cm.__aenter__()
        self._entries.append(_Entry(_MANAGER, True, cm, (), {}))
        return result

    def push_async_exit(self, exit: Any) -> Any:
        kind = _MANAGER if hasattr(exit, "__aexit__") else _EXIT
        self._entries.append(_Entry(kind, True, exit, (), {}))
        return exit

    def push_async_callback(self, callback: Callable[..., Any], /, *args: Any, **kwds: Any) -> Any:
        self._entries.append(_Entry(_CALLBACK, True, callback, args, kwds))
        return callback

    def pop_all(self) -> "AsyncExitStack":
        new = AsyncExitStack()
        new._entries = self._entries
        self._entries = []
        return new

    async def aclose(self) -> None:
        await self.__aexit__(None, None, None)

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool:
        current = exc
        raised = False
        while self._entries:
            entry = self._entries.pop()
            try:
                handled = entry.call(current)
                if entry.is_async:
                    handled = await handled
                if handled and entry.kind != _CALLBACK:
                    current = None
                    raised = False
            except BaseException as error:
                _chain(error, current, exc)
                current = error
                raised = True
        if raised and current is not None:
            _raise_again(current)
        return exc is not None and current is None
