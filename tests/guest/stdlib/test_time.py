"""Compare the guest's time with CPython's, in UTC."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import time as ours

pytestmark = pytest.mark.fast
SECONDS = st.integers(-30000000000, 253402300799)


@pytest.fixture(autouse=True, scope="module")
def utc() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setenv("TZ", "UTC")
    time.tzset()
    yield
    patch.undo()
    time.tzset()


def outcome(function: Callable[..., Any], *arguments: Any) -> Any:
    try:
        result = function(*arguments)
    except ValueError as error:
        return str(error)
    return tuple(result) if isinstance(result, tuple) else result


@settings(max_examples=200)
@given(SECONDS)
def test_breaking_down(seconds: int) -> None:
    mine, theirs = ours.gmtime(seconds), time.gmtime(seconds)
    assert tuple(mine) == tuple(theirs)
    assert repr(mine) == repr(theirs)
    assert ours.mktime(mine) == seconds
    assert ours.asctime(mine) == time.asctime(theirs)
    assert ours.ctime(seconds) == time.ctime(seconds)
    for letter in "YmdeyCjBbhAawuUWGgVHMSIklpPzsDFTRrcxX%nt":
        assert ours.strftime("%" + letter, mine) == time.strftime("%" + letter, theirs), letter
    for format in ("%-d.%-m %_H %0e %^a", "100%", "%Q", "no directives ü", "%-S%-M", "%%Y"):
        assert ours.strftime(format, mine) == time.strftime(format, theirs), format


@settings(max_examples=200)
@given(
    SECONDS,
    st.sampled_from(
        [
            "%Y-%m-%d %H:%M:%S",
            "%a %b %d %H:%M:%S %Y",
            "%A, %d %B %Y %I:%M %p",
            "%y%m%d",
            "%j %Y",
            "%U %w %Y",
            "%W %a %Y",
            "%G-W%V-%u",
            "%d/%m/%Y",
            "%H:%M",
            "%c",
            "%x %X",
            "%Y %Z",
        ]
    ),
)
def test_reading_back(seconds: int, format: str) -> None:
    text = time.strftime(format, time.gmtime(seconds))
    assert outcome(ours.strptime, text, format) == outcome(time.strptime, text, format)


BAD = [
    ("2024", "%Y-%m"),
    ("2024-13", "%Y-%m"),
    ("x", "%d"),
    ("2024-02-30", "%Y-%m-%d"),
    ("12 x", "%H"),
    ("1", "%Q"),
    ("1", "%"),
    ("60", "%M"),
    ("31", "%d"),
    ("3 pm", "%H %p"),
    ("12 am", "%I %p"),
    ("  7", "%d"),
    (" 7", "%d"),
    ("2024  5", "%Y %m"),
    ("feb 29", "%b %d"),
    ("1 2024 5", "%V %Y %u"),
    ("2024 5", "%G %V"),
    ("5", "%V"),
    ("2024 5 1 3", "%G %V %u %j"),
    ("+0100", "%z"),
    ("+01:30", "%z"),
    ("Z", "%z"),
    ("0130", "%z"),
    ("utc", "%Z"),
    ("xyz", "%Z"),
    ("123", "%d"),
    ("MAY", "%b"),
]


@pytest.mark.parametrize(("text", "format"), BAD)
def test_odd_texts(text: str, format: str) -> None:
    assert outcome(ours.strptime, text, format) == outcome(time.strptime, text, format)


def test_bounds() -> None:
    good = (2024, 2, 3, 4, 5, 6, 5, 34, 0)
    for index, values in (
        (1, (13, -1, 0)),
        (2, (32, 0)),
        (3, (24, -1)),
        (4, (60,)),
        (5, (62,)),
        (6, (-2, -1, 9)),
        (7, (367,)),
    ):
        for value in values:
            odd: Any = good[:index] + (value,) + good[index + 1 :]
            assert outcome(ours.strftime, "%F %T %a", odd) == outcome(time.strftime, "%F %T %a", odd), odd


def test_clocks() -> None:
    assert abs(ours.time() - time.time()) < 5
    assert ours.monotonic_ns() <= ours.monotonic_ns()
    assert 0 <= ours.process_time() < 1e6
    with pytest.raises(ValueError, match="sleep length must be non-negative"):
        ours.sleep(-1)
    before = ours.perf_counter()
    ours.sleep(0.01)
    assert ours.perf_counter() - before >= 0.01
