"""Read requests and send JSON responses: the little of a web framework that this API needs."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

Scope = dict[str, Any]
Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

MAXIMUM_BODY = 100_000


@dataclass
class Response:
    status: int
    value: Any = None
    allow: str = ""


class HttpError(Exception):
    """A request that cannot be served; becomes a JSON response."""

    def __init__(self, status: int, message: str, allow: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.allow = allow

    def response(self) -> Response:
        return Response(self.status, {"error": self.message}, self.allow)


async def read_body(receive: Receive) -> bytes:
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise HttpError(400, "the client went away")
        body += message.get("body", b"")
        if len(body) > MAXIMUM_BODY:
            raise HttpError(413, f"a body has at most {MAXIMUM_BODY} bytes")
        more = message.get("more_body", False)
    return body


async def read_json(receive: Receive) -> Any:
    body = await read_body(receive)
    try:
        return json.loads(body)
    except ValueError:
        raise HttpError(400, "the body is not JSON") from None


async def send_response(send: Send, response: Response) -> None:
    body = b"" if response.value is None else json.dumps(response.value).encode("utf-8")
    headers = [(b"content-length", str(len(body)).encode("ascii"))]
    if body:
        headers.append((b"content-type", b"application/json"))
    if response.allow:
        headers.append((b"allow", response.allow.encode("ascii")))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
