"""Say what statements bind, and which statements run with a module or class body."""

from collections.abc import Iterator

from mypy import nodes as n

from sesha.compiler.frontend.scopes import imported_names, target_names
from sesha.compiler.frontend.walk import children, descendants

DEFINITIONS = (n.FuncDef, n.LambdaExpr, n.ClassDef, n.Decorator, n.OverloadedFuncDef)


def assigned_names(node: n.Node) -> set[str]:
    """Names that a statement binds or deletes, those of its blocks left out."""
    if isinstance(node, n.AssignmentStmt):
        return set().union(*(target_names(v) for v in node.lvalues))
    if isinstance(node, n.OperatorAssignmentStmt):
        return target_names(node.lvalue)
    if isinstance(node, n.ForStmt):
        return target_names(node.index)
    if isinstance(node, n.DelStmt):
        return target_names(node.expr)
    if isinstance(node, n.WithStmt):
        return set().union(*(target_names(v) for v in node.target if v is not None))
    if isinstance(node, n.TryStmt):
        return {v.name for v in node.vars if v is not None}
    return {node.target.name} if isinstance(node, n.AssignmentExpr) else set()


def same_level(node: n.Node) -> list[n.Node]:
    """Descendants that run when the node does: nothing inside functions and classes."""
    found: list[n.Node] = []
    for child in children(node):
        if not isinstance(child, DEFINITIONS):
            found.append(child)
            found.extend(same_level(child))
    return found


def definitions(node: n.Node) -> Iterator[n.Node]:
    """Functions and classes defined when the node runs."""
    for child in children(node):
        if isinstance(child, DEFINITIONS):
            yield child
        else:
            yield from definitions(child)


def binds_once(function: n.Node, name: str) -> bool:
    """Whether a name of the function is bound in one place: by one definition, and nothing else."""
    defined = sum(_defined_name(node) == name for node in definitions(function))
    assigned = any(name in assigned_names(node) or name in _imported(node) for node in same_level(function))
    elsewhere = any(isinstance(d, n.NonlocalDecl) and name in d.names for d in descendants(function))
    return defined == 1 and not assigned and not elsewhere


def _defined_name(node: n.Node) -> str | None:
    if isinstance(node, n.Decorator):
        return node.func.name
    return node.name if isinstance(node, (n.FuncDef, n.ClassDef, n.OverloadedFuncDef)) else None


def _imported(node: n.Node) -> set[str]:
    return imported_names(node) if isinstance(node, (n.Import, n.ImportFrom)) else set()


def inner_statements(node: n.Node) -> list[n.Statement]:
    """The statements in the blocks of a statement; what a definition holds does not run with it."""
    result: list[n.Statement] = []
    if isinstance(node, DEFINITIONS):
        return result
    for name in ("body", "else_body", "handlers", "finally_body", "bodies"):
        value = getattr(node, name, None)
        for block in value if isinstance(value, list) else [value]:
            if isinstance(block, n.Block):
                result.extend(block.body)
    return result
