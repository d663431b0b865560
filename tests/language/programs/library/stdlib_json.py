"""json: dumping with options, loading, errors, hooks, an encoder of one's own."""

import json
from typing import Any


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


class Encoder(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


VALUE = {"b": [1, 2.5, -3, 10**20, 1e300, None, True, False], "a": {"é": "ü\n\t\"\\\x01\U0001f600"}, "c": [], "d": {}, "e": ("x",)}


def attempt(text: str) -> None:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(error.msg, error.pos, error.lineno, error.colno, "|", error)


def main() -> None:
    print(json.dumps(VALUE))
    print(json.dumps(VALUE, indent=2, sort_keys=True))
    print(json.dumps(VALUE, separators=(",", ":"), ensure_ascii=False))
    print(json.dumps([float("inf"), float("nan")]), json.dumps({1: 2, None: 3, 2.5: 4, False: 5}))
    print(json.loads(json.dumps(VALUE)) == {**VALUE, "e": ["x"]})
    print(json.dumps([Point(1, 2)], cls=Encoder), json.dumps({3, 1}, default=sorted))
    for bad in ("", "[1,", "{", '{"a" 1}', '{"a":1 "b"}', "nul", '"abc', '"\\x"', '"\\u12g4"', "[1] 2", "\n\n[1 2]", '"a\nb"', "-", "01"):
        attempt(bad)
    for good in ("[]", "{}", " [1, 2.0, -3e2, 1E5] ", '"\\u00e9\\ud83d\\ude00\\n"', "12345678901234567890123", "[true, false, null]", "[[[[]]]]", "NaN"):
        attempt(good)
    for value in ({1, 2}, object, {(1,): 2}, b"x"):
        try:
            print(json.dumps(value))
        except TypeError as error:
            print(error)
    loop: list[Any] = []
    loop.append(loop)
    try:
        json.dumps(loop)
    except ValueError as error:
        print(error)
    print(json.loads('{"a": 1, "a": 2, "b": {"c": 3}}', object_pairs_hook=list))
    print(json.loads("[1.5, 2]", parse_float=str, parse_int=float))
    print(json.loads(b'{"k": "\xc3\xa9"}'))
    for text in ('"\\u00E9\\uD83d\\ude00"', '"\\u00g0"', '"\\u12"', '"\\u00GA"'):
        try:
            print(ascii(json.loads(text)))
        except ValueError as error:
            print(error)
    for index in (0, 1, 2, 9):
        try:
            print(json.JSONDecoder().raw_decode(" 1", index))
        except ValueError as error:
            print(error)


main()
