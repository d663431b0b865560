"""What asyncio has learned since the oldest CPython that builds: the expected results stand here."""

from collections.abc import Coroutine
from typing import Any

import pytest

from sesha.guest.stdlib import asyncio
from sesha.guest.stdlib.asyncio.reader import StreamReader

pytestmark = pytest.mark.fast


def run(main: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(main)


def test_eager_tasks_take_their_first_step_at_once() -> None:
    order: list[str] = []

    async def step(name: str, waits: bool) -> str:
        order.append(f"{name} begins")
        if waits:
            await asyncio.sleep(0)
            order.append(f"{name} ends")
        return name

    async def main() -> None:
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        task = asyncio.create_task(step("a", False))
        assert task.done() and task.result() == "a" and task.get_coro() is None
        async with asyncio.TaskGroup() as group:
            waiting = group.create_task(step("b", True))
            assert not waiting.done()
            order.append("made")
        assert await asyncio.gather(step("c", False), step("d", True)) == ["c", "d"]

    run(main())
    assert order == ["a begins", "b begins", "made", "b ends", "c begins", "d begins", "d ends"]


def test_task_factory_makes_the_tasks() -> None:
    class Own(asyncio.Task[Any]):
        pass

    async def nothing() -> None:
        pass

    async def main() -> None:
        loop = asyncio.get_running_loop()
        loop.set_task_factory(asyncio.create_eager_task_factory(Own))
        assert type(asyncio.create_task(nothing())) is Own
        assert type(asyncio.ensure_future(nothing())) is Own
        loop.set_task_factory(None)
        assert loop.get_task_factory() is None and type(asyncio.create_task(nothing())) is asyncio.Task

    run(main())


@pytest.mark.parametrize(
    ("separators", "expected"),
    [
        ((b"\r\n", b"\n"), b"ab\n"),
        ((b"cd", b"b\nc"), b"ab\nc"),
        (b"cd", b"ab\ncd"),
        ((b"x", b"e"), b"ab\ncde"),
    ],
)
def test_readuntil_takes_the_separator_that_ends_first(separators: Any, expected: bytes) -> None:
    async def main() -> bytes:
        reader = StreamReader()
        reader.feed_data(b"ab\ncde")
        return await reader.readuntil(separators)

    assert run(main()) == expected


def test_readuntil_without_separators() -> None:
    for wrong in ((), b"", (b"a", b"")):
        with pytest.raises(ValueError, match="Separator should"):
            run(StreamReader(loop=asyncio.new_event_loop()).readuntil(wrong))


def test_time_out_shows_in_the_context_of_another_exception() -> None:
    async def main() -> None:
        async with asyncio.timeout(0):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise ValueError("instead") from None

    with pytest.raises(ValueError, match="instead") as caught:
        run(main())
    timed_out = caught.value.__context__
    assert isinstance(timed_out, TimeoutError) and isinstance(timed_out.__cause__, asyncio.CancelledError)


def test_representations() -> None:
    async def main() -> tuple[str, str]:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def wait() -> None:
            await future

        task = asyncio.create_task(wait(), name="waiter")
        await asyncio.sleep(0)
        before = repr(task)
        task.cancel()
        return before, repr(task)

    before, after = run(main())
    assert before.startswith("<Task pending name='waiter' coro=<") and " wait_for=<Future pending" in before
    assert after.startswith("<Task cancelling name='waiter'")
