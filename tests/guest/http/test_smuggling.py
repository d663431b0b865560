"""Requests made of almost right parts: whatever our parser accepts, h11 accepts and reads the same way.

Two parsers that see different requests in one stream are what request smuggling needs. Ours may refuse
more than h11 does, but must never see a request, a field or a body where h11 sees another.
"""

import h11
from hypothesis import example, given, settings, strategies as st

from .test_parser import parse, pytestmark as pytestmark

SPACES = st.sampled_from([b"", b" ", b"\t", b"  ", b"\x0b", b"\r\n "])
ENDS = st.sampled_from([b"\r\n"] * 12 + [b"\n", b"\r", b"\r\r\n", b"\n\r\n", b""])
COLONS = st.sampled_from([b": "] * 10 + [b":", b" :", b"\t: ", b":\t", b"", b"::"])
NAMES = st.sampled_from(
    [b"Host", b"X", b"Connection", b"Expect", b"Content-Length", b"content-length", b"Content_Length"]
    + [b"Transfer-Encoding", b"transfer-encoding", b"Transfer-Encoding\0", b"Content-Length ", b"", b"T\xe9"]
)
VALUES = st.sampled_from(
    [b"a", b"close", b"keep-alive", b"100-continue", b"0", b"3", b"5", b"05", b"+5", b"-1", b"5, 5", b"0x5"]
    + [b"chunked", b"Chunked", b"chunked, identity", b"gzip, chunked", b"chunked,", b"xchunked", b'"chunked"']
    + [b"", b"\x00", b"a\rb", b"a\x7f", b"\xff", b"5\x0b", b"1_0", b"\xb2"]
)
FIELDS = st.tuples(NAMES, COLONS, VALUES, SPACES, ENDS).map(b"".join)
LINES = st.sampled_from(
    [b"GET / HTTP/1.1\r\n", b"POST /a?b HTTP/1.1\r\n", b"GET / HTTP/1.0\r\n"] * 3
    + [b"GET  / HTTP/1.1\r\n", b"GET / HTTP/1.1\n", b"GET / HTTP/1.1 \r\n", b" GET / HTTP/1.1\r\n"]
    + [b"GET http://b/ HTTP/1.1\r\n", b"OPTIONS * HTTP/1.1\r\n", b"GET /\r\n"]
)
SIZES = st.sampled_from([b"0", b"1", b"3", b"5", b"a", b"A", b"00", b"003"] * 2 + [b"", b"-1", b"0x1", b" 1"])
EXTENSIONS = st.sampled_from([b""] * 6 + [b";a", b";a=b", b" ", b"\t;a", b";a\rb", b"; \xff", b" x"])
DATA = st.sampled_from([b"", b"a", b"abc", b"hello", b"0123456789", b"0\r\n\r\n", b"GET / HTTP/1.1\r\n"])
CHUNKS = st.tuples(SIZES, EXTENSIONS, ENDS, DATA, ENDS).map(b"".join)
BODIES = st.one_of(
    DATA,
    st.lists(CHUNKS, max_size=4).map(b"".join),
    st.just(b"3\r\nabc\r\n0\r\n\r\n"),
    st.just(b"0\r\nX: y\r\n\r\n"),
)
FRAMING = st.sampled_from(
    [b"Content-Length: 3\r\n", b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n", b""]
)
REQUESTS = st.tuples(
    LINES,
    st.sampled_from([b"Host: a\r\n", b""]),
    FRAMING,
    st.lists(FIELDS, max_size=2).map(b"".join),
    ENDS,
    BODIES,
).map(b"".join)

Read = tuple[str, bytes, list[tuple[bytes, bytes]], bytes]


def read_by_h11(stream: bytes) -> tuple[list[Read], bool]:
    """The requests that h11 finds, and whether it stopped at something that it refuses."""
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=1 << 20)
    connection.receive_data(stream)
    found: list[Read] = []
    request: h11.Request | None = None
    body = b""
    try:
        while True:
            event = connection.next_event()
            if isinstance(event, h11.Request):
                request, body = event, b""
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage) and request is not None:
                target = bytes(request.target).removeprefix(b"http://b")
                found.append((request.method.decode(), target, list(request.headers), body))
                connection.send(h11.Response(status_code=200, headers=[("Content-Length", "0")]))
                connection.send(h11.EndOfMessage())
                if connection.our_state is not h11.DONE:
                    return found, False
                connection.start_next_cycle()
            else:
                return found, False
    except h11.ProtocolError:
        return found, True


def read_by_us(stream: bytes) -> list[Read]:
    """Ours, in h11's terms."""
    found: list[Read] = []
    for method, path, query, _, headers, body in parse([stream])[0]:
        found.append((method, path + (b"?" + query if query else b""), headers, body))
    return found


@settings(max_examples=600, deadline=None)
@given(st.lists(REQUESTS, min_size=1, max_size=3).map(b"".join))
@example(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET")
def test_what_we_accept_h11_reads_in_the_same_way(stream: bytes) -> None:
    ours = read_by_us(stream)
    theirs, refused = read_by_h11(stream)
    for mine, other in zip(ours, theirs, strict=False):
        assert mine == other
    assert not refused or len(ours) <= len(theirs)


@settings(max_examples=300, deadline=None)
@given(st.lists(REQUESTS, min_size=1, max_size=2).map(b"".join))
def test_pieces_do_not_matter(stream: bytes) -> None:
    assert parse([stream[index : index + 1] for index in range(len(stream))]) == parse([stream])
