"""Tell whether the end of a function's body may be reached."""

from mypy import nodes as n

from sesha.compiler.frontend.walk import children


def falls_through(block: n.Block) -> bool:
    """Whether the end of a block may be reached, as mypy sees it at least where that is plain."""
    last = block.body[-1] if block.body else None
    match last:
        case n.ReturnStmt() | n.RaiseStmt():
            return False
        case n.IfStmt() if last.else_body is not None:
            return any(falls_through(b) for b in (*last.body, last.else_body))
        case n.WhileStmt(expr=n.NameExpr(name="True")):
            return _breaks(last.body)
        case n.TryStmt():
            if last.finally_body is not None and not falls_through(last.finally_body):
                return False
            ends = last.body if last.else_body is None else last.else_body
            return any(falls_through(b) for b in (ends, *last.handlers))
    return True


def _breaks(node: n.Node) -> bool:
    """Whether a loop's body can leave that loop."""
    return isinstance(node, n.BreakStmt) or any(
        _breaks(child) for child in children(node) if not isinstance(child, (n.WhileStmt, n.ForStmt))
    )
