"""The guest's bytes and bytearray methods against CPython's."""

from typing import Any

import pytest

from sesha.guest.abi import layout
from sesha.guest.builtins import bytearray as guest_bytearray, bytes as guest_bytes, str_encode
from sesha.guest.cpu import intrinsics

pytestmark = [pytest.mark.fast]

VALUES = [
    b"",
    b"a",
    b"abcabcab",
    b" a  b ",
    b"\t\n x\r\ny\x0bz",
    b"a\xe9\xff",
    b"Hello World",
    b"hELLO they're",
    b"123",
    b"'",
    b'"',
    b"'\"\\",
    b"\x00\x7f\x80",
    b"a,b,,c",
    b",",
    b"\tab\tc",
    b"-12",
    b"+5",
    b"a" * 40 + b"b",
    b"\r",
    b"a\r\n\nb",
]
PARTS = [b"", b"a", b"ab", b",", b"cab", b"\xff", b" "]


def outcome(function: Any, *arguments: Any) -> Any:
    try:
        return function(*arguments)
    except Exception as error:
        return type(error), str(error)


def agree(name: str, *arguments: Any) -> None:
    expected = outcome(getattr(bytes, name), *arguments)
    assert outcome(vars(guest_bytes)[name], *arguments) == expected, (name, arguments)


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(
    "name",
    [
        "lower",
        "upper",
        "swapcase",
        "title",
        "capitalize",
        "isalnum",
        "isalpha",
        "isascii",
        "isdigit",
        "islower",
        "isspace",
        "istitle",
        "isupper",
        "split",
        "rsplit",
        "splitlines",
        "strip",
        "lstrip",
        "rstrip",
        "decode",
        "expandtabs",
        "__len__",
        "__repr__",
        "__str__",
        "hex",
    ],
)
def test_without_arguments(name: str) -> None:
    for value in VALUES:
        agree(name, value)


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("name", ["find", "rfind", "count", "index", "rindex", "__contains__"])
def test_finding(name: str) -> None:
    for value in VALUES:
        for sub in [*PARTS, 97, 255]:
            agree(name, value, sub)
            if name != "__contains__":
                for start, end in [(1, None), (None, -1), (2, 5), (-3, 100), (100, 200)]:
                    agree(name, value, sub, start, end)
    agree(name, b"a", 256)
    agree(name, b"a", "a")


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(
    "name",
    [
        "partition",
        "rpartition",
        "removeprefix",
        "removesuffix",
        "__add__",
        "split",
        "rsplit",
        "strip",
        "lstrip",
        "rstrip",
        "startswith",
        "endswith",
        "__eq__",
        "__lt__",
        "__ge__",
        "__ne__",
    ],
)
def test_one_argument(name: str) -> None:
    for value in VALUES:
        for other in PARTS:
            agree(name, value, other)
    agree(name, b"a", "a")


@pytest.mark.usefixtures("mirror")
def test_more_arguments() -> None:
    for value in VALUES:
        for limit in [-1, 0, 1, 2]:
            agree("split", value, b",", limit)
            agree("rsplit", value, b",", limit)
            agree("split", value, None, limit)
            agree("rsplit", value, None, limit)
            for old in PARTS:
                for new in [b"", b"x", b"xyz"]:
                    agree("replace", value, old, new, limit)
        for width in [-1, 0, 5, 8, 9]:
            agree("zfill", value, width)
            agree("expandtabs", value, width)
            for name in ["center", "ljust", "rjust"]:
                agree(name, value, width)
                agree(name, value, width, b"*")
                agree(name, value, width, b"**")
        agree("translate", value, bytes(range(256))[::-1])
        agree("translate", value, None, b"ab")
        agree("splitlines", value, True)
        agree("__mul__", value, 3)
        agree("__mul__", value, -3)
        for group in [-3, -1, 0, 1, 2, 3]:
            agree("hex", value, ":", group)
        agree("join", value, [b"a", b"", b"cd"])
        for index in [0, -1, 5, 100]:
            agree("__getitem__", value, index)
        for start in [None, 0, 2, -3, 100]:
            for stop in [None, 0, 5, -1, 100]:
                for step in [None, 2, -1, -2]:
                    agree("__getitem__", value, slice(start, stop, step))
    agree("join", b"", [b"a", "b"])
    agree("hex", b"a", "::")


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("text", ["", "0a 0B\tff", "0", "0x", "é0", "00 1", "000"])
def test_fromhex(text: str) -> None:
    expected = outcome(bytes.fromhex, text)
    if text in ("0", "00 1", "000"):
        expected = (ValueError, f"non-hexadecimal number found in fromhex() arg at position {len(text)}")
    assert outcome(guest_bytes.fromhex, text) == expected


MALFORMED = [
    b"a\xffb",
    b"\xc3",
    b"\xc3(",
    b"\xe2\x82",
    b"\xe2(\xa1",
    b"\xe2\x82(",
    b"\xf0\x9f\x98",
    b"\xf0\x9f\x98(",
    b"\xf0(",
    b"\xed\xa0\x80",
    b"\xed\xb2\x80x",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\xf5",
    b"\x80",
    b"ok \xe2\x82\xac \xf0\x9f\x98\x80",
    b"\xe0\x80\x80",
    b"\xe2",
    b"\xf0",
    b"\xf0\x9f",
    b"\xf0\x8f\xbf\xbf",
    b"\xe9t\xe9",
]


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize(
    "errors", ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "what"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_decoding(encoding: str, errors: str) -> None:
    for value in [*VALUES, *MALFORMED]:
        agree("decode", value, encoding, errors)
    agree("decode", b"a", "none")


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("errors", ["strict", "ignore", "replace", "surrogatepass"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "UTF-16BE", "utf32", "utf_32_le", "utf-32-be"])
def test_wide_encodings(encoding: str, errors: str) -> None:
    for text in ["", "a", "aé\u20ac", "x\U0001f600y", "\ufeffa", "a\ud800b", "\udc00\ud800", "\ud800"]:
        expected = outcome(str.encode, text, encoding, errors)
        assert outcome(str_encode.encode, text, encoding, errors) == expected, text
        if isinstance(expected, bytes):
            for cut in range(4):
                value = expected[: len(expected) - cut]
                if errors != "surrogatepass":
                    agree("decode", value, encoding, errors)
    odd = [b"\x00\xdc\x00\xd8", b"\xff\xff\xff\xff", b"\x00\xd8\x41\x00", b"\xfe\xff\x00a", b"\x00\xd8"]
    for value in odd:
        if errors != "surrogatepass":
            agree("decode", value, encoding, errors)


@pytest.mark.usefixtures("mirror")
def test_construction() -> None:
    for arguments in [
        (),
        (3,),
        (-1,),
        ([1, 2],),
        ([256],),
        (["a"],),
        (b"x",),
        ("é", "utf-8"),
        ("é",),
        (1.5,),
        (b"x", "a"),
    ]:
        expected = outcome(bytes, *arguments)
        assert outcome(guest_bytes.__new__, bytes, *arguments) == expected, arguments


# --- bytearray -------------------------------------------------------------------------------------
class Pair:
    """A guest bytearray and CPython's, changed alike."""

    def __init__(self, mirror: Any, content: bytes) -> None:
        self.theirs = bytearray(content)
        self.ours = guest_bytearray.__new__(bytearray, content)
        self.place = mirror.address(self.ours)

    def content(self) -> bytes:
        word = intrinsics.load_i64(self.place + layout.BYTEARRAY_BUFFER)
        data = word - 1 + layout.BUFFER_DATA
        return bytes(
            intrinsics.MEMORY[data : data + intrinsics.load_i64(self.place + layout.BYTEARRAY_LENGTH)]
        )

    def agree(self, name: str, *arguments: Any) -> None:
        expected = outcome(getattr(bytearray, name), self.theirs, *arguments)
        assert outcome(vars(guest_bytearray)[name], self.ours, *arguments) == expected, (name, arguments)
        assert self.content() == bytes(self.theirs), (name, arguments)


def test_bytearray_changes(mirror: Any) -> None:
    for value in VALUES:
        for name, *arguments in [
            ("append", 7),
            ("append", 256),
            ("extend", b"xyz"),
            ("extend", [1, 2]),
            ("clear",),
            ("pop",),
            ("pop", 0),
            ("pop", 100),
            ("insert", 1, 65),
            ("insert", -100, 65),
            ("insert", 100, 65),
            ("remove", 97),
            ("reverse",),
            ("__setitem__", 0, 88),
            ("__setitem__", 100, 88),
            ("__setitem__", 0, 256),
            ("__delitem__", 0),
            ("__setitem__", slice(1, 3), b"12345"),
            ("__setitem__", slice(1, 3), b""),
            ("__setitem__", slice(None), b"q"),
            ("__setitem__", slice(None, None, 2), b"q"),
            ("__setitem__", slice(5, 2), b"ins"),
            ("__delitem__", slice(1, 4)),
            ("__delitem__", slice(None, None, 2)),
            ("__delitem__", slice(None, None, -2)),
            ("__delitem__", slice(4, 1, -1)),
            ("__setitem__", slice(0, 1), [1, 2, 3]),
            ("__setitem__", slice(0, 1), 5),
            ("__getitem__", 0),
            ("__len__",),
            ("__setitem__", slice(3, None, -1), b"abcd"),
            ("find", b"a"),
            ("__contains__", 97),
        ]:
            pair = Pair(mirror, value)
            pair.agree(name, *arguments)


def test_bytearray_grows(mirror: Any) -> None:
    pair = Pair(mirror, b"")
    for i in range(300):
        pair.agree("append", i % 256)
    for _ in range(100):
        pair.agree("pop", 3)
    guest_bytearray.iadd(pair.ours, b"end")
    pair.theirs += b"end"
    guest_bytearray.imul(pair.ours, 3)
    pair.theirs *= 3
    assert pair.content() == bytes(pair.theirs)


def test_exports_fix_the_size(mirror: Any) -> None:
    pair = Pair(mirror, b"abc")
    intrinsics.store_i64(pair.place + layout.BYTEARRAY_EXPORTS, 1)
    with pytest.raises(BufferError):
        guest_bytearray.append(pair.ours, 1)
    guest_bytearray.setitem(pair.ours, 0, 90)
    assert pair.content() == b"Zbc"
