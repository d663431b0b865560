"""The little of a web framework: routes by pattern, middleware, responses that are whole or streamed."""

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, parse_qsl

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class Media(StrEnum):
    TEXT = "text/plain; charset=utf-8"
    JSON = "application/json"
    EVENTS = "text/event-stream"


class HttpError(Exception):
    def __init__(self, status: int, detail: str = "", **headers: str) -> None:
        self.status = HTTPStatus(status)
        self.detail = detail or self.status.phrase
        self.headers = headers
        super().__init__(status, self.detail)


class Request:
    def __init__(self, scope: Scope, receive: Receive, values: dict[str, str]) -> None:
        self.scope = scope
        self.values = values
        self._receive = receive

    @property
    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.scope["state"]
        return state

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.scope["query_string"].decode("latin-1"), keep_blank_values=True)

    def header(self, name: str, default: str = "") -> str:
        found = [value for key, value in self.scope["headers"] if key == name.encode()]
        return found[0].decode("latin-1") if found else default

    async def pieces(self) -> AsyncIterator[bytes]:
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                return
            yield message.get("body", b"")
            if not message.get("more_body", False):
                return

    async def gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def body(self) -> bytes:
        return b"".join([piece async for piece in self.pieces()])

    async def json(self) -> Any:
        try:
            return json.loads(await self.body())
        except ValueError as error:
            raise HttpError(400, f"no JSON: {error}") from error

    async def form(self) -> dict[str, str]:
        return dict(parse_qsl((await self.body()).decode(), keep_blank_values=True))


@dataclass
class Response:
    content: bytes = b""
    status: int = 200
    media: Media = Media.TEXT
    headers: dict[str, str] = field(default_factory=dict)
    background: Callable[[], Awaitable[None]] | None = None

    async def start(self, send: Send, **more: str) -> None:
        pairs = {"content-type": self.media, **self.headers, **more}
        encoded = [(name.encode(), value.encode("latin-1")) for name, value in pairs.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": encoded})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.start(send, **{"content-length": str(len(self.content))})
        body = b"" if scope["method"] == "HEAD" else self.content
        await send({"type": "http.response.body", "body": body})
        if self.background is not None:
            await self.background()


class Json(Response):
    def __init__(self, value: Any, status: int = 200, **more: Any) -> None:
        super().__init__(json.dumps(value, sort_keys=True).encode(), status, Media.JSON, **more)


@dataclass
class Stream(Response):
    source: AsyncIterator[str] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.start(send)
        assert self.source is not None
        async for text in self.source:
            await send({"type": "http.response.body", "body": text.encode(), "more_body": True})
        await send({"type": "http.response.body"})


Handler = Callable[[Request], Awaitable[Response]]


class Router:
    PARAMETER = re.compile(r"{(\w+)(?::(\w+))?}")
    KINDS = {"int": r"\d+", "path": r".+", None: r"[^/]+"}

    def __init__(self) -> None:
        self._routes: list[tuple[re.Pattern[str], frozenset[str], Handler]] = []
        self.middleware: list[Callable[[Application], Application]] = []
        self.startup: list[Callable[[dict[str, Any]], Awaitable[None]]] = []

    def route(self, pattern: str, *methods: str) -> Callable[[Handler], Handler]:
        regex = self.PARAMETER.sub(lambda m: f"(?P<{m[1]}>{self.KINDS[m[2]]})", pattern)

        def register(handler: Handler) -> Handler:
            self._routes.append((re.compile(regex), frozenset(methods or ("GET",)), handler))
            return handler

        return register

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(scope, receive, send)
            return
        application: Application = self._dispatch
        for wrap in reversed(self.middleware):
            application = wrap(application)
        await application(scope, receive, send)

    async def _lifespan(self, scope: Scope, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                for hook in self.startup:
                    await hook(scope["state"])
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _dispatch(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._respond(scope, receive)
        except HttpError as error:
            response = Json({"detail": error.detail}, error.status, headers=error.headers)
        await response(scope, receive, send)

    async def _respond(self, scope: Scope, receive: Receive) -> Response:
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        allowed: set[str] = set()
        for regex, methods, handler in self._routes:
            if found := regex.fullmatch(scope["path"]):
                if method in methods:
                    return await handler(Request(scope, receive, found.groupdict()))
                allowed |= methods
        if not allowed:
            raise HttpError(404)
        if method == "OPTIONS":
            return Response(status=200, headers={"allow": ", ".join(sorted(allowed))})
        raise HttpError(405, allow=", ".join(sorted(allowed)))
