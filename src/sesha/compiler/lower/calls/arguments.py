"""Match the arguments of a call to the parameters of a known function, as Python does.

Used where the callee is known when the program is built; `builtins/call.py` does the same at run
time. Evaluation keeps source order.
"""

from dataclasses import dataclass, field
from typing import Any

from mypy import nodes as n

from sesha.compiler.lower.expressions.displays import make_dict, make_tuple
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import (
    WORD,
    FunctionDecl,
    Parameter,
    ParameterKind,
)
from sesha.compiler.types.representation import Repr

POSITIONAL, KEYWORD, DEFAULT, PACKED = "pkd*"
PACKS = (ParameterKind.VARARGS, ParameterKind.VARKW)
"""How a parameter got its value, in a shape: a letter for each parameter but the first."""


@dataclass
class Arguments:
    """Lowered arguments: positional values, keyword values by name."""

    positional: list[Val] = field(default_factory=list)
    keywords: dict[str, Val] = field(default_factory=dict)


class Mismatch(Exception):
    """The arguments do not fit the parameters; the message is CPython's."""


def has_spread(node: n.CallExpr) -> bool:
    return any(kind in (n.ARG_STAR, n.ARG_STAR2) for kind in node.arg_kinds)


def lower_arguments(fl: FunctionLowering, node: n.CallExpr) -> Arguments:
    """Evaluate the arguments of a call without spreads."""
    result = Arguments()
    for expression, name in zip(node.args, node.arg_names, strict=True):
        value = fl.operand(expression)
        if name is None:
            result.positional.append(value)
        else:
            result.keywords[name] = value
    return result


def match(fl: FunctionLowering, decl: FunctionDecl, arguments: Arguments, first: int = 0) -> list[Val]:
    """One value per parameter, from `first` on; raises Mismatch."""
    positional = list(arguments.positional)
    keywords = dict(arguments.keywords)
    values: list[Val] = []
    for parameter in decl.parameters[first:]:
        values.append(_take(fl, decl, parameter, positional, keywords))
    if positional:
        limit = sum(
            p.kind in (ParameterKind.POSITIONAL, ParameterKind.POSITIONAL_ONLY) for p in decl.parameters
        )
        raise Mismatch(f"{decl.qualname}() takes {limit} positional arguments but more were given")
    if keywords:
        raise Mismatch(f"{decl.qualname}() got an unexpected keyword argument {next(iter(keywords))!r}")
    return values


def _take(
    fl: FunctionLowering,
    decl: FunctionDecl,
    parameter: Parameter,
    positional: list[Val],
    keywords: dict[str, Val],
) -> Val:
    kind = parameter.kind
    if kind is ParameterKind.VARARGS:
        packed = make_tuple(fl, positional)
        positional.clear()
        return packed
    if kind is ParameterKind.VARKW:
        pairs = [(constant(name), value) for name, value in keywords.items()]
        keywords.clear()
        return make_dict(fl, pairs)
    if kind is not ParameterKind.KEYWORD and positional:
        if parameter.name in keywords and kind is ParameterKind.POSITIONAL:
            raise Mismatch(f"{decl.qualname}() got multiple values for argument {parameter.name!r}")
        return positional.pop(0)
    if kind is not ParameterKind.POSITIONAL_ONLY and parameter.name in keywords:
        return keywords.pop(parameter.name)
    if parameter.has_default:
        return default_value(fl, decl, parameter)
    raise Mismatch(f"{decl.qualname}() missing a required argument: {parameter.name!r}")


def default_value(fl: FunctionLowering, decl: FunctionDecl, parameter: Parameter) -> Val:
    if parameter.default_is_constant:
        return constant(parameter.constant)
    if decl.nested:
        raise Mismatch("default of a nested function")
    name = default_global(decl, parameter)
    return Val(fl.builder.emit("load_global", result=Repr.WORD, name=name), WORD)


def default_global(decl: FunctionDecl, parameter: Parameter) -> str:
    """Name of the variable that holds a default value computed by the `def` statement."""
    return f"{decl.defaults_of or decl.name}.default.{parameter.name}"


def given_shape(decl: FunctionDecl, arguments: Arguments, first: int = 1) -> str:
    """How each parameter from `first` on got its value, by what the call says."""
    positional, shape = len(arguments.positional), ""
    for parameter in decl.parameters[first:]:
        if parameter.kind in PACKS:
            shape += PACKED
            positional = 0
        elif parameter.kind is not ParameterKind.KEYWORD and positional:
            shape += POSITIONAL
            positional -= 1
        else:
            shape += KEYWORD if parameter.name in arguments.keywords else DEFAULT
    return shape


def plain_shape(decl: FunctionDecl) -> str:
    """The shape of a call that names nothing and leaves nothing out."""
    letters = {ParameterKind.KEYWORD: KEYWORD, **dict.fromkeys(PACKS, PACKED)}
    return "".join(letters.get(parameter.kind, POSITIONAL) for parameter in decl.parameters[1:])


def given_attribute(decl: FunctionDecl, shape: str | None) -> dict[str, Any]:
    """The attribute `given` of a call: nothing where it is plain."""
    return {} if shape is None or shape == plain_shape(decl) else {"given": shape}
