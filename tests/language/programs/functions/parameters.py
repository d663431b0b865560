"""Parameters of every kind: positional-only, defaults, *args, keyword-only, **kwargs, unpacking at calls."""

from typing import Any


def plain(a: int, b: int) -> str:
    return f"plain {a} {b}"


def defaults(a: int, b: int = 2, c: str = "c") -> str:
    return f"defaults {a} {b} {c}"


def positional_only(a: int, b: int = 5, /, c: int = 6) -> str:
    return f"positional {a} {b} {c}"


def keyword_only(a: int, *, key: str, flag: bool = False) -> str:
    return f"keyword {a} {key} {flag}"


def rest(first: str, *others: int) -> str:
    return f"rest {first} {others}"


def keywords(**options: object) -> str:
    return f"keywords {options}"


def everything(a: int, b: int = 1, /, c: int = 2, *args: int, d: int, e: int = 4, **kwargs: int) -> str:
    return f"everything {a} {b} {c} {args} {d} {e} {kwargs}"


def mutable(value: int, items: list[int] = []) -> list[int]:
    items.append(value)
    return items


EVALUATED_ONCE = [1]


def early(value: int = len(EVALUATED_ONCE)) -> int:
    return value


def attempt(function: Any, *args: Any, **kwargs: Any) -> None:
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print(error)


def main() -> None:
    print(plain(1, 2), plain(b=1, a=2), plain(1, b=9), plain(*[3, 4]), plain(**{"a": 5, "b": 6}))
    print(defaults(1), defaults(1, 9), defaults(1, c="z"), defaults(c="k", a=0))
    print(positional_only(1), positional_only(1, 2), positional_only(1, c=3), positional_only(1, 2, 3))
    print(keyword_only(1, key="k"), keyword_only(flag=True, key="x", a=3))
    print(rest("a"), rest("a", 1, 2), rest("a", *range(3)), rest(*("s", 1, 2)), rest("a", *[1], 2, *[3]))
    print(keywords(), keywords(x=1, y="z"), keywords(**{"a": 1}, b=2))
    print(everything(1, d=3), everything(1, 2, 3, 4, 5, d=6, e=7, f=8, g=9), everything(0, *[1, 2, 3], **{"d": 4, "zz": 5}))
    print(mutable(1), mutable(2), mutable(3, []), mutable(4))
    EVALUATED_ONCE.append(2)
    print(early(), len(EVALUATED_ONCE))
    attempt(plain)
    attempt(plain, 1)
    attempt(plain, 1, 2, 3)
    attempt(plain, 1, a=2)
    attempt(plain, 1, 2, c=3)
    attempt(defaults, b=1)
    attempt(positional_only, a=1)
    attempt(keyword_only, 1)
    attempt(keyword_only, 1, "k")
    attempt(rest)
    attempt(everything, 1)
    attempt(early, 1, 2)
    attempt(keywords, 1)
    attempt(plain, *[1, 2], **{"a": 1})
    attempt(lambda x, y=1: x + y)
    attempt(lambda: 0, 5)


main()
