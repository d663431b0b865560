"""Fold constant expressions: literals and arithmetic on constants of the module."""

import codecs
from collections.abc import Callable

from mypy import nodes as n


class _NotConstant:
    def __repr__(self) -> str:
        return "NOT_CONSTANT"


NOT_CONSTANT = _NotConstant()

NAMED = {"builtins.None": None, "builtins.True": True, "builtins.False": False}

BINARY: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b,
    "|": lambda a, b: a | b,
    "&": lambda a, b: a & b,
    "^": lambda a, b: a ^ b,
    "**": lambda a, b: a**b,
}
MAXIMUM_BITS = 128


def bytes_value(node: n.BytesExpr) -> bytes:
    """mypy keeps the escaped text between the quotes."""
    decoded, _ = codecs.escape_decode(node.value.encode("latin-1"))
    return bytes(decoded)


def fold(node: n.Node, lookup: Callable[[str], object]) -> object:
    """The constant value of an expression, or NOT_CONSTANT. `lookup` answers names."""
    if isinstance(node, (n.IntExpr, n.FloatExpr, n.StrExpr)):
        return node.value
    if isinstance(node, n.BytesExpr):
        return bytes_value(node)
    if isinstance(node, n.NameExpr):
        if node.fullname in NAMED:
            return NAMED[node.fullname]
        return lookup(node.fullname or node.name)
    if isinstance(node, n.MemberExpr) and node.fullname:
        return lookup(node.fullname)
    if isinstance(node, n.UnaryExpr):
        return _unary(node.op, fold(node.expr, lookup))
    if isinstance(node, n.OpExpr) and node.op in BINARY:
        return _binary(node.op, fold(node.left, lookup), fold(node.right, lookup))
    if isinstance(node, n.TupleExpr):
        items = tuple(fold(item, lookup) for item in node.items)
        return NOT_CONSTANT if NOT_CONSTANT in items else items
    return NOT_CONSTANT


def _unary(operator: str, value: object) -> object:
    if operator == "-" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return -value
    if operator == "~" and isinstance(value, int) and not isinstance(value, bool):
        return ~value
    return NOT_CONSTANT


def _binary(operator: str, left: object, right: object) -> object:
    plain = (int,)
    if type(left) not in plain or type(right) not in plain:
        return NOT_CONSTANT
    assert isinstance(left, int) and isinstance(right, int)
    if operator in ("//", "%") and right == 0:
        return NOT_CONSTANT
    if operator in ("<<", "**", ">>") and not 0 <= right <= MAXIMUM_BITS:
        return NOT_CONSTANT
    result = BINARY[operator](left, right)
    return result if result.bit_length() <= MAXIMUM_BITS else NOT_CONSTANT
