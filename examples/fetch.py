"""Fetch a page over HTTP and print it: status and fields to stderr, the body to stdout.

Usage: fetch.py [URL]. Resolves the name, connects, and reads the answer in a coroutine.
"""

import asyncio
import sys
from dataclasses import dataclass, field

DEFAULT_URL = "http://example.com/"
TIMEOUT = 10.0


@dataclass
class Url:
    host: str
    port: int
    path: str


@dataclass
class Response:
    status: int
    reason: str
    fields: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def parse_url(text: str) -> Url:
    scheme, _, rest = text.partition("://")
    if scheme != "http" or not rest:
        raise ValueError(f"not an http URL: {text!r}")
    authority, slash, path = rest.partition("/")
    host, _, port = authority.partition(":")
    return Url(host, int(port) if port else 80, slash + path or "/")


async def read_head(reader: asyncio.StreamReader) -> Response:
    line = (await reader.readline()).decode("ascii")
    _, status, reason = line.rstrip("\r\n").split(" ", 2)
    response = Response(int(status), reason)
    while True:
        line = (await reader.readline()).decode("latin-1").rstrip("\r\n")
        if not line:
            return response
        name, _, value = line.partition(":")
        response.fields[name.strip().lower()] = value.strip()


async def read_body(reader: asyncio.StreamReader, fields: dict[str, str]) -> bytes:
    if fields.get("transfer-encoding", "").lower() == "chunked":
        return await read_chunks(reader)
    if "content-length" in fields:
        return await reader.readexactly(int(fields["content-length"]))
    return await reader.read()


async def read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while True:
        size = int((await reader.readline()).split(b";")[0], 16)
        body += await reader.readexactly(size)
        await reader.readline()
        if size == 0:
            return body


async def fetch(url: Url) -> Response:
    reader, writer = await asyncio.open_connection(url.host, url.port)
    request = f"GET {url.path} HTTP/1.1\r\nHost: {url.host}\r\nConnection: close\r\n\r\n"
    writer.write(request.encode("ascii"))
    await writer.drain()
    response = await read_head(reader)
    response.body = await read_body(reader, response.fields)
    writer.close()
    await writer.wait_closed()
    return response


async def main() -> int:
    url = parse_url(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_URL)
    try:
        response = await asyncio.wait_for(fetch(url), TIMEOUT)
    except TimeoutError:
        print(f"no answer within {TIMEOUT:.0f} seconds", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"cannot fetch: {error}", file=sys.stderr)
        return 1
    print(response.status, response.reason, file=sys.stderr)
    for name, value in response.fields.items():
        print(f"{name}: {value}", file=sys.stderr)
    print(response.body.decode("utf-8", "replace"), end="")
    return 0 if response.status < 400 else 1


sys.exit(asyncio.run(main()))
