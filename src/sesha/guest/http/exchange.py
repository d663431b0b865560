"""One request and its response, as the application sees them: ASGI's scope, receive and send."""

from collections.abc import Awaitable, Callable
from typing import Any

from mypy_extensions import i64

from sesha.guest.http.request import Request
from sesha.guest.http.response import (
    CONTINUE,
    IN_CHUNKS,
    LAST_CHUNK,
    UNTIL_CLOSE,
    WITH_LENGTH,
    WITHOUT_BODY,
    ResponseHead,
    chunk,
    simple_response,
)
from sesha.guest.stdlib.asyncio.exceptions import CancelledError
from sesha.guest.stdlib.asyncio.futures import Future
from sesha.guest.stdlib.asyncio.log import report

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]

COPIED = 65536
"""Bytes of body from which on it is written by itself: to put it behind the head takes a copy."""


class Channel:
    """What an exchange needs from its connection."""

    def date(self) -> bytes:
        """The Date field's line."""
        raise NotImplementedError

    def write(self, data: bytes | bytearray) -> None:
        raise NotImplementedError

    def drain(self) -> Future[None] | None:
        """What to await before writing more, if anything."""
        raise NotImplementedError

    def want_body(self) -> None:
        """Give the exchange what there is of the body."""
        raise NotImplementedError

    def may_keep_alive(self) -> bool:
        raise NotImplementedError

    def on_response_complete(self, keep_alive: bool) -> None:
        raise NotImplementedError

    def new_future(self) -> Future[None]:
        raise NotImplementedError


class Exchange:
    """The application's side is `run`, `receive` and `send`; the rest is the connection's."""

    def __init__(self, channel: Channel, request: Request, scope: dict[str, Any]) -> None:
        self.channel = channel
        self.request = request
        self.scope = scope
        self.complete = False
        """The whole response has been written."""
        self.disconnected = False
        self._hung_up = False
        """The client sends no more: most are gone, some still read their answer."""
        self.waiting_for_body = False
        self.body_size: i64 = 0
        """Bytes of the body that wait for the application."""
        self._pieces: list[bytes] = []
        self._body_done = request.length == 0
        self._body_told = False
        self._news: Future[None] | None = None
        self._may_continue = request.expects_continue
        self._head: ResponseHead | None = None
        self._begun = False
        """The head has been written."""
        self._framing: i64 = WITH_LENGTH
        self._left: i64 = 0
        """Bytes that Content-Length promises and that have not been sent."""
        self._keep_alive = False

    # --- the connection's side --------------------------------------------------------------------
    def add_body(self, piece: bytes) -> None:
        if not self.complete:
            self._pieces.append(piece)
            self.body_size += len(piece)
            self._tell()

    def end_body(self) -> None:
        if not self._body_done:
            self._body_done = True
            self._tell()

    def disconnect(self) -> None:
        """The client is gone."""
        self.disconnected = True
        self._tell()

    def hang_up(self) -> None:
        """The client sends no more: who listens for its going is told so, the answer is still sent."""
        self._hung_up = True
        self._tell()

    def begun(self) -> bool:
        """Whether it is too late for another answer."""
        return self._begun

    def _tell(self) -> None:
        news = self._news
        if news is not None:
            self._news = None
            if not news.done():
                news.set_result(None)

    async def run(self, application: Application) -> None:
        """Call the application; whatever it does, the exchange ends."""
        try:
            await application(self.scope, self.receive_event, self.send_event)
        except CancelledError:
            self._fail()
            raise
        except Exception as error:
            report("ERROR:    Exception in ASGI application", error)
            self._fail()
            return
        if self.complete or self.disconnected:
            return
        word = "completing" if self._head is not None else "starting"
        report(f"ERROR:    ASGI callable returned without {word} response.", None)
        self._fail()

    def _fail(self) -> None:
        """Answer 500 if nothing has been sent; what has begun is cut off."""
        if self.complete or self.disconnected:
            return
        if not self._begun:
            text = "Internal Server Error"
            self.channel.write(simple_response(500, text, self.request.method, self.channel.date()))
        self.complete = True
        self.channel.on_response_complete(False)

    # --- the application's side --------------------------------------------------------------------
    async def receive_event(self) -> dict[str, Any]:
        if self._body_told or self.complete:
            while not self.complete and not self.disconnected and not self._hung_up:
                await self._wait()
            return {"type": "http.disconnect"}
        if not self._pieces and not self._body_done:
            await self._wait_for_body()
        if not self._pieces and not self._body_done:
            return {"type": "http.disconnect"}
        body = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        self._pieces = []
        self.body_size = 0
        if not self._body_done:
            self.channel.want_body()
        more = not self._body_done or bool(self._pieces)
        self._body_told = not more
        return {"type": "http.request", "body": body, "more_body": more}

    async def _wait_for_body(self) -> None:
        if self._may_continue:
            self._may_continue = False
            if not self._begun:
                self.channel.write(CONTINUE)
        self.waiting_for_body = True
        self.channel.want_body()
        while not self._pieces and not self._body_done and not self.disconnected:
            await self._wait()
        self.waiting_for_body = False

    async def _wait(self) -> None:
        news = self._news
        if news is None:
            news = self.channel.new_future()
            self._news = news
        await news

    async def send_event(self, message: dict[str, Any]) -> None:
        kind = message["type"]
        if self.disconnected:
            return
        if self.complete:
            raise RuntimeError(f"Unexpected ASGI message '{kind!s}' sent, after response already completed.")
        if self._head is None:
            self._start(kind, message)
            return
        if not kind == "http.response.body":
            raise RuntimeError(f"Expected ASGI message 'http.response.body', but got '{kind!s}'.")
        self._send_body(self._head, message.get("body", b""), bool(message.get("more_body", False)))
        waiting = self.channel.drain()
        if waiting is not None:
            await waiting

    def _start(self, kind: str, message: dict[str, Any]) -> None:
        if kind != "http.response.start":
            raise RuntimeError(f"Expected ASGI message 'http.response.start', but got '{kind}'.")
        request = self.request
        self._head = ResponseHead(
            message["status"], message.get("headers", ()), request.method, request.minor
        )

    def _send_body(self, head: ResponseHead, body: bytes, more: bool) -> None:
        output = bytearray() if self._begun else self._begin(head, len(body), more)
        framing = self._framing
        if framing == WITH_LENGTH:
            self._left -= len(body)
            if self._left < 0:
                raise RuntimeError("Response content longer than Content-Length")
            if not more and self._left > 0:
                raise RuntimeError("Response content shorter than Content-Length")
        if framing == IN_CHUNKS:
            if body:
                output += chunk(body)
            if not more:
                output += LAST_CHUNK
        elif framing != WITHOUT_BODY and len(body) < COPIED:
            output += body
        self._begun = True
        if output:
            self.channel.write(output)
        if (framing == WITH_LENGTH or framing == UNTIL_CLOSE) and len(body) >= COPIED:
            self.channel.write(body)
        if not more:
            self.complete = True
            self._pieces = []
            self._tell()
            self.channel.on_response_complete(self._keep_alive)

    def _begin(self, head: ResponseHead, size: i64, more: bool) -> bytearray:
        """The head's bytes; a response that is whole gets its length."""
        if head.length < 0 and not more and head.framing() != WITHOUT_BODY:
            head.length = size
        self._framing = head.framing()
        self._left = head.length
        keep_alive = self.request.keep_alive and not head.close and self._framing != UNTIL_CLOSE
        if self._may_continue and not self._body_done:
            keep_alive = False  # the client may send its body or not
        self._keep_alive = keep_alive and self.channel.may_keep_alive()
        return head.emit(self.channel.date(), self._keep_alive)
