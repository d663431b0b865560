"""Lower class definitions: class variables, decorated methods, enum members; and constructors.

A class has no dictionary at run time: methods are known when the program is built, class
variables are module variables, and `C(...)` calls the synthetic function `C.<new>`.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.ir.builder import Builder
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.closures import call_decorator
from sesha.compiler.lower.declare import TRANSPARENT, decorator_name
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.natives import NATIVE
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, ClassDecl, FunctionDecl, GlobalDecl, Parameter, Type
from sesha.compiler.types.representation import Repr

Defaults = Callable[[FunctionLowering, FunctionDecl, n.FuncDef], None]
CLASS_DECORATORS = frozenset(
    {
        "dataclasses.dataclass",
        "enum.unique",
        "functools.total_ordering",
        "typing.final",
        "typing.runtime_checkable",
        "typing_extensions.final",
        "typing_extensions.runtime_checkable",
    }
)

FILLED_BY_INIT = frozenset({"builtins.list", "builtins.dict", "builtins.set"})
"""Native classes whose `__init__` makes zeroed memory an empty container: subclasses use it."""


def class_body(fl: FunctionLowering, node: n.ClassDef, defaults: Defaults) -> None:
    """Run a class statement."""
    full = _full_name(fl, node)
    cls = fl.lowerer.tables.classes.get(full)
    if cls is None:
        raise fl.unsupported("a class defined inside a function", node, "define it at module level")
    for decorator in node.decorators:
        name = decorator_name(decorator)
        if name not in CLASS_DECORATORS:
            raise fl.unsupported(f"the class decorator {name or '?'}", decorator)
    scope, fl.class_scope = fl.class_scope, dict(cls.variables)
    name, fl.class_name = fl.class_name, cls.name
    for statement in node.defs.body:
        _member(fl, cls, statement, defaults)
    fl.class_scope, fl.class_name = scope, name
    if cls.is_enum:
        fl.runtime("enum_support.finish", _class_word(fl, cls))


def _full_name(fl: FunctionLowering, node: n.ClassDef) -> str:
    if fl.class_name is not None and fl.class_scope is not None:
        return f"{fl.class_name}.{node.name}"
    return f"{fl.module.decl.name}.{node.name}"


def _class_word(fl: FunctionLowering, cls: ClassDecl) -> Val:
    return Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))


def _member(fl: FunctionLowering, cls: ClassDecl, node: n.Statement, defaults: Defaults) -> None:
    if isinstance(node, n.AssignmentStmt):
        _variable(fl, cls, node)
    elif isinstance(node, (n.FuncDef, n.Decorator)):
        _method(fl, cls, node, defaults)
    elif isinstance(node, n.OverloadedFuncDef):
        for item in [node.impl] if node.impl is not None else node.items:
            _method(fl, cls, item, defaults)
    elif isinstance(node, n.ClassDef):
        class_body(fl, node, defaults)
    elif not isinstance(node, (n.PassStmt, n.ExpressionStmt)):
        fl.statement(node)


def _variable(fl: FunctionLowering, cls: ClassDecl, node: n.AssignmentStmt) -> None:
    if isinstance(node.rvalue, n.TempNode) and node.rvalue.no_rhs:
        return
    names = [name for lvalue in node.lvalues for name in target_names(lvalue)]
    if names == ["__slots__"] or names == ["__match_args__"]:
        return
    if cls.tuple_fields is not None and names and names[0] in cls.tuple_fields:
        target = cls.variables[f"<default>{names[0]}"]
        fl.builder.emit("store_global", fl.word(fl.expression(node.rvalue)), name=target)
        return
    value = fl.expression(node.rvalue)
    for name in names:
        if name in cls.members:
            value = fl.runtime("enum_support.member", _class_word(fl, cls), constant(name), value)
        fl.builder.emit("store_global", fl.word(value), name=cls.variables[name])


def _method(fl: FunctionLowering, cls: ClassDecl, node: n.Node, defaults: Defaults) -> None:
    decorators = node.original_decorators if isinstance(node, n.Decorator) else []
    function = node.func if isinstance(node, n.Decorator) else node
    if not isinstance(function, n.FuncDef):
        return
    tables = fl.lowerer.tables
    decl = tables.functions.get(f"{cls.name}.{function.name}:{function.line}")
    decl = decl or cls.methods.get(function.name) or cls.setters.get(function.name)
    if decl is None:
        return
    defaults(fl, decl, function)
    if decl.decorated:
        value = Val(fl.builder.emit("function_word", name=decl.name), WORD)
        for decorator in reversed([d for d in decorators if decorator_name(d) not in TRANSPARENT]):
            value = call_decorator(fl, decorator, value)
        fl.builder.emit("store_global", fl.word(value), name=cls.variables[function.name])


# --- constructors --------------------------------------------------------------------------------
def declare_constructors(lowerer: Lowerer, classes: list[ClassDecl]) -> None:
    """Declare `C.<new>` for every class that is made of slots, and for native ones with `__new__`."""
    for cls in NATIVE.values():
        if "__new__" in lowerer.tables.classes[cls].methods:
            _native_constructor(lowerer, lowerer.tables.classes[cls])
    for cls in classes:
        if cls.native or cls.is_enum or cls.is_typeddict or cls.tuple_fields is not None:
            continue
        init = lowerer.tables.find_method(cls, "__init__")
        new = lowerer.tables.find_method(cls, "__new__")
        if new is not None and not cls.name.startswith(BUILTINS) and not FILLED_BY_INIT.intersection(cls.mro):
            continue
        parameters = [Parameter(p.name, p.type, p.kind, p.has_default, p.constant, p.default_is_constant) for p in (init.parameters[1:] if init else [])]
        name = f"{cls.name}.<new>"
        decl = FunctionDecl(name, parameters, Type(Repr.WORD, cls.name), cls.module, cls.line, qualname=cls.qualname, defaults_of=init.name if init else None)
        lowerer.tables.functions[name] = decl
        lowerer.synthetic[name] = _maker(cls, decl, init)


def _native_constructor(lowerer: Lowerer, cls: ClassDecl) -> None:
    """`C.<new>` of a native class: its `__new__` given the class."""
    new = cls.methods["__new__"]
    parameters = [Parameter(p.name, p.type, p.kind, p.has_default, p.constant, p.default_is_constant) for p in new.parameters[1:]]
    name = f"{cls.name}.<new>"
    decl = FunctionDecl(name, parameters, new.result, cls.module, cls.line, qualname=cls.qualname, defaults_of=new.name)
    lowerer.tables.functions[name] = decl

    def make(lowerer: Lowerer) -> Function:
        function = Function(name, [(p.name, p.type.repr) for p in parameters], new.result.repr, decl, inline=None)
        function.locals.update(function.parameters)
        builder = Builder(function)
        operands = [builder.emit("class_word", cls=cls.name), *(builder.get(p.name) for p in parameters)]
        builder.emit("return", builder.emit("call", *operands, result=new.result.repr, name=new.name))
        return function

    lowerer.synthetic[name] = make


def _maker(cls: ClassDecl, decl: FunctionDecl, init: FunctionDecl | None) -> Callable[[Lowerer], Function]:
    def make(lowerer: Lowerer) -> Function:
        parameters = list(zip(decl.parameters, init.parameters[1:], strict=True)) if init else []
        for mine, theirs in parameters:
            if ("parameter", theirs.name) in lowerer.impure or ("parameter", init.name, theirs.name) in lowerer.impure:  # type: ignore[union-attr]
                theirs.type = WORD
            mine.type = theirs.type
        function = Function(
            decl.name, [(p.name, p.type.repr) for p in decl.parameters], Repr.WORD, decl, inline=None
        )
        for name, representation in function.parameters:
            function.locals[name] = representation
        builder = Builder(function)
        instance = builder.emit("new_object", cls=cls.name)
        if init is not None:
            operands = [builder.get(name) for name, _ in function.parameters]
            builder.emit("call", instance, *operands, result=init.result.repr, name=init.name)
        builder.emit("return", instance)
        return function

    return make


__all__ = ["GlobalDecl"]
