"""Say what mypy claims of expressions, and which of its claims are not to be relied upon."""

from mypy import nodes as n, types as t

from sesha.compiler.lower.declare.bodies import Body
from sesha.compiler.lower.declare.mypy_types import convert
from sesha.compiler.types.classes import WORD, Type

TUPLE = "builtins.tuple"
SLICE = "builtins.slice"
PACKAGE = "__package__"
"""A text to mypy; the main module has None there."""
UNCLAIMED = (n.YieldExpr, n.ComparisonExpr)
"""Expressions of which mypy's type is not believed: what is sent, and what reflected methods answer.
Nor is that of a tuple's item that a slice object picks."""


class Claims:
    """The part of a function's state that knows mypy's types."""

    body: Body
    trusted: bool
    unclaimed: set[str]

    def mypy_type(self, node: n.Expression) -> t.Type | None:
        return self.body.module.types.get(node) if self.trusted else None

    def type_of(self, node: n.Expression) -> Type:
        """What mypy claims of the expression."""
        found = self.mypy_type(node)
        return convert(found) if found is not None else WORD

    def believed(self, node: n.Expression) -> bool:
        """Whether what mypy says of the expression may be relied upon, once tested."""
        if isinstance(node, n.NameExpr):
            return node.name not in self.unclaimed and node.name != PACKAGE
        if isinstance(node, n.IndexExpr):
            return self.type_of(node.base).cls != TUPLE or self.type_of(node.index).cls != SLICE
        return not isinstance(node, UNCLAIMED)
