"""Copy values: what `import copy` gives.

Containers are rebuilt, instances are copied slot by slot (builtins/object_copy.py), what cannot
change is shared. `__copy__` and `__deepcopy__` come first.
"""

from typing import Any

from sesha.guest.builtins.object_copy import copy_instance, is_instance, replace_words


class Error(Exception):
    pass


error = Error


def copy(x: Any) -> Any:
    if _is_atomic(x):
        return x
    if hasattr(x, "__copy__"):
        return x.__copy__()
    if isinstance(x, (list, dict, set, bytearray)) and not is_instance(x):
        return x.copy()
    return copy_instance(x)


def _is_atomic(x: Any) -> bool:
    """Whether a copy of the value is the value."""
    return x is None or isinstance(x, (int, float, str, bytes, type, range, slice, tuple, frozenset))


def deepcopy(x: Any, memo: dict[int, Any] | None = None) -> Any:
    return _deep(x, {} if memo is None else memo)


def _deep(x: Any, memo: dict[int, Any]) -> Any:
    if x is None or isinstance(x, (int, float, str, bytes, type, range)):
        return x
    known = memo.get(id(x))
    if known is not None:
        return known[1]
    made = _deep_new(x, memo)
    memo[id(x)] = (x, made)
    return made


def _deep_new(x: Any, memo: dict[int, Any]) -> Any:
    if hasattr(x, "__deepcopy__"):
        return x.__deepcopy__(memo)
    if is_instance(x):
        return _deep_instance(x, memo)
    if isinstance(x, list):
        result: list[Any] = []
        memo[id(x)] = (x, result)
        for item in x:
            result.append(_deep(item, memo))
        return result
    if isinstance(x, dict):
        table: dict[Any, Any] = {}
        memo[id(x)] = (x, table)
        for key, value in x.items():
            table[_deep(key, memo)] = _deep(value, memo)
        return table
    return _deep_flat(x, memo)


def _deep_flat(x: Any, memo: dict[int, Any]) -> Any:
    """Tuples, sets and what has no parts."""
    if isinstance(x, tuple):
        items = [_deep(item, memo) for item in x]
        for before, after in zip(x, items):
            if before is not after:
                return tuple(items)
        return x
    if isinstance(x, set):
        return {_deep(item, memo) for item in x}
    if isinstance(x, frozenset):
        return frozenset([_deep(item, memo) for item in x])
    if isinstance(x, bytearray):
        return x.copy()
    return x


def _deep_instance(x: Any, memo: dict[int, Any]) -> Any:
    made = copy_instance(x)
    memo[id(x)] = (x, made)
    replace_words(made, _Deepener(memo))
    return made


class _Deepener:
    def __init__(self, memo: dict[int, Any]) -> None:
        self.memo = memo

    def __call__(self, value: Any) -> Any:
        return _deep(value, self.memo)


def replace(obj: Any, /, **changes: Any) -> Any:
    return obj.__replace__(**changes)
