# ruff: noqa: B023
"""Run the same programs over the guest's contextlib and CPython's, and compare what happened."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from sesha.guest.stdlib import contextlib as ours

pytestmark = pytest.mark.fast
MODULES = (ours, contextlib)


class Resource:
    def __init__(self, log: list[Any], name: str, swallow: bool = False, fails: bool = False) -> None:
        self.log, self.name, self.swallow, self.fails = log, name, swallow, fails

    def __enter__(self) -> str:
        self.log.append("enter " + self.name)
        return self.name

    def __exit__(self, *info: Any) -> bool:
        self.log.append(("exit", self.name, info[0], str(info[1])))
        if self.fails:
            raise KeyError(self.name)
        return self.swallow

    async def __aenter__(self) -> str:
        return self.__enter__()

    async def __aexit__(self, *info: Any) -> bool:
        return self.__exit__(*info)

    def close(self) -> None:
        self.log.append("close " + self.name)


def chain(error: BaseException | None) -> list[str]:
    names = []
    while error is not None:
        names.append(repr(error))
        error = error.__context__
    return names


@pytest.mark.parametrize("raises", [None, ValueError, StopIteration, RuntimeError])
@pytest.mark.parametrize("behaviour", ["plain", "swallow", "replace", "twice", "never", "return"])
def test_contextmanager(raises: type[Exception] | None, behaviour: str) -> None:
    logs = []
    for module in MODULES:
        log: list[Any] = []

        @module.contextmanager
        def manager(x: int, *, y: int = 2) -> Iterator[int]:
            log.append((x, y))
            if behaviour == "never":
                return
            try:
                yield x
            except Exception as error:
                log.append(repr(error))
                if behaviour == "replace":
                    raise KeyError("new") from error
                if behaviour not in ("swallow", "twice"):
                    raise
            finally:
                log.append("finally")
            if behaviour == "twice":
                yield 3

        try:
            with manager(1, y=5) as value:
                log.append(value)
                if raises:
                    raise raises("in block")
            log.append("after")
        except Exception as error:
            log.append(chain(error))
        logs.append(log)
    assert logs[0] == logs[1]


@pytest.mark.parametrize("swallow", [0, 1, 2, 3])
@pytest.mark.parametrize("fails", [0, 1, 2, 3])
@pytest.mark.parametrize("raises", [False, True])
@pytest.mark.parametrize("asynchronous", [False, True])
def test_exit_stack(swallow: int, fails: int, raises: bool, asynchronous: bool) -> None:
    def fill(stack: Any, log: list[Any]) -> None:
        log.append(stack.enter_context(Resource(log, "one", swallow == 1, fails == 1)))
        stack.callback(log.append, "callback")
        stack.push(Resource(log, "two", swallow == 2, fails == 2))
        stack.push(lambda *info: log.append(("pushed", info[0])))

    async def run_async(module: Any, log: list[Any]) -> None:
        async with module.AsyncExitStack() as stack:
            fill(stack, log)
            log.append(await stack.enter_async_context(Resource(log, "three", swallow == 3, fails == 3)))
            if raises:
                raise ValueError("block")

    def run(module: Any, log: list[Any]) -> None:
        with module.ExitStack() as stack:
            fill(stack, log)
            log.append(stack.enter_context(Resource(log, "three", swallow == 3, fails == 3)))
            if raises:
                raise ValueError("block")

    logs = []
    for module in MODULES:
        log: list[Any] = []
        try:
            if asynchronous:
                asyncio.run(run_async(module, log))
            else:
                run(module, log)
            log.append("after")
        except Exception as error:
            log.append(chain(error))
        logs.append(log)
    assert logs[0] == logs[1]


def test_small_managers() -> None:
    for module in MODULES:
        log: list[Any] = []
        with module.closing(Resource(log, "c")):
            pass
        assert log == ["close c"]
        with module.suppress(KeyError, ValueError):
            raise ValueError
        with pytest.raises(TypeError), module.suppress(KeyError):
            raise TypeError
        with module.nullcontext(5) as five:
            assert five == 5
        with module.redirect_stdout(io.StringIO()) as out:
            print("x")
        assert out.getvalue() == "x\n"
        with pytest.raises(
            TypeError, match=r"'builtins\.int' object does not support the context manager protocol"
        ):
            module.ExitStack().enter_context(3)


def test_stack_methods() -> None:
    for module in MODULES:
        log: list[Any] = []
        with module.ExitStack() as stack:
            stack.callback(log.append, 1)
            kept = stack.pop_all()
        assert log == []
        kept.close()
        assert log == [1]


def test_decorator() -> None:
    for module in MODULES:
        log: list[Any] = []

        @module.contextmanager
        def around() -> Iterator[None]:
            log.append("in")
            yield
            log.append("out")

        @around()
        def function(x: int) -> int:
            return x + 1

        assert (function(1), function(2), log) == (2, 3, ["in", "out"] * 2)


@pytest.mark.parametrize("raises", [False, True])
def test_asynccontextmanager(raises: bool) -> None:
    logs = []
    for module in MODULES:
        log: list[Any] = []

        @module.asynccontextmanager
        async def manager() -> AsyncIterator[int]:
            try:
                yield 7
            finally:
                await asyncio.sleep(0)
                log.append("finally")

        async def main() -> None:
            async with manager() as value, module.nullcontext(1), module.aclosing(agen()):
                log.append(value)
                if raises:
                    raise ValueError("x")

        async def agen() -> AsyncIterator[int]:
            yield 1

        try:
            asyncio.run(main())
        except ValueError as error:
            log.append(chain(error))
        logs.append(log)
    assert logs[0] == logs[1]
