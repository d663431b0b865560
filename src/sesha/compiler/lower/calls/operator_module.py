"""Lower operator.attrgetter and operator.methodcaller with literal names.

Each name becomes a small function that reads or calls just that: `<attribute>a.b`, `<method>m`.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.builder import Builder
from sesha.compiler.ir.function import Function, Operand
from sesha.compiler.lower.calls.built_in import Lowering
from sesha.compiler.lower.calls.values import lower_spread
from sesha.compiler.lower.expressions.displays import from_words
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, FunctionDecl, Parameter, ParameterKind
from sesha.compiler.types.representation import Repr

MODULE = "sesha.guest.stdlib.operator"
ONLY = ParameterKind.POSITIONAL_ONLY


def attrgetter_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    names = [a.value for a in node.args if isinstance(a, n.StrExpr)]
    if not names or len(names) != len(node.args):
        return None
    getters = [_function(fl, _declare_getter(fl.lowerer, name)) for name in names]
    return fl.runtime("/stdlib.operator.getter_of", constant(tuple(names)), from_words(fl, "tuple", getters))


def methodcaller_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not node.args or not isinstance(node.args[0], n.StrExpr):
        return None
    name = node.args[0].value
    rest = n.CallExpr(node.callee, node.args[1:], node.arg_kinds[1:], node.arg_names[1:])
    positional, keywords = lower_spread(fl, rest)
    caller = _function(fl, _declare_caller(fl.lowerer, name))
    return fl.runtime("/stdlib.operator.caller_of", constant(name), caller, positional, keywords)


def _function(fl: FunctionLowering, decl: FunctionDecl) -> Val:
    return Val(fl.builder.emit("function_word", name=decl.name), WORD)


def _declare_getter(lowerer: Lowerer, dotted: str) -> FunctionDecl:
    def body(builder: Builder) -> Operand:
        value = builder.get("obj")
        for part in dotted.split("."):
            value = builder.emit("get_dynamic", value, name=part)
        return value

    return _declare(lowerer, f"<attribute>{dotted}", "attrgetter", ("obj",), body)


def _declare_caller(lowerer: Lowerer, method: str) -> FunctionDecl:
    def body(builder: Builder) -> Operand:
        bound = builder.emit("get_dynamic", builder.get("obj"), name=method)
        rest = [builder.get("args"), builder.get("kwargs")]
        return builder.emit("call", bound, *rest, result=Repr.WORD, name=f"{BUILTINS}.call.call_spread")

    return _declare(lowerer, f"<method>{method}", "methodcaller", ("obj", "args", "kwargs"), body)


def _declare(
    lowerer: Lowerer, name: str, shown: str, parameters: tuple[str, ...], body: Callable[[Builder], Operand]
) -> FunctionDecl:
    """A function of words that has no source."""
    decl = FunctionDecl(name, [Parameter(p, WORD, ONLY) for p in parameters], WORD, MODULE, qualname=shown)

    def make(lowerer: Lowerer) -> Function:
        function = Function(name, [(p, Repr.WORD) for p in parameters], Repr.WORD, decl)
        function.locals.update(function.parameters)
        builder = Builder(function)
        builder.emit("return", body(builder))
        return function

    lowerer.tables.functions[name] = decl
    lowerer.synthetic[name] = make
    return decl


SPECIAL: dict[str, Lowering] = {
    "operator.attrgetter": attrgetter_call,
    "operator.methodcaller": methodcaller_call,
}
