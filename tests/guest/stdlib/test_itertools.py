"""Compare the guest's itertools, heapq and bisect with CPython's on random inputs."""

import bisect
import heapq
import itertools
import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from sesha.guest.stdlib import bisect as guest_bisect, heapq as guest_heapq, itertools as guest

pytestmark = pytest.mark.fast
Case = Callable[[Any], Iterable[Any]]

CASES: dict[str, Case] = {
    "count": lambda m: m.islice(m.count(5, -2), 7),
    "cycle": lambda m: m.islice(m.cycle("abc"), 10),
    "cycle-empty": lambda m: m.cycle(()),
    "repeat": lambda m: m.repeat("x", 3),
    "chain": lambda m: m.chain("ab", [], (1, 2)),
    "chain-iterable": lambda m: m.chain.from_iterable(["ab", "cd"]),
    "compress": lambda m: m.compress("ABCDEF", [1, 0, 1, 0, 1, 1]),
    "dropwhile": lambda m: m.dropwhile(lambda x: x < 5, [1, 4, 6, 3, 8]),
    "takewhile": lambda m: m.takewhile(lambda x: x < 5, [1, 4, 6, 3, 8]),
    "filterfalse": lambda m: m.filterfalse(lambda x: x % 2, range(8)),
    "filterfalse-none": lambda m: m.filterfalse(None, [0, 1, "", "a"]),
    "starmap": lambda m: m.starmap(pow, [(2, 5), (3, 2)]),
    "accumulate": lambda m: m.accumulate([1, 2, 3, 4]),
    "accumulate-initial": lambda m: m.accumulate([1, 2, 3], lambda a, b: a * b, initial=10),
    "pairwise": lambda m: m.pairwise("ABCD"),
    "pairwise-one": lambda m: m.pairwise("A"),
    "islice": lambda m: m.islice(range(20), 3, 15, 4),
    "islice-none": lambda m: m.islice("ABCDEFG", 2, None),
    "zip_longest": lambda m: m.zip_longest("ABCD", "xy", "123", fillvalue="-"),
    "groupby": lambda m: [(k, list(g)) for k, g in m.groupby("AAAABBBCCDAABBB")],
    "groupby-skip": lambda m: [k for k, _ in m.groupby("AAAABBBCCDAABBB")],
    "groupby-part": lambda m: [(k, next(g)) for k, g in m.groupby([1, 1, 3, 5, 2, 4], lambda x: x % 2)],
    "groupby-late": lambda m: [list(g) for _, g in list(m.groupby("AAB"))],
    "product": lambda m: m.product("AB", range(3)),
    "product-repeat": lambda m: m.product("AB", repeat=3),
    "product-none": lambda m: m.product(),
    "product-empty": lambda m: m.product("AB", ""),
    "permutations": lambda m: m.permutations("ABCD", 2),
    "permutations-all": lambda m: m.permutations(range(4)),
    "permutations-zero": lambda m: m.permutations("AB", 0),
    "permutations-many": lambda m: m.permutations("AB", 3),
    "combinations": lambda m: m.combinations("ABCDE", 3),
    "combinations-zero": lambda m: m.combinations("AB", 0),
    "combinations-many": lambda m: m.combinations("AB", 3),
    "replacement": lambda m: m.combinations_with_replacement("ABC", 2),
    "replacement-empty": lambda m: m.combinations_with_replacement("", 2),
    "tee": lambda m: [list(t) for t in m.tee(iter("abc"), 3)],
}


@pytest.mark.parametrize("name", CASES)
def test_each_iterator_gives_cpythons_items(name: str) -> None:
    assert list(CASES[name](guest)) == list(CASES[name](itertools))


def test_batched_and_islice_leave_the_source_where_cpython_does() -> None:
    assert list(guest.batched("ABCDEFG", 3)) == [("A", "B", "C"), ("D", "E", "F"), ("G",)]
    source = iter(range(10))
    assert list(guest.islice(source, 2, 6, 3)) == [2, 5]
    mine = next(source)
    source = iter(range(10))
    assert list(itertools.islice(source, 2, 6, 3)) == [2, 5]
    assert mine == next(source)


def test_heaps_pop_in_order_and_select_as_sorting_does() -> None:
    chance = random.Random(1)
    for size in (0, 1, 2, 7, 100):
        values = [chance.randrange(50) for _ in range(size)]
        heap: list[int] = []
        for value in values:
            guest_heapq.heappush(heap, value)
        assert [guest_heapq.heappop(heap) for _ in values] == sorted(values)
        heap = list(values)
        guest_heapq.heapify(heap)
        expected = list(values)
        heapq.heapify(expected)
        assert heap == expected
        for n in (0, 1, 3, 200):
            pairs = list(enumerate(values))
            assert guest_heapq.nsmallest(n, pairs, key=lambda p: p[1]) == heapq.nsmallest(
                n, pairs, key=lambda p: p[1]
            )
            assert guest_heapq.nlargest(n, pairs, key=lambda p: p[1]) == heapq.nlargest(
                n, pairs, key=lambda p: p[1]
            )
    parts = [sorted(chance.randrange(30) for _ in range(k)) for k in (5, 0, 9)]
    assert list(guest_heapq.merge(*parts)) == list(heapq.merge(*parts))
    falling = [sorted(part, reverse=True) for part in parts]
    assert list(guest_heapq.merge(*falling, reverse=True)) == list(heapq.merge(*falling, reverse=True))


def test_bisect_finds_both_ends_of_equal_runs() -> None:
    values = [1, 2, 2, 2, 5, 9]
    for x in range(11):
        assert guest_bisect.bisect_left(values, x) == bisect.bisect_left(values, x)
        assert guest_bisect.bisect_right(values, x) == bisect.bisect_right(values, x)
        assert guest_bisect.bisect(values, -x, key=lambda v: -v, lo=2, hi=4) == bisect.bisect(
            values, -x, key=lambda v: -v, lo=2, hi=4
        )
