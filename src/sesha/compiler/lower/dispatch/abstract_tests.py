"""Make the dispatcher of `isinstance` and `issubclass` with an abstract class that is only a value.

(class, abstract class, instance or UNSET) -> whether the class passes. The abstract classes are those
that the program names as values; which live classes pass is known (lower/classes/abstract_tests.py).
A protocol that has attributes is asked of the instance.
"""

from sesha.compiler.ir.builder import boolean
from sesha.compiler.ir.function import Block, Function
from sesha.compiler.lower.classes.abstract_tests import data_members, is_abstract, members, passes
from sesha.compiler.lower.classes.hierarchy import Hierarchy
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.tables import Tables
from sesha.compiler.lower.value import UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import BOOL, ClassDecl, Type
from sesha.compiler.types.representation import Repr

CLASS = Type(Repr.WORD, "builtins.type")


def abstract_dispatcher(
    hierarchy: Hierarchy, live: list[ClassDecl], named: list[ClassDecl], name: str
) -> Function:
    fl = synthetic(hierarchy.lowerer, name, [(f"p{i}", Repr.WORD) for i in range(3)], BOOL)
    known = list({cls.name: cls for cls in (*live, *named)}.values())
    asked = [cls for cls in named if is_abstract(cls)]
    if asked:
        blocks = [fl.builder.new_block("abstract") for _ in asked]
        otherwise = fl.builder.new_block("otherwise")
        _switch(fl, "p1", asked, [*blocks, otherwise])
        for block, cls in zip(blocks, asked, strict=True):
            fl.builder.place(block)
            _test(fl, hierarchy.tables, known, cls)
        fl.builder.place(otherwise)
    fl.return_value(Val(boolean(False), BOOL))
    return fl.function


def _test(fl: Suspension, tables: Tables, known: list[ClassDecl], test: ClassDecl) -> None:
    """Answer for one of the abstract classes."""
    if test.is_protocol and not test.is_runtime:
        fl.runtime("isinstance_dynamic.refuse_protocol")
        fl.builder.emit("unreachable")
        return
    data = data_members(tables, test)
    good, bad = fl.builder.new_block("passes"), fl.builder.new_block("fails")
    if data:
        _refuse_class(fl, ", ".join(repr(name) for name in sorted(data)))
        _ask_instance(fl, sorted(members(tables, test) | data), good, bad)
    else:
        passing = [cls for cls in known if passes(tables, cls, test)]
        _switch(fl, "p0", passing, [*(good for _ in passing), bad])
    for block, answer in ((good, True), (bad, False)):
        fl.builder.place(block)
        fl.return_value(Val(boolean(answer), BOOL))


def _refuse_class(fl: Suspension, names: str) -> None:
    """Without an instance there is nobody to ask for attributes."""
    builder = fl.builder
    absent, present = builder.new_block("class"), builder.new_block("instance")
    builder.branch(builder.emit("same", builder.get("p2"), UNSET_VALUE.operand), absent, present)
    builder.place(absent)
    fl.runtime("isinstance_dynamic.refuse_data_members", constant(names))
    builder.emit("unreachable")
    builder.place(present)


def _ask_instance(fl: Suspension, names: list[str], good: Block, bad: Block) -> None:
    """Whether the instance has all the attributes and methods."""
    builder = fl.builder
    for name in names:
        following = builder.new_block("has")
        found = builder.emit("get_dynamic_or", builder.get("p2"), UNSET_VALUE.operand, name=name)
        builder.branch(builder.emit("same", found, UNSET_VALUE.operand), bad, following)
        builder.place(following)
    builder.jump(good)


def _switch(fl: Suspension, parameter: str, classes: list[ClassDecl], targets: list[Block]) -> None:
    """Branch by the class that the parameter is."""
    number = fl.runtime("type.class_number", Val(fl.builder.get(parameter), CLASS)).operand
    fl.builder.emit("switch_class", number, targets=targets, classes=[cls.name for cls in classes])
