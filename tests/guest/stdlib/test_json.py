"""Compare the guest's json with CPython's on values, texts, options and errors."""

import json
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import json as ours

pytestmark = pytest.mark.fast
NEWEST = sys.version_info >= (3, 13)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def outcome(function: Callable[..., Any], *arguments: Any, **options: Any) -> tuple[str, str]:
    try:
        return "value", repr(function(*arguments, **options))
    except (ValueError, TypeError) as error:
        return type(error).__name__, str(error)


@settings(max_examples=150)
@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_dumps(value: Any, ascii_only: bool, indent: Any, sort: bool) -> None:
    expected = json.dumps(value, ensure_ascii=ascii_only, indent=indent, sort_keys=sort)
    assert ours.dumps(value, ensure_ascii=ascii_only, indent=indent, sort_keys=sort) == expected
    assert outcome(ours.loads, expected) == outcome(json.loads, expected)
    assert outcome(ours.loads, expected.encode("utf-8", "surrogatepass"))[0] == "value"


@settings(max_examples=400)
@given(st.text(alphabet='[]{}",: \n\\u01aeE+-.ntrflsNI\t', max_size=14))
def test_any_text_gives_the_same_value_or_error(text: str) -> None:
    mine = outcome(ours.loads, text)
    if "Illegal trailing comma" in mine[1] and not NEWEST:
        return
    assert mine == outcome(json.loads, text)


BAD = [
    "",
    " ",
    "{",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1 "b"',
    "{1:2}",
    "[",
    "[1",
    "[1,",
    "[1 2]",
    '"abc',
    '"a\nb"',
    '"\\q"',
    '"\\u12"',
    '"\\u123g"',
    '"\\ud834\\u12"',
    "nul",
    "tru",
    "-",
    "-x",
    "01",
    "1.",
    "1.e5",
    "1e",
    "[1] x",
    "\ufeff1",
    "+1",
    '"\\',
    '"\\u1234',
    '"\\ud834\\udd1e"',
    '"\\ud834x"',
    '"\\ud834\\ud834"',
    "Nan",
    "-Inf",
    "-Infinity",
    "1" * 5000,
    "-" + "1" * 25,
    "123456789012345678",
    "-123456789012345678",
    "1234567890123456789",
    "1E400",
    "1e-400",
    '"\\u 123"',
    '"\\u+123"',
    '"\\u1_23"',
    '{"a":1}x',
    "\x0b1",
]


@pytest.mark.parametrize("text", BAD)
def test_bad_texts(text: str) -> None:
    assert outcome(ours.loads, text) == outcome(json.loads, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, ]", "Illegal trailing comma before end of array: line 1 column 3 (char 2)"),
        ('{"a":1 , }', "Illegal trailing comma before end of object: line 1 column 8 (char 7)"),
    ],
)
def test_trailing_commas(text: str, message: str) -> None:
    with pytest.raises(ours.JSONDecodeError) as caught:
        ours.loads(text)
    assert str(caught.value) == message


class Colour(IntEnum):
    RED = 1


def test_values_of_every_kind() -> None:
    odd: list[Any] = [
        float("inf"),
        float("-inf"),
        float("nan"),
        (1, (2,)),
        Colour.RED,
        {1: 2, 2.5: 3, None: 4, False: 6},
        {True: 5},
        {(1, 2): 3},
        {1, 2},
        object,
        b"x",
        {"a": [], "b": {}, "c": ()},
        {Colour.RED: 1},
        10**40,
        "\x7f\u2028\U0001f600",
    ]
    for value in odd:
        for options in ({}, {"indent": 1}, {"skipkeys": True}, {"separators": (",", ":")}, {"default": str}):
            assert outcome(ours.dumps, value, **options) == outcome(json.dumps, value, **options), value


def test_refuses_what_is_not_json() -> None:
    with pytest.raises(ValueError, match="Out of range float values are not JSON compliant: nan"):
        ours.dumps([float("nan")], allow_nan=False)
    loop: list[Any] = []
    loop.append({"a": loop})
    with pytest.raises(ValueError, match="Circular reference detected"):
        ours.dumps(loop)


class Encoder(ours.JSONEncoder):
    def default(self, o: Any) -> Any:
        return sorted(o) if isinstance(o, set) else super().default(o)


def test_encoder_class() -> None:
    assert ours.dumps({"x": {3, 1}}, cls=Encoder) == '{"x": [1, 3]}'
    assert Encoder(indent=2).encode([{1}]) == "[\n  [\n    1\n  ]\n]"
    assert "".join(Encoder().iterencode([1, 2])) == "[1, 2]"


def test_hooks() -> None:
    text = '{"a": 1.5, "b": {"c": 2, "c": NaN}}'
    for options in (
        {"object_hook": lambda d: sorted(d.items(), key=str)},
        {"object_pairs_hook": lambda p: p},
        {"parse_float": str, "parse_int": str, "parse_constant": str},
    ):
        assert repr(ours.loads(text, **options)) == repr(json.loads(text, **options))
    assert ours.JSONDecoder().raw_decode("  [1] tail", 2) == json.JSONDecoder().raw_decode("  [1] tail", 2)
    assert ours.JSONDecoder(strict=False).decode('"a\nb"') == "a\nb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_encodings(encoding: str) -> None:
    assert ours.loads('["ü€"]'.encode(encoding)) == ["ü€"]
