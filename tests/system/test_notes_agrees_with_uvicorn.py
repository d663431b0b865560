"""The same application under uvicorn on CPython and as a machine gives the same answers."""

import json
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.system.curl import Answer, curl
from tests.system.serving import Serving
from tests.system.uvicorn_serving import uvicorn

CONVERSATION: list[tuple[str, str, str | None]] = [
    ("GET", "/healthz", None),
    ("GET", "/notes", None),
    ("GET", "/notes/a", None),
    ("PUT", "/notes/a", '{"text": "first"}'),
    ("PUT", "/notes/a", '{"text": "second"}'),
    ("PUT", "/notes/b%20c", '{"text": "\\u00e9\\n"}'),
    ("PUT", "/notes/d?x=1", '{"text": "query"}'),
    ("PUT", "/notes/e", '{"text": 1}'),
    ("PUT", "/notes/e", "not json"),
    ("PUT", "/notes/" + "k" * 65, '{"text": "x"}'),
    ("PUT", "/notes/big", json.dumps({"text": "x" * 10_001})),
    ("GET", "/notes/b%20c", None),
    ("GET", "/notes", None),
    ("DELETE", "/notes/a", None),
    ("DELETE", "/notes/a", None),
    ("POST", "/notes/a", None),
    ("GET", "/nowhere", None),
    ("DELETE", "/notes/b%20c", None),
    ("DELETE", "/notes/d", None),
    ("GET", "/notes", None),
]


@pytest.fixture(scope="module")
def uvicorn_port() -> Iterator[int]:
    with uvicorn("notes:app", ROOT / "examples", "error") as port:
        yield port


def talk(base: str) -> list[Answer]:
    return [
        curl(base + path, "-X", method, *(("-d", body) if body is not None else ()))
        for method, path, body in CONVERSATION
    ]


def test_same_answers(notes: Serving, uvicorn_port: int) -> None:
    ours = talk(notes.url(""))
    theirs = talk(f"http://127.0.0.1:{uvicorn_port}")
    for request, our, their in zip(CONVERSATION, ours, theirs, strict=True):
        assert (our.status, our.body) == (their.status, their.body), request
