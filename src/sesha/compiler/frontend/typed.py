"""Print what mypy found, for `--emit=typed`: every source line with the types of its expressions below.

The first stage as text: what the rest of the compiler takes for claims.
"""

from mypy import nodes as n
from mypy.types import get_proper_type

from sesha.compiler.frontend.check import Checked
from sesha.compiler.frontend.walk import descendants

NAMED = (n.NameExpr, n.MemberExpr)
PLAIN = (n.IntExpr, n.StrExpr, n.BytesExpr, n.FloatExpr)
"""Literals say their type themselves."""


def render_typed(checked: Checked, modules: list[str]) -> str:
    """The modules of a program, in order."""
    return "\n".join(_render_module(checked, checked.files[name]) for name in modules)


def _render_module(checked: Checked, tree: n.MypyFile) -> str:
    notes: dict[int, list[str]] = {}
    for node in descendants(tree):
        found = checked.types.get(node) if isinstance(node, n.Expression) else None
        if found is not None and not isinstance(node, PLAIN):
            label = node.name if isinstance(node, NAMED) else type(node).__name__.removesuffix("Expr").lower()
            text = f"    # {node.column + 1}: {label}: {get_proper_type(found)}"
            notes.setdefault(node.line, []).append(text)
    lines = [f"# {tree.fullname} ({tree.path})"]
    with open(tree.path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            lines.append(line.rstrip("\n"))
            lines.extend(dict.fromkeys(notes.get(number, ())))
    return "\n".join(lines) + "\n"
