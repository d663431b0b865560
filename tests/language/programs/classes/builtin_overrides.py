"""Subclasses of built-in containers that override what typed code calls."""

from collections import defaultdict
from typing import Any, Iterator


class Loud(dict[str, int]):
    def __getitem__(self, key: str) -> int:
        print("getitem", key)
        return super().__getitem__(key)

    def __setitem__(self, key: str, value: int) -> None:
        print("setitem", key)
        super().__setitem__(key, value * 2)

    def __contains__(self, key: object) -> bool:
        print("contains")
        return super().__contains__(key)

    def __len__(self) -> int:
        return 100

    def __iter__(self) -> Iterator[str]:
        return iter(["x", "y"])

    def get(self, key: str, default: Any = None) -> Any:
        return f"got {key}"

    def keys(self) -> Any:
        return ["a"]

    def update(self, *args: Any, **kwargs: Any) -> None:
        print("update", args)


class Stack(list[int]):
    def append(self, item: int) -> None:
        super().append(item + 1)

    def __len__(self) -> int:
        return 7

    def __getitem__(self, index: Any) -> Any:
        return 99 if isinstance(index, int) else [98]

    def __iter__(self) -> Iterator[int]:
        return iter([42])


def use_dict(d: dict[str, int]) -> None:
    d["a"] = 1
    print(d["a"], "a" in d, len(d), list(d), d.get("q"), list(d.keys()), bool(d))
    d.update({"z": 1})
    for key in d:
        print(key)
    d["a"] += 1


def use_list(values: list[int]) -> None:
    values.append(5)
    print(len(values), values[0], [v for v in values], bool(values), values[0:1])
    for v in values:
        print(v)


use_dict({})
use_dict(Loud())
use_dict(defaultdict(int))
counted: dict[str, int] = defaultdict(int)
print(type(counted.copy()).__name__, counted["new"], counted)
use_list([])
use_list(Stack())
