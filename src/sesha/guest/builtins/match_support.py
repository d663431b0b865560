"""Test subjects of `match` against sequence and mapping patterns.

The compiler calls these where the subject's class is not known; each answers UNSET when the
pattern does not fit.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import UNSET
from sesha.guest.cpu.intrinsics import word


def is_sequence(value: object) -> bool:
    """Sequences for `match`: lists, tuples, ranges; never texts."""
    return isinstance(value, (list, tuple, range))


def sequence(value: Any, before: i64, after: i64) -> Any:
    """The items as a tuple; with `after` >= 0 a star stands between, given as a list."""
    if not is_sequence(value):
        return word(UNSET)
    length: i64 = len(value)
    if after < 0:
        return tuple(value) if length == before else word(UNSET)
    if length < before + after:
        return word(UNSET)
    items: list[Any] = list(value)
    middle = items[before : length - after]
    return (*items[:before], middle, *items[length - after :])


def is_mapping(value: object) -> bool:
    return isinstance(value, dict)


def lookup(value: Any, key: object) -> Any:
    """The value of a key, or UNSET."""
    return value.get(key, word(UNSET))


def rest(value: Any, used: list[Any]) -> dict[Any, Any]:
    """What `**rest` binds: everything but the keys that the pattern names."""
    result: dict[Any, Any] = {}
    for key in value:
        if key not in used:
            result[key] = value[key]
    return result
