"""Compare the guest's textwrap with CPython's."""

import textwrap
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from sesha.guest.stdlib import textwrap as ours

pytestmark = pytest.mark.fast
TEXTS = st.text(alphabet="ab é1._-,\"'!\n\t ", max_size=40)


def outcome(module: Any, name: str, *arguments: Any, **options: Any) -> Any:
    try:
        return getattr(module, name)(*arguments, **options)
    except ValueError as error:
        return str(error)


@settings(max_examples=600)
@given(
    TEXTS,
    st.integers(0, 20),
    st.fixed_dictionaries(
        {},
        optional={
            "initial_indent": st.sampled_from(["", "> ", "long indent "]),
            "subsequent_indent": st.sampled_from(["", "  "]),
            "expand_tabs": st.booleans(),
            "replace_whitespace": st.booleans(),
            "fix_sentence_endings": st.booleans(),
            "break_long_words": st.booleans(),
            "drop_whitespace": st.booleans(),
            "break_on_hyphens": st.booleans(),
            "tabsize": st.integers(1, 8),
            "max_lines": st.integers(1, 3),
            "placeholder": st.sampled_from([" [...]", "…"]),
        },
    ),
)
def test_wrap(text: str, width: int, options: dict[str, Any]) -> None:
    indents = len(max(options.get("initial_indent", ""), options.get("subsequent_indent", ""), key=len))
    if width:
        width += indents  # CPython does not end when an indent fills the line
    assert outcome(ours, "wrap", text, width, **options) == outcome(textwrap, "wrap", text, width, **options)
    assert outcome(ours, "shorten", text, width) == outcome(textwrap, "shorten", text, width)


@settings(max_examples=300)
@given(st.text(alphabet="a \t\n", max_size=20))
def test_dedent_and_indent(text: str) -> None:
    assert ours.dedent(text) == textwrap.dedent(text)
    assert ours.indent(text, "> ") == textwrap.indent(text, "> ")
    assert ours.indent(text, "> ", lambda line: True) == textwrap.indent(text, "> ", lambda line: True)
