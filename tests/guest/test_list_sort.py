"""Sort small ints with the guest's list_sort over CPython's simulated memory.

The words of small ints are compared raw, so the whole algorithm (runs, insertion, the run stack,
merging) runs without an image. Stability is seen through records of two words.
"""

import random
from collections.abc import Iterator

import pytest

from sesha.guest.builtins import list_sort
from sesha.guest.cpu import intrinsics

ITEMS = 4096
SPARE = 1 << 19
STACK = 64
ARRAY_ITEMS = 16


class _Array:
    """Stands for an `array` object: its address is all that is asked of it."""


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(list_sort, "new_array", lambda capacity: _Array())
    monkeypatch.setattr(list_sort, "address", lambda array: SPARE - ARRAY_ITEMS)
    monkeypatch.setattr(list_sort, "stack_words", lambda count: STACK)
    yield


def sort_words(values: list[int], width: int, descending: bool) -> list[tuple[int, ...]]:
    """Sort records whose further words are their positions."""
    size = 8 * width
    for position, value in enumerate(values):
        intrinsics.store_i64(ITEMS + position * size, value << 2)
        if width == 2:
            intrinsics.store_i64(ITEMS + position * size + 8, position << 2)
    list_sort.sort_records(ITEMS, len(values), width, descending)
    return [
        tuple(intrinsics.load_i64(ITEMS + position * size + 8 * word) >> 2 for word in range(width))
        for position in range(len(values))
    ]


def shapes(count: int) -> Iterator[list[int]]:
    chance = random.Random(count)
    yield list(range(count))
    yield list(range(count, 0, -1))
    yield [0] * count
    yield [chance.randrange(-5, 5) for _ in range(count)]
    yield [chance.randrange(-(1 << 60), 1 << 60) for _ in range(count)]
    yield [*range(count // 2), *range(count - count // 2)]
    nearly = list(range(count))
    for _ in range(count // 10):
        nearly[chance.randrange(count)] = chance.randrange(count)
    yield nearly


@pytest.mark.fast
@pytest.mark.parametrize("count", [0, 1, 2, 3, 23, 24, 25, 100, 777, 3000])
@pytest.mark.parametrize("descending", [False, True])
def test_sort_agrees_with_cpython_and_is_stable(count: int, descending: bool) -> None:
    for values in shapes(count):
        assert sort_words(values, 1, descending) == [(v,) for v in sorted(values, reverse=descending)]
        expected = sorted(enumerate(values), key=lambda pair: pair[1], reverse=descending)
        assert sort_words(values, 2, descending) == [(value, position) for position, value in expected]
