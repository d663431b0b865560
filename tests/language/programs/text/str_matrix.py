"""Every str method on strings of every storage width, and the errors."""

from collections.abc import Callable

SURROGATE = chr(0xD800)
TEXTS = [
    "", "a", "ab", "abcabcab", " a  b ", "\t\n x\r\ny\x0bz\x1c", "aé", "é", "ÿß", "straße", "ŉ", "ab\u20ac",
    "\u20ac", "x\U0001f600y", "\U0001f600", "ΑΣ", "ΑΣ Σ", "Σ.a", "ǆ ǅ Ǆ", "ﬁ İ", "a\u2028b\x85c", "１２³½",
    "Hello World", "hELLO wORLD they're", "_x1", "1x", "'", '"', "'\"\\", "\x00\x7f\xa0\xad", chr(0xD800) + "x", "١٢",
    "a,b,,c", ",", "\tab\tc", "-12", "+5", "a" * 40 + "b", "ab" * 20 + "é", "ᾳ ὒ", "Ⅷ ⅷ",
]  # fmt: skip
PARTS = ["", "a", "b", ",", "ab", "cab", "é", "\u20ac", "\U0001f600", " "]


def show(name: str, operation: Callable[[], object]) -> None:
    try:
        print(name, repr(operation()))
    except Exception as error:
        print(name, type(error).__name__, error)


def alone(text: str) -> None:
    print(repr(text), len(text), text.lower().__repr__(), text.upper(), ascii(text.casefold()))
    print(ascii(text.swapcase()), ascii(text.title()), ascii(text.capitalize()))
    print(text.isalnum(), text.isalpha(), text.isascii(), text.isdecimal(), text.isdigit(), text.isidentifier())
    print(text.islower(), text.isnumeric(), text.isprintable(), text.isspace(), text.istitle(), text.isupper())
    print(text.split(), text.rsplit(), text.splitlines(), text.splitlines(True))
    print([text.strip(), text.lstrip(), text.rstrip(), text.expandtabs(), text.expandtabs(3)])
    print([text.zfill(5), text.center(9, "é"), text.ljust(7, "*"), text.rjust(8), text * 3, text[::-1], text[1:], text[:-1]])
    print([text[i:j:k] for i in (None, 0, 2, -3) for j in (None, 5, -1) for k in (None, 2, -1)])
    print(text.split(None, 1), text.rsplit(None, 1), [c for c in text], text + "x", "é" + text)
    show("encode", lambda: text.encode())
    show("ascii", lambda: text.encode("ascii"))
    show("latin", lambda: text.encode("latin-1"))
    for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
        show(errors, lambda: text.encode("ascii", errors))
    show("index", lambda: text[3])


def paired(text: str, part: str) -> None:
    print(part in text, text.find(part), text.rfind(part), text.count(part), text.find(part, 1, -1), text.rfind(part, -3))
    print(text.startswith(part), text.endswith(part), text.startswith(part, 2), text.endswith(("x", part), 0, -1))
    print(text == part, text < part, text <= part, text > part, text >= part, text != part, hash(text) == hash(part))
    print(text.removeprefix(part), text.removesuffix(part), text.strip(part), text.lstrip(part), text.rstrip(part))
    print([text.replace(part, new, count) for new in ("", "x", "é", "\u20ac\u20ac") for count in (-1, 0, 1, 3)])
    print(part.join([text, "-", text]), part.join([]), part.join(["x"]))
    show("split", lambda: [text.split(part), text.rsplit(part), text.split(part, 1), text.rsplit(part, 1)])
    show("partition", lambda: [text.partition(part), text.rpartition(part)])
    show("index", lambda: [text.index(part), text.rindex(part)])


def main() -> None:
    for text in TEXTS:
        alone(text) if SURROGATE not in text else print(ascii(text), text.islower(), ascii(text.upper()))
        for part in PARTS:
            if SURROGATE not in text:
                paired(text, part)
    show("surrogate", lambda: ("a" + SURROGATE).encode())
    show("passed", lambda: ("a" + SURROGATE + chr(0xDC80) + "b").encode("utf-8", "surrogatepass"))
    show("escaped", lambda: ("a" + chr(0xDC80) + chr(0xDCFF)).encode("utf-8", "surrogateescape"))
    show("none", lambda: "a".encode("none"))
    show("handler", lambda: "é".encode("ascii", "none"))
    table = str.maketrans({"a": "xyz", "b": None, "é": "\u20ac"})
    print([text.translate(table) for text in TEXTS if SURROGATE not in text])
    print("abc".translate(str.maketrans("ab", "yz", "c")), str.maketrans("a", "b"))


main()
