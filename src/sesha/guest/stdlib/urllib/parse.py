"""Take URLs apart and put them together (RFC 3986), as the module `urllib.parse` of images.

Texts only: the functions take and give str. `quoting.py` has percent-encoding, `queries.py` the queries.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sesha.guest.stdlib.urllib.queries import parse_qs, parse_qsl, urlencode
from sesha.guest.stdlib.urllib.quoting import (
    quote,
    quote_from_bytes,
    quote_plus,
    unquote,
    unquote_plus,
    unquote_to_bytes,
)

__all__ = [
    "DefragResult",
    "ParseResult",
    "SplitResult",
    "parse_qs",
    "parse_qsl",
    "quote",
    "quote_from_bytes",
    "quote_plus",
    "unquote",
    "unquote_plus",
    "unquote_to_bytes",
    "urldefrag",
    "urlencode",
    "urljoin",
    "urlparse",
    "urlsplit",
    "urlunparse",
    "urlunsplit",
]

_SCHEME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_CONTROL_AND_SPACE = "".join([chr(code) for code in range(33)])

uses_relative = (
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms",
    "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
)  # fmt: skip
uses_netloc = (
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp",
    "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git",
    "git+ssh", "ws", "wss", "itms-services",
)  # fmt: skip
uses_params = (
    "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps", "rtspu", "sip",
    "sips", "mms", "sftp", "tel",
)  # fmt: skip


# --- the parts of the authority --------------------------------------------------------------------
def _user_info(netloc: str) -> tuple[str | None, str | None]:
    userinfo, at, _ = netloc.rpartition("@")
    if not at:
        return None, None
    username, colon, password = userinfo.partition(":")
    return username, password if colon else None


def _host_info(netloc: str) -> tuple[str | None, str | None]:
    hostinfo = netloc.rpartition("@")[2]
    _, bracket, bracketed = hostinfo.partition("[")
    if bracket:
        hostname, _, port = bracketed.partition("]")
        port = port.partition(":")[2]
    else:
        hostname, _, port = hostinfo.partition(":")
    return hostname or None, port or None


def _hostname(netloc: str) -> str | None:
    hostname = _host_info(netloc)[0]
    if hostname is None:
        return None
    name, percent, zone = hostname.partition("%")
    return name.lower() + percent + zone


def _port(netloc: str) -> int | None:
    port = _host_info(netloc)[1]
    if port is None:
        return None
    if not port.isdigit() or not port.isascii():
        raise ValueError(f"Port could not be cast to integer value as {port!r}")
    number = int(port)
    if number > 65535:
        raise ValueError("Port out of range 0-65535")
    return number


class SplitResult(NamedTuple):
    """A URL in five parts."""

    scheme: str
    netloc: str
    path: str
    query: str
    fragment: str

    @property
    def username(self) -> str | None:
        return _user_info(self.netloc)[0]

    @property
    def password(self) -> str | None:
        return _user_info(self.netloc)[1]

    @property
    def hostname(self) -> str | None:
        return _hostname(self.netloc)

    @property
    def port(self) -> int | None:
        return _port(self.netloc)

    def geturl(self) -> str:
        return urlunsplit(self)


class ParseResult(NamedTuple):
    """A URL in six parts."""

    scheme: str
    netloc: str
    path: str
    params: str
    query: str
    fragment: str

    @property
    def username(self) -> str | None:
        return _user_info(self.netloc)[0]

    @property
    def password(self) -> str | None:
        return _user_info(self.netloc)[1]

    @property
    def hostname(self) -> str | None:
        return _hostname(self.netloc)

    @property
    def port(self) -> int | None:
        return _port(self.netloc)

    def geturl(self) -> str:
        return urlunparse(self)


class DefragResult(NamedTuple):
    """A URL and its fragment."""

    url: str
    fragment: str

    def geturl(self) -> str:
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


# --- taking apart -----------------------------------------------------------------------------------
def _check_brackets(netloc: str) -> None:
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")


def _netloc_end(url: str, start: int) -> int:
    end = len(url)
    for mark in "/?#":
        at = url.find(mark, start)
        if at >= 0:
            end = min(end, at)
    return end


def urlsplit(url: str, scheme: str = "", allow_fragments: bool = True) -> SplitResult:
    """scheme://netloc/path?query#fragment, the scheme in lower case."""
    url = url.lstrip(_CONTROL_AND_SPACE)
    scheme = scheme.strip(_CONTROL_AND_SPACE)
    for character in "\t\r\n":
        url = url.replace(character, "")
        scheme = scheme.replace(character, "")
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and not url[:colon].strip(_SCHEME):
        scheme = url[:colon].lower()
        url = url[colon + 1 :]
    netloc = ""
    if url.startswith("//"):
        end = _netloc_end(url, 2)
        netloc = url[2:end]
        url = url[end:]
        _check_brackets(netloc)
    query = ""
    fragment = ""
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def _split_params(url: str) -> tuple[str, str]:
    at = url.find(";", url.rfind("/")) if "/" in url else url.find(";")
    return (url, "") if at < 0 else (url[:at], url[at + 1 :])


def urlparse(url: str, scheme: str = "", allow_fragments: bool = True) -> ParseResult:
    """The same, with the parameters of the last segment of the path apart."""
    parts = urlsplit(url, scheme, allow_fragments)
    path = parts.path
    params = ""
    if parts.scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


def urlunsplit(components: Sequence[str]) -> str:
    """The URL of five parts."""
    scheme, netloc, url, query, fragment = components
    if netloc:
        if url and not url.startswith("/"):
            url = "/" + url
        url = "//" + netloc + url
    elif url.startswith("//"):
        url = "//" + url
    elif scheme and scheme in uses_netloc and (not url or url.startswith("/")):
        url = "//" + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return url


def urlunparse(components: Sequence[str]) -> str:
    """The URL of six parts."""
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = f"{url};{params}"
    return urlunsplit((scheme, netloc, url, query, fragment))


def urldefrag(url: str) -> DefragResult:
    if "#" not in url:
        return DefragResult(url, "")
    parts = urlparse(url)
    bare = urlunparse((parts.scheme, parts.netloc, parts.path, parts.params, parts.query, ""))
    return DefragResult(bare, parts.fragment)


def urljoin(base: str, url: str, allow_fragments: bool = True) -> str:
    """A reference as it is meant where `base` is (RFC 3986, 5.2)."""
    if not base:
        return url
    if not url:
        return base
    b = urlparse(base, "", allow_fragments)
    r = urlparse(url, b.scheme, allow_fragments)
    if r.scheme != b.scheme or r.scheme not in uses_relative:
        return url
    netloc = r.netloc
    if r.scheme in uses_netloc:
        if netloc:
            return urlunparse((r.scheme, netloc, r.path, r.params, r.query, r.fragment))
        netloc = b.netloc
    if not r.path and not r.params:
        query = r.query or b.query
        return urlunparse((r.scheme, netloc, b.path, b.params, query, r.fragment))
    path = _joined_path(b.path, r.path)
    return urlunparse((r.scheme, netloc, path, r.params, r.query, r.fragment))


def _joined_path(base: str, path: str) -> str:
    base_parts = base.split("/")
    if base_parts[-1] != "":
        base_parts.pop()
    if path.startswith("/"):
        segments = path.split("/")
    else:
        joined = base_parts + path.split("/")
        inner = [segment for segment in joined[1:-1] if segment]
        segments = joined[:1] + inner + joined[-1:] if len(joined) > 1 else joined
    resolved: list[str] = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return "/".join(resolved) or "/"
