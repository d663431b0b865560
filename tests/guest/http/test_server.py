"""Talk to the server over real sockets: what is answered, in which order, and what closes."""

import select
import signal
import socket
import time
from collections.abc import Callable, Iterator

import h11
import pytest

from sesha.guest.http import limits

from .running import Running, build_image, read_all, run_image, run_ours
from .test_parser import ACCEPTED, CHUNKED_HEAD, REFUSED, REFUSED_CHUNKS

WAYS = [
    pytest.param("cpython", marks=pytest.mark.fast),
    pytest.param("image", marks=pytest.mark.slow),
]


@pytest.fixture(scope="module", params=WAYS)
def start(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Running]:
    """How to start the server: under CPython, or compiled, on the process machine."""
    if request.param == "cpython":
        return run_ours
    image = build_image(tmp_path_factory.mktemp("http"))
    return lambda: run_image(image)


@pytest.fixture(scope="module")
def server(start: Callable[[], Running]) -> Iterator[Running]:
    running = start()
    yield running
    running.stop()


def get(path: str, version: str = "1.1", *fields: str) -> bytes:
    lines = [f"GET {path} HTTP/{version}", "Host: test", *fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def statuses(answer: bytes) -> list[int]:
    found = []
    for part in answer.split(b"HTTP/1.1 ")[1:]:
        found.append(int(part[:3]))
    return found


def body_of(answer: bytes) -> bytes:
    return answer.partition(b"\r\n\r\n")[2]


def test_whole_response_has_length_and_date(server: Running) -> None:
    answer = server.talk(get("/nowhere"))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 404 Not Found\r\n")
    assert b"\r\ncontent-length: 9" in head
    assert b"\r\ndate: " in head and head.endswith(b" GMT")
    assert body == b"not found"


def test_pipelined_requests_are_answered_in_order(server: Running) -> None:
    answer = server.talk(get("/slow") + get("/nowhere") + get("/length") + get("/chunks"))
    assert statuses(answer) == [200, 404, 200, 200]
    assert (
        answer.index(b"slow") < answer.index(b"not found") < answer.index(b"12345") < answer.index(b"three")
    )


def test_chunked_response(server: Running) -> None:
    answer = server.talk(get("/chunks"))
    assert b"transfer-encoding: chunked" in answer
    assert body_of(answer) == b"3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n"


def test_response_to_http_1_0_is_not_chunked_and_closes(server: Running) -> None:
    answer = server.talk(get("/chunks", "1.0") + get("/length", "1.0"))
    assert statuses(answer) == [200]
    assert b"connection: close" in answer and body_of(answer) == b"onetwothree"


def test_http_1_0_keep_alive(server: Running) -> None:
    answer = server.talk(get("/length", "1.0", "Connection: keep-alive") + get("/length", "1.0"))
    assert statuses(answer) == [200, 200]
    assert b"connection: keep-alive" in answer


def test_head_has_no_body(server: Running) -> None:
    answer = server.talk(b"HEAD /length HTTP/1.1\r\nHost: x\r\n\r\n" + get("/empty"))
    assert statuses(answer) == [200, 204]
    assert b"12345" not in answer and b"content-length: 5" in answer
    assert b"content-length" not in answer[answer.index(b" 204 ") :]


def test_connection_close(server: Running) -> None:
    assert statuses(server.talk(get("/length", "1.1", "Connection: close") + get("/length"))) == [200]
    assert statuses(server.talk(get("/close") + get("/length"))) == [200]


@pytest.mark.parametrize("size", [0, 1, 1000, 300_000, 1 << 20])
def test_body_by_length(server: Running, size: int) -> None:
    body = bytes(index & 255 for index in range(size))
    request = b"PUT /echo HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % size + body
    answer = server.talk(request + get("/length"))
    assert statuses(answer)[0] == 200
    assert body in answer and answer.endswith(b"12345")


def test_body_in_chunks_with_extension_and_trailer(server: Running) -> None:
    request = (
        b"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n"
        b"5;a=b\r\nhello\r\n6\r\n world\r\n0\r\nX-Trailer: yes\r\n\r\n"
    )
    answer = server.talk(request + get("/length"))
    assert statuses(answer) == [200, 200]
    assert b"hello world" in answer


def test_expect_100_continue(server: Running) -> None:
    with server.connect() as sock:
        sock.sendall(b"PUT /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
        assert sock.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        sock.sendall(b"hello")
        sock.shutdown(socket.SHUT_WR)
        assert body_of(read_all(sock)) == b"hello"


def test_expect_without_reading_the_body_closes(server: Running) -> None:
    with server.connect() as sock:
        sock.sendall(b"PUT /none HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
        answer = read_all(sock)
    assert statuses(answer) == [404]
    assert b"connection: close" in answer


def test_unread_body_is_dropped_before_the_next_request(server: Running) -> None:
    request = b"PUT /none HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n" + bytes(200_000)
    assert statuses(server.talk(request + get("/length"))) == [404, 200]


def test_failing_application(server: Running) -> None:
    for path in ("/fail", "/nothing", "/inject", "/too-long"):
        answer = server.talk(get(path))
        assert statuses(answer) == [500], path
        assert answer.endswith(b"Internal Server Error") and b"set-cookie" not in answer


def test_failure_after_the_start_cuts_the_response_off(server: Running) -> None:
    answer = server.talk(get("/fail-later") + get("/length"))
    assert statuses(answer) == [200]
    assert answer.endswith(b"5\r\nbegun\r\n")


def test_big_response_to_a_slow_reader(server: Running) -> None:
    with server.connect() as sock:
        sock.sendall(get("/big", "1.0"))
        assert len(body_of(read_all(sock))) == 5_000_000


def test_request_byte_by_byte(server: Running) -> None:
    with server.connect() as sock:
        for byte in get("/length", "1.1", "Connection: close"):
            sock.sendall(bytes([byte]))
        assert body_of(read_all(sock)) == b"12345"


def test_scope(server: Running) -> None:
    answer = server.talk(get("/scope?a=b%20c", "1.1", "X-Thing:  two words \t"))
    expected = [
        "GET",
        "/scope",
        b"/scope",
        b"a=b%20c",
        "1.1",
        "http",
        [(b"host", b"test"), (b"x-thing", b"two words")],
    ]
    assert body_of(answer) == repr(expected).encode()
    answer = server.talk(b"GET http://other/sc%6fpe HTTP/1.1\r\nHost: test\r\n\r\n")
    assert b"'/scope', b'/sc%6fpe'" in answer


def test_errors_close_after_the_answer(server: Running) -> None:
    answer = server.talk(
        get("/length") + b"GET / HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n" + get("/length")
    )
    assert statuses(answer) == [200, 400]
    assert b"connection: close" in answer


def test_error_reaches_a_client_that_goes_on_sending(server: Running) -> None:
    with server.connect() as sock:
        sock.sendall(b"PUT /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n")
        sock.sendall(bytes(1_000_000))
        sock.shutdown(socket.SHUT_WR)
        assert statuses(read_all(sock)) == [413]


def test_who_listens_hears_that_the_client_sends_no_more(server: Running) -> None:
    assert body_of(server.talk(get("/listen"))) == b"gone"
    with server.connect() as sock:
        sock.sendall(get("/listen"))
    deadline = time.monotonic() + 5
    while body_of(server.talk(get("/gone"))).count(b"/listen") < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_many_connections_at_once(server: Running) -> None:
    socks = [server.connect() for _ in range(50)]
    for sock in socks:
        sock.sendall(get("/slow", "1.1", "Connection: close"))
    for sock in socks:
        assert body_of(read_all(sock)) == b"slow"
        sock.close()


def read_by_h11(method: str, answer: bytes) -> int:
    """The status of the one response that an independent parser finds."""
    client = h11.Connection(h11.CLIENT)
    client.send(h11.Request(method=method, target="/", headers=[("Host", "a")]))
    client.send(h11.EndOfMessage())
    client.receive_data(answer)
    client.receive_data(b"")
    response = client.next_event()
    assert isinstance(response, h11.Response)
    while not isinstance(event := client.next_event(), h11.EndOfMessage):
        assert isinstance(event, h11.Data)
    return response.status_code


def test_so_many_requests_a_connection(server: Running) -> None:
    answer = server.talk(get("/length") * (limits.KEEP_ALIVE_REQUESTS + 1))
    assert statuses(answer) == [200] * limits.KEEP_ALIVE_REQUESTS
    assert answer.count(b"connection: close") == 1


@pytest.mark.parametrize("table", ["accepted", "refused", "refused chunks"])
def test_the_parsers_tables(server: Running, table: str) -> None:
    """What test_parser.py says of the parser alone holds for the server, by h11's reading."""
    streams = {
        "accepted": [(data, 404) for data, _ in ACCEPTED.values()],
        "refused": list(REFUSED.values()),
        "refused chunks": [
            (CHUNKED_HEAD.replace(b" / ", b" /echo ") + data, status)
            for data, status in REFUSED_CHUNKS.values()
        ],
    }
    for data, status in streams[table]:
        method = "OPTIONS" if data.startswith(b"OPTIONS") else "GET"
        assert read_by_h11(method, server.talk(data)) == status, data


@pytest.mark.fast
def test_connections_that_send_nothing_make_room_for_others() -> None:
    running = run_ours("network.connection_limit = lambda: 40")
    try:
        idle = [running.connect() for _ in range(60)]
        for sock in idle:
            sock.sendall(b"GET / HTTP/1.1\r\nHo")
        assert statuses(running.talk(get("/length"))) == [200]
        closed, _, _ = select.select(idle, [], [], 5)
        assert len(closed) >= 40 and all(read_all(sock) == b"" for sock in closed)
    finally:
        running.stop()


@pytest.mark.fast
def test_time_outs() -> None:
    settings = "limits.HEAD_TIMEOUT = limits.BODY_TIMEOUT = 0; limits.KEEP_ALIVE_TIMEOUT = 0"
    running = run_ours(settings)
    try:
        socks = [running.connect() for _ in range(3)]
        socks[0].sendall(b"GET / HTTP/1.1\r\nHo")
        socks[1].sendall(b"PUT /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        socks[2].sendall(get("/length"))
        answers = [read_all(sock) for sock in socks]
        assert [statuses(answer) for answer in answers] == [[408], [408], [200]]
    finally:
        running.stop()


def test_sigterm_finishes_what_is_in_progress(start: Callable[[], Running]) -> None:
    running = start()
    with running.connect() as sock, running.connect() as idle:
        sock.sendall(get("/slow"))
        time.sleep(0.02)
        running.process.send_signal(signal.SIGTERM)
        assert body_of(read_all(sock)) == b"slow"
        assert read_all(idle) == b""
    assert running.process.wait(5) == 0
    assert running.stop() == ""
