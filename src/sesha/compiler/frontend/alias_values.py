"""Make variables of the aliases of types that a program uses as values, and find whether it could join
classes by `|`.

mypy takes `Ints = list[int]` and `Number = int | float` for declarations. Where all uses are annotations,
calls, and tests that the build settles, they are; an alias that is read otherwise is an ordinary variable.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mypy import nodes as n, types as t

from sesha.compiler.frontend.doubts import Types, proper
from sesha.compiler.frontend.meetings import ANY
from sesha.compiler.frontend.walk import children, descendants

TESTS = ("builtins.isinstance", "builtins.issubclass")
OF_ALIASES = ("__origin__", "__args__", "__parameters__")
KINDS = ("builtins.type", "types.UnionType", "types.GenericAlias", "builtins.object", "typing._SpecialForm")
"""Instances of these may be types, and so be joined by `|`."""


@dataclass(frozen=True)
class TypeValues:
    """What a program does with types that are values."""

    made: bool = False
    joined: bool = False
    """It could join classes by `|`."""


def free_aliases(trees: list[n.MypyFile], types: Types) -> TypeValues:
    """Rewrite the definitions of aliases that are read as values."""
    definitions = {
        (target.name, node.line): node
        for tree in trees
        for node in descendants(tree)
        if isinstance(node, n.AssignmentStmt) and node.is_alias_def
        for target in node.lvalues
        if isinstance(target, n.NameExpr)
    }
    made = joined = False
    pending: list[n.Node] = [*trees]
    while pending:
        for node in _values(pending.pop()):
            made = made or _is_subscript(node)
            joined = joined or _joins(node, types)
            alias = alias_of(node)
            if alias is not None and isinstance(node, n.Expression):
                types[node] = ANY
                definition = definitions.pop((alias.name, alias.line), None)
                if definition is not None:
                    _free(definition)
                    pending.append(definition)
    return TypeValues(made or joined, joined)


def alias_of(node: n.Node) -> n.TypeAlias | None:
    """The alias of more than a plain class that an expression names."""
    if not isinstance(node, n.RefExpr) or not isinstance(node.node, n.TypeAlias):
        return None
    return None if node.node.no_args else node.node


def plain_classes(alias: n.TypeAlias) -> list[str] | None:
    """Full names of the classes that an alias joins, if it joins nothing else: `int | None`."""
    target = proper(alias.target)
    names = []
    for item in target.items if isinstance(target, t.UnionType) else [target]:
        part = proper(item)
        if isinstance(part, t.NoneType):
            names.append("builtins.None")
        elif isinstance(part, t.Instance) and not part.args:
            names.append(part.type.fullname)
        else:
            return None
    return names


def _values(root: n.Node) -> Iterator[n.Node]:
    """The nodes under one that are evaluated when the program runs."""
    pending: list[n.Node] = [root]
    while pending:
        node = pending.pop()
        yield node
        skipped = _declared(node)
        pending.extend(child for child in children(node) if child not in skipped)


def _declared(node: n.Node) -> Iterable[n.Node]:
    """The children of a node whose types are known when the program is built."""
    match node:
        case n.CallExpr():
            return _of_call(node)
        case n.ClassDef():
            return node.base_type_exprs
        case n.AssignmentStmt() if node.is_alias_def:
            return [*node.lvalues, node.rvalue]
        case n.MemberExpr() if node.name not in OF_ALIASES and _is_class(node.expr):
            return [node.expr]
        case _:
            return ()


def _of_call(node: n.CallExpr) -> Sequence[n.Node]:
    if node.analyzed is not None:
        return [node.callee, *node.args] if not isinstance(node.analyzed, n.CastExpr) else node.args[:1]
    callee = node.callee
    if isinstance(callee, n.RefExpr) and callee.fullname in TESTS and len(node.args) == 2:
        tested = node.args[1]
        names = tested.items if isinstance(tested, n.TupleExpr) else [tested]
        return [name for name in names if (alias := alias_of(name)) and plain_classes(alias)]
    return [callee] if _is_class(callee) else []


def _is_class(node: n.Expression) -> bool:
    alias = alias_of(node)
    return alias is not None and isinstance(proper(alias.target), t.Instance)


def _free(node: n.AssignmentStmt) -> None:
    """mypy does not tie an alias to the statement that defines it: they share a name and a line."""
    node.is_alias_def = False
    if isinstance(node.rvalue, n.OpExpr):
        node.rvalue.analyzed = None


def _is_subscript(node: n.Node) -> bool:
    """Whether it is the subscript of a class."""
    if not isinstance(node, n.IndexExpr):
        return False
    base = node.base.node if isinstance(node.base, n.RefExpr) else None
    return node.analyzed is not None or (isinstance(base, n.TypeInfo) and not base.is_enum)


def _joins(node: n.Node, types: Types) -> bool:
    if not isinstance(node, n.OpExpr) or node.op != "|":
        return False
    return _may_be_type(types.get(node.left)) and _may_be_type(types.get(node.right))


def _may_be_type(found: t.Type | None) -> bool:
    kind = proper(found)
    if isinstance(kind, t.UnionType):
        return any(_may_be_type(item) for item in kind.items)
    return not isinstance(kind, (t.Instance, t.TupleType)) or (
        isinstance(kind, t.Instance) and kind.type.fullname in KINDS
    )
