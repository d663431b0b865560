"""Take back what mypy narrowed without ground: a float attribute that was assigned an int.

mypy then takes the attribute for an int until something else is assigned to it there, also where it is
a property, and after calls that change it.
"""

from collections.abc import Iterable

from mypy import nodes as n, types as t

from sesha.compiler.frontend.doubts import Types, info_of, proper
from sesha.compiler.frontend.meetings import ANY
from sesha.compiler.frontend.walk import descendants

INT = "builtins.int"
FLOAT = "builtins.float"


def take_back_narrowing(trees: Iterable[n.MypyFile], types: Types) -> None:
    """Make `Any` of the narrowed attributes."""
    for tree in trees:
        for node in descendants(tree):
            if isinstance(node, n.MemberExpr) and _is(types.get(node), INT):
                if _declares_float(types.get(node.expr), node.name):
                    types[node] = ANY


def _is(mypy_type: t.Type | None, name: str) -> bool:
    found = proper(mypy_type)
    return isinstance(found, t.Instance) and found.type.fullname == name


def _declares_float(owner: t.Type | None, name: str) -> bool:
    info = info_of(owner)
    symbol = info.get(name) if info is not None else None
    node = symbol.node if symbol is not None else None
    if isinstance(node, n.OverloadedFuncDef):
        node = node.items[0]
    if isinstance(node, n.Decorator):
        getter = node.func.type
        return isinstance(getter, t.CallableType) and _is(getter.ret_type, FLOAT)
    return isinstance(node, n.Var) and _is(node.type, FLOAT)
