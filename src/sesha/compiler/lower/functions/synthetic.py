"""Prepare the state for building a function that has no source."""

from mypy.nodes import MypyFile

from sesha.compiler.frontend.scopes import Scope
from sesha.compiler.ir.builder import Builder
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import ModuleDecl, Type
from sesha.compiler.types.representation import Repr


def synthetic(lowerer: Lowerer, name: str, parameters: list[tuple[str, Repr]], result: Type) -> Suspension:
    """State for building a function that has no source; it has no expressions to lower."""
    function = Function(name, list(parameters), result.repr)
    function.locals.update(parameters)
    tree = MypyFile([], [])
    module = Module(ModuleDecl("<made>", ""), tree, {}, {}, guest=True)
    body = Body(tree, Scope(tree, None), module)
    return Suspension(lowerer, body, function, Builder(function), {}, {}, result=result, guest_rules=False)
