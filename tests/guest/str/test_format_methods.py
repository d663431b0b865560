"""The guest's formatting against CPython's: specifications, str.format, `%`."""

import itertools
import random
import sys
from typing import Any

import pytest

from sesha.guest.builtins import format as guest_format, format_fields, format_percent, format_percent_bytes

pytestmark = [pytest.mark.fast, pytest.mark.usefixtures("mirror")]

FLOATS = [
    0.0,
    -0.0,
    1.0,
    -1.5,
    3.14159,
    1e10,
    1e16,
    1e17,
    123456789.125,
    1e-5,
    0.0001,
    -2.5e-10,
    1e300,
    5e-324,
    0.5,
    2.5,
    99.5,
    999999.5,
    9999995.0,
    float("inf"),
    float("-inf"),
    float("nan"),
    1234567.891,
    0.1,
    100.0,
    123456.0,
]
INTEGERS = [0, 1, -1, 7, 255, -255, 1234, 1234567, -1234567890123, 1 << 100, -(1 << 70), 65]
NEWER = sys.version_info >= (3, 14)


def outcome(function: Any, *arguments: Any) -> Any:
    try:
        return function(*arguments)
    except Exception as error:
        return type(error), str(error)


def specifications(types: str) -> list[str]:
    parts: list[list[str]] = [
        ["", "<", ">", "^", "=", "*^", "0=", "é>"],
        ["", "+", "-", " "],
        ["", "#"],
        ["", "0"],
        ["", "8", "14"],
        ["", ",", "_"],
        ["", ".0", ".3", ".10"],
        ["", *types],
    ]
    every = ["".join(choice) for choice in itertools.product(*parts)]
    return random.Random(3).sample(every, 1200)


def same(ours: Any, theirs: Any, what: Any) -> None:
    if isinstance(theirs, tuple):
        assert isinstance(ours, tuple) and ours[0] is theirs[0], (what, ours, theirs)
        assert NEWER or ours[1] == theirs[1] or "not allowed" in ours[1] or "format specifier" in ours[1], (
            what,
            ours,
            theirs,
        )
    else:
        assert ours == theirs, what


def test_floats() -> None:
    for spec in specifications("eEfFgGn%ds"):
        for value in random.Random(spec).sample(FLOATS, 4):
            same(outcome(guest_format.format_float, value, spec), outcome(format, value, spec), (value, spec))


def test_integers() -> None:
    for spec in specifications("bcdoxXneEfgG%s"):
        for value in random.Random(spec).sample(INTEGERS, 3):
            same(outcome(guest_format.format_int, value, spec), outcome(format, value, spec), (value, spec))


def test_strings() -> None:
    for spec in specifications("sdx"):
        for value in ["", "abc", "é\u20ac", "long enough text"]:
            same(outcome(guest_format.format_str, value, spec), outcome(format, value, spec), (value, spec))


@pytest.mark.parametrize(
    "spec",
    [
        ",,",
        "_,",
        ",_",
        ".",
        "10.",
        "q",
        "<<<",
        "1q",
        "5.2s",
        "99999999999999999999",
        "é",
        "z",
        "zd",
        "+s",
        " s",
        "=s",
    ],
)
def test_odd_specifications(spec: str) -> None:
    same(outcome(guest_format.format_int, 5, spec), outcome(format, 5, spec), spec)
    same(outcome(guest_format.format_float, 5.0, spec), outcome(format, 5.0, spec), spec)
    same(outcome(guest_format.format_str, "5", spec), outcome(format, "5", spec), spec)


@pytest.mark.parametrize("value", [-0.0, -0.001, -0.4, -0.6, 0.0, -1e-300])
def test_positive_zero(value: float) -> None:
    for spec in ["z", "z.0f", "z.1f", "+z.2f", "z.3e", "zg"]:
        assert guest_format.format_float(value, spec) == format(value, spec)


def test_grouped_fractions() -> None:
    assert guest_format.format_float(1234.5678901, ",.7,f") == "1,234.567,890,1"
    assert guest_format.format_float(0.5, "._f") == "0.500_000"


class Point:
    def __init__(self) -> None:
        self.x = 3

    def __repr__(self) -> str:
        return "Point é"


@pytest.mark.parametrize(
    "template",
    [
        "",
        "plain",
        "{{}}",
        "{}",
        "{0}{1}{0}",
        "{}{}",
        "{0}{}",
        "{}{0}",
        "{name}",
        "{name!r}",
        "{0!s:>8}|",
        "{0!a}",
        "{0:>{1}}",
        "{:{}}",
        "{2[0]}",
        "{2[9]}",
        "{name[1]}",
        "{",
        "}",
        "{0",
        "{0!",
        "{0!r",
        "{0!x}",
        "{0!rx}",
        "{0:",
        "{0:{1:{1}}}",
        "{0[}",
        "{0[]}",
        "{0.}",
        "{0[a]b}",
        "{9}",
        "{missing}",
        "a{0:{{}}}",
        "{0!}",
        "{a{b}",
        "{-1}",
        "{4[k]}",
        "{0:*^9}",
        "{1:#x}",
        "{1:05d}",
        "{name:.1}",
        "{3!r:>10}",
        "{3:}",
        "{3:>5}",
    ],
)
def test_fields(template: str) -> None:
    arguments = ("text", 8, [5, 6], Point(), {"k": "v"})
    ours = outcome(lambda: format_fields.format(template, *arguments, name="né"))
    theirs = outcome(lambda: template.format(*arguments, name="né"))
    assert ours == theirs
    mapping = {"name": "x", "0": "zero"}
    assert outcome(format_fields.format_map, template, mapping) == outcome(template.format_map, mapping)


CONVERSIONS = [
    "%s",
    "%r",
    "%a",
    "%d",
    "%i",
    "%u",
    "%x",
    "%X",
    "%o",
    "%e",
    "%E",
    "%f",
    "%F",
    "%g",
    "%G",
    "%c",
    "%%",
    "%5s|",
    "%-5s|",
    "%.2s",
    "%05d",
    "%+d",
    "% d",
    "%#x",
    "%#o",
    "%#X",
    "%08.3f",
    "%-8.3f|",
    "%+.2e",
    "%.0f",
    "%#.0f",
    "%.10d",
    "%#10x",
    "%-#10x|",
    "%010x",
    "%q",
    "%",
    "%5",
    "%(name)s",
    "%(",
    "%ld",
    "%5%",
    "%.3d",
    "%+08d",
    "%é",
    "%b",
]


@pytest.mark.parametrize("template", CONVERSIONS)
def test_percent(template: str) -> None:
    values: list[Any] = [
        "text",
        5,
        -255,
        2.5,
        -0.0,
        float("nan"),
        True,
        None,
        [1],
        1 << 80,
        (),
        (1, 2),
        {"name": "v"},
        66,
        "é",
    ]
    for value in values:
        expected = outcome(lambda value=value: template % value)
        ours = outcome(format_percent.mod, template, value)
        if isinstance(expected, tuple) and template == "%c" and not NEWER:
            assert ours[0] is expected[0]
        else:
            assert ours == expected, value


@pytest.mark.parametrize(
    "template", ["%*d|", "%-*d|", "%.*f", "%*.*f", "%s %s", "%(a)s %(b)d %%", "%(a(b))s", "x%sy%sz"]
)
def test_percent_with_several(template: str) -> None:
    values: list[Any] = [
        (8, 5),
        (-8, 5),
        (2, 1.5),
        (8, 2, 1.5),
        ("a", 1),
        {"a": "x", "b": 2, "a(b)": 3},
        ("a",),
        ("a", 1, 2),
    ]
    for value in values:
        expected = outcome(lambda value=value: template % value)
        assert outcome(format_percent.mod, template, value) == expected, value


@pytest.mark.parametrize(
    "template",
    [b"%s", b"%b", b"%r", b"%a", b"%d", b"%x", b"%c", b"%5.1f|", b"%-4s|", b"%%", b"%(k)s", b"%q", b"\xff%s"],
)
def test_percent_of_bytes(template: bytes) -> None:
    values: list[Any] = [b"x", "x", 5, 300, 2.5, bytearray(b"ab"), {b"k": b"v"}, (b"a", b"b"), None]
    for value in values[:5] + values[6:]:
        expected = outcome(lambda value=value: template % value)
        ours = outcome(format_percent_bytes.mod_bytes, template, value)
        if isinstance(expected, tuple) and template == b"%c" and not NEWER:
            assert ours[0] is expected[0]
        else:
            assert ours == expected, value
