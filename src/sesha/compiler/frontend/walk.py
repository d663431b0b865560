"""Walk mypy's trees: the child nodes of every node, in evaluation order.

mypy's own visitors are compiled and cannot be subclassed, so the fields that hold children are
listed here once, as a table.
"""

from collections.abc import Iterator

from mypy import nodes as n, patterns as p

CHILDREN: dict[type, tuple[str, ...]] = {
    n.MypyFile: ("defs",),
    n.Block: ("body",),
    n.FuncDef: ("arguments", "body"),
    n.Argument: ("initializer",),
    n.OverloadedFuncDef: ("items", "impl"),
    n.Decorator: ("decorators", "func"),
    n.ClassDef: ("decorators", "base_type_exprs", "defs"),
    n.ExpressionStmt: ("expr",),
    n.AssignmentStmt: ("rvalue", "lvalues"),
    n.OperatorAssignmentStmt: ("lvalue", "rvalue"),
    n.WhileStmt: ("expr", "body", "else_body"),
    n.ForStmt: ("expr", "index", "body", "else_body"),
    n.ReturnStmt: ("expr",),
    n.AssertStmt: ("expr", "msg"),
    n.DelStmt: ("expr",),
    n.IfStmt: ("expr", "body", "else_body"),
    n.RaiseStmt: ("expr", "from_expr"),
    n.TryStmt: ("body", "types", "vars", "handlers", "else_body", "finally_body"),
    n.WithStmt: ("expr", "target", "body"),
    n.MatchStmt: ("subject", "patterns", "guards", "bodies"),
    n.MemberExpr: ("expr",),
    n.YieldExpr: ("expr",),
    n.YieldFromExpr: ("expr",),
    n.AwaitExpr: ("expr",),
    n.CallExpr: ("callee", "args"),
    n.IndexExpr: ("base", "index"),
    n.UnaryExpr: ("expr",),
    n.OpExpr: ("left", "right"),
    n.ComparisonExpr: ("operands",),
    n.AssignmentExpr: ("value", "target"),
    n.SliceExpr: ("begin_index", "end_index", "stride"),
    n.CastExpr: ("expr",),
    n.AssertTypeExpr: ("expr",),
    n.RevealExpr: ("expr",),
    n.SuperExpr: ("call",),
    n.LambdaExpr: ("arguments", "body"),
    n.ListExpr: ("items",),
    n.TupleExpr: ("items",),
    n.SetExpr: ("items",),
    n.DictExpr: ("items",),
    n.GeneratorExpr: ("sequences", "indices", "condlists", "left_expr"),
    n.ListComprehension: ("generator",),
    n.SetComprehension: ("generator",),
    n.DictionaryComprehension: ("sequences", "indices", "condlists", "key", "value"),
    n.ConditionalExpr: ("cond", "if_expr", "else_expr"),
    n.StarExpr: ("expr",),
    n.TypeApplication: ("expr",),
    p.AsPattern: ("pattern", "name"),
    p.OrPattern: ("patterns",),
    p.ValuePattern: ("expr",),
    p.SequencePattern: ("patterns",),
    p.StarredPattern: ("capture",),
    p.MappingPattern: ("keys", "values", "rest"),
    p.ClassPattern: ("class_ref", "positionals", "keyword_values"),
}


def children(node: object) -> list[n.Node]:
    """The direct children of a node."""
    found: list[n.Node] = []
    for name in CHILDREN.get(type(node), ()):
        _collect(getattr(node, name, None), found)
    return found


def _collect(value: object, found: list[n.Node]) -> None:
    if isinstance(value, (list, tuple)):
        for item in value:
            _collect(item, found)
    elif isinstance(value, n.Node):
        found.append(value)


def descendants(node: object) -> Iterator[n.Node]:
    """Yield the node's descendants, depth first, itself not included. One flat loop: it runs often."""
    pending = children(node)[::-1]
    while pending:
        current = pending.pop()
        yield current
        pending += children(current)[::-1]
