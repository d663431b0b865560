"""Compare the guest's fnmatch and shlex with CPython's."""

import fnmatch
import shlex
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import fnmatch as ours, shlex as our_shlex

pytestmark = pytest.mark.fast


@settings(max_examples=800)
@given(st.text(alphabet="abc-]!", max_size=6), st.text(alphabet="abc*?[]!-", max_size=8))
def test_fnmatch(name: str, pattern: str) -> None:
    assert ours.fnmatch(name, pattern) == fnmatch.fnmatch(name, pattern)
    assert ours.filter([name, "a", "abc"], pattern) == fnmatch.filter([name, "a", "abc"], pattern)


def outcome(module: Any, text: str, comments: bool) -> Any:
    try:
        return module.split(text, comments)
    except ValueError as error:
        return str(error)


@settings(max_examples=600)
@given(st.text(alphabet="ab'\"\\ #\né$", max_size=10), st.booleans())
def test_shlex(text: str, comments: bool) -> None:
    assert outcome(our_shlex, text, comments) == outcome(shlex, text, comments)
    assert our_shlex.quote(text) == shlex.quote(text)
    assert our_shlex.join([text, "b"]) == shlex.join([text, "b"])
