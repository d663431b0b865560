"""Strings of every width: O(1) indexing, widening, narrowing, encoding and decoding, surrogates."""


def attempt_decode(data: bytes, encoding: str, errors: str = "strict") -> None:
    try:
        print(ascii(data.decode(encoding, errors)))
    except UnicodeDecodeError as error:
        print(error, error.start, error.end, error.reason)


def attempt_encode(text: str, encoding: str, errors: str = "strict") -> None:
    try:
        print(text.encode(encoding, errors))
    except UnicodeEncodeError as error:
        print(error)


def main() -> None:
    for text in ("ascii", "latin é", "two ∑ bytes", "four 😀 bytes", ""):
        data = text.encode()
        print(len(text), len(data), data, data.decode() == text, text[-7:], text[5:6])
    wide = "a" + "😀" + "b"
    print(wide[0] + wide[2], (wide[0] + wide[2]).isascii(), wide[:1] == "a", wide.replace("😀", "") == "ab", wide.find("b"))
    print(ascii(wide * 2), wide.split("😀"), ascii("".join(sorted("z😀é∑a"))), ascii(wide[::-1]))
    print("é".encode("latin-1"), "é".encode("utf-16-le"), "é😀".encode("utf-16-be"), "aé".encode("utf-32-le"), "abc".encode("ascii"))
    print("é" == "e\u0301", len("e\u0301"), "e\u0301" < "é")
    attempt_decode(b"ab\xff", "utf-8")
    attempt_decode(b"ab\xc3", "utf-8")
    attempt_decode(b"\xc0\x80", "utf-8")
    attempt_decode(b"\xed\xa0\x80", "utf-8")
    attempt_decode(b"\xf4\x90\x80\x80", "utf-8")
    attempt_decode(b"\xe2\x82x", "utf-8")
    attempt_decode(b"a\xffb\xe2\x82c", "utf-8", "replace")
    attempt_decode(b"a\xffb\xe2\x82c", "utf-8", "ignore")
    attempt_decode(b"a\xffb", "utf-8", "surrogateescape")
    attempt_decode(b"a\xffb", "utf-8", "backslashreplace")
    attempt_decode(b"caf\xe9", "ascii")
    attempt_decode(b"caf\xe9", "latin-1")
    attempt_encode("é", "ascii")
    attempt_encode("∑x∑∑", "latin-1")
    attempt_encode("\ud800", "utf-8")
    attempt_encode("é∑", "ascii", "replace")
    attempt_encode("é∑", "ascii", "ignore")
    attempt_encode("é∑", "ascii", "xmlcharrefreplace")
    attempt_encode("é∑😀", "ascii", "backslashreplace")
    try:
        "x".encode("no-such-codec")
    except LookupError as error:
        print(error)
    print(str(b"abc", "utf-8"), str(b"abc"), bytes("é", "utf-8"), "ΑΒΓ".lower(), sorted(["é", "e", "z", "É"]))


main()

for spelling in ("UTF 8", "utf--8", "Utf_8", "us-ascii", "ISO-8859-1", "iso 8859 1", "utf/8", "_utf8", "L1"):
    attempt_encode("eé", spelling, "replace")
for spelling in ("UTF-16 LE", "utf_16be", "utf_32be"):
    attempt_encode("eé", spelling)
for spelling in ("utf.8", "utf16le", "utf-7x", "ütf8"):
    try:
        attempt_encode("eé", spelling)
    except LookupError as error:
        print(error)
