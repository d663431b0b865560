"""Decide which of mypy's errors stop a build: those in annotated code.

Errors in unannotated functions, and at the top of modules without any annotation, only make the
compiler distrust mypy's types there.
"""

import os
import re

from mypy import nodes as n

from sesha.compiler.diagnostics.diagnostic import Diagnostic, ProgramError
from sesha.compiler.frontend.walk import descendants

MESSAGE = re.compile(
    r"^(?P<path>.*?)(?::(?P<line>\d+)(?::(?P<column>\d+))?(?::(?P<end_line>\d+):(?P<end>\d+))?)?: "
    r"(?P<kind>error|note): (?P<text>.*?)(?:  \[(?P<code>[\w-]+)\])?$"
)
IGNORED = frozenset(
    {"unused-ignore", "import-untyped", "annotation-unchecked", "unreachable", "var-annotated"}
)
TELLING = frozenset({"union-attr"})
"""Errors after which mypy's types are still right: it gives `Any` for what a member of a union has not."""


def diagnostics_of(messages: list[str]) -> list[Diagnostic]:
    """mypy's messages as diagnostics, those about a whole file at its first line; notes join the error
    before them."""
    found: list[Diagnostic] = []
    for message in messages:
        match = MESSAGE.match(message)
        if match is None:
            continue
        if match["kind"] == "note":
            if found:
                found[-1].notes.append(match["text"])
            continue
        column = int(match["column"] or 1) - 1
        end = int(match["end"]) if match["end"] and match["end_line"] == match["line"] else -1
        found.append(
            Diagnostic(
                match["path"],
                int(match["line"] or 1),
                column,
                match["code"] or "syntax",
                match["text"],
                "",
                end,
            )
        )
    return found


def split_messages(messages: list[str], tree: n.MypyFile) -> set[n.Node]:
    """Unannotated functions (or the module itself) with errors in them; raises for the other errors."""
    path = os.path.abspath(tree.path)
    found = diagnostics_of(messages)
    mine = [d for d in found if os.path.abspath(d.path) == path and d.code not in IGNORED]
    stopping: list[Diagnostic] = []
    untrusted: set[n.Node] = set()
    functions = [f for f in descendants(tree) if isinstance(f, n.FuncDef)]
    annotated_module = is_annotated(tree)
    for diagnostic in mine:
        inside = [f for f in functions if f.line <= diagnostic.line <= (f.end_line or f.line)]
        innermost = max(inside, key=lambda f: f.line, default=None)
        if diagnostic.code == "syntax":
            stopping.append(diagnostic)
        elif innermost is None:
            if annotated_module:
                stopping.append(diagnostic)
            else:
                untrusted.add(tree)
        elif innermost.unanalyzed_type is not None:
            stopping.append(diagnostic)
        elif diagnostic.code not in TELLING:
            untrusted.add(innermost)
    if stopping:
        raise ProgramError(stopping)
    return untrusted


def is_annotated(tree: n.MypyFile) -> bool:
    """Whether anything in the module has an annotation."""
    return any(
        isinstance(node, (n.FuncDef, n.AssignmentStmt)) and node.unanalyzed_type is not None
        for node in descendants(tree)
    )
