"""Lower `eval` of a literal: the expression is part of the program like any other.

The text is parsed when the image is built and lowered in the place of the call, without mypy's types.
What binds names of its own (comprehensions, lambdas, `:=`) would need scopes: it is left out.
"""

from mypy import errors, nodes as n, options as o, parse

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import WORD

BINDING = (
    n.LambdaExpr,
    n.GeneratorExpr,
    n.DictionaryComprehension,
    n.AssignmentExpr,
    n.YieldExpr,
    n.YieldFromExpr,
    n.AwaitExpr,
)


def eval_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    """eval("..."); None for a text that is computed."""
    text = node.args[0] if len(node.args) == 1 else None
    if not isinstance(text, n.StrExpr):
        return None
    expression = _parsed(text.value.strip(" \t"))
    if expression is None:
        return None
    if any(isinstance(inner, BINDING) for inner in (expression, *descendants(expression))):
        raise fl.unsupported("eval of an expression that binds names", node)
    return Val(fl.word(_placed(fl, expression, node)), WORD)


def _placed(fl: FunctionLowering, expression: n.Expression, node: n.CallExpr) -> Val:
    for inner in (expression, *descendants(expression)):
        inner.set_line(node)
    return fl.expression(expression)


def _parsed(text: str) -> n.Expression | None:
    """The expression that the text is, or None when it is none."""
    found = errors.Errors(o.Options())
    tree = parse.parse(text, "<string>", None, found, o.Options(), eager=True)
    statement = tree.defs[0] if len(tree.defs) == 1 else None
    if found.is_errors() or not isinstance(statement, n.ExpressionStmt):
        return None
    return statement.expr
