"""Lower `f.__defaults__` and `f.__kwdefaults__` of functions of modules, whose defaults are variables."""

from sesha.compiler.lower.calls.arguments import default_value
from sesha.compiler.lower.expressions.displays import make_dict, make_tuple
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import FunctionDecl, ParameterKind


def defaults_of(fl: FunctionLowering, decl: FunctionDecl, name: str) -> Val:
    """The defaults of a function of a module."""
    by_keyword = name == "__kwdefaults__"
    found = [p for p in decl.parameters if p.has_default and (p.kind is ParameterKind.KEYWORD) == by_keyword]
    if not found:
        return NONE_VALUE
    if by_keyword:
        return make_dict(fl, [(constant(p.name), default_value(fl, decl, p)) for p in found])
    return make_tuple(fl, [default_value(fl, decl, p) for p in found])
