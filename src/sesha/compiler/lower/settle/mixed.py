"""Find out whether a program puts ints where containers and generic calls claim floats.

`[1, 2.5]` is a `list[float]` to Python's type checkers, and CPython keeps the 1. Where no such thing
is written, a value read as `float` is taken for one (and a lie is a TypeError); where it is, such
values stay words, and arithmetic on them asks what they are.
"""

from collections.abc import Callable

from mypy import nodes as n, types as t

from sesha.compiler.frontend.scopes import Comprehension, comprehension_results
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.declare.bodies import Module

FLOAT = "builtins.float"
INTS = frozenset({"builtins.int", "builtins.bool"})
Types = dict[n.Expression, t.Type]


def mixes_ints_into_floats(module: Module) -> bool:
    """Whether anything in the module does."""
    return any(_mixes(node, module.types) for node in descendants(module.tree))


def _proper(mypy_type: t.Type | None) -> t.ProperType | None:
    return None if mypy_type is None else t.get_proper_type(mypy_type)


def _is(mypy_type: t.Type | None, names: frozenset[str]) -> bool:
    proper = _proper(mypy_type)
    if isinstance(proper, t.LiteralType):
        proper = proper.fallback
    if isinstance(proper, t.UnionType):
        return any(_is(item, names) for item in proper.items)
    return isinstance(proper, t.Instance) and proper.type.fullname in names


def _is_float(mypy_type: t.Type | None) -> bool:
    return _is(mypy_type, frozenset({FLOAT}))


def _inside(mypy_type: t.Type | None, names: frozenset[str], depth: int = 0) -> bool:
    """Whether the type's arguments, at any depth, are of the classes."""
    proper = _proper(mypy_type)
    arguments: list[t.Type] = []
    if isinstance(proper, t.Instance):
        arguments = list(proper.args)
    elif isinstance(proper, (t.TupleType, t.UnionType)):
        arguments = list(proper.items)
    return depth < 6 and any(_is(a, names) or _inside(a, names, depth + 1) for a in arguments)


def _mixes(node: n.Node, types: Types) -> bool:
    check = CHECKS.get(type(node))
    return check is not None and check(node, types)


def _display(node: n.ListExpr | n.SetExpr, types: Types) -> bool:
    return _inside(types.get(node), frozenset({FLOAT})) and any(
        _is(types.get(i), INTS) or _inside(types.get(i), INTS) for i in node.items
    )


def _dict(node: n.DictExpr, types: Types) -> bool:
    values = [part for item in node.items for part in item if part is not None]
    return _inside(types.get(node), frozenset({FLOAT})) and any(
        _is(types.get(v), INTS) or _inside(types.get(v), INTS) for v in values
    )


def _comprehension(node: n.Expression, types: Types) -> bool:
    assert isinstance(node, Comprehension)
    results = comprehension_results(node)
    return _inside(types.get(node), frozenset({FLOAT})) and any(_is(types.get(r), INTS) for r in results)


def _call(node: n.CallExpr, types: Types) -> bool:
    actuals = [types.get(a) for a in node.args]
    callee = _proper(types.get(node.callee))
    if isinstance(callee, t.CallableType):
        generic = isinstance(node.callee, n.MemberExpr) or callee.variables
        for formal, actual in zip(callee.arg_types, actuals, strict=False):
            if _inside(formal, frozenset({FLOAT})) and _inside(actual, INTS):
                return True
            if generic and _is_float(formal) and _is(actual, INTS) and not _own_method(node.callee):
                return True
        return bool(callee.variables) and _is_float(types.get(node)) and any(_is(a, INTS) for a in actuals)
    if isinstance(callee, t.Overloaded):
        return _is_float(types.get(node)) and any(_is(a, INTS) or _inside(a, INTS) for a in actuals)
    return False


def _own_method(callee: n.Expression) -> bool:
    """A method that the program defines: its parameters are slots, watched by `settle/floats.py`."""
    return isinstance(callee, n.MemberExpr) and isinstance(callee.node, (n.FuncDef, n.Decorator))


def _assignment(node: n.AssignmentStmt, types: Types) -> bool:
    value = types.get(node.rvalue)
    for lvalue in node.lvalues:
        target = types.get(lvalue)
        if isinstance(lvalue, n.NameExpr) and isinstance(lvalue.node, n.Var):
            target = lvalue.node.type
        if isinstance(lvalue, n.IndexExpr) and _is_float(target) and _is(value, INTS):
            return True
        if (
            _inside(target, frozenset({FLOAT}))
            and _inside(value, INTS)
            and not _inside(value, frozenset({FLOAT}))
        ):
            return True
    return False


def _choice(node: n.ConditionalExpr, types: Types) -> bool:
    parts = [types.get(node.if_expr), types.get(node.else_expr)]
    return _is_float(types.get(node)) and any(_is(p, INTS) for p in parts)


def _boolean(node: n.OpExpr, types: Types) -> bool:
    parts = [types.get(node.left), types.get(node.right)]
    return node.op in ("and", "or") and _is_float(types.get(node)) and any(_is(p, INTS) for p in parts)


CHECKS: dict[type, Callable[..., bool]] = {
    n.ListExpr: _display,
    n.SetExpr: _display,
    n.DictExpr: _dict,
    n.ListComprehension: _comprehension,
    n.SetComprehension: _comprehension,
    n.DictionaryComprehension: _comprehension,
    n.CallExpr: _call,
    n.AssignmentStmt: _assignment,
    n.ConditionalExpr: _choice,
    n.OpExpr: _boolean,
}
