"""re: searching, groups, replacing, splitting, flags, errors, bytes."""

import re

LOG = "2024-05-06 07:08:09 ERROR [db] connection to 10.0.0.7:5432 lost after 31ms\n2024-05-06 07:08:10 INFO [web] GET /notes 200"
LINE = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>[A-Z]+) \[(?P<part>\w+)\] (?P<text>.*)")


def double(match: re.Match[str]) -> str:
    return str(int(match.group()) * 2)


def finding() -> None:
    """Where matches can begin, choices that begin alike, many replacements, matches found one by one."""
    print([re.search(p, "--" * 40 + "Péter, Perl and Python 3") for p in ("Python|Perl|Pé", "(Py|Pe)(r|t)", "(?i:PERL|python)", "[^-P]+é?", r"(?:x?|\d)\d", "(?:é|P)e", "(?:x*)+3")])
    print([re.search(p, "aXbX-cX\nd") for p in (".*X", ".*(X)", ".*?X-", "(?s:.*)d", ".{2,4}X", "[^-]*X", r"(?=(\w+))b", "(?<=X)c", "a*d", "(?:|a)d", "(a)?(?(1)X|d)")])
    text = "ab1\n" * 3000
    print(len(re.sub(r"b(\d)", r"<\1\1>", text)), re.subn(b"a|1", b"", text.encode())[0][-6:], re.subn("\n", lambda m: "|", text, count=2500)[1], re.subn("a", "b", "aaa", count=-1))
    turns = re.finditer("a|b", text)
    print(next(turns).span(), next(turns).span(), next(turns).span(), sum(1 for _ in turns))


def main() -> None:
    for match in LINE.finditer(LOG):
        print(match.groupdict(), match.span("level"), match.lastgroup, match["part"])
    print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1 b2"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "1-2-3", maxsplit=1))
    print(re.sub(r"\d+", double, "3 apples and 12 pears"), re.sub(r"(\w+) (\w+)", r"\2 \g<1>!", "hello world"), re.subn("a", "b", "banana", count=2))
    print(re.match("ab", "cab"), re.search("ab", "cab"), re.fullmatch(r"[a-z]+@[a-z.]+", "me@here.org"), bool(re.match("", "")))
    print(re.search("(?i)straSSe", "STRASSE"), re.findall("^.", "a\nb", re.M), re.search("a.b", "a\nb", re.S), re.search(r"a b # c", "ab", re.X))
    print(re.search(r"(a+)(?=b)", "caab"), re.search(r"(?<=\$)\d+", "cost $42"), re.search(r"(['\"])(.*?)\1", 'say "hi"'), re.sub(r"\s+", " ", " many   spaces\t\n here "))
    print([m.groups() for m in re.finditer("(a|b)*?c", "ababc")], re.findall(r"\b\w{3}\b", "the cat sat upon"), re.escape("a.b*c"))
    print(re.findall("(?:(?:(?!b)|.)){1,2}", "1b"), re.findall("(?:(?!b)|.){1,2}?", "1b"))
    print(re.sub(rb"\xff+", b".", b"a\xff\xffb"), re.compile(rb"(\d+)").findall(b"1 22"), re.compile("é+", re.I).findall("éÉe"))
    finding()
    for pattern in ("(", "a**", "[b-a]", "(?P<x>a)(?P<x>b)", "\\q", "(?<=a*)b"):
        try:
            re.compile(pattern)
        except re.error as error:
            print(error.msg, error.pos)
    print(re.compile("a+", re.I | re.M).pattern, LINE.groups, dict(LINE.groupindex))


main()
