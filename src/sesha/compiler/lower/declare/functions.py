"""Declare functions: parameters, result, binding and markers from the tree of a `def` or lambda."""

from mypy import nodes as n, types as t

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.lower.declare.constants import NOT_CONSTANT, fold
from sesha.compiler.lower.declare.mypy_types import convert, convert_result, never_returns
from sesha.compiler.types.classes import (
    WORD,
    Binding,
    Flavour,
    FunctionDecl,
    Parameter,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr

INTRINSICS = "sesha.guest.cpu.intrinsics"
MARKING = f"{INTRINSICS}.markers"
MARKERS = frozenset({"inline", "cold", "no_raise", "no_alloc"})
TRANSPARENT = frozenset(
    {
        "abc.abstractmethod",
        "typing.final",
        "typing.override",
        "typing_extensions.override",
        "typing_extensions.final",
        "typing.no_type_check",
        "builtins.staticmethod",
        "builtins.classmethod",
        "builtins.property",
        "functools.cached_property",
        "typing.overload",
    }
)
KINDS = {
    n.ARG_POS: ParameterKind.POSITIONAL,
    n.ARG_OPT: ParameterKind.POSITIONAL,
    n.ARG_STAR: ParameterKind.VARARGS,
    n.ARG_NAMED: ParameterKind.KEYWORD,
    n.ARG_NAMED_OPT: ParameterKind.KEYWORD,
    n.ARG_STAR2: ParameterKind.VARKW,
}
TESTED_BY_RUNTIME = frozenset(
    f"__{name}__"
    for name in ("bool", "bytes", "float", "format", "hash", "index", "int", "len", "repr", "str")
)
TUPLE = Type(Repr.WORD, "builtins.tuple")
DICT = Type(Repr.WORD, "builtins.dict")


def decorator_name(node: n.Expression) -> str:
    """The full name of a decorator, without its arguments; '' when it has none."""
    if isinstance(node, n.CallExpr):
        node = node.callee
    if isinstance(node, n.RefExpr):
        return node.fullname or (node.name if isinstance(node, n.MemberExpr) else "")
    return ""


def _undeclared(node: n.FuncDef | n.LambdaExpr, module: str) -> bool:
    """Whether a method's declared result is not believed: an operator may answer NotImplemented, and
    what the runtime asks a program's class it tests itself, in its own words."""
    if not isinstance(node, n.FuncDef) or not node.name.startswith("__"):
        return False
    if node.name in TESTED_BY_RUNTIME and not module.startswith("sesha."):
        return True
    return any(isinstance(d, n.NameExpr) and d.name == "NotImplemented" for d in descendants(node.body))


def declare_function(
    node: n.FuncDef | n.LambdaExpr,
    full: str,
    module: str,
    qualname: str,
    cls: str | None,
    decorators: list[n.Expression],
) -> FunctionDecl:
    """Declare one function: parameters, result, how it is bound, what marks it has."""
    signature = node.type if isinstance(node, n.FuncDef) else None
    typed = signature if isinstance(signature, t.CallableType) else None
    function = FunctionDecl(
        full, _parameters(node, typed), WORD, module, node.line, _flavour(node), qualname=qualname
    )
    if isinstance(node, n.FuncDef):
        _bind(function, node, cls, decorators)
    if typed is not None and function.flavour is Flavour.PLAIN:
        believed = cls is None or not _undeclared(node, module)
        function.result = convert_result(typed.ret_type) if believed else WORD
        function.no_return = never_returns(typed.ret_type)
    if not function.parameters:
        return function
    if cls is not None and function.binding not in (Binding.STATIC, Binding.CLASS, Binding.NONE):
        function.parameters[0].type = Type(Repr.WORD, cls)
    elif function.binding is Binding.CLASS:
        function.parameters[0].type = WORD
    return function


def _parameters(node: n.FuncDef | n.LambdaExpr, typed: t.CallableType | None) -> list[Parameter]:
    result = []
    for index, argument in enumerate(node.arguments):
        kind = KINDS[argument.kind]
        if kind is ParameterKind.POSITIONAL and argument.pos_only and not _is_dunder(node):
            kind = ParameterKind.POSITIONAL_ONLY
        declared = convert(typed.arg_types[index]) if typed is not None else WORD
        if kind is ParameterKind.VARARGS:
            declared = TUPLE
        elif kind is ParameterKind.VARKW:
            declared = DICT
        parameter = Parameter(argument.variable.name, declared, kind)
        if argument.initializer is not None:
            parameter.has_default = True
            constant = fold(argument.initializer, lambda name: NOT_CONSTANT)
            if constant is not NOT_CONSTANT:
                parameter.constant, parameter.default_is_constant = constant, True
        result.append(parameter)
    return result


def _is_dunder(node: n.FuncDef | n.LambdaExpr) -> bool:
    """mypy takes all parameters of such methods for positional-only ones."""
    return isinstance(node, n.FuncDef) and node.name.startswith("__") and node.name.endswith("__")


def _flavour(node: n.FuncDef | n.LambdaExpr) -> Flavour:
    if node.is_async_generator:
        return Flavour.ASYNC_GENERATOR
    if node.is_coroutine:
        return Flavour.COROUTINE
    if node.is_generator:
        return Flavour.GENERATOR
    return Flavour.PLAIN


def _bind(function: FunctionDecl, node: n.FuncDef, cls: str | None, decorators: list[n.Expression]) -> None:
    markers = set()
    if cls is not None:
        function.binding = Binding.INSTANCE
        if node.is_static or node.name == "__new__":
            function.binding = Binding.STATIC
        elif node.is_class or node.name in ("__init_subclass__", "__class_getitem__"):
            function.binding = Binding.CLASS
    for decorator in decorators:
        name = decorator_name(decorator)
        head, _, last = name.rpartition(".")
        if head == MARKING and last in MARKERS:
            markers.add(last)
        elif head == MARKING and isinstance(decorator, n.CallExpr):
            assert isinstance(decorator.args[0], n.StrExpr)
            function.symbol = decorator.args[0].value
        elif name in ("builtins.property", "functools.cached_property"):
            function.binding = Binding.GETTER
            if name.endswith("cached_property"):
                markers.add("cached")
        elif isinstance(decorator, n.MemberExpr) and decorator.name in ("setter", "deleter", "getter"):
            function.binding = {
                "setter": Binding.SETTER,
                "deleter": Binding.DELETER,
                "getter": Binding.GETTER,
            }[decorator.name]
        elif name == "abc.abstractmethod":
            function.abstract = True
        elif name not in TRANSPARENT:
            function.decorated = True
    function.markers = frozenset(markers)
