"""Our csv and CPython's read and write the same."""

import csv
import io
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from sesha.guest.stdlib import csv as ours

pytestmark = pytest.mark.fast

MODES: list[dict[str, Any]] = [
    {},
    {"delimiter": ";"},
    {"quotechar": "'"},
    {"quoting": csv.QUOTE_ALL},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
    {"quoting": csv.QUOTE_NONE},
    {"doublequote": False, "escapechar": "\\"},
    {"doublequote": False},
    {"skipinitialspace": True},
    {"strict": True},
    {"escapechar": "\\"},
    {"lineterminator": "!"},
    {"dialect": "excel-tab"},
    {"dialect": "unix"},
]
OTHER_ENDS: list[dict[str, Any]] = [{"lineterminator": "!"}, {"dialect": "unix"}]
ALPHABET = "ab,;'\"\\ \t\n\r!1.é"


def outcome(function: Callable[[], Any]) -> Any:
    try:
        return function()
    except (csv.Error, ours.Error) as error:
        return f"Error {str(error).partition(' - ')[0]}"  # the advice differs between versions
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__} {error}"


def read(module: Any, lines: list[str], mode: dict[str, Any]) -> Any:
    found: list[Any] = []
    reader = module.reader(lines, **mode)
    result = outcome(lambda: found.extend(reader))
    return found, reader.line_num, result


@given(st.lists(st.text(ALPHABET, max_size=12), max_size=4), st.sampled_from(MODES))
def test_reads_the_same(lines: list[str], mode: dict[str, Any]) -> None:
    assert read(ours, lines, mode) == read(csv, lines, mode)


def written(module: Any, rows: list[list[Any]], mode: dict[str, Any]) -> Any:
    target = io.StringIO(newline="")
    return outcome(lambda: module.writer(target, **mode).writerows(rows)), target.getvalue()


@given(
    st.lists(
        st.lists(
            st.one_of(st.text(ALPHABET, min_size=1, max_size=8), st.integers(), st.floats()), min_size=2
        ),
        max_size=3,
    ),
    st.sampled_from([*MODES, {"quoting": csv.QUOTE_NONNUMERIC}]),
)
def test_writes_the_same(rows: list[list[Any]], mode: dict[str, Any]) -> None:
    text = "".join(field for row in rows for field in row if isinstance(field, str))
    if mode in OTHER_ENDS and not set("\r\n").isdisjoint(text):
        assume(sys.version_info >= (3, 13))  # older ones quote the ends of lines only of their own kind
    assert written(ours, rows, mode) == written(csv, rows, mode)


def test_empty_fields() -> None:
    for rows in ([[]], [[""]], [[None]], [["", ""]], [[None, 1]]):
        for mode in MODES:
            assert written(ours, rows, mode) == written(csv, rows, mode)


def test_numbers() -> None:
    mode = {"quoting": csv.QUOTE_NONNUMERIC}
    for lines in (['1,"2",3.5\n'], ["a,1\n"], ['"a",\n']):
        assert read(ours, lines, mode) == read(csv, lines, mode)


@pytest.mark.parametrize("module", [csv, ours])
def test_dicts(module: Any) -> None:
    lines = ["a,b,c\n", "1,2,3\n", "\n", "4,5\n", "6,7,8,9\n"]
    reader = module.DictReader(lines, restkey="more", restval="-")
    assert reader.fieldnames == ["a", "b", "c"]
    assert list(reader) == [
        {"a": "1", "b": "2", "c": "3"},
        {"a": "4", "b": "5", "c": "-"},
        {"a": "6", "b": "7", "c": "8", "more": ["9"]},
    ]
    assert reader.line_num == 5
    target = io.StringIO(newline="")
    writer = module.DictWriter(target, ["x", "y"], restval="?")
    writer.writeheader()
    writer.writerows([{"x": 1}, {"y": "a,b", "x": None}])
    assert target.getvalue() == 'x,y\r\n1,?\r\n,"a,b"\r\n'
    with pytest.raises(ValueError, match=r"dict contains fields not in fieldnames: 'z'"):
        writer.writerow({"z": 1})
    with pytest.raises(ValueError, match=r"extrasaction \(no\) must be 'raise' or 'ignore'"):
        module.DictWriter(target, [], extrasaction="no")


@pytest.mark.parametrize("module", [csv, ours])
def test_dialects(module: Any) -> None:
    class Pipes(module.Dialect):  # type: ignore[misc, name-defined]
        delimiter = "|"
        quotechar = "'"
        doublequote = True
        skipinitialspace = False
        lineterminator = "\n"
        quoting = csv.QUOTE_MINIMAL

    assert next(module.reader(["a|'b|c'"], Pipes)) == ["a", "b|c"]
    assert next(module.reader(["a|'b|c'"], dialect=Pipes())) == ["a", "b|c"]
    module.register_dialect("spaced", delimiter=" ", skipinitialspace=True)
    assert "spaced" in module.list_dialects()
    assert next(module.reader(["a  b"], "spaced")) == ["a", "b"]
    assert module.get_dialect("spaced").delimiter == " "
    module.unregister_dialect("spaced")
    with pytest.raises(module.Error, match="unknown dialect"):
        module.reader([], "spaced")
    for wrong in ({"delimiter": "ab"}, {"quotechar": 1}, {"quoting": 9}, {"lineterminator": None}, {"zz": 1}):
        with pytest.raises(TypeError):
            module.reader([], **wrong)
    with pytest.raises(module.Error, match="iterable expected, not int"):
        module.writer(io.StringIO()).writerow(5)


def test_limit() -> None:
    before = ours.field_size_limit(3)
    assert before == csv.field_size_limit()
    with pytest.raises(ours.Error, match=r"field larger than field limit \(3\)"):
        next(ours.reader(["abcd"]))
    assert ours.field_size_limit(before) == 3
