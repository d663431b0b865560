"""Fold constants that are made of other modules' constants, once a group of modules is declared.

Declaring a module folds what its own names give; here follow `LIMIT = 2 * units.SECOND` and defaults
of parameters that are spelt as names.
"""

from mypy import nodes as n

from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.declare.constants import NOT_CONSTANT, fold
from sesha.compiler.lower.tables import Tables
from sesha.compiler.types.classes import GlobalDecl


def settle_constants(tables: Tables, modules: list[Module]) -> None:
    """Variables first, repeated while they use each other; then the defaults."""

    def lookup(name: str) -> object:
        found = tables.globals.get(name)
        return found.constant if found is not None and found.is_constant else NOT_CONSTANT

    waiting = [pair for module in modules for pair in module.unfolded]
    while any(_settled(variable, fold(node, lookup)) for variable, node in waiting):
        waiting = [pair for pair in waiting if not pair[0].is_constant]
    for module in modules:
        for body in module.bodies.values():
            if body.decl is None or not isinstance(body.node, n.FuncDef):
                continue
            for parameter, argument in zip(body.decl.parameters, body.node.arguments, strict=False):
                if argument.initializer is None or parameter.default_is_constant:
                    continue
                constant = fold(argument.initializer, lookup)
                if constant is not NOT_CONSTANT:
                    parameter.constant, parameter.default_is_constant = constant, True


def _settled(variable: GlobalDecl, constant: object) -> bool:
    if constant is NOT_CONSTANT:
        return False
    variable.constant, variable.is_constant = constant, True
    return True
