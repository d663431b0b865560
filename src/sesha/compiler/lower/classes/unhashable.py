"""Declare the `__hash__` of classes that have equality of their own and say nothing of hashes.

Python sets it to None there; here it is a method that refuses. So does `__hash__ = None`.
"""

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer, Maker
from sesha.compiler.lower.tables import REFUSES
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import WORD, Binding, ClassDecl, FunctionDecl, Parameter, Type
from sesha.compiler.types.representation import Repr

HASH = "__hash__"


def declare_unhashable(lowerer: Lowerer, modules: list[Module]) -> None:
    """Find the classes of the modules that cannot be hashed."""
    for module in modules:
        for cls in module.decl.classes.values():
            known = HASH in cls.methods or HASH in cls.variables
            if cls.no_hash or ("__eq__" in cls.methods and not known):
                refuse_hash(lowerer, cls)


def refuse_hash(lowerer: Lowerer, cls: ClassDecl) -> None:
    """Give the class a `__hash__` that raises TypeError."""
    full = f"{cls.name}.{HASH}"
    this = Parameter("self", Type(Repr.WORD, cls.name))
    decl = FunctionDecl(
        full,
        [this],
        WORD,
        cls.module,
        cls.line,
        binding=Binding.INSTANCE,
        markers=frozenset({REFUSES}),
        qualname=f"{cls.qualname}.{HASH}",
    )
    cls.methods[HASH] = decl
    lowerer.tables.functions[full] = decl
    lowerer.synthetic[full] = _maker(cls, decl)


def _maker(cls: ClassDecl, decl: FunctionDecl) -> Maker:
    def make(lowerer: Lowerer) -> Function:
        fl = synthetic(lowerer, decl.name, [("self", Repr.WORD)], decl.result)
        fl.function.decl = decl
        fl.runtime("operators_errors.unhashable", Val(fl.builder.get("self"), Type(Repr.WORD, cls.name)))
        return fl.function

    return make
