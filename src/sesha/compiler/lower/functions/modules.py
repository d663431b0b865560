"""Lower module bodies: a program module as one function run at its first import, a guest module
piece by piece, so that only initialisers whose variables are read exist.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.frontend.scopes import Scope, target_names
from sesha.compiler.ir.builder import Builder, boolean
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.functions.body import finish, start
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import BOOL, VOID, FunctionDecl, GlobalDecl
from sesha.compiler.types.representation import Repr

MODULE = "<module>"


def declare_program_module(lowerer: Lowerer, module: Module) -> None:
    """Make `<name>.<module>` the function that runs the module's body once."""
    name = f"{module.decl.name}.{MODULE}"
    decl = FunctionDecl(name, [], VOID, module.decl.name, 1, qualname=MODULE)
    flag = f"{name}.started"
    lowerer.tables.globals[flag] = GlobalDecl(flag, BOOL)
    lowerer.tables.functions[name] = decl
    lowerer.synthetic[name] = lambda low: _lower_module(low, module, decl, flag, module.tree.defs)


def declare_guest_module(lowerer: Lowerer, module: Module) -> list[tuple[str, set[str]]]:
    """Declare one initialiser for each statement that does something; with the variables it sets."""
    pieces: list[tuple[str, set[str]]] = []
    for index, statement in enumerate(module.tree.defs):
        names = _sets(module, statement)
        if names is None:
            continue
        name = f"{module.decl.name}.{MODULE}.{index}"
        decl = FunctionDecl(name, [], VOID, module.decl.name, statement.line, qualname=MODULE)
        lowerer.tables.functions[name] = decl
        lowerer.synthetic[name] = _piece(module, decl, statement)
        pieces.append((name, names))
    return pieces


def _piece(module: Module, decl: FunctionDecl, statement: n.Statement) -> Callable[[Lowerer], Function]:
    return lambda low: _lower_module(low, module, decl, None, [statement])


def _sets(module: Module, node: n.Statement) -> set[str] | None:
    """Full names of the variables that a statement sets; None when it does nothing at run time."""
    prefix = module.decl.name
    if isinstance(node, n.AssignmentStmt):
        if isinstance(node.rvalue, n.TempNode):
            return None
        names = {name for lvalue in node.lvalues for name in target_names(lvalue)}
        variables = {
            f"{prefix}.{name}"
            for name in names
            if name in module.decl.variables and not _given(module.decl.variables[name])
        }
        return (variables | _class_variables(module, node)) or None
    if isinstance(node, (n.FuncDef, n.Decorator, n.OverloadedFuncDef)):
        functions = [
            d for d in module.decl.functions.values() if node.line <= d.line <= (node.end_line or 10**9)
        ]
        names = {
            f"{d.name}.default.{p.name}"
            for d in functions
            for p in d.parameters
            if p.has_default and not p.default_is_constant
        }
        names |= {f"{prefix}.{d.qualname}" for d in functions if d.decorated}
        return names or None
    if isinstance(node, n.ClassDef):
        cls = module.decl.classes.get(f"{prefix}.{node.name}")
        if cls is None:
            return None
        names = set(cls.variables.values())
        for method in (*cls.methods.values(), *cls.setters.values()):
            names |= {
                f"{method.name}.default.{p.name}"
                for p in method.parameters
                if p.has_default and not p.default_is_constant
            }
        return names or None
    if isinstance(node, (n.Import, n.ImportFrom, n.ImportAll, n.PassStmt)):
        return None
    if isinstance(node, n.ExpressionStmt) and isinstance(node.expr, (n.StrExpr, n.EllipsisExpr)):
        return None
    return set()


def _class_variables(module: Module, node: n.AssignmentStmt) -> set[str]:
    """What `Class.name = value` sets, for the module's own classes."""
    found: set[str] = set()
    for lvalue in node.lvalues:
        if isinstance(lvalue, n.MemberExpr) and isinstance(lvalue.expr, n.NameExpr):
            cls = module.decl.classes.get(f"{module.decl.name}.{lvalue.expr.name}")
            if cls is not None and lvalue.name in cls.variables:
                found.add(cls.variables[lvalue.name])
    return found


def _given(variable: GlobalDecl) -> bool:
    """Whether the image already holds the variable's value."""
    return variable.is_constant or variable.has_initial


def _lower_module(
    lowerer: Lowerer, module: Module, decl: FunctionDecl, flag: str | None, statements: list[n.Statement]
) -> Function:
    function = Function(
        decl.name, [], Repr.VOID, decl, inline="never", traced=not module.guest, path=module.tree.path
    )
    scope = Scope(module.tree, None)
    fl = start(lowerer, Body(module.tree, scope, module, None, decl), function, decl)
    fl.qualname = ""
    if flag is None:
        _run(fl, statements)
    else:
        _once(fl.builder, flag)
        _run_or_forget(fl, statements, flag)
    finish(fl)
    return function


def _run_or_forget(fl: FunctionLowering, statements: list[n.Statement], flag: str) -> None:
    """A module whose body fails has not been imported: the next import runs it again."""
    builder = fl.builder
    failed, end = builder.new_block("failed"), builder.new_block("imported")
    builder.handler = failed
    _run(fl, statements)
    builder.handler = None
    builder.jump(end)
    builder.place(failed)
    error = builder.emit("catch")
    builder.emit("store_global", boolean(False), name=flag)
    builder.emit("raise", error, reraise=True)
    builder.place(end)


def _run(fl: FunctionLowering, statements: list[n.Statement]) -> None:
    for statement in statements:
        fl.statement(statement)


def _once(builder: Builder, flag: str) -> None:
    """Return at once when the body has already been started."""
    started = builder.emit("load_global", result=Repr.BOOL, name=flag)
    again, first = builder.new_block("again"), builder.new_block("first")
    builder.branch(started, again, first)
    builder.place(again)
    builder.emit("return")
    builder.place(first)
    builder.emit("store_global", boolean(True), name=flag)
