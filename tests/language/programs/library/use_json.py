"""json: dumps and loads, formatting options, escapes, errors with positions."""

import json
from typing import Any


def attempt(text: str) -> None:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error, "|", error.msg, error.lineno, error.colno, error.pos)


def main() -> None:
    value: dict[str, Any] = {"name": "Ada", "age": 36, "tags": ["x", "y"], "nested": {"a": None, "b": [True, False]}, "f": 1.5, "e": [], "o": {}}
    print(json.dumps(value))
    print(json.dumps(value, indent=2))
    print(json.dumps(value, separators=(",", ":")), json.dumps(value, sort_keys=True, indent=None))
    print(json.dumps("é∑😀\"\\\n\t\x01/"), json.dumps("é∑😀", ensure_ascii=False), json.dumps([1.0, 1e100, -0.0, 10 ** 25, True]), json.dumps((1, 2)), json.dumps({1: 2, None: 3, True: 4, 2.5: 5}))
    print(json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]), json.dumps([[]], indent=1), json.dumps({}, indent=2))
    for bad in ({1, 2}, object(), b"x", {(1, 2): 3}):
        try:
            print(json.dumps(bad))
        except TypeError as error:
            print(error)
    print(json.dumps({"s": {1}}, default=sorted))
    text = json.dumps(value)
    print(json.loads(text) == value, json.loads(' [1, -2.5e3, "a\\u00e9\\ud83d\\ude00\\n", null, true, false, {"k": []}] '))
    print(json.loads("12345678901234567890"), json.loads("-0"), json.loads("1E2"), json.loads("0.1"), json.loads(b'"bytes"'), json.loads('"\\/"'), json.loads("NaN"))
    for broken in ("", "{", "[1,", "[1 2]", '{"a"}', "nul", '"abc', '"\\x"', "[1]x", "01", "1.", "{1:2}", '"a\nb"', "\n\n  ?", "-"):
        attempt(broken)
    try:
        json.dumps(float("nan"), allow_nan=False)
    except ValueError as error:
        print(type(error).__name__)
    print(json.loads("[1.5]", parse_float=str), json.loads('{"a":1}', object_hook=lambda d: sorted(d)), json.loads('{"a":1,"a":2}'))


main()
