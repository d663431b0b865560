"""Settle which float slots of the program may hold raw doubles: those into which no int flows.

Python's type checkers let an int stand for a float; CPython then keeps the int. Lowering notes every
slot that an int (or a number of such a slot) reaches in `Lowerer.impure`, and the program is
lowered again with those slots as words, until no new one is found.
"""

from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import FunctionDecl, Type
from sesha.compiler.types.representation import Repr

NUMBER = "number"
"""Class of a word that holds a float or an int: a float slot into which ints flow."""


def settle_floats(lowerer: Lowerer, decl: FunctionDecl) -> None:
    """Float parameters and results that an int may reach become words."""
    for parameter in decl.parameters:
        if ("parameter", decl.name, parameter.name) in lowerer.impure:
            parameter.type = Type(Repr.WORD, NUMBER)
    if ("result", decl.name) in lowerer.impure:
        decl.result = Type(Repr.WORD, NUMBER)
