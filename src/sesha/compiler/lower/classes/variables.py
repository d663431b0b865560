"""Class variables: those of the class body, and those that the program sets on a class afterwards.

A class variable is a module variable. `C.x = 1` gives C one of its own, as it does in Python, whichever
base C had `x` from; until then it is unset and reading goes on along the mro. Where the class is a value
(`cls.x = 1`), every class of the program that has the name gets one.
"""

from collections.abc import Iterator

from mypy import nodes as n, types as t

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.ir.function import Const
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, Binding, ClassDecl, GlobalDecl, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout


# --- declaring ------------------------------------------------------------------------------------
def declare_late_variables(lowerer: Lowerer, modules: list[Module]) -> None:
    """Give classes the variables that assignments outside of their bodies make."""
    own = [module for module in modules if not module.guest]
    for module in own:
        for target in _attribute_targets(module.tree):
            owner = target.expr
            if isinstance(owner, n.RefExpr) and isinstance(owner.node, n.TypeInfo):
                cls = lowerer.tables.find_class(owner.node.fullname)
                if cls is not None and not cls.in_library():
                    _declare(lowerer, cls, target.name)
            elif _may_be_class(module, owner):
                _declare_in_all(lowerer, own, target.name)
        for body in module.bodies.values():
            _declare_by_class_method(lowerer, own, body)
    for module in own:
        for deleted in _deleted(module.tree):
            cls = lowerer.tables.find_class(deleted.expr.node.fullname)  # type: ignore[attr-defined]
            if cls is not None and deleted.name in cls.variables and not cls.is_enum:
                cls.late.add(deleted.name)


def _deleted(tree: n.Node) -> Iterator[n.MemberExpr]:
    """`C.name` of `del C.name` and `delattr(C, "name")`."""
    for node in descendants(tree):
        if isinstance(node, n.DelStmt):
            parts = node.expr.items if isinstance(node.expr, n.TupleExpr) else [node.expr]
            for part in parts:
                if isinstance(part, n.MemberExpr) and _names_class(part.expr):
                    yield part
        elif isinstance(node, n.CallExpr):
            yield from _by_call(node, "builtins.delattr", 2)


def _names_class(node: n.Expression) -> bool:
    return isinstance(node, n.RefExpr) and isinstance(node.node, n.TypeInfo)


def _declare_by_class_method(lowerer: Lowerer, modules: list[Module], body: Body) -> None:
    """`cls.x = 1` in a class method: the class may be any that has the method."""
    if body.cls is None or body.decl is None or body.decl.binding is not Binding.CLASS:
        return
    first = body.decl.parameters[0].name
    names = [
        target.name
        for target in _attribute_targets(body.node)
        if isinstance(target.expr, n.NameExpr) and target.expr.name == first
    ]
    for module in modules if names else []:
        for cls in module.decl.classes.values():
            if lowerer.tables.is_subclass(cls.name, body.cls):
                for name in names:
                    _declare(lowerer, cls, name)


def _attribute_targets(tree: n.Node) -> Iterator[n.MemberExpr]:
    for node in descendants(tree):
        targets: list[n.Expression] = []
        if isinstance(node, n.AssignmentStmt):
            targets = node.lvalues
        elif isinstance(node, n.OperatorAssignmentStmt):
            targets = [node.lvalue]
        for target in targets:
            parts = target.items if isinstance(target, (n.TupleExpr, n.ListExpr)) else [target]
            yield from (part for part in parts if isinstance(part, n.MemberExpr))
        if isinstance(node, n.CallExpr):
            yield from _by_call(node, "builtins.setattr", 3)


def _by_call(node: n.CallExpr, function: str, count: int) -> Iterator[n.MemberExpr]:
    """setattr(C, "name", value), delattr(C, "name"): as C.name."""
    callee = node.callee
    if isinstance(callee, n.RefExpr) and callee.fullname == function and len(node.args) == count:
        owner, name = node.args[0], node.args[1]
        if isinstance(name, n.StrExpr) and _names_class(owner):
            yield n.MemberExpr(owner, name.value)


def _may_be_class(module: Module, owner: n.Expression) -> bool:
    """Whether the object that an attribute is set on may be a class."""
    claimed = module.types.get(owner)
    proper = t.get_proper_type(claimed) if claimed is not None else None
    if isinstance(proper, t.Instance):
        return proper.type.fullname == "builtins.type"
    return not isinstance(proper, (t.NoneType, t.TupleType, t.TypedDictType, t.LiteralType))


def _declare_in_all(lowerer: Lowerer, modules: list[Module], name: str) -> None:
    for module in modules:
        for full, cls in module.decl.classes.items():
            node = module.class_nodes.get(full)
            known = node is not None and any(
                name in info.names and isinstance(info.names[name].node, n.Var) for info in node.info.mro
            )
            if known and (lowerer.tables.find_variable(cls, name) or name not in cls.attributes):
                _declare(lowerer, cls, name)


def _declare(lowerer: Lowerer, cls: ClassDecl, name: str) -> None:
    tables = lowerer.tables
    if cls.is_enum or name in cls.variables or tables.find_method(cls, name) is not None:
        return
    full = f"{cls.name}.{name}"
    cls.variables[name] = full
    cls.late.add(name)
    tables.globals[full] = GlobalDecl(full, WORD)


# --- reading --------------------------------------------------------------------------------------
def overridden_variable(fl: FunctionLowering, cls: ClassDecl, name: str) -> bool:
    """Whether a subclass has a class variable of that name of its own."""
    return any(
        other.name != cls.name and cls.name in other.mro and name in other.variables
        for other in fl.lowerer.tables.classes.values()
    )


def load_class_variable(fl: FunctionLowering, cls: ClassDecl, name: str) -> Val:
    """What instances of exactly the class find under the name among the class variables."""
    variables = fl.lowerer.tables.find_variables(cls, name)
    return _first_set(fl, variables, cls, name)


def _first_set(fl: FunctionLowering, variables: list[str], cls: ClassDecl, name: str) -> Val:
    variable, *others = variables
    if not others and not fl.lowerer.tables.may_lack_variable(cls, name):
        return fl.load_global(fl.lowerer.tables.globals[variable], name)
    value = Val(fl.builder.emit("load_global", result=Repr.WORD, name=variable), WORD)
    unset = fl.builder.emit("same", value.operand, Const(Repr.WORD, layout.UNSET))
    if others:
        return fl.choose(unset, lambda: _first_set(fl, others, cls, name), lambda: value, WORD)
    return fl.choose(unset, lambda: _absent(fl, cls, name), lambda: value, WORD)


def _absent(fl: FunctionLowering, cls: ClassDecl, name: str) -> Val:
    owner = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
    return fl.runtime("operators_errors.unset_attribute", owner, constant(name))


def read_class_variable(fl: FunctionLowering, cls: ClassDecl, name: str) -> Val:
    """`C.name`: what the variable holds, or what that gives if it is a descriptor."""
    value = load_class_variable(fl, cls, name)
    held = fl.find_class(value.cls)
    if value.repr is not Repr.WORD or (held and fl.lowerer.tables.find_method(held, "__get__") is None):
        return value
    owner = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
    return fl.runtime("function.of_class", value, owner)


def delete_class_variable(fl: FunctionLowering, cls: ClassDecl, name: str, node: n.Expression) -> None:
    """`del C.name`: what the class itself has; its bases keep theirs."""
    variable = cls.variables.get(name)
    if variable is None or cls.is_enum or cls.in_library():
        raise fl.unsupported(f"deleting {name!r} of a class", node)
    value = Val(fl.builder.emit("load_global", result=Repr.WORD, name=variable), WORD)
    unset = fl.builder.emit("same", value.operand, Const(Repr.WORD, layout.UNSET))
    fl.choose(unset, lambda: _absent(fl, cls, name), lambda: value, WORD)
    fl.builder.emit("store_global", Const(Repr.WORD, layout.UNSET), name=variable)
