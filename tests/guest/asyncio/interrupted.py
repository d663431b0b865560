"""What an interrupt does to a program, one scenario a word: run by test_interrupts.py."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any


async def sleeper() -> None:
    try:
        print("ready", flush=True)
        await asyncio.sleep(30)
    finally:
        print("cleaned")


async def stubborn() -> None:
    """Needs two interrupts."""
    try:
        await sleeper()
    except asyncio.CancelledError:
        print("ready again", flush=True)
        try:
            await asyncio.sleep(30)
        finally:
            print("cleaned again")


async def survivor() -> str:
    """Takes the cancellation for itself."""
    try:
        await sleeper()
    except asyncio.CancelledError:
        return "survived"
    return "not interrupted"


async def grouped() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper())
        group.create_task(asyncio.sleep(40))


async def server() -> None:
    started = await asyncio.start_server(print, "127.0.0.1", 0)
    async with started:
        print("ready", flush=True)
        try:
            await started.serve_forever()
        finally:
            print("server stopped")


async def handler() -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    print("ready", flush=True)
    await stopped.wait()
    print("stopped in order")


async def busy() -> None:
    """The loop comes round only after the interrupt."""
    print("ready", flush=True)
    sys.stdin.readline()
    await asyncio.sleep(0)
    print("not reached")


SCENARIOS: dict[str, Callable[[], Coroutine[Any, Any, Any]]] = {
    "sleeper": sleeper,
    "uncaught": sleeper,
    "stubborn": stubborn,
    "survivor": survivor,
    "grouped": grouped,
    "server": server,
    "handler": handler,
    "busy": busy,
}
scenario = sys.argv[1]
try:
    print(asyncio.run(SCENARIOS[scenario]()))
except KeyboardInterrupt:
    print("interrupted")
    if scenario == "uncaught":
        raise
