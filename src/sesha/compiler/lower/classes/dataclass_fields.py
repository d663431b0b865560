"""Write what the functions of `dataclasses` ask a dataclass: its fields, and a changed copy.

`guest/stdlib/dataclasses.py` calls these methods by name, so that they exist only in programs that
use `asdict`, `fields`, `replace` and their kin:

    __field_names__(cls)          the names of the fields
    __field_values__(self)        their values
    __init_names__(cls)           the parameters of __init__
    __with_fields__(self, values) a new instance of the class from values for those parameters

and the `__setattr__` of a frozen one, which refuses.
"""

from sesha.compiler.lower.expressions.attributes import read_attribute
from sesha.compiler.lower.expressions.displays import make_tuple
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import INT, ClassDecl, DataclassDecl, Type
from sesha.compiler.types.representation import Repr

TUPLE = Type(Repr.WORD, "builtins.tuple")


def make_field_names(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    fl.return_value(make_tuple(fl, [constant(f.name) for f in data.fields if not f.init_var]))


def make_field_values(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    this = Val(fl.builder.get("self"), Type(Repr.WORD, cls.name))
    fl.return_value(make_tuple(fl, [read_attribute(fl, this, f.name) for f in data.fields if not f.init_var]))


def make_init_names(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    fl.return_value(make_tuple(fl, [constant(f.name) for f in data.fields if f.init]))


def make_with_fields(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    constructor = fl.lowerer.tables.functions[f"{cls.name}.<new>"]
    places = {f.name: index for index, f in enumerate(f for f in data.fields if f.init)}
    given = Val(fl.builder.get("values"), TUPLE)
    values = []
    for parameter in constructor.parameters:
        index = Val(fl.word(constant(places[parameter.name])), INT)
        values.append(fl.runtime("tuple.getitem", given, index))
    fl.return_value(fl.call_decl(constructor, values))


def make_frozen_setattr(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    name = Val(fl.builder.get("name"), Type(Repr.WORD, "builtins.str"))
    fl.runtime("/stdlib.dataclasses.refuse_assignment", name)
    fl.builder.emit("unreachable")
