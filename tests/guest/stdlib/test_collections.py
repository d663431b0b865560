"""Compare the guest's collections with CPython's by the same random operations on both."""

import collections
import random
from typing import Any

import pytest

from sesha.guest.stdlib import collections as guest

pytestmark = pytest.mark.fast
OPERATIONS = ["append", "appendleft", "pop", "popleft", "rotate", "insert", "remove", "del"]


@pytest.mark.parametrize("limit", [None, 0, 1, 5, 20])
def test_deque_does_what_cpythons_does(limit: int | None) -> None:
    chance = random.Random(7)
    mine: Any = guest.deque((), limit)
    theirs: Any = collections.deque(maxlen=limit)
    for step in range(3000):
        operation = chance.choice(OPERATIONS)
        for target in (mine, theirs):
            apply(target, operation, step % 17, (step * 7) % 11 - 5)
        assert list(mine) == list(theirs)
        assert repr(mine) == repr(theirs)
        assert list(reversed(mine)) == list(reversed(theirs))


def apply(target: Any, operation: str, value: int, place: int) -> None:
    if operation in ("append", "appendleft"):
        getattr(target, operation)(value)
    elif operation in ("pop", "popleft"):
        if target:
            getattr(target, operation)()
    elif operation == "rotate":
        target.rotate(place)
    elif operation == "insert":
        if target.maxlen is None or len(target) < target.maxlen:
            target.insert(place, value)
    elif operation == "remove":
        if value in target:
            target.remove(value)
    elif -len(target) <= place < len(target):
        del target[place]


def test_counter_counts_orders_and_combines() -> None:
    for text, other in (("abracadabra", "bananas"), ("", "xy"), ("zzz", "")):
        mine, theirs = guest.Counter(text), collections.Counter(text)
        mine_other, theirs_other = guest.Counter(other), collections.Counter(other)
        assert mine.most_common() == theirs.most_common()
        assert mine.most_common(2) == theirs.most_common(2)
        assert sorted(mine.elements()) == sorted(theirs.elements())
        assert repr(mine) == repr(theirs)
        assert dict(mine + mine_other) == dict(theirs + theirs_other)
        assert dict(mine - mine_other) == dict(theirs - theirs_other)
        assert dict(mine | mine_other) == dict(theirs | theirs_other)
        assert dict(mine & mine_other) == dict(theirs & theirs_other)
        assert (mine <= mine_other) == (theirs <= theirs_other)
        assert mine["absent"] == 0


def test_defaultdict_ordereddict_and_chainmap() -> None:
    groups = guest.defaultdict(list)
    for number in range(6):
        groups[number % 2].append(number)
    assert repr(groups) == "defaultdict(<class 'list'>, {0: [0, 2, 4], 1: [1, 3, 5]})"
    mine, theirs = guest.OrderedDict(a=1, b=2, c=3), collections.OrderedDict(a=1, b=2, c=3)
    for target in (mine, theirs):
        target.move_to_end("a")
        target.move_to_end("c", last=False)
    assert list(mine.items()) == list(theirs.items())
    assert mine.popitem(last=False) == theirs.popitem(last=False)
    maps: list[dict[str, int]] = [{"a": 1}, {"a": 2, "b": 3}]
    chained, reference = guest.ChainMap(*maps), collections.ChainMap(*maps)
    assert list(chained.items()) == list(reference.items())
    assert repr(chained.new_child()) == repr(reference.new_child())
