"""Tell the application that the server starts and stops: ASGI's lifespan protocol.

An application that raises when it is given the lifespan scope does not support it, and is served
without.
"""

from typing import Any

from sesha.guest.http.exchange import Application
from sesha.guest.stdlib.asyncio.events import AbstractEventLoop
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.log import report
from sesha.guest.stdlib.asyncio.task import Task

STARTUP = "lifespan.startup"
SHUTDOWN = "lifespan.shutdown"
COMPLETE = ".complete"
FAILED = ".failed"


class Lifespan:
    """The application's task that lives as long as the server."""

    def __init__(self, application: Application, loop: AbstractEventLoop) -> None:
        self.state: dict[str, Any] = {}
        self._application = application
        self._loop = loop
        self._messages: list[str] = []
        self._wanted: Future[None] | None = None
        self._answer: Future[bool] = Future(loop=loop)
        self._ended = False
        self._supported = False

    async def startup(self) -> bool:
        """Whether the application is ready to be served."""
        self._messages.append(STARTUP)
        Task(self._run(), loop=self._loop)
        return await self._answer

    async def shutdown(self) -> None:
        if self._ended or not self._supported:
            return
        self._answer = Future(loop=self._loop)
        self._messages.append(SHUTDOWN)
        wanted = self._wanted
        if wanted is not None and not wanted.done():
            wanted.set_result(None)
        await self._answer

    async def _run(self) -> None:
        scope: dict[str, Any] = {
            "type": "lifespan",
            "asgi": {"version": "3.0", "spec_version": "2.0"},
            "state": self.state,
        }
        try:
            await self._application(scope, self._receive_event, self._send_event)
        except Exception as error:
            if self._supported:
                report("ERROR:    Exception in 'lifespan' protocol", error)
        self._ended = True
        self._settle(True)

    def _settle(self, answer: bool) -> None:
        if not self._answer.done():
            self._answer.set_result(answer)

    async def _receive_event(self) -> dict[str, Any]:
        while not self._messages:
            self._wanted = Future(loop=self._loop)
            await self._wanted
        self._supported = True
        return {"type": self._messages.pop(0)}

    async def _send_event(self, message: dict[str, Any]) -> None:
        kind: str = message["type"]
        if kind == STARTUP + COMPLETE or kind == SHUTDOWN + COMPLETE:
            self._settle(True)
        elif kind == STARTUP + FAILED or kind == SHUTDOWN + FAILED:
            text = message.get("message", "")
            if text:
                report(f"ERROR:    {text!s}", None)
            self._settle(False)
        else:
            raise RuntimeError(f"Unexpected ASGI message '{kind}' sent in lifespan.")
