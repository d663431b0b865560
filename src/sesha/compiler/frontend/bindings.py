"""Say what statements bind, and which statements run with a module or class body."""

from mypy import nodes as n

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.frontend.walk import children

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
