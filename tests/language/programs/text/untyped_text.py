"""Text and bytes without annotations: every operation is found at run time."""


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__)


def add(a, b):
    return a + b


def multiply(a, b):
    return a * b


def remainder(a, b):
    return a % b


def contains(a, b):
    return a in b


def item(a, b):
    return a[b]


def part(a, b, c, d):
    return a[b:c:d]


def less(a, b):
    return a < b


def same(a, b):
    return a == b


def methods(s):
    print(s.upper(), s.lower(), s.title(), s.split(), s.split(s[:1]), s.strip(), s.find(s[1:2]), s.count(s[:1]))
    print(s.startswith(s[:2]), s.endswith((s[-1:], s)), s.replace(s[:1], s[-1:]), s.center(20), s.partition(s[1:2]))
    print(len(s), bool(s), [c for c in s], s.join([s, s]), s.isalpha(), s.index(s[:1]), s.zfill(15), s[::-1], hash(s) == hash(s))
    print(list(reversed(s)), sorted(s), max(s), min(s), set(s) == set(s), s in {s: 1}, tuple(s), list(enumerate(s))[:2], str(s), repr(s))


def main():
    values = ["text", "é\u20ac", b"data", bytearray(b"ba"), 5, -1, 2.5, None, True, ("a",), [1], {"k": 1}]
    for a in values:
        for b in values:
            attempt(add, a, b)
            attempt(same, a, b)
        for b in [3, -1, "x", None, b"x"]:
            attempt(multiply, a, b)
            attempt(item, a, b)
            attempt(contains, b, a)
            attempt(less, a, b)
    for b in [5, "s", ("t",), ("t", 1), {"k": 2}, None, [1]]:
        attempt(remainder, "<%s>", b)
        attempt(remainder, "<%d>", b)
        attempt(remainder, "%(k)s", b)
        attempt(remainder, b"<%a>", b)
    for s in ["abcdef", b"abcdef", bytearray(b"abcdef"), "aé\u20acé"]:
        for bounds in [(None, None, None), (1, 3, None), (None, None, -1), (-2, None, None), (0, 100, 2), (True, 3, 1)]:
            attempt(part, s, *bounds)
        attempt(part, s, "a", None, None)
        attempt(part, s, None, None, 0)
    methods("hello world")
    methods("é\u20ac \U0001f600x")
    methods(b"hello world")
    print("{} {!r} {:>5} {}".format(values[0], values[1], values[4], values[2]), f"{values[0]!r:>8}{values[4]:03d}{values[6]:.2f}")
    print(str(values[2], "ascii"), bytes(values[0], "utf-8"), "x".encode(errors="strict"), values[2].decode("ascii"))
    attempt(lambda: "abc".join(5))
    attempt(lambda: "abc".join([1]))
    attempt(lambda: "abc".split(5))
    attempt(lambda: "abc".find(5))
    attempt(lambda: values[0].foo)
    attempt(lambda: values[0].split("e", 1, 2))
    attempt(lambda: values[0].encode(encoding="ascii", errors="ignore"))
    attempt(lambda: values[0].split(sep="x", maxsplit=1))


main()
