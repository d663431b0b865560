"""Give the same bytes to our server and to uvicorn (h11): the same statuses and bodies.

Where the two differ on purpose, the table says what each answers and why.
"""

import re
from collections.abc import Iterator

import pytest

from .running import Running, run_ours, run_uvicorn

pytestmark = pytest.mark.fast


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Running, Running]]:
    ours, uvicorn = run_ours(), run_uvicorn()
    yield ours, uvicorn
    ours.stop()
    uvicorn.stop()


def outcome(answer: bytes) -> list[tuple[int, bytes]]:
    """Status and body of each response; chunked bodies are put together."""
    found = []
    for part in re.split(rb"HTTP/1\.1 (?=\d\d\d )", answer)[1:]:
        head, _, body = part.partition(b"\r\n\r\n")
        status = int(head[:3])
        if b"transfer-encoding: chunked" in head.lower():
            body = b"".join(re.findall(rb"[0-9a-f]+\r\n(.*?)\r\n", body, re.DOTALL))
        found.append((status, b"" if status >= 400 and status != 404 else body))
    return found


HOST = b"Host: a\r\n\r\n"
SAME = {
    "get": b"GET /length HTTP/1.1\r\n" + HOST,
    "two": b"GET /length HTTP/1.1\r\n" + HOST + b"GET /none HTTP/1.1\r\n" + HOST,
    "three, slow first": b"GET /slow HTTP/1.1\r\n" + HOST + b"GET /none HTTP/1.1\r\n" + HOST,
    "1.0": b"GET /length HTTP/1.0\r\n\r\n",
    "close": b"GET /length HTTP/1.1\r\nConnection: close\r\n" + HOST + b"GET /none HTTP/1.1\r\n" + HOST,
    "chunks": b"GET /chunks HTTP/1.1\r\n" + HOST,
    "scope": b"GET /scope/../%41?x=%42&y HTTP/1.1\r\n" + HOST,
    "204": b"GET /empty HTTP/1.1\r\n" + HOST + b"GET /length HTTP/1.1\r\n" + HOST,
    "body": b"PUT /echo HTTP/1.1\r\nContent-Length: 4\r\n" + HOST + b"body",
    "chunked body": b"PUT /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
    + HOST
    + b"4\r\nbody\r\n0\r\n\r\n",
    "fail": b"GET /fail HTTP/1.1\r\n" + HOST,
    "no start": b"GET /nothing HTTP/1.1\r\n" + HOST,
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: b\r\n" + HOST,
    "space before colon": b"GET / HTTP/1.1\r\nX : y\r\n" + HOST,
    "NUL": b"GET / HTTP/1.1\r\nX: \0\r\n" + HOST,
    "bad length": b"PUT /echo HTTP/1.1\r\nContent-Length: x\r\n" + HOST,
    "differing lengths": b"PUT / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + HOST,
    "bad chunk": b"PUT /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HOST + b"x\r\n",
    "nonsense": b"nonsense\r\n\r\n",
}

DIFFERENT = {
    "control character in a field: RFC 9110 5.5 forbids it": (
        b"GET /length HTTP/1.1\r\nX: \x07\r\n" + HOST, [400], [200]),
    "unknown major version": (b"GET /length HTTP/9.9\r\n" + HOST, [505], [200]),
    "long request line: nginx's answer": (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + HOST, [414], [404]),
    "unknown transfer coding": (
        b"PUT / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n" + HOST, [501], [400]),
    "bare LF: others may read it differently": (b"GET /length HTTP/1.1\nHost: a\n\n", [400], [200]),
    "equal lengths twice: RFC 9112 6.3 allows both": (
        b"PUT /echo HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n" + HOST + b"x", [400], [200]),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_same_as_uvicorn(servers: tuple[Running, Running], name: str) -> None:
    ours, uvicorn = servers
    expected = outcome(uvicorn.talk(SAME[name]))
    assert expected
    assert outcome(ours.talk(SAME[name])) == expected


@pytest.mark.parametrize("name", DIFFERENT)
def test_different_on_purpose(servers: tuple[Running, Running], name: str) -> None:
    data, expected, theirs = DIFFERENT[name]
    ours, uvicorn = servers
    assert [status for status, _ in outcome(ours.talk(data))] == expected
    assert [status for status, _ in outcome(uvicorn.talk(data))] == theirs
