"""Parse requests in three feeds (whole, byte by byte, with a tail): the same requests each time.

The table of refusals holds the rules of RFC 9112 that smuggling attacks break, h1spec's points
among them.
"""

import itertools

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.http import limits
from sesha.guest.http.date import format_date
from sesha.guest.http.errors import HttpError
from sesha.guest.http.parser import RequestParser
from sesha.guest.http.target import decode_path, is_host

pytestmark = pytest.mark.fast

HOST = b"Host: a\r\n"

Parsed = tuple[str, bytes, bytes, int, list[tuple[bytes, bytes]], bytes]


def parse(pieces: list[bytes]) -> tuple[list[Parsed], int]:
    """All requests with their bodies, and the status of the error that ended them (0: none)."""
    parser = RequestParser()
    requests: list[Parsed] = []
    request = None
    body = b""
    try:
        for piece in pieces:
            parser.feed(piece)
            while True:
                if request is None:
                    request = parser.next_request()
                    body = b""
                    if request is None:
                        break
                part = parser.next_body()
                if part is not None:
                    assert part
                    body += part
                elif parser.body_done():
                    target = request.target
                    requests.append(
                        (request.method, target.raw_path, target.query, request.minor, request.headers, body)
                    )
                    request = None
                else:
                    break
    except HttpError as error:
        return requests, error.status
    return requests, 0


def parse_every_way(data: bytes) -> tuple[list[Parsed], int]:
    whole = parse([data])
    assert parse([data[index : index + 1] for index in range(len(data))]) == whole
    middle = len(data) // 2
    assert parse([data[:middle], data[middle:]]) == whole
    tail = parse([data + b"GET /tail HT"])
    assert tail[0] == whole[0] and (tail[1] == whole[1] or whole[1] == 0)
    return whole


ACCEPTED = {
    "simple": (b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", ("GET", b"/", b"", b"")),
    "query": (b"GET /a?b=c&d HTTP/1.1\r\nHost: a\r\n\r\n", ("GET", b"/a", b"b=c&d", b"")),
    "empty line first": (b"\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", ("GET", b"/", b"", b"")),
    "absolute": (b"GET http://b:80/x?y HTTP/1.1\r\nHost: a\r\n\r\n", ("GET", b"/x", b"y", b"")),
    "absolute without path": (b"GET http://b HTTP/1.1\r\nHost: a\r\n\r\n", ("GET", b"/", b"", b"")),
    "asterisk": (b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", ("OPTIONS", b"*", b"", b"")),
    "own method": (b"PURGE / HTTP/1.1\r\nHost: a\r\n\r\n", ("PURGE", b"/", b"", b"")),
    "1.0 without host": (b"GET / HTTP/1.0\r\n\r\n", ("GET", b"/", b"", b"")),
    "later minor version": (b"GET / HTTP/1.2\r\nHost: a\r\n\r\n", ("GET", b"/", b"", b"")),
    "empty host": (b"GET / HTTP/1.1\r\nHost:\r\n\r\n", ("GET", b"/", b"", b"")),
    "length": (b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", ("PUT", b"/", b"", b"abc")),
    "chunks": (
        b"PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nabc\r\n0A \r\n0123456789\r\n0\r\n\r\n",
        ("PUT", b"/", b"", b"abc0123456789"),
    ),
    "chunk extension, trailer": (
        b'PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;x="y"\r\nz\r\n0\r\nT: u\r\n\r\n',
        ("PUT", b"/", b"", b"z"),
    ),
}

REFUSED = {
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "two hosts": (b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
    "host with a space": (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
    "host with a user": (b"GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400),
    "host with a path": (b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
    "host list": (b"GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400),
    "space before colon": (b"GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", 400),
    "space before first name": (b"GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400),
    "obs-fold": (b"GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n", 400),
    "tab fold": (b"GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n\tz\r\n\r\n", 400),
    "bare CR in value": (b"GET / HTTP/1.1\r\nHost: a\r\nX: y\rz\r\n\r\n", 400),
    "bare LF": (b"GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400),
    "bare LF after request line": (b"GET / HTTP/1.1\nHost: a\r\n\r\n", 400),
    "NUL in value": (b"GET / HTTP/1.1\r\nHost: a\r\nX: y\0z\r\n\r\n", 400),
    "control in value": (b"GET / HTTP/1.1\r\nHost: a\r\nX: y\x07z\r\n\r\n", 400),
    "control in name": (b"GET / HTTP/1.1\r\nHost: a\r\nX\x01: z\r\n\r\n", 400),
    "empty name": (b"GET / HTTP/1.1\r\nHost: a\r\n: z\r\n\r\n", 400),
    "no colon": (b"GET / HTTP/1.1\r\nHost: a\r\nXyz\r\n\r\n", 400),
    "two spaces": (b"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "space in target": (b"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "space after version": (b"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400),
    "tab as separator": (b"GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "no version": (b"GET /\r\nHost: a\r\n\r\n", 400),
    "lower-case http": (b"GET / http/1.1\r\nHost: a\r\n\r\n", 400),
    "version text": (b"GET / HTTP/1.x\r\nHost: a\r\n\r\n", 400),
    "version digits": (b"GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400),
    "HTTP/2": (b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
    "HTTP/9.9": (b"GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505),
    "method with colon": (b"GE:T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "fragment": (b"GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "relative target": (b"GET index HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "asterisk with GET": (b"GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "other scheme": (b"GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "CONNECT": (b"CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    "non-ASCII target": (b"GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    "length and coding": (
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "coding and length": (
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        400,
    ),
    "two lengths": (
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
        400,
    ),
    "length list": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello", 400),
    "negative length": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
    "length with plus": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello", 400),
    "length in hex": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nhello", 400),
    "length with a letter": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5a\r\n\r\nhello", 400),
    "length with an underscore": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1_0\r\n\r\nhello", 400),
    "empty length": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n", 400),
    "huge length": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
    "length over the limit": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n", 413),
    "coding in 1.0": (b"POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "chunked twice": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", 400),
    "two codings fields": (
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n",
        400,
    ),
    "chunked not last": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", 400),
    "unknown coding": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", 400),
    "gzip": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
    "vertical tab coding": (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\x0bchunked\r\n\r\n", 400),
    "unknown expectation": (b"POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", 417),
    "long request line": (b"GET /" + b"a" * limits.REQUEST_LINE + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    "long field": (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * limits.FIELD_LINE + b"\r\n\r\n", 431),
    "many fields": (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * limits.FIELDS + b"\r\n", 431),
    "large fields": (b"GET / HTTP/1.1\r\nHost: a\r\n" + (b"X: " + b"a" * 8000 + b"\r\n") * 5 + b"\r\n", 431),
    "empty lines": (b"\r\n" * 5 + b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
}

FRAGMENTS = (
    *(b"GET", b" ", b"/", b"HTTP/1.1", b"\r\n", b"\n", b"\r", b":", b"Host", b"a", b"Content-Length"),
    *(b"Transfer-Encoding", b"chunked", b"0", b"5", b"\0", b"\t", b",", b"Expect", b"\xff"),
)
CHUNKED_HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
REFUSED_CHUNKS = {
    "no size": (b"\r\nabc\r\n", 400),
    "negative": (b"-3\r\nabc\r\n", 400),
    "prefix": (b"0x3\r\nabc\r\n", 400),
    "underscore": (b"1_0\r\nabc\r\n", 400),
    "overflow": (b"ffffffffffffffff3\r\nabc\r\n", 400),
    "over the limit": (b"100001\r\n", 413),
    "longer than its size": (b"3\r\nabcd\r\n", 400),
    "bare LF after size": (b"3\nabc\r\n", 400),
    "bare LF after data": (b"3\r\nabc\n", 400),
    "bare CR in extension": (b"3;a\rb\r\nabc\r\n", 400),
    "text after size": (b"3 x\r\nabc\r\n", 400),
    "long extension": (b"3;" + b"a" * limits.CHUNK_LINE + b"\r\nabc\r\n", 400),
    "bad trailer": (b"0\r\nX y\r\n\r\n", 400),
    "folded trailer": (b"0\r\nX: y\r\n z\r\n\r\n", 400),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name: str) -> None:
    data, expected = ACCEPTED[name]
    requests, status = parse_every_way(data)
    assert status == 0
    assert [(method, path, query, body) for method, path, query, _, _, body in requests] == [expected]


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, status = REFUSED[name]
    assert parse_every_way(data) == ([], status)


@pytest.mark.parametrize("name", REFUSED_CHUNKS)
def test_refused_chunks(name: str) -> None:
    data, status = REFUSED_CHUNKS[name]
    assert parse_every_way(CHUNKED_HEAD + data) == ([], status)


def test_keep_alive_rules() -> None:
    for line, fields, expected in (
        (b"GET / HTTP/1.1", b"", True),
        (b"GET / HTTP/1.1", b"Connection: x, Close\r\n", False),
        (b"GET / HTTP/1.0", b"", False),
        (b"GET / HTTP/1.0", b"Connection: Keep-Alive\r\n", True),
        (b"GET / HTTP/1.0", b"Connection: keep-alive, close\r\n", False),
    ):
        parser = RequestParser()
        parser.feed(line + b"\r\n" + HOST + fields + b"\r\n")
        request = parser.next_request()
        assert request is not None and request.keep_alive is expected


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(sorted(data for data, _ in ACCEPTED.values())), max_size=4), st.data())
def test_pipelined_requests_cut_anywhere(requests: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(requests)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    edges = [0, *cuts, len(stream)]
    pieces = [stream[start:end] for start, end in itertools.pairwise(edges)]
    parsed, status = parse(pieces)
    assert status == 0 and len(parsed) == len(requests)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40), st.binary(max_size=40))
def test_any_bytes_give_requests_or_one_refusal(tokens: list[bytes], noise: bytes) -> None:
    """Invariant: nothing but HttpError comes out, and the feeds agree."""
    stream = b"".join(tokens) + noise
    whole = parse([stream])
    assert parse([stream[index : index + 1] for index in range(len(stream))]) == whole
    assert whole[1] in (0, 400, 413, 414, 417, 431, 501, 505)


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b"/a%20b", "/a b"),
        (b"/%c3%a4", "/ä"),
        (b"/%zz%4", "/%zz%4"),
        (b"/%ff", "/\ufffd"),
        (b"/%2F%2f", "///"),
    ],
)
def test_decode_path(raw: bytes, path: str) -> None:
    assert decode_path(raw) == path


@pytest.mark.parametrize(
    ("value", "valid"),
    [(b"a", True), (b"a:80", True), (b"[::1]:80", True), (b"[::1]", True), (b"1.2.3.4:", True), (b"", True),
     (b"a:b", False), (b"[::1", False), (b"::1]", False), (b"[::1]x", False), (b"a:80:90", False)],
)  # fmt: skip
def test_is_host(value: bytes, valid: bool) -> None:
    assert is_host(value) is valid


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784111777, "Sun, 06 Nov 1994 08:49:37 GMT"),
     (951827696, "Tue, 29 Feb 2000 12:34:56 GMT"), (4107542399, "Sun, 28 Feb 2100 23:59:59 GMT")],
)  # fmt: skip
def test_format_date(seconds: int, text: str) -> None:
    assert format_date(seconds) == text
