"""Lower `C.__annotations__`: the names that the class body annotates, with the classes that they name.

Images have no type expressions as values: an annotation that is more than the name of a class cannot be
asked for.
"""

from mypy import nodes as n, types as t

from sesha.compiler.lower.expressions.displays import make_dict
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import ClassDecl, Type
from sesha.compiler.types.representation import Repr


def annotations_of(fl: FunctionLowering, cls: ClassDecl, node: n.Expression) -> Val:
    """A new dict each time."""
    module = fl.lowerer.modules.get(cls.module)
    definition = module.class_nodes.get(cls.name) if module is not None else None
    if module is None or definition is None or _postponed(module.tree):
        raise fl.unsupported(f"'{cls.qualname}.__annotations__'", node)
    pairs = []
    for statement in definition.defs.body:
        if isinstance(statement, n.AssignmentStmt) and statement.unanalyzed_type is not None:
            target = statement.lvalues[0]
            assert isinstance(target, n.NameExpr)
            pairs.append((constant(target.name), _annotation(fl, definition.info, target, statement, node)))
    return make_dict(fl, pairs)


def _postponed(tree: n.MypyFile) -> bool:
    """Whether annotations are texts: `from __future__ import annotations`."""
    return any(
        isinstance(s, n.ImportFrom) and s.id == "__future__" and ("annotations", None) in s.names
        for s in tree.defs
    )


def _annotation(
    fl: FunctionLowering,
    info: n.TypeInfo,
    target: n.NameExpr,
    statement: n.AssignmentStmt,
    node: n.Expression,
) -> Val:
    written = statement.unanalyzed_type
    symbol = info.names.get(target.name)
    meant = symbol.type if symbol is not None else None
    if info.typeddict_type is not None:
        meant = info.typeddict_type.items.get(target.name)
    proper = t.get_proper_type(meant) if meant is not None else None
    plain = isinstance(written, t.UnboundType) and not written.args and not written.original_str_expr
    if plain and isinstance(proper, t.NoneType):
        return NONE_VALUE
    cls = fl.find_class(proper.type.fullname) if plain and isinstance(proper, t.Instance) else None
    if cls is None:
        raise fl.unsupported(f"the annotation of {target.name!r} as a value", node)
    return Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
