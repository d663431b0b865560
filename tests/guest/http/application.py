"""The application that the server's tests talk to: each path shows one thing."""

import asyncio
from typing import Any

gone: list[str] = []
"""Paths whose clients have gone while the application listened for it."""


async def read_body(receive: Any) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return body
        body += message["body"]
        if not message["more_body"]:
            return body


async def answer(send: Any, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": body})


async def lifespan(receive: Any, send: Any) -> None:
    while True:
        message = await receive()
        await send({"type": message["type"] + ".complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
        return
    path = scope["path"]
    if path == "/echo":
        await answer(send, 200, await read_body(receive))
    elif path == "/scope":
        fields = ("method", "path", "raw_path", "query_string", "http_version", "scheme", "headers")
        await answer(send, 200, repr([scope[field] for field in fields]).encode())
    elif path == "/chunks":
        await send({"type": "http.response.start", "status": 200})
        for part in (b"one", b"", b"two", b"three"):
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    elif path == "/length":
        await answer(send, 200, b"12345", (b"Content-Length", b"5"))
    elif path == "/too-long":
        await answer(send, 200, b"123456", (b"content-length", b"5"))
    elif path == "/empty":
        await answer(send, 204, b"")
    elif path == "/fail":
        raise ValueError("application failed")
    elif path == "/fail-later":
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b"begun", "more_body": True})
        raise ValueError("application failed later")
    elif path == "/nothing":
        return
    elif path == "/slow":
        await asyncio.sleep(0.05)
        await answer(send, 200, b"slow")
    elif path == "/listen":
        while (await receive())["type"] != "http.disconnect":
            pass
        gone.append(path)
        await answer(send, 200, b"gone")
    elif path == "/gone":
        await answer(send, 200, repr(gone).encode())
    elif path == "/big":
        block = bytes(100_000)
        await send({"type": "http.response.start", "status": 200})
        for _ in range(50):
            await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body"})
    elif path == "/inject":
        await answer(send, 200, b"", (b"x", b"a\r\nset-cookie: b"))
    elif path == "/close":
        await answer(send, 200, b"bye", (b"connection", b"close"))
    else:
        await answer(send, 404, b"not found", (b"content-type", b"text/plain"))
