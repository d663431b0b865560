"""Settle which attributes are always assigned: by `__init__`, before anyone else sees the object.

Such attributes need no test for being unset and may hold raw floats and bools. What is looked for is
an unconditional assignment at the top of `__init__`, with nothing before it that lets `self` out.
"""

from mypy import nodes as n

from sesha.compiler.frontend.walk import children, descendants
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.bases import settle_bases
from sesha.compiler.types.classes import WORD, Attribute, ClassDecl
from sesha.compiler.types.representation import Repr


def settle_attributes(lowerer: Lowerer, modules: list[Module]) -> None:
    """Set `always` on the attributes of all classes."""
    settle_bases(lowerer.tables, [c for m in modules for c in m.decl.classes.values()])
    classes = {c.name: c for m in modules for c in m.decl.classes.values()}
    nodes = {name: node for m in modules for name, node in m.class_nodes.items()}
    assigned: dict[str, set[str]] = {}

    def always_of(name: str) -> set[str]:
        """Attributes that the constructor of a class certainly assigns."""
        if name not in assigned:
            assigned[name] = set()
            cls = classes.get(name)
            if cls is not None:
                assigned[name] = _assigned(lowerer, cls, nodes.get(name), always_of)
            else:
                assigned[name] = _settled(lowerer, name)
        return assigned[name]

    bare = any(_makes_bare_instances(module) for module in modules if not module.guest)
    certain = {name: set() if bare else always_of(name) for name in classes}
    subclasses: dict[str, list[str]] = {}
    for cls in classes.values():
        for base in cls.mro:
            found = lowerer.tables.find_class(base)
            if found is not None:
                subclasses.setdefault(found.name, []).append(cls.name)
    deleted = _deleted_names(modules)
    for cls in classes.values():
        users = subclasses.get(cls.name, [cls.name])
        for attribute in cls.attributes.values():
            kept = deleted is not None and attribute.name not in deleted
            attribute.always = kept and all(attribute.name in certain[user] for user in users)
    for cls in classes.values():
        if len(cls.bases) > 1:
            _agree(lowerer, cls)


def _agree(lowerer: Lowerer, cls: ClassDecl) -> None:
    """Attributes that several bases declare under one name are one slot, read and written by the code of
    each: a word of one type, or of any."""
    named: dict[str, list[Attribute]] = {}
    for base in cls.mro:
        found = lowerer.tables.find_class(base)
        if found is not None and not found.in_library():
            for attribute in found.attributes.values():
                named.setdefault(attribute.name, []).append(attribute)
    for attributes in named.values():
        types = {attribute.type for attribute in attributes}
        if len(attributes) > 1 and (len(types) > 1 or attributes[0].type.repr is not Repr.WORD):
            for attribute in attributes:
                attribute.type = WORD


def _deleted_names(modules: list[Module]) -> set[str] | None:
    """Names of attributes that some statement deletes; None when they are computed."""
    found: set[str] = set()
    for module in modules:
        for node in descendants(module.tree):
            if isinstance(node, n.DelStmt):
                found.update(_deleted_attributes(node.expr))
            elif isinstance(node, n.NameExpr) and node.fullname == "builtins.delattr":
                return None
    return found


def _makes_bare_instances(module: Module) -> bool:
    """Whether the program asks for a `__new__`: then there may be instances that no `__init__` saw."""
    return any(
        isinstance(node, (n.MemberExpr, n.SuperExpr)) and node.name == "__new__"
        for node in descendants(module.tree)
    )


def _deleted_attributes(target: n.Expression) -> set[str]:
    """Of `del a.b, c[d.e]` the attribute b."""
    if isinstance(target, (n.TupleExpr, n.ListExpr)):
        return set().union(*(_deleted_attributes(item) for item in target.items))
    return {target.name} if isinstance(target, n.MemberExpr) else set()


def _settled(lowerer: Lowerer, name: str) -> set[str]:
    """The same for a class of the guest library, settled with it."""
    cls = lowerer.tables.find_class(name)
    if cls is None:
        return set()
    bases = [lowerer.tables.classes[base] for base in cls.mro if base in lowerer.tables.classes]
    return {a.name for base in bases for a in base.attributes.values() if a.always}


def _assigned(lowerer: Lowerer, cls: ClassDecl, node: n.ClassDef | None, always_of: "object") -> set[str]:
    if cls.dataclass is not None and "__init__" not in cls.own_methods:
        return {f.name for f in cls.dataclass.fields if f.init or f.default}
    init = _own_init(node) if node is not None else None
    if init is None:
        for base in cls.mro[1:]:
            found = lowerer.tables.find_class(base)
            if found is not None and found.name != cls.name and not found.native:
                return set(always_of(found.name))  # type: ignore[operator]
        return set()
    me = init.arguments[0].variable.name if init.arguments else "self"
    found_names: set[str] = set()
    for statement in init.body.body:
        base_init = _calls_super_init(statement)
        if base_init:
            inherited = _base_always(lowerer, cls, always_of)
            if inherited is None:
                break
            found_names |= inherited
            continue
        target = _self_target(statement, me)
        if not _keeps(statement, me, target is not None):
            break
        if target is not None:
            found_names.add(target)
    return found_names


def _own_init(node: n.ClassDef) -> n.FuncDef | None:
    for statement in node.defs.body:
        if isinstance(statement, n.FuncDef) and statement.name == "__init__":
            return statement
    return None


def _base_always(lowerer: Lowerer, cls: ClassDecl, always_of: "object") -> set[str] | None:
    for base in cls.mro[1:]:
        found = lowerer.tables.find_class(base)
        if found is not None and not found.native:
            return set(always_of(found.name))  # type: ignore[operator]
    return set()


def _calls_super_init(statement: n.Statement) -> bool:
    if not isinstance(statement, n.ExpressionStmt) or not isinstance(statement.expr, n.CallExpr):
        return False
    callee = statement.expr.callee
    return isinstance(callee, n.SuperExpr) and callee.name == "__init__"


def _self_target(statement: n.Statement, me: str) -> str | None:
    if isinstance(statement, n.AssignmentStmt) and len(statement.lvalues) == 1:
        target = statement.lvalues[0]
        if (
            isinstance(target, n.MemberExpr)
            and isinstance(target.expr, n.NameExpr)
            and target.expr.name == me
        ):
            return target.name
    return None


def _keeps(statement: n.Statement, me: str, assigns: bool) -> bool:
    """Whether the statement surely ends and does not let `self` out."""
    if isinstance(statement, n.AssignmentStmt):
        return not _leaks(statement.rvalue, me) and (
            assigns or not any(_leaks(v, me) for v in statement.lvalues)
        )
    if isinstance(statement, (n.ExpressionStmt, n.AssertStmt)):
        return not _leaks(statement, me)
    if isinstance(statement, n.IfStmt):
        return not _leaks(statement, me) and not _returns(statement)
    if isinstance(statement, n.OperatorAssignmentStmt):
        return not any(isinstance(d, n.NameExpr) and d.name == me for d in descendants(statement))
    return isinstance(statement, (n.PassStmt, n.GlobalDecl, n.NonlocalDecl))


def _returns(node: n.Node) -> bool:
    return isinstance(node, n.ReturnStmt) or any(_returns(child) for child in children(node))


def _leaks(node: n.Node, me: str) -> bool:
    """`self` used other than to read or write a plain attribute."""
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.MemberExpr):
        inner = node.callee.expr
        if isinstance(inner, n.NameExpr) and inner.name == me:
            return True
    if isinstance(node, n.MemberExpr) and isinstance(node.expr, n.NameExpr) and node.expr.name == me:
        return False
    if isinstance(node, n.NameExpr):
        return node.name == me
    if isinstance(node, n.SuperExpr):
        return True
    return any(_leaks(child, me) for child in children(node))
