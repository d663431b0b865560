"""`len()` of what `__len__` answers: any size that an index has, and what it refuses."""

from typing import Any


class Sized:
    def __init__(self, size: Any) -> None:
        self.size = size

    def __len__(self) -> Any:
        return self.size

    def __getitem__(self, index: int) -> int:
        return index


class Index:
    def __index__(self) -> int:
        return 2**62


class Typed:
    def __init__(self, size: int) -> None:
        self.size = size

    def __len__(self) -> int:
        return self.size


for size in (0, 5, True, 2**60 - 1, 2**60, 2**61, 2**62 + 3, 2**63 - 1, 2**63, 10**30, -1, -(2**62), -(10**30), 1.5, "a", None, Index()):
    for way in range(3):
        try:
            value = Sized(size)
            if way == 0:
                print(len(value), len(value) + 1, -len(value))
            elif way == 1:
                print(bool(value), not value)
            elif isinstance(size, int) and size > 2:
                print(next(iter(reversed(value))))
        except (TypeError, ValueError, OverflowError) as error:
            print(type(size).__name__, type(error).__name__, error)

measure: Any = len
for number in (3, 2**61, 2**63 - 1, 2**63):
    try:
        print(len(Typed(number)), measure(Typed(number)), list(map(len, [Typed(number)])), Typed(number).__len__() + 1)
    except OverflowError as error:
        print(error)
