"""urllib.parse, uuid, http, secrets, html-free web helpers."""

import secrets
import uuid
from http import HTTPStatus
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, urlencode, urljoin, urlparse, urlsplit, urlunsplit


def main() -> None:
    parts = urlsplit("https://user:pw@Example.org:8443/a/b;p?x=1&y=%20#frag")
    print(parts.scheme, parts.netloc, parts.path, parts.query, parts.fragment, parts.hostname, parts.port, parts.username)
    print(urlunsplit(parts), urlparse("http://h/p;x?q").params, parts.geturl())
    print(urljoin("http://a/b/c/d?q", "../g"), urljoin("http://a/b", "//c/d"), urljoin("http://a/b/", "x?y"))
    print(quote("a b/é&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("a%20b%C3%A9"), urlencode({"q": "a b", "n": 3}))
    print(parse_qs("a=1&b=2&a=3&c="), parse_qsl("x=%41+b&y", keep_blank_values=True))
    u = uuid.UUID("12345678-1234-5678-1234-567812345678")
    print(u, repr(u), u.int, u.version, u.hex, u == uuid.UUID(int=u.int), uuid.uuid5(uuid.NAMESPACE_DNS, "sesha"), uuid.uuid4().version)
    print(HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND.phrase, HTTPStatus(200).name, HTTPStatus.OK == 200, int(HTTPStatus.CREATED))
    print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice([7]))
    try:
        urlsplit("http://[::1")
    except ValueError as error:
        print(error)
    try:
        print(urlsplit("http://h:x").port)
    except ValueError as error:
        print(error)


main()
