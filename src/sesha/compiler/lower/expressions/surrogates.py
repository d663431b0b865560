"""Find the lone surrogates of string literals, which mypy's parser cannot hold.

Its strings are Rust's: "\\ud800" comes out as U+FFFD. A literal with that character is looked up
in CPython's own tree of the file, by its place. A file whose syntax is newer than the Python that
runs the build, or an f-string, keeps what mypy gave if no escape of a surrogate is in the file;
else the literal is refused.
"""

import ast
import re
from functools import lru_cache
from pathlib import Path

from mypy import nodes as n

REPLACEMENT = "\ufffd"
ESCAPE = re.compile(r"\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]")


def text_of(node: n.StrExpr, path: str) -> str | None:
    """The literal's value; None if it cannot be had."""
    if REPLACEMENT not in node.value:
        return node.value
    source = _source(path)
    if not ESCAPE.search(source):
        return node.value
    found = _literals(source).get((node.line, node.column))
    if found is not None:
        return found
    lines = source.splitlines()[node.line - 1 : node.end_line or node.line]
    return None if ESCAPE.search("\n".join(lines)) else node.value


@lru_cache(maxsize=16)
def _source(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


@lru_cache(maxsize=16)
def _literals(source: str) -> dict[tuple[int, int], str]:
    """The string constants of a source by line and column."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return {}
    return {
        (node.lineno, node.col_offset): node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
