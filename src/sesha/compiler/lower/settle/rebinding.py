"""Tell the names that `from m import x` copies from those that can stand for `m.x` itself.

A module variable that is assigned after its module has run (by a function that declares it `global`,
or as `m.x = ...` from anywhere) is no constant, and who imports its name keeps the value of that
moment: a variable of the importing module's own.
"""

from mypy import nodes as n

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import WORD, GlobalDecl
from sesha.compiler.types.representation import Repr


def settle_rebinding(lowerer: Lowerer, modules: list[Module]) -> None:
    """Find the rebound variables of the program and give each importer its own."""
    rebound: set[str] = set()
    for module in modules:
        rebound |= _assigned_in_functions(module) | _assigned_through_modules(lowerer, module)
    for name in rebound:
        variable = lowerer.tables.globals[name]
        variable.is_constant, variable.rebound = False, True
    for module in modules:
        for name, full in list(module.decl.names.items()):
            found = lowerer.tables.resolve(full)
            if isinstance(found, GlobalDecl) and found.rebound:
                _give_own(lowerer, module, name, found)
    lowerer.tables.forget()


def _give_own(lowerer: Lowerer, module: Module, name: str, source: GlobalDecl) -> None:
    del module.decl.names[name]
    kind = source.type if source.type.repr is Repr.WORD else WORD
    own = GlobalDecl(f"{module.decl.name}.{name}", kind)
    module.decl.variables[name] = lowerer.tables.globals[own.name] = own


def _assigned_in_functions(module: Module) -> set[str]:
    """Full names of the module's variables that some function declares `global`."""
    names = {name for d in descendants(module.tree) if isinstance(d, n.GlobalDecl) for name in d.names}
    return {v.name for name in names if (v := module.decl.variables.get(name)) is not None}


def _assigned_through_modules(lowerer: Lowerer, module: Module) -> set[str]:
    """Full names of what `m.x = ...`, `m.x += ...` and `del m.x` change."""
    found: set[str] = set()
    for node in descendants(module.tree):
        for target in _targets(node):
            if isinstance(target, n.MemberExpr) and isinstance(target.expr, n.RefExpr):
                owner = target.expr.node
                if isinstance(owner, n.MypyFile):
                    variable = lowerer.tables.resolve(f"{owner.fullname}.{target.name}")
                    if isinstance(variable, GlobalDecl):
                        found.add(variable.name)
    return found


def _targets(node: n.Node) -> list[n.Expression]:
    if isinstance(node, n.AssignmentStmt):
        return [part for lvalue in node.lvalues for part in _parts(lvalue)]
    if isinstance(node, n.OperatorAssignmentStmt):
        return [node.lvalue]
    if isinstance(node, n.ForStmt):
        return _parts(node.index)
    if isinstance(node, n.DelStmt):
        return _parts(node.expr)
    if isinstance(node, n.WithStmt):
        return [part for target in node.target if target is not None for part in _parts(target)]
    return []


def _parts(node: n.Expression) -> list[n.Expression]:
    if isinstance(node, (n.TupleExpr, n.ListExpr)):
        return [part for item in node.items for part in _parts(item)]
    return _parts(node.expr) if isinstance(node, n.StarExpr) else [node]
