"""Refuse to make instances of abstract classes: their constructor raises, as `object.__new__` does."""

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.tables import PACKED_CALL, Tables
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import WORD, ClassDecl, FunctionDecl, Type
from sesha.compiler.types.representation import Repr


def abstract_names(tables: Tables, cls: ClassDecl) -> list[str]:
    """Methods that are still abstract in a class, sorted."""
    bases = [base for name in cls.mro if (base := tables.classes.get(name)) is not None]
    names = set().union(*(base.abstract for base in bases))
    return sorted(name for name in names if name in _owner(bases, name).abstract)


def _owner(bases: list[ClassDecl], name: str) -> ClassDecl:
    """The first class of the order that says what the name is."""
    return next(base for base in bases if name in base.methods or name in base.variables)


def declare_refusing_constructor(lowerer: Lowerer, cls: ClassDecl, names: list[str]) -> None:
    """`C.<new>` of an abstract class: takes any arguments and raises TypeError."""
    name = f"{cls.name}.<new>"
    packs = lowerer.tables.functions[PACKED_CALL].parameters[1:]
    decl = FunctionDecl(
        name, packs, Type(Repr.WORD, cls.name), cls.module, cls.line, qualname=cls.qualname, no_return=True
    )
    lowerer.tables.functions[name] = decl

    def make(lowerer: Lowerer) -> Function:
        fl = synthetic(lowerer, name, [(p.name, p.type.repr) for p in packs], WORD)
        fl.function.decl = decl
        owner = Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))
        fl.runtime("type.abstract", owner, constant(", ".join(map(repr, names))))
        fl.builder.emit("unreachable")
        return fl.function

    lowerer.synthetic[name] = make
