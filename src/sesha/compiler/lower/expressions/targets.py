"""Find what an expression names when the program is built: a function, a class, a module."""

from mypy import nodes as n

from sesha.compiler.lower.alternatives import instead_of
from sesha.compiler.lower.expressions.names import CONSTANT_NAMES, lookup
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.types.classes import Binding, ClassDecl, GlobalDecl, ModuleDecl

LOCAL = "@"
"""In mypy's full name of a class inside a function: module.Name@line."""


def local_class(fl: FunctionLowering, node: n.Expression) -> ClassDecl | None:
    """The class inside a function that a name stands for."""
    if isinstance(node, n.NameExpr) and isinstance(node.node, n.TypeInfo) and LOCAL in node.node.fullname:
        return fl.lowerer.tables.classes.get(node.node.fullname)
    return None


def static_target(fl: FunctionLowering, callee: n.Expression) -> object:
    """The declaration that a callee names, if it names one; intrinsics and builtins included."""
    if isinstance(callee, n.IndexExpr):
        return static_target(fl, callee.base) if not isinstance(callee.base, n.CallExpr) else None
    if isinstance(callee, n.TypeApplication):
        return static_target(fl, callee.expr)
    if isinstance(callee, n.NameExpr):
        if callee.name in CONSTANT_NAMES:
            return None
        local = local_class(fl, callee)
        if local is not None:
            return local
        if callee.name in fl.variables:
            return fl.nested_decls.get(callee.name)
        if fl.class_scope is not None and callee.name in fl.class_scope:
            return None
        found = lookup(fl, callee.name, callee)
        return None if isinstance(found, GlobalDecl) else found
    if isinstance(callee, n.MemberExpr):
        owner = module_of(fl, callee.expr)
        if owner is not None:
            found = fl.lowerer.tables.resolve(f"{owner}.{callee.name}")
            module = fl.lowerer.modules.get(owner)
            if found is None and module is not None and not module.guest:
                return None  # read as a value: what every module has, or an AttributeError
            if found is None:
                name = f"{owner}.{callee.name}"
                raise fl.unsupported(f"{name!r}", callee, instead_of(name))
            return found if not isinstance(found, GlobalDecl) else GlobalDecl
        cls = class_named(fl, callee.expr)
        if cls is not None:
            return _class_member(fl, cls, callee)
    return None


def _class_member(fl: FunctionLowering, cls: ClassDecl, callee: n.MemberExpr) -> object:
    nested = fl.lowerer.tables.classes.get(f"{cls.name}.{callee.name}")
    if nested is not None:
        return nested
    method = fl.lowerer.tables.find_method(cls, callee.name)
    if method is None:
        return None
    return method if method.binding in (Binding.STATIC, Binding.INSTANCE, Binding.NONE) else None


def module_of(fl: FunctionLowering, node: n.Expression) -> str | None:
    """The module that an expression names, by its full name."""
    if isinstance(node, n.NameExpr):
        if node.name in fl.variables:
            return None
        if isinstance(node.node, n.MypyFile):
            return node.node.fullname
        found = fl.module.decl.names.get(node.name)
        if found is not None and isinstance(fl.lowerer.tables.resolve(found), ModuleDecl):
            return found
        return None
    if isinstance(node, n.MemberExpr):
        if isinstance(node.node, n.MypyFile):
            return node.node.fullname
        owner = module_of(fl, node.expr)
        if owner is not None and isinstance(fl.lowerer.tables.resolve(f"{owner}.{node.name}"), ModuleDecl):
            return f"{owner}.{node.name}"
    return None


def class_named(fl: FunctionLowering, node: n.Expression) -> ClassDecl | None:
    """The class that an expression names."""
    if isinstance(node, n.IndexExpr):
        generic = class_named(fl, node.base)
        return None if generic is not None and generic.is_enum else generic
    if isinstance(node, (n.NameExpr, n.MemberExpr)):
        local = local_class(fl, node)
        if local is not None:
            return local
        if isinstance(node, n.NameExpr) and node.name in fl.variables:
            return None
        found = static_target(fl, node)
        return found if isinstance(found, ClassDecl) else None
    return None
