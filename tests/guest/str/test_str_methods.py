"""The guest's str methods against CPython's, on strings of every kind."""

import operator
import random
from typing import Any

import pytest

from sesha.guest.abi import layout
from sesha.guest.builtins import (
    str_build,
    str_case,
    str_classes,
    str_encode,
    str_items,
    str_justify,
    str_replace,
    str_repr,
    str_search,
    str_split,
    text_search,
    text_units,
)

pytestmark = [pytest.mark.fast, pytest.mark.usefixtures("mirror")]

MODULES: list[Any] = [
    str_build,
    str_case,
    str_classes,
    str_encode,
    str_items,
    str_justify,
    str_replace,
    str_repr,
    str_search,
    str_split,
]
TEXTS = [
    "",
    "a",
    "ab",
    "abcabcab",
    " a  b ",
    "\t\n x\r\ny\x0bz\x1c",
    "aé",
    "é",
    "ÿß",
    "straße",
    "ŉ",
    "ab\u20ac",
    "\u20ac",
    "x\U0001f600y",
    "\U0001f600",
    "ΑΣ",
    "ΑΣ Σ",
    "Σ",
    "Σ.a",
    "ΑΣ.",
    "ǆ ǅ Ǆ",
    "ﬁ İ",
    "a\u2028b\x85c",
    "１２³½",
    "Hello World",
    "hELLO wORLD they're",
    "_x1",
    "1x",
    "'",
    '"',
    "'\"\\",
    "\x00\x7f\xa0\xad",
    "\ud800x",
    "١٢",
    "a,b,,c",
    ",",
    "\tab\tc",
    "-12",
    "+5",
    "a" * 40 + "b",
    "ab" * 20 + "é",
    "ᾳ ὒ",
    "ა Ა",
    "\u0345A",
    "Ⅷ ⅷ",
]


def guest(name: str) -> Any:
    for module in MODULES:
        if name in vars(module):
            return vars(module)[name]
    raise AttributeError(name)


def outcome(function: Any, *arguments: Any) -> Any:
    try:
        return function(*arguments)
    except Exception as error:
        return type(error), str(error)


def agree(name: str, *arguments: Any) -> None:
    expected = outcome(getattr(str, name), *arguments)
    assert outcome(guest(name), *arguments) == expected, (name, arguments)


@pytest.mark.parametrize(
    "name",
    [
        "lower",
        "upper",
        "casefold",
        "swapcase",
        "title",
        "capitalize",
        "isalnum",
        "isalpha",
        "isascii",
        "isdecimal",
        "isdigit",
        "isidentifier",
        "islower",
        "isnumeric",
        "isprintable",
        "isspace",
        "istitle",
        "isupper",
        "split",
        "rsplit",
        "splitlines",
        "strip",
        "lstrip",
        "rstrip",
        "encode",
        "expandtabs",
        "__len__",
        "__repr__",
    ],
)
def test_without_arguments(name: str) -> None:
    for text in TEXTS:
        agree(name, text)


@pytest.mark.parametrize("name", ["lower", "upper", "casefold", "swapcase", "title", "capitalize"])
def test_case_of_every_character(name: str) -> None:
    everything = [
        chr(code) for code in range(0x20000) if code < 0x3400 or 0xA640 <= code < 0xAC00 or code % 7 == 0
    ]
    step = 1024
    for start in range(0, len(everything), step):
        text = " ".join(everything[start : start + step])
        assert guest(name)(text) == getattr(text, name)()


@pytest.mark.parametrize(
    "name",
    [
        "isalpha",
        "isalnum",
        "isdecimal",
        "isdigit",
        "isnumeric",
        "isprintable",
        "isspace",
        "islower",
        "isupper",
        "istitle",
    ],
)
def test_class_of_characters(name: str) -> None:
    function = guest(name)
    for code in [*range(0x800), *range(0x800, 0x3400, 3), *range(0xA000, 0x1F000, 61), 0x20000, 0x10FFFF]:
        assert function(chr(code)) == getattr(chr(code), name)(), hex(code)


@pytest.mark.parametrize("name", ["find", "rfind", "count", "index", "rindex"])
def test_finding(name: str) -> None:
    for text in TEXTS:
        for sub in ["", "a", "b", "ab", "cab", "é", "\u20ac", "\U0001f600", " "]:
            agree(name, text, sub)
            for start, end in [
                (1, None),
                (None, -1),
                (2, 5),
                (-3, 100),
                (100, 200),
                (1 << 70, None),
                (0, -(1 << 70)),
            ]:
                agree(name, text, sub, start, end)


@pytest.mark.parametrize("name", ["startswith", "endswith"])
def test_prefixes(name: str) -> None:
    for text in TEXTS:
        for part in ["", "a", "ab", "c\u20ac", "é", ("x", "a", "é"), (), 5, ("x", 5)]:
            agree(name, text, part)
            agree(name, text, part, 1)
            agree(name, text, part, 0, -1)


@pytest.mark.parametrize(
    "name", ["partition", "rpartition", "removeprefix", "removesuffix", "__contains__", "__add__"]
)
def test_one_string(name: str) -> None:
    for text in TEXTS:
        for other in ["", "a", "b", ",", "ab", "é", "\u20ac", "\U0001f600", " "]:
            agree(name, text, other)
    agree("__contains__", "a", 5)
    agree("__add__", "a", 5)


@pytest.mark.parametrize("name", ["split", "rsplit"])
def test_splitting(name: str) -> None:
    for text in TEXTS:
        for separator in [None, ",", "a", "ab", "é", "\u20ac", ""]:
            for limit in [-1, 0, 1, 2, 100]:
                agree(name, text, separator, limit)
    agree(name, "a", 5)


@pytest.mark.parametrize("name", ["strip", "lstrip", "rstrip"])
def test_stripping(name: str) -> None:
    for text in TEXTS:
        for chars in [None, "", "a", "ba", " \t", "é", "\u20acb"]:
            agree(name, text, chars)
    agree(name, "a", 5)


def test_replacing() -> None:
    for text in TEXTS:
        for old in ["", "a", "ab", "é", "\u20ac", "\U0001f600"]:
            for new in ["", "x", "é", "\u20ac", "\U0001f600", "xyz"]:
                for count in [-1, 0, 1, 3]:
                    agree("replace", text, old, new, count)


def test_justifying() -> None:
    for text in TEXTS:
        for width in [-1, 0, 1, 5, 8, 9, 1 << 20 if not text else 12]:
            agree("zfill", text, width)
            for fill in [" ", "é", "\u20ac", "ab"]:
                for name in ["center", "ljust", "rjust"]:
                    agree(name, text, width, fill)
            agree("expandtabs", text, width if width < 100 else 3)


def test_comparing() -> None:
    for left in TEXTS:
        for right in [*TEXTS, 5]:
            for name in ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"]:
                agree(name, left, right)


def test_items_and_slices() -> None:
    for text in TEXTS:
        for index in [0, 1, -1, 5, -9, 100, True, 1 << 70]:
            agree("__getitem__", text, index)
        for start in [None, 0, 2, -3, 100, -100, 1 << 70]:
            for stop in [None, 0, 5, -1, 100, -100, -(1 << 70)]:
                for step in [None, 1, 2, 3, -1, -2, 100, -(1 << 70), 0]:
                    agree("__getitem__", text, slice(start, stop, step))
    agree("__getitem__", "abc", "x")


def test_repeating_and_joining() -> None:
    for text in TEXTS:
        for times in [-1, 0, 1, 2, 7]:
            agree("__mul__", text, times)
        agree("join", text, ["a", "é", "\u20ac"])
        agree("join", text, ("x", "y"))
        assert guest("join")(text, iter(["1", text, ""])) == text.join(["1", text, ""])
        agree("join", text, [text])
        agree("join", text, [])
        agree("join", text, ["a", 5])
    agree("join", "", 5)
    assert outcome(guest("__mul__"), "a", "b") == outcome(operator.mul, "a", "b")


def test_translating() -> None:
    table = {ord("a"): "xyz", ord("b"): None, ord("é"): ord("\u20ac"), 0x20AC: "e"}
    for text in TEXTS:
        agree("translate", text, table)
    assert guest("maketrans")("ab", "cd", "e") == str.maketrans("ab", "cd", "e")
    assert guest("maketrans")({"a": 1, 5: None}) == str.maketrans({"a": 1, 5: None})
    agree("maketrans", "ab", "c")
    agree("maketrans", 5)


@pytest.mark.parametrize(
    "errors",
    [
        "strict",
        "ignore",
        "replace",
        "backslashreplace",
        "xmlcharrefreplace",
        "surrogateescape",
        "surrogatepass",
        "nothing",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "ASCII", "latin-1", "us-ascii", "iso-8859-1", "none"])
def test_encoding(encoding: str, errors: str) -> None:
    for text in [*TEXTS, "a\ud800\udc80b\udcff"]:
        agree("encode", text, encoding, errors)


def test_search_of_random_strings() -> None:
    rng = random.Random(7)
    for _ in range(150):
        alphabet = rng.choice(["ab", "abc", "a\u20ac", "a\U0001f600"])
        text = "".join(rng.choices(alphabet, k=rng.randrange(200)))
        sub = "".join(rng.choices(alphabet, k=rng.randrange(1, 12)))
        agree("find", text, sub)
        agree("rfind", text, sub)
        agree("count", text, sub)


def test_ascii() -> None:
    for text in TEXTS:
        assert str_repr.ascii_text(str_repr.repr_(text)) == ascii(text)


def test_two_way_search() -> None:
    rng = random.Random(11)
    for round_ in range(300):
        alphabet = "ab" if round_ % 3 else "a\u20ac"
        unit = "".join(rng.choices(alphabet, k=rng.randrange(1, 5)))
        needle = (unit * 6)[: rng.randrange(2, 14)] + rng.choice(["", alphabet[1]])
        text = "".join(rng.choices([needle, needle[:-1], unit, *alphabet], k=12)) + "\u20ac"
        needle = needle if "\u20ac" in needle else needle + "\u20ac"
        text_base, needle_base = text_units.address(text), text_units.address(needle)
        places = (text_base + layout.STR_DATA, needle_base + layout.STR_DATA)
        found = text_search.find_two_way(places[0], 2, 0, len(text), places[1], len(needle))
        assert found == text.find(needle), (text, needle)


def test_search_stays_linear() -> None:
    text = "a" * 3000
    for needle in ["a" * 700 + "b" + "a", "ab" * 20, "a" * 1500 + "b"]:
        agree("find", text, needle)
        agree("find", text + needle, needle)
