"""An application with routes, middleware, streams and state answers as a machine as it does under uvicorn."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.conftest import MACHINES
from tests.system.curl import Answer, curl
from tests.system.serving import Serving
from tests.system.uvicorn_serving import uvicorn

HERE = Path(__file__).parent
ADMIN = ("-H", "Authorization: Bearer s3cret")

CONVERSATION: list[tuple[str, ...]] = [
    ("/healthz",),
    ("/healthz", "-X", "OPTIONS", "-i"),
    ("/healthz", "-X", "POST", "-d", "x"),
    ("/nowhere",),
    ("/orders/5",),
    ("/orders/5", "-X", "PUT", "-d", '{"status": "payed", "items": ["\\u00fc", 1.5]}'),
    ("/orders/5", "-X", "PUT", "-d", '{"status": "lost"}'),
    ("/orders/5", "-X", "PUT", "-d", "{bad"),
    ("/orders/5",),
    ("/orders/5", "-X", "DELETE"),
    ("/orders/5", "-X", "DELETE"),
    ("/orders/x",),
    ("/query?a=1&b=2&a=3&empty=&u=%C3%BC+x", "-H", "X-Agent: test"),
    ("/files/a/b%20c/d.txt",),
    ("/form", "-d", "name=J%C3%BCrgen+X&empty=&a=b%26c"),
    ("/upload", "-d", "z" * 100_000),
    ("/upload", "-H", "Transfer-Encoding: chunked", "-d", "pieces"),
    ("/big",),
    ("/events",),
    ("/later", "-X", "POST"),
    ("/timeout",),
    ("/boom",),
    ("/healthz",),
    ("/admin/events",),
]


@pytest.fixture(params=MACHINES)
def shop(request: pytest.FixtureRequest) -> Iterator[Serving]:
    with Serving(HERE / "shop", request.param) as server:
        yield server


@pytest.fixture
def uvicorn_port() -> Iterator[int]:
    with uvicorn("shop:app", HERE, "critical") as port:
        yield port


def talk(base: str) -> list[Answer]:
    said = [curl(base + path, *options) for path, *options in CONVERSATION]
    with pytest.raises((AssertionError, subprocess.TimeoutExpired)):
        curl(base + "/wait", "--max-time", "0.3")
    deadline = time.monotonic() + 5
    while "client gone" not in (events := curl(base + "/admin/events", *ADMIN)).body:
        assert time.monotonic() < deadline, events
        time.sleep(0.05)
    return [*said, events]


def comparable(answer: Answer) -> tuple[int, list[str]]:
    """The status and the lines in any order (of fields there is none), without what names the server."""
    lines = answer.body.replace("\r", "").split("\n")
    return answer.status, sorted(line for line in lines if not line.lower().startswith(("date:", "server:")))


def test_same_answers(shop: Serving, uvicorn_port: int) -> None:
    ours = talk(shop.url(""))
    theirs = talk(f"http://127.0.0.1:{uvicorn_port}")
    asked = [*CONVERSATION, ("/admin/events",)]
    for request, our, their in zip(asked, ours, theirs, strict=True):
        assert comparable(our) == comparable(their), request
