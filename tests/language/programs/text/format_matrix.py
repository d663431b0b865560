"""Format specifications of every kind on ints, floats and strings; str.format; percent."""

from collections.abc import Callable

FLOATS = [
    0.0, -0.0, 1.0, -1.5, 3.14159, 1e10, 1e16, 1e17, 123456789.125, 1e-5, 0.0001, -2.5e-10, 1e300, 5e-324, 0.5, 2.5,
    99.5, 999999.5, 9999995.0, float("inf"), float("-inf"), float("nan"), 1234567.891, 0.1, 100.0, 123456.0,
]  # fmt: skip
INTEGERS = [0, 1, -1, 7, 255, -255, 1234, 1234567, -1234567890123, 1 << 100, -(1 << 70), 65]
STRINGS = ["", "abc", "é\u20ac", "long enough text"]
ALIGNMENTS = ["", "<", "^", "=", "*>", "0="]
CONVERSIONS = [
    "%s", "%r", "%a", "%d", "%i", "%x", "%X", "%o", "%e", "%E", "%f", "%g", "%G", "%5s|", "%-5s|", "%.2s", "%05d", "%+d",
    "% d", "%#x", "%#o", "%08.3f", "%-8.3f|", "%+.2e", "%.0f", "%#.0f", "%.10d", "%#10x", "%-#10x|", "%010x", "%%",
]  # fmt: skip


def show(name: str, operation: Callable[[], object]) -> None:
    try:
        print(name, operation())
    except Exception as error:
        print(name, type(error).__name__)


def numbers() -> None:
    for align in ALIGNMENTS:
        for sign in ["", "+"]:
            for rest in ["", "014", "14,", "_", "#12"]:
                spec = align + sign + rest
                for kind in ["", "d", "n", "x", "X", "o", "b", "c", "e", ".3f", "g", "%"]:
                    if rest in ("14,", "_") and kind == "n":
                        continue
                    show(spec + kind, lambda: [format(value, spec + kind) for value in INTEGERS if kind != "c" or 0 <= value < 256])
                for kind in ["", "e", "E", ".3f", "F", "g", "G", ".0f", ".0e", ".1g", ".10", "%", ".1%"]:
                    show(spec + kind, lambda: [format(value, spec + kind) for value in FLOATS])


def strings() -> None:
    for align in ALIGNMENTS:
        for rest in ["", "8", "08", ".2", "10.3", "s", "d", ","]:
            show(align + rest, lambda: [format(value, align + rest) for value in STRINGS])


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __format__(self, spec: str) -> str:
        return f"<{spec}:{self.cents}>"

    def __repr__(self) -> str:
        return f"Money({self.cents})"

    def __str__(self) -> str:
        return f"{self.cents / 100:.2f}"


def fields() -> None:
    money = Money(1234)
    print(f"{money} {money!r} {money!s:>8} {money:x} {money!r:*^15}")
    print("{} {!r} {:>10} {!s:<8}|".format(money, money, money, money))
    for template in [
        "", "plain", "{{}}", "{}", "{0}{1}{0}", "{}{}", "{0}{}", "{}{0}", "{name}", "{name!r}", "{0!s:>8}|", "{0!a}",
        "{0:>{1}}", "{:{}}", "{2[0]}", "{2[9]}", "{name[1]}", "{", "}", "{0", "{0!", "{0!r", "{0!x}", "{0!rx}", "{0:",
        "{0:{1:{1}}}", "{0[}", "{0[]}", "{0.}", "{0[a]b}", "{9}", "{missing}", "a{0:{{}}}", "{0!}", "{a{b}", "{-1}",
        "{3[k]}", "{0:*^9}", "{1:#x}", "{1:05d}", "{name:.1}",
    ]:  # fmt: skip
        show(template, lambda: template.format("text", 8, [5, 6], {"k": "v"}, name="né"))
        show(template, lambda: template.format_map({"name": "x", "k": 5}))


def percent() -> None:
    values: list[object] = ["text", 5, -255, 2.5, -0.0, True, None, [1], 1 << 80, (1, 2), {"name": "v"}, "é"]
    for template in CONVERSIONS:
        for value in values:
            show(template, lambda: template % (value,))
        show(template, lambda: template % 5)
    show("several", lambda: "%s %d %5.2f|%-4s|" % ("a", 1, 2.5, "x"))
    show("star", lambda: "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159))
    show("few", lambda: "%s %s" % ("a",))  # type: ignore[str-format]
    show("many", lambda: "%s" % ("a", "b"))  # type: ignore[str-format]
    show("names", lambda: "%(a)s %(b)05d" % {"a": "x", "b": 7})
    show("bytes", lambda: b"%s %d %x %5.1f %c %r" % (b"a", 5, 255, 2.5, 65, "é"))


def main() -> None:
    numbers()
    strings()
    fields()
    percent()


main()
