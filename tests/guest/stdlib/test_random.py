# ruff: noqa: E501
"""Compare the guest's random sequences with CPython's for the same seeds."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import random as ours

pytestmark = pytest.mark.fast

SEEDS = st.one_of(
    st.integers(),
    st.integers(0, 2**100),
    st.text(max_size=9),
    st.binary(max_size=9),
    st.floats(allow_nan=False),
)
WORDS = ["a", "b", "c", "d", "e"]

DRAWS: list[Callable[[Any], Any]] = [
    lambda r: r.random(),
    lambda r: [r.getrandbits(k) for k in (0, 1, 7, 31, 32, 33, 63, 64, 65, 200)],
    lambda r: [
        r.randrange(7),
        r.randrange(3, 90),
        r.randrange(0, 100, 7),
        r.randrange(50, 0, -3),
        r.randrange(10**30),
    ],
    lambda r: [r.randint(-5, 5), r.choice(WORDS), r.choice("xyz"), r.randbytes(5)],
    lambda r: r.sample(range(1000), 12) + r.sample(WORDS, 4) + r.sample(range(10), 10),
    lambda r: r.sample(WORDS, 6, counts=[3, 1, 4, 1, 5]),
    lambda r: (
        r.choices(WORDS, k=9)
        + r.choices(WORDS, [1, 0, 2.5, 1, 1], k=9)
        + r.choices(WORDS, cum_weights=[1, 2, 3, 4, 9], k=3)
    ),
    lambda r: [
        r.uniform(-1, 5),
        r.triangular(),
        r.triangular(1, 9, 2),
        r.normalvariate(1, 2),
        r.gauss(3, 4),
        r.gauss(),
        r.gauss(),
    ],
    lambda r: [
        r.lognormvariate(0, 1),
        r.expovariate(2.0),
        r.paretovariate(3),
        r.weibullvariate(1, 2),
        r.vonmisesvariate(1, 4),
    ],
    lambda r: [
        r.gammavariate(0.5, 2),
        r.gammavariate(1, 2),
        r.gammavariate(5, 2),
        r.betavariate(2, 3),
        r.vonmisesvariate(1, 0),
    ],
]


def shuffled(r: Any) -> Any:
    items = list(range(50))
    r.shuffle(items)
    return items


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_sequences(seed: Any) -> None:
    mine, theirs = ours.Random(seed), random.Random(seed)
    for draw in [*DRAWS, shuffled]:
        assert draw(mine) == draw(theirs)
    assert mine.getstate() == theirs.getstate()


def test_a_thousand_words() -> None:
    ours.seed(1)
    random.seed(1)
    assert [ours.random() for _ in range(2000)] == [random.random() for _ in range(2000)]
    kept = ours.getstate()
    first = ours.gauss()
    ours.setstate(kept)
    assert ours.gauss() == first == random.gauss()


ERRORS: list[Callable[[Any], Any]] = [
    lambda r: r.randrange(0), lambda r: r.randrange(1, 2, 0), lambda r: r.choice([]), lambda r: r.sample([1], 2), lambda r: r.getrandbits(-1),
    lambda r: r.choices([1], [0]), lambda r: r.choices([1, 2], [1]), lambda r: r.choices([1], [1], cum_weights=[1]),
    lambda r: r.gammavariate(0, 1), lambda r: r.choices([1], [float("inf")]),
]  # fmt: skip


@pytest.mark.parametrize("draw", ERRORS)
def test_errors(draw: Callable[[Any], Any]) -> None:
    messages = []
    for module in (ours, random):
        with pytest.raises((ValueError, TypeError, IndexError)) as caught:
            draw(module)
        messages.append((caught.type, str(caught.value)))
    assert messages[0][0] is messages[1][0]


def test_newer_functions() -> None:
    r = ours.Random(5)
    draws = [r.binomialvariate(100, 0.3) for _ in range(200)]
    assert 25 < sum(draws) / 200 < 35
    assert 0.1 < sum(r.binomialvariate(3, 0.1) for _ in range(1000)) / 1000 < 0.5
    with pytest.raises(ValueError, match=r"empty range in randrange\(3, 3\)"):
        r.randrange(3, 3)
    with pytest.raises(ValueError, match=r"empty range in randrange\(3, 3, 2\)"):
        r.randrange(3, 3, 2)


def test_without_a_seed() -> None:
    assert ours.Random().random() != ours.Random().random()
    system = ours.SystemRandom()
    assert 0 <= system.random() < 1
    assert 0 <= system.randrange(9) < 9
    assert system.getrandbits(3) < 8
    assert len(system.randbytes(4)) == 4
