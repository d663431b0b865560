"""TaskGroup failures, ExceptionGroup with except*, exceptions that nobody retrieves."""

import asyncio


async def fail(message: str, delay: float = 0) -> None:
    await asyncio.sleep(delay)
    raise ValueError(message)


async def fail_type() -> None:
    await asyncio.sleep(0)
    raise TypeError("type")


async def victim(log: list[str]) -> None:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("victim cancelled")
        raise


async def main() -> None:
    log: list[str] = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(victim(log))
            group.create_task(fail("one"))
            await asyncio.sleep(10)
    except* ValueError as caught:
        print(type(caught).__name__, [str(e) for e in caught.exceptions], log)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("two"))
            group.create_task(fail_type())
    except* ValueError as values:
        print("values", [repr(e) for e in values.exceptions])
    except* TypeError as types:
        print("types", [repr(e) for e in types.exceptions])
    try:
        raise ExceptionGroup("group", [KeyError("k"), ExceptionGroup("inner", [OSError("o"), KeyError("l")])])
    except* KeyError as keys:
        print(keys, len(keys.exceptions))
    except* OSError as os_errors:
        print(os_errors)
    group_error = ExceptionGroup("plain", [ValueError("v")])
    print(group_error, repr(group_error), group_error.message, isinstance(group_error, Exception))
    matched, rest = ExceptionGroup("s", [ValueError("v"), TypeError("t")]).split(ValueError)
    print(matched and [str(e) for e in matched.exceptions], rest and [str(e) for e in rest.exceptions])


asyncio.run(main())
