"""Compare the guest's urllib.parse with CPython's."""

import sys
import urllib.parse as theirs
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib.urllib import parse as ours

pytestmark = pytest.mark.fast

URLS = st.one_of(
    st.text(alphabet="ht:/?#&=;@[].%2Fa+ \té1", max_size=16),
    st.builds(
        lambda s, n, p, q, f: s + n + p + q + f,
        st.sampled_from(["http://", "https://", "ftp:", "//", "", "mailto:", "X-1:", "file:///"]),
        st.sampled_from(["", "h", "User:pw@Host:80", "[::1]:8080", "h:99999", "h:x", "a@b@c"]),
        st.sampled_from(["", "/", "/a/b;p", "/../x/./y", "a//b", "/a;b/c"]),
        st.sampled_from(["", "?a=1&b", "?", "?x=%41+b&x=2&y="]),
        st.sampled_from(["", "#f", "#"]),
    ),
)


def outcome(function: Callable[..., Any], *arguments: Any, **options: Any) -> str:
    try:
        return repr(function(*arguments, **options))
    except ValueError as error:
        return f"ValueError: {error}"


def port(module: Any, url: str) -> Any:
    parts = module.urlsplit(url)
    return parts.hostname, parts.username, parts.password, parts.port


@settings(max_examples=600)
@given(URLS, URLS)
def test_urls(url: str, other: str) -> None:
    old = sys.version_info < (3, 13)  # which write an empty authority where later versions do not
    for name in ("urlsplit", "urlparse", "urldefrag"):
        if old and name == "urldefrag" and not theirs.urlsplit(url).netloc:
            continue
        mine, expected = outcome(getattr(ours, name), url), outcome(getattr(theirs, name), url)
        if expected.startswith("ValueError"):
            assert mine.startswith("ValueError")
            return
        assert mine == expected, name
    assert outcome(port, ours, url) == outcome(port, theirs, url)
    if "ValueError" not in outcome(theirs.urlsplit, other) and not (old and not theirs.urlsplit(url).netloc):
        assert outcome(ours.urljoin, url, other) == outcome(theirs.urljoin, url, other)
    if old and not theirs.urlsplit(url).netloc:
        return
    assert outcome(lambda: ours.urlsplit(url).geturl()) == outcome(lambda: theirs.urlsplit(url).geturl())
    assert outcome(lambda: ours.urlparse(url).geturl()) == outcome(lambda: theirs.urlparse(url).geturl())


@given(st.text(alphabet="a%2fF/ +é€&=;~", max_size=12))
def test_quoting(text: str) -> None:
    for name in ("quote", "quote_plus", "unquote", "unquote_plus", "unquote_to_bytes"):
        assert getattr(ours, name)(text) == getattr(theirs, name)(text), name
    assert ours.quote(text.encode(), safe="é+") == theirs.quote(text.encode(), safe="é+")
    assert ours.unquote(text.encode()) == theirs.unquote(text.encode())
    for options in (
        {},
        {"keep_blank_values": True},
        {"strict_parsing": True},
        {"max_num_fields": 2},
        {"separator": ";"},
    ):
        assert outcome(ours.parse_qs, text, **options) == outcome(theirs.parse_qs, text, **options), options


def test_urlencode() -> None:
    for query in ({"a": 1, "b c": "x&y", "é": b"\xff"}, [("k", [1, 2]), ("k", "z"), ("t", ())]):
        for doseq in (False, True):
            assert ours.urlencode(query, doseq) == theirs.urlencode(query, doseq)
    assert ours.urlencode({"a": "b c"}, quote_via=ours.quote) == "a=b%20c"
