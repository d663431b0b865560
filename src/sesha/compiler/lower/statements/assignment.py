"""Lower assignments: names, attributes, items, unpacking, augmented, walrus, del."""

from mypy import nodes as n

from sesha.compiler.ir.builder import integer
from sesha.compiler.lower.classes.tuple_defaults import named_tuple_statement
from sesha.compiler.lower.declare.tuples import call_of
from sesha.compiler.lower.expressions import attributes
from sesha.compiler.lower.expressions.displays import TUPLE
from sesha.compiler.lower.expressions.names import assign_name, delete_name
from sesha.compiler.lower.expressions.operators import binary
from sesha.compiler.lower.expressions.targets import class_named, module_of
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.statements.growing import grown
from sesha.compiler.lower.tables import is_of_collections_abc
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import I64, INT, WORD, ClassDecl
from sesha.compiler.types.representation import Repr
from sesha.compiler.types.shown_names import shown_module


def assignment(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.AssignmentStmt)
    if isinstance(node.rvalue, n.TempNode) and node.rvalue.no_rhs:
        return
    named = call_of(node)
    if named is not None:
        named_tuple_statement(fl, node, named)
    if _only_names(fl, node):
        return
    if isinstance(node.rvalue, n.CallExpr) and isinstance(node.rvalue.analyzed, n.NewTypeExpr):
        if not fl.guest:
            _new_type(fl, node.lvalues[0], node.rvalue)
        return
    form = is_type_form(node.rvalue)
    skipped = (node.is_alias_def or form) and not _is_freed(node)
    if skipped and ((form and fl.guest) or not _names_class(fl, node.rvalue)):
        return
    if len(node.lvalues) == 1 and (_parallel(fl, node.lvalues[0], node.rvalue) or grown(fl, node)):
        return
    value = fl.operand(node.rvalue)
    if len(node.lvalues) > 1 and value.repr is Repr.I64 and value.bits is None:
        value = Val(value.operand, value.type)
    for lvalue in node.lvalues:
        assign(fl, lvalue, value)


def _only_names(fl: FunctionLowering, node: n.AssignmentStmt) -> bool:
    """Whether the module's declaration has bound the alias already (declare/modules.py)."""
    target = node.lvalues[0]
    if not node.is_alias_def or not isinstance(target, n.NameExpr) or target.name in fl.variables:
        return False
    decl = fl.module.decl
    in_class = fl.class_scope is not None and target.name in fl.class_scope
    return target.name in decl.names and target.name not in decl.variables and not in_class


def _is_freed(node: n.AssignmentStmt) -> bool:
    """Whether an alias is a variable, because the program reads it (frontend/alias_values.py)."""
    return not node.is_alias_def and isinstance(getattr(node.rvalue, "analyzed", None), n.TypeAliasExpr)


def _names_class(fl: FunctionLowering, node: n.Expression) -> bool:
    """Whether an alias of a type is another name of a class, and so a value."""
    if isinstance(node, n.NameExpr) and node.name in fl.module.decl.variables:
        return True
    base = node.base if isinstance(node, n.IndexExpr) else node
    found = fl.lowerer.tables.resolve(base.fullname) if isinstance(base, n.RefExpr) else None
    if not isinstance(found, ClassDecl) or is_of_collections_abc(found):
        return False
    return class_named(fl, node) is not None


TYPE_FORMS = (
    n.TypeVarExpr,
    n.ParamSpecExpr,
    n.TypeVarTupleExpr,
    n.NewTypeExpr,
    n.TypeAliasExpr,
    n.NamedTupleExpr,
    n.TypedDictExpr,
)


def is_type_form(node: n.Expression) -> bool:
    """TypeVar("T"), aliases: nothing happens at run time."""
    if isinstance(node, TYPE_FORMS):
        return True
    analyzed = getattr(node, "analyzed", None)
    return isinstance(analyzed, TYPE_FORMS)


def _new_type(fl: FunctionLowering, target: n.Expression, call: n.CallExpr) -> None:
    """Name = NewType("Name", base): an object, where the base is more than a name without it."""
    base = call.args[1]
    known = fl.expression(base) if isinstance(base, n.RefExpr) else NONE_VALUE
    text = call.args[0]
    name = constant(text.value if isinstance(text, n.StrExpr) else "?")
    module = constant(shown_module(fl.module.decl.name))
    assign(fl, target, fl.runtime("/stdlib.typing.new_type", name, known, module))


def _parallel(fl: FunctionLowering, lvalue: n.Expression, rvalue: n.Expression) -> bool:
    """a, b = x, y without making a tuple."""
    if not isinstance(lvalue, (n.TupleExpr, n.ListExpr)) or not isinstance(rvalue, (n.TupleExpr, n.ListExpr)):
        return False
    if len(lvalue.items) != len(rvalue.items):
        return False
    if any(isinstance(item, n.StarExpr) for item in (*lvalue.items, *rvalue.items)):
        return False
    values = [fl.operand(item) for item in rvalue.items]
    for target, value in zip(lvalue.items, values, strict=True):
        assign(fl, target, value)
    return True


def assign(fl: FunctionLowering, target: n.Expression, value: Val) -> None:
    if isinstance(target, n.NameExpr):
        assign_name(fl, target.name, value)
    elif isinstance(target, n.MemberExpr):
        attributes.assign_member(fl, target, value)
    elif isinstance(target, n.IndexExpr):
        attributes.assign_item(fl, target, value)
    elif isinstance(target, (n.TupleExpr, n.ListExpr)):
        unpack(fl, target.items, value)
    elif isinstance(target, n.StarExpr):
        assign(fl, target.expr, value)
    else:
        raise fl.unsupported("this assignment target", target)


def unpack(fl: FunctionLowering, targets: list[n.Expression], value: Val) -> None:
    """Spread an iterable over targets, at most one of them starred."""
    starred = [i for i, t in enumerate(targets) if isinstance(t, n.StarExpr)]
    before = starred[0] if starred else len(targets)
    after = len(targets) - before - 1 if starred else 0
    if value.cls == TUPLE.cls and not starred:
        fl.runtime("tuple.check_unpack", value, Val(integer(len(targets)), I64))
        items = value
    else:
        items = fl.runtime(
            "tuple.unpack", value, Val(integer(before), I64), Val(integer(after if starred else -1), I64)
        )
    items = Val(items.operand, TUPLE)
    for index, target in enumerate(targets):
        item = fl.runtime("tuple.item", items, Val(integer(index), I64))
        element = target.expr if isinstance(target, n.StarExpr) else target
        assign(fl, element, Val(item.operand, WORD))


def augmented(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.OperatorAssignmentStmt)
    if grown(fl, node):
        return
    target = node.lvalue
    if isinstance(target, n.NameExpr):
        left = fl.operand(target)
        assign_name(fl, target.name, _combine(fl, node, left))
    elif (
        isinstance(target, n.MemberExpr)
        and module_of(fl, target.expr) is None
        and (class_named(fl, target.expr) is None)
    ):
        owner = fl.operand(target.expr)
        left = fl.narrow(attributes.read_attribute(fl, owner, target.name), fl.type_of(target))
        attributes.write_attribute(fl, owner, target.name, _combine(fl, node, left), target.expr)
    elif isinstance(target, n.MemberExpr):
        attributes.assign_member(fl, target, _combine(fl, node, fl.operand(target)))
    elif isinstance(target, n.IndexExpr):
        container, index = fl.operand(target.base), fl.operand(target.index)
        left = fl.narrow(attributes.read_item(fl, container, index), fl.type_of(target))
        attributes.write_item(fl, container, index, _combine(fl, node, left))
    else:
        raise fl.unsupported("this assignment target", target)


def _combine(fl: FunctionLowering, node: n.OperatorAssignmentStmt, left: Val) -> Val:
    return binary(fl, node.op, left, fl.operand(node.rvalue), inplace=True)


def walrus(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.AssignmentExpr)
    value = fl.operand(node.value)
    assign_name(fl, node.target.name, value)
    return value


def delete(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.DelStmt)
    _delete(fl, node.expr)


def _delete(fl: FunctionLowering, target: n.Expression) -> None:
    if isinstance(target, n.NameExpr):
        delete_name(fl, target.name)
    elif isinstance(target, n.MemberExpr):
        attributes.delete_member(fl, target)
    elif isinstance(target, n.IndexExpr):
        attributes.delete_item(fl, target)
    elif isinstance(target, (n.TupleExpr, n.ListExpr)):
        for item in target.items:
            _delete(fl, item)
    else:
        raise fl.unsupported("this del target", target)


__all__ = ["INT"]
