"""Lower the plain statements: expressions, if, pass, imports, class and function definitions."""

from mypy import nodes as n

from sesha.compiler.frontend.scopes import imported_names
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.alternatives import instead_of
from sesha.compiler.lower.classes.definitions import class_body, conditional_method
from sesha.compiler.lower.declare.functions import TRANSPARENT, decorator_name
from sesha.compiler.lower.declare.modules import absolute_import
from sesha.compiler.lower.expressions.names import assign_name, lookup, value_of
from sesha.compiler.lower.expressions.operators import condition
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.functions.closures import call_decorator, function_definition
from sesha.compiler.lower.tables import STDLIB
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import WORD, FunctionDecl, GlobalDecl, ModuleDecl
from sesha.compiler.types.representation import Repr


def expression_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.ExpressionStmt)
    if isinstance(node.expr, (n.StrExpr, n.EllipsisExpr)):
        return
    fl.expression(node.expr)


def if_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.IfStmt)
    builder = fl.builder
    end = builder.new_block("end")
    for test, body in zip(node.expr, node.body, strict=True):
        known = static_truth(test)
        if known is False or (body.is_unreachable and not _asks_the_checker(test)):
            continue
        if known is True:
            fl.block(body)
            builder.jump(end)
            builder.place(end)
            return
        then, otherwise = builder.new_block("if"), builder.new_block("else")
        condition(fl, test, then, otherwise)
        builder.place(then)
        fl.block(body)
        builder.jump(end)
        builder.place(otherwise)
    fl.block(node.else_body)
    builder.jump(end)
    builder.place(end)


def _asks_the_checker(test: n.Expression) -> bool:
    """Whether a condition is one thing to mypy and another at run time; the rest of what mypy takes
    for false (versions, platforms) is so in images too."""
    return any(
        isinstance(node, (n.NameExpr, n.MemberExpr)) and node.name in ("TYPE_CHECKING", "MYPY")
        for node in (test, *descendants(test))
    )


def static_truth(node: n.Expression) -> bool | None:
    """Conditions that are settled when the program is built."""
    if isinstance(node, n.NameExpr):
        if node.fullname in ("typing.TYPE_CHECKING",):
            return False
        return {"builtins.True": True, "builtins.False": False}.get(node.fullname)
    if isinstance(node, n.MemberExpr) and node.fullname == "typing.TYPE_CHECKING":
        return False
    return None


def nothing(fl: FunctionLowering, node: n.Statement) -> None:
    """pass, global, nonlocal, type aliases."""


def import_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, (n.Import, n.ImportFrom))
    modules: list[str] = []
    if isinstance(node, n.Import):
        for name, _ in node.ids:
            parts = name.split(".")
            modules.extend(".".join(parts[: i + 1]) for i in range(len(parts)))
    else:
        base = absolute_import(fl.module.decl.name, fl.module.decl.path, node)
        modules.append(base)
        modules.extend(f"{base}.{name}" for name, _ in node.names if f"{base}.{name}" in fl.lowerer.modules)
    for name in modules:
        run_module(fl, name, node)
    if isinstance(node, n.ImportFrom):
        _bind_imported(fl, node)


def run_module(fl: FunctionLowering, name: str, node: n.Statement) -> None:
    """Execute a program module on its first import; the guest library's are run at start."""
    module = fl.lowerer.modules.get(name)
    if module is not None and not module.guest:
        fl.builder.emit("call", result=Repr.VOID, name=f"{name}.<module>")
    elif (
        module is None
        and name not in TYPE_ONLY
        and not isinstance(fl.lowerer.tables.resolve(name), ModuleDecl)
    ):
        if isinstance(node, n.ImportFrom) and not fl.guest:
            return
        if not fl.guest:
            raise fl.unsupported(f"the module {name!r}", node, instead_of(name))


TYPE_ONLY = frozenset(
    {
        "typing",
        "typing_extensions",
        "collections.abc",
        "__future__",
        "types",
        "abc",
        "mypy_extensions",
        "_typeshed",
    }
)


def _bind_imported(fl: FunctionLowering, node: n.ImportFrom) -> None:
    """Names imported into variables (in a function, or where the name is also assigned)."""
    base = absolute_import(fl.module.decl.name, fl.module.decl.path, node)
    for name, alias in node.names:
        bound = alias or name
        if bound in fl.variables or bound in fl.module.decl.variables:
            found = fl.lowerer.tables.resolve(f"{base}.{name}")
            if found is not None and not isinstance(found, ModuleDecl):
                assign_name(fl, bound, value_of(fl, found, name, None))


def local_import(fl: FunctionLowering, node: n.Statement) -> None:
    """An import inside a function: the names become names of the module lookup."""
    assert isinstance(node, (n.Import, n.ImportFrom))
    for bound in imported_names(node) - _copied(fl, node):
        fl.variables.pop(bound, None)
    if isinstance(node, n.Import):
        for name, alias in node.ids:
            fl.module.decl.names.setdefault(
                alias or name.split(".")[0], name if alias else name.split(".")[0]
            )
    else:
        base = absolute_import(fl.module.decl.name, fl.module.decl.path, node)
        for name, alias in node.names:
            if (alias or name) not in fl.variables:
                fl.module.decl.names.setdefault(alias or name, f"{base}.{name}")
    import_statement(fl, node)


def _copied(fl: FunctionLowering, node: n.Import | n.ImportFrom) -> set[str]:
    """Names that keep the value which a rebound variable has now."""
    if isinstance(node, n.Import):
        return set()
    base = absolute_import(fl.module.decl.name, fl.module.decl.path, node)
    found = {alias or name: fl.lowerer.tables.resolve(f"{base}.{name}") for name, alias in node.names}
    return {bound for bound, source in found.items() if isinstance(source, GlobalDecl) and source.rebound}


def any_import(fl: FunctionLowering, node: n.Statement) -> None:
    if is_module_body(fl.function.name):
        import_statement(fl, node)
    else:
        local_import(fl, node)


def is_module_body(name: str) -> bool:
    """Whether a function is a module's body or a numbered piece of one."""
    head, _, last = name.rpartition(".")
    return last == "<module>" or (last.isdecimal() and head.endswith(".<module>"))


def definition(fl: FunctionLowering, node: n.Statement) -> None:
    """`def`: in a module only defaults and decorators do something."""
    if not is_module_body(fl.function.name):
        function_definition(fl, node)
        return
    if fl.class_scope is not None:
        conditional_method(fl, node, evaluate_defaults)
        return
    decorators = node.original_decorators if isinstance(node, n.Decorator) else []
    function = node.func if isinstance(node, n.Decorator) else node
    if isinstance(node, n.OverloadedFuncDef):
        definition(fl, node.impl or node.items[-1])
        return
    assert isinstance(function, n.FuncDef)
    name = f"{fl.module.decl.name}.{function.name}"
    tables = fl.lowerer.tables
    decl = tables.functions.get(f"{name}:{function.line}") or tables.functions.get(name)
    if decl is None:
        return
    evaluate_defaults(fl, decl, function)
    if not decl.decorated:
        return
    value = Val(fl.builder.emit("function_word", name=decl.name), WORD)
    for decorator in reversed([d for d in decorators if decorator_name(d) not in TRANSPARENT]):
        value = call_decorator(fl, decorator, value, function)
    assign_name(fl, function.name, value)


def evaluate_defaults(fl: FunctionLowering, decl: FunctionDecl, node: n.FuncDef) -> None:
    """Default values that are not constants are computed once, by the `def` statement."""
    initializers = {a.variable.name: a.initializer for a in node.arguments}
    for parameter in decl.parameters:
        initializer = initializers.get(parameter.name)
        if initializer is None or parameter.default_is_constant:
            continue
        name = f"{decl.name}.default.{parameter.name}"
        fl.lowerer.tables.globals[name] = GlobalDecl(name, WORD)
        fl.builder.emit("store_global", fl.word(fl.expression(initializer)), name=name)


def class_definition(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.ClassDef)
    class_body(fl, node, evaluate_defaults)


__all__ = ["STDLIB", "lookup"]
