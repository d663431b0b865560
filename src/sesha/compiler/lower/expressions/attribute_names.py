"""Find which attribute names a computed name can be: what `getattr(x, name)` may ask for.

A literal, a variable that only literals are bound to (a loop over a tuple of them, an assignment), or
a text of which the beginning is known. The less is known, the more of every class gets into the image.
"""

import re
from dataclasses import dataclass

from mypy import nodes as n, types as t

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.function import FunctionLowering

FIELD = re.compile(r"\{([^{}!:]+)")
"""What a replacement field says before its conversion."""
ATTRIBUTE = re.compile(r"\.([^.\[]+)")


@dataclass(frozen=True)
class Names:
    """`known`: all the names it can be, if they are known; `prefix`: what they begin with."""

    known: tuple[str, ...] | None = None
    prefix: str = ""


def possible_names(fl: FunctionLowering, node: n.Expression) -> Names:
    known = _literals(fl, node)
    return Names(known=tuple(sorted(known))) if known is not None else Names(prefix=_prefix(node))


def _literals(fl: FunctionLowering, node: n.Expression) -> set[str] | None:
    if isinstance(node, n.StrExpr):
        return {node.value}
    if isinstance(node, n.ConditionalExpr):
        return _union([_literals(fl, node.if_expr), _literals(fl, node.else_expr)])
    claimed = _literal_type(fl, node)
    if claimed is not None:
        return claimed
    if isinstance(node, n.NameExpr) and node.name in fl.variables and not fl.variables[node.name].cell:
        return _bindings(fl, node.name)
    return None


def _union(parts: list[set[str] | None]) -> set[str] | None:
    found: set[str] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return found


def _literal_type(fl: FunctionLowering, node: n.Expression) -> set[str] | None:
    """The values of a `Literal["a", "b"]`, which mypy has made sure of."""
    claimed = fl.mypy_type(node)
    proper = t.get_proper_type(claimed) if claimed is not None else None
    items = proper.items if isinstance(proper, t.UnionType) else [proper]
    values: set[str] = set()
    for item in items:
        literal = t.get_proper_type(item) if item is not None else None
        if not isinstance(literal, t.LiteralType) or not isinstance(literal.value, str):
            return None
        values.add(literal.value)
    return values


def _bindings(fl: FunctionLowering, name: str) -> set[str] | None:
    """What a local variable is ever bound to, if that is only literals."""
    if any(argument == name for argument, _ in fl.function.parameters):
        return None
    found: list[set[str] | None] = []
    for node in descendants(fl.body.node):
        if isinstance(node, n.ForStmt) and name in target_names(node.index):
            found.append(_walked(fl, node))
        elif isinstance(node, n.AssignmentStmt) and any(name in target_names(v) for v in node.lvalues):
            simple = all(isinstance(v, n.NameExpr) for v in node.lvalues)
            found.append(_literals(fl, node.rvalue) if simple and not _refers(node.rvalue, name) else None)
        elif name in _otherwise_bound(node):
            found.append(None)
    return _union(found) if found else None


def _walked(fl: FunctionLowering, node: n.ForStmt) -> set[str] | None:
    """The texts that a loop over a display of literals goes through."""
    if isinstance(node.index, n.NameExpr) and isinstance(node.expr, (n.TupleExpr, n.ListExpr)):
        return _union([_literals(fl, item) for item in node.expr.items])
    return None


def _refers(node: n.Expression, name: str) -> bool:
    return any(isinstance(d, n.NameExpr) and d.name == name for d in [node, *descendants(node)])


def _otherwise_bound(node: n.Node) -> set[str]:
    if isinstance(node, n.OperatorAssignmentStmt):
        return target_names(node.lvalue)
    if isinstance(node, n.AssignmentExpr):
        return target_names(node.target)
    if isinstance(node, n.WithStmt):
        return set().union(*(target_names(item) for item in node.target if item is not None))
    if isinstance(node, (n.TryStmt, n.MatchStmt, n.Import, n.ImportFrom, n.FuncDef, n.ClassDef)):
        return {d.name for d in descendants(node) if isinstance(d, n.NameExpr)} if _rebinds(node) else set()
    return set()


def _rebinds(node: n.Node) -> bool:
    """Statements that bind names in ways not looked at in detail."""
    return isinstance(node, n.MatchStmt)


def mentioned_names(tree: n.MypyFile) -> set[str]:
    """Every attribute name that a module writes down, as such or as a literal text."""
    found: set[str] = set()
    for node in descendants(tree):
        if isinstance(node, n.MemberExpr):
            found.add(node.name)
        elif isinstance(node, n.StrExpr):
            found.update(part for part in node.value.split(".") if part.isidentifier())
    return found


def formatted_names(tree: n.MypyFile) -> set[str]:
    """Every attribute that the replacement fields of a module's texts name: `"{point.x}"`."""
    found: set[str] = set()
    for node in descendants(tree):
        if isinstance(node, n.StrExpr) and "{" in node.value:
            for field in FIELD.findall(node.value):
                found.update(part for part in ATTRIBUTE.findall(field) if part.isidentifier())
    return found


def _prefix(node: n.Expression) -> str:
    """The beginning of a text that is put together: f"visit_{kind}", "on_" + event."""
    if isinstance(node, n.StrExpr):
        return node.value
    if isinstance(node, n.OpExpr) and node.op == "+":
        return _prefix(node.left)
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.MemberExpr):
        joined = node.callee
        if isinstance(joined.expr, n.StrExpr) and joined.name == "join" and joined.expr.value == "":
            items = node.args[0].items if isinstance(node.args[0], n.ListExpr) else []
            return _prefix(items[0]) if items else ""
    if isinstance(node, n.OpExpr) and node.op == "%" and isinstance(node.left, n.StrExpr):
        return node.left.value.partition("%")[0]
    return ""
