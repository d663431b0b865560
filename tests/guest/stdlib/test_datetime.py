# ruff: noqa: E501
"""Compare the guest's datetime with CPython's: construction, arithmetic, texts, errors."""

import datetime as theirs
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import datetime as ours

pytestmark = pytest.mark.fast

YEARS = st.integers(1000, 9999)
FIELDS = st.tuples(YEARS, st.integers(1, 12), st.integers(1, 28))
CLOCK = st.tuples(
    st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), st.sampled_from([0, 1, 5000, 999999])
)
OFFSETS = st.one_of(st.none(), st.integers(-86399, 86399))
MICROS = st.integers(-(10**15), 10**15)


def outcome(function: Callable[[Any], Any], module: Any) -> str:
    try:
        return str(function(module)) + " " + repr(function(module))
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        return type(error).__name__ + ": " + str(error)


def same(function: Callable[[Any], Any]) -> None:
    mine, expected = outcome(function, ours), outcome(function, theirs)
    if sys.version_info < (3, 14) and expected == "ValueError: day is out of range for month":
        assert mine.startswith("ValueError: day ")
    else:
        assert mine == expected


def moment(m: Any, fields: Any, clock: Any, offset: Any) -> Any:
    zone = None if offset is None else m.timezone(m.timedelta(seconds=offset))
    return m.datetime(*fields, *clock, zone)


@settings(max_examples=150)
@given(FIELDS, CLOCK, OFFSETS, MICROS)
def test_datetime(fields: Any, clock: Any, offset: Any, micros: int) -> None:
    same(lambda m: moment(m, fields, clock, offset))
    same(lambda m: moment(m, fields, clock, offset) + m.timedelta(microseconds=micros))
    same(
        lambda m: (
            moment(m, fields, clock, offset)
            - m.datetime(2000, 1, 1, tzinfo=None if offset is None else m.timezone.utc)
        )
    )
    same(lambda m: m.datetime.fromisoformat(moment(m, fields, clock, offset).isoformat()))
    for spec in ("hours", "minutes", "seconds", "milliseconds", "microseconds", "auto", "x"):
        same(lambda m, s=spec: moment(m, fields, clock, offset).isoformat(" ", s))
    for format in ("%c", "%Y-%m-%dT%H:%M:%S.%f%z", "%Z", "%G-W%V-%u %j %U %W %p %I", "%d %b %y %A %%"):
        same(lambda m, f=format: moment(m, fields, clock, offset).strftime(f))
        same(lambda m, f=format: f"{moment(m, fields, clock, offset):{f}}")
    for name in (
        "date",
        "time",
        "timetz",
        "weekday",
        "isoweekday",
        "toordinal",
        "isocalendar",
        "ctime",
        "tzname",
        "utcoffset",
        "dst",
    ):
        same(lambda m, n=name: getattr(moment(m, fields, clock, offset), n)())
    same(lambda m: tuple(moment(m, fields, clock, offset).utctimetuple()))
    same(lambda m: tuple(moment(m, fields, clock, offset).timetuple()))
    same(lambda m: moment(m, fields, clock, offset or 0).timestamp())
    same(lambda m: moment(m, fields, clock, offset or 0).astimezone(m.timezone(m.timedelta(hours=-5), "EST")))
    same(lambda m: hash(moment(m, fields, clock, None)) == hash(moment(m, fields, clock, None)))


@settings(max_examples=200)
@given(MICROS, MICROS, st.floats(-1e6, 1e6).map(lambda x: round(x, 4)), st.integers(-1000, 1000))
def test_timedelta(a: int, b: int, factor: float, count: int) -> None:
    def pair(m: Any) -> tuple[Any, Any]:
        return m.timedelta(microseconds=a), m.timedelta(microseconds=b)

    for operation in (
        lambda x, y: x + y,
        lambda x, y: x - y,
        lambda x, y: x // y,
        lambda x, y: x % y,
        lambda x, y: x / y,
        lambda x, y: divmod(x, y),
        lambda x, y: x < y,
        lambda x, y: x == y,
        lambda x, y: x >= y,
        lambda x, y: -x,
        lambda x, y: abs(x),
        lambda x, y: bool(x),
        lambda x, y: x * factor,
        lambda x, y: x / factor,
        lambda x, y: x * count,
        lambda x, y: count * x,
        lambda x, y: x // count,
        lambda x, y: x / count,
        lambda x, y: x.total_seconds(),
        lambda x, y: (x.days, x.seconds, x.microseconds),
    ):
        same(lambda m, o=operation: o(*pair(m)))
    same(
        lambda m: m.timedelta(
            days=factor, hours=count, milliseconds=factor, weeks=1.25, minutes=0.1, seconds=factor
        )
    )
    same(lambda m: m.timedelta(seconds=factor, microseconds=factor))


TEXTS = [
    "2024-02-29", "2024-W05-3", "2024W053", "2024-W05", "2024W05", "2024-2-3", "x", "", "2024-13-01", "2023-02-29", "0000-01-01",
    "2024-02-29T01", "2024-02-29T01:02", "2024-02-29 01:02:03", "2024-02-29T01:02:03.5", "20240229T010203,123456789", "20240229T0102",
    "2024-02-29T01:02:03Z", "2024-02-29T01:02:03+01:30", "2024-02-29T01:02:03-0130", "2024-02-29T01:02:03+00:00:00.5", "2024W053T01",
    "2024-02-29T25:00", "2024-02-29T01:60", "2024-02-29T01:02:03+24:00", "2024-W60-1", "2020-W53-1", "2021-W53-1", "2024-02-29T",
    "2024-02-29T1", "2024-02-29T01:0", "2024-02-29T01:02:03.", "2024-02-29T01:02:03+", "2024-02-29T01:02:03Zx", "2024-W05-3T04:05",
    "01:02", "T01:02:03", "010203.5", "01:02:03+02", "0102Z",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_iso_texts(text: str) -> None:
    for kind in ("date", "datetime", "time"):
        mine = outcome(lambda m, kind=kind: getattr(m, kind).fromisoformat(text), ours)
        expected = outcome(lambda m, kind=kind: getattr(m, kind).fromisoformat(text), theirs)
        if expected.startswith("ValueError") and sys.version_info < (3, 14):
            assert mine.startswith("ValueError"), (kind, mine)
        else:
            assert mine == expected, kind


@given(FIELDS, FIELDS)
def test_dates(a: Any, b: Any) -> None:
    for operation in (
        lambda m: m.date(*a),
        lambda m: m.date(*a) - m.date(*b),
        lambda m: m.date(*a) + m.timedelta(days=b[0], hours=30),
        lambda m: m.date(*a) - m.timedelta(days=b[0]),
        lambda m: m.date(*a) < m.date(*b),
        lambda m: m.date(*a) == m.date(*b),
        lambda m: m.date(*a).isocalendar(),
        lambda m: m.date.fromordinal(m.date(*a).toordinal()),
        lambda m: m.date(*a).ctime(),
        lambda m: m.date(*a).replace(day=b[2]),
        lambda m: m.date(*a).strftime("%d.%m.%Y %a"),
        lambda m: tuple(m.date(*a).timetuple()),
        lambda m: m.date(*a) == m.datetime(*a),
        lambda m: m.datetime(*a) == m.date(*a),
        lambda m: m.date.fromisocalendar(a[0], a[2], 3),
        lambda m: m.datetime.combine(m.date(*a), m.time(1, 2)),
        lambda m: sorted([m.date(*a), m.date(*b)]),
    ):
        same(operation)


def test_times_and_zones() -> None:
    for operation in (
        lambda m: m.time(),
        lambda m: m.time(1, 2, 3, 4),
        lambda m: m.time(1, tzinfo=m.timezone.utc),
        lambda m: m.time(1, fold=1),
        lambda m: m.time(1) < m.time(2),
        lambda m: m.time(1) == m.time(1, tzinfo=m.timezone.utc),
        lambda m: m.time(5).strftime("%H-%M %p"),
        lambda m: m.time(1, 30, 15).isoformat("minutes"),
        lambda m: m.time(1).replace(minute=9, tzinfo=m.timezone.utc),
        lambda m: m.timezone.utc,
        lambda m: m.timezone(m.timedelta(hours=1)),
        lambda m: m.timezone(m.timedelta(hours=1), "X"),
        lambda m: m.timezone(m.timedelta(hours=-1, seconds=5)).tzname(None),
        lambda m: m.timezone(m.timedelta(0)) == m.timezone.utc,
        lambda m: m.timezone(m.timedelta(hours=24)),
        lambda m: m.datetime.min,
        lambda m: m.datetime.max,
        lambda m: m.date.max,
        lambda m: m.timedelta.min,
        lambda m: m.timedelta.max,
        lambda m: m.timedelta.resolution,
        lambda m: m.timedelta(days=10**9),
        lambda m: m.datetime.max + m.timedelta(1),
        lambda m: m.date.min - m.timedelta(1),
        lambda m: m.timedelta(1) / 0,
        lambda m: m.timedelta(1) // m.timedelta(0),
        lambda m: m.datetime(2024, 1, 1) < m.datetime(2024, 1, 1, tzinfo=m.timezone.utc),
        lambda m: m.datetime(2024, 1, 1, 24),
        lambda m: m.datetime(2024, 1, 1) - m.datetime(2024, 1, 1, tzinfo=m.timezone.utc),
        lambda m: m.datetime(2024, 1, 1) == 5,
        lambda m: m.datetime.fromtimestamp(0, m.timezone.utc),
        lambda m: m.datetime.fromtimestamp(1.5000005, m.timezone.utc),
        lambda m: m.datetime.fromtimestamp(-1.25, m.timezone(m.timedelta(hours=2))),
        lambda m: m.datetime.utcfromtimestamp(1e9),
        lambda m: m.datetime(2024, 1, 2, 3).strftime("%:z|%z|%Z|%f"),
    ):
        if sys.version_info < (3, 12) and outcome(operation, ours).startswith("|||"):
            continue
        mine, expected = outcome(operation, ours), outcome(operation, theirs)
        if expected.startswith("ValueError: ") and " must be in " in expected:
            assert mine.startswith("ValueError: ")
        else:
            assert mine == expected
    assert ours.datetime.now(ours.UTC).utcoffset() == ours.timedelta(0)
    assert abs(ours.datetime.now(ours.UTC).timestamp() - theirs.datetime.now(theirs.UTC).timestamp()) < 5
    assert str(ours.date.today())[:2] == "20"


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("2024-02-29 01:02:03.5", "%Y-%m-%d %H:%M:%S.%f"), ("2024-02-29 +0130", "%Y-%m-%d %z"), ("2023-02-29", "%Y-%m-%d"),
        ("29 feb 24 UTC", "%d %b %y %Z"), ("Feb 29", "%b %d"), ("x", "%Y"), ("2024 -01:02:03.5", "%Y %z"), ("12:00 AM", "%I:%M %p"),
        ("Z", "%z"), ("1 2 3 4", "%d %m %H"), ("2024-060", "%Y-%j"), ("2024 53 1", "%G %V %u"),
    ],
)  # fmt: skip
def test_strptime(text: str, format: str) -> None:
    same(lambda m: m.datetime.strptime(text, format))
