"""notes answers the real curl, and raw sockets that send what curl does not, on each machine."""

import json
import re
import socket

import pytest

from tests.system.curl import curl
from tests.system.serving import Serving

SECONDS = 10


def ask_raw(server: Serving, data: bytes, end_of_input: bool = False) -> bytes:
    """Send bytes on a connection of its own and read until the server closes it."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=SECONDS) as connection:
        connection.sendall(data)
        if end_of_input:
            connection.shutdown(socket.SHUT_WR)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
        return b"".join(parts)


def statuses(answer: bytes) -> list[int]:
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)]


def test_health(notes: Serving) -> None:
    answer = curl(notes.url("/healthz"))
    assert (answer.status, json.loads(answer.body)) == (200, {"status": "ok"})


def test_life_of_a_note(notes: Serving) -> None:
    url = notes.url("/notes/life")
    text = {"text": "milk, eggs, crème brûlée 🍮"}
    assert curl(url).status == 404
    assert curl(url, "-X", "PUT", "-d", json.dumps(text)).status == 201
    assert curl(url, "-X", "PUT", "-d", json.dumps(text, ensure_ascii=False)).status == 200
    assert json.loads(curl(url).body) == {"key": "life", **text}
    assert {"key": "life", **text} in json.loads(curl(notes.url("/notes")).body)["notes"]
    assert curl(url, "-X", "DELETE").status == 204
    assert curl(url).status == 404
    assert curl(url, "-X", "DELETE").status == 404


@pytest.mark.parametrize("body", ["", "{", "[]", '{"text": 5}', '{"txt": "x"}', "nul", '"x"'])
def test_wrong_bodies(notes: Serving, body: str) -> None:
    answer = curl(notes.url("/notes/wrong"), "-X", "PUT", "-d", body)
    assert answer.status == 400
    assert "error" in json.loads(answer.body)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/notes", 405),
        ("DELETE", "/healthz", 405),
        ("PATCH", "/notes/k", 405),
        ("GET", "/", 404),
        ("GET", "/notes/", 404),
        ("GET", "/nothing", 404),
        ("GET", "/notes/a/b", 404),
    ],
)
def test_wrong_methods_and_paths(notes: Serving, method: str, path: str, status: int) -> None:
    answer = curl(notes.url(path), "-X", method)
    assert answer.status == status
    assert "error" in json.loads(answer.body)


def test_several_requests_on_one_connection(notes: Serving) -> None:
    requests = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 2
    last = b"GET /notes/none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert statuses(ask_raw(notes, requests + last)) == [200, 200, 404]


def test_pipeline_of_a_thousand(notes: Serving) -> None:
    requests = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 999
    last = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert statuses(ask_raw(notes, requests + last)) == [200] * 1000


def test_chunked_body(notes: Serving) -> None:
    body = json.dumps({"text": "chunk " * 500}).encode()
    headers = ("-H", "Transfer-Encoding: chunked", "-H", "Content-Type: application/json")
    put = curl(notes.url("/notes/chunked"), "-X", "PUT", *headers, "-d", "@-", stdin=body)
    assert put.status in (200, 201)
    assert json.loads(curl(notes.url("/notes/chunked")).body)["text"] == "chunk " * 500


def test_expect_continue(notes: Serving) -> None:
    request = b"PUT /notes/expect HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 13\r\n"
    with socket.create_connection(("127.0.0.1", notes.port), timeout=SECONDS) as connection:
        connection.sendall(request + b"Connection: close\r\n\r\n")
        assert connection.recv(4096).startswith(b"HTTP/1.1 100 ")
        connection.sendall(b'{"text": "x"}')
        assert statuses(connection.recv(4096))[0] in (200, 201)


def test_one_byte_at_a_time(notes: Serving) -> None:
    request = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", notes.port), timeout=SECONDS) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in request:
            connection.sendall(bytes([byte]))
        assert statuses(connection.recv(4096)) == [200]


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n", 400),
        (b"PUT /notes/k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"GET /healthz HTTP/1.1\r\nHost: x\r\nLong: " + b"x" * 100_000 + b"\r\n\r\n", 431),
        (b"PUT /notes/k HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n", 413),
    ],
    ids=["garbage", "no-host", "negative", "two-lengths", "bad-header", "bad-chunk", "431", "413"],
)
def test_malformed_requests(notes: Serving, request_: bytes, status: int) -> None:
    assert statuses(ask_raw(notes, request_))[:1] == [status]
    assert curl(notes.url("/healthz")).status == 200


def test_http_1_0_closes(notes: Serving) -> None:
    answer = ask_raw(notes, b"GET /healthz HTTP/1.0\r\n\r\n")
    assert statuses(answer) == [200]


def test_half_closed_client_gets_its_answer(notes: Serving) -> None:
    request = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    assert statuses(ask_raw(notes, request, end_of_input=True)) == [200]
