"""Compare the guest's string with CPython's."""

import string
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from sesha.guest.stdlib import string as ours

pytestmark = pytest.mark.fast


def outcome(function: Callable[..., Any], *arguments: Any, **options: Any) -> str:
    try:
        return repr(function(*arguments, **options))
    except (ValueError, KeyError) as error:
        return repr(error)


def test_constants() -> None:
    for name in (
        "whitespace",
        "ascii_letters",
        "digits",
        "hexdigits",
        "octdigits",
        "punctuation",
        "printable",
    ):
        assert getattr(ours, name) == getattr(string, name)


@given(st.text(alphabet="a1_$ {}é\n", max_size=12))
def test_templates(text: str) -> None:
    mine, theirs = ours.Template(text), string.Template(text)
    for name in ("substitute", "safe_substitute"):
        assert outcome(getattr(mine, name), {"a": 1}, aa=2) == outcome(getattr(theirs, name), {"a": 1}, aa=2)
    assert mine.is_valid() == theirs.is_valid()
    if theirs.is_valid():
        assert mine.get_identifiers() == theirs.get_identifiers()


@given(st.text(alphabet="aB -", max_size=12))
def test_capwords(text: str) -> None:
    assert ours.capwords(text) == string.capwords(text)
    assert ours.capwords(text, "-") == string.capwords(text, "-")
