"""Lower instance slots: how an attribute is stored."""

from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.floats import NUMBER
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import WORD, Attribute, ClassDecl, Type
from sesha.compiler.types.representation import Repr


def slot_type(lowerer: Lowerer, owner: ClassDecl, attribute: Attribute) -> Type:
    """How the attribute is stored: raw floats and bools only where always assigned and pure."""
    declared = attribute.type
    if declared.repr in (Repr.F64, Repr.BOOL) and not attribute.always:
        return Type(Repr.WORD, NUMBER) if declared.repr is Repr.F64 else WORD
    if declared.repr is Repr.F64 and ("attribute", owner.name, attribute.name) in lowerer.impure:
        return Type(Repr.WORD, NUMBER)
    if declared.repr is Repr.VOID:
        return WORD
    return declared


def store_slot(fl: FunctionLowering, target: Val, cls: ClassDecl, name: str, value: Val) -> bool:
    """Store an instance attribute past any `__setattr__`; False if the class declares none."""
    found = fl.lowerer.tables.find_attribute(cls, name)
    if found is None:
        return False
    owner, attribute = found
    stored = slot_type(fl.lowerer, owner, attribute)
    operand = fl.coerce(value, stored, ("attribute", owner.name, name))
    fl.builder.emit("set_attribute", fl.word(target), operand, cls=owner.name, name=name)
    return True
