"""Make the dispatchers of `overrides`: whether one value's class replaces a method of another's.

The order in which an operator asks its operands hangs on it: the right one is asked first if its class
derives from the left one's and has a reflected method of its own. Most programs have no such pair of
classes: then the answer is a constant.
"""

from sesha.compiler.ir.builder import boolean
from sesha.compiler.ir.function import Block, Function, Operand
from sesha.compiler.lower.classes.hierarchy import Hierarchy
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import BOOL, WORD, ClassDecl
from sesha.compiler.types.representation import Repr


def overrides_dispatcher(hierarchy: Hierarchy, live: list[ClassDecl], name: str, method: str) -> Function:
    """(left, right) -> whether right's class derives properly from left's and has another `method`."""
    fl = synthetic(hierarchy.lowerer, name, [("p0", Repr.WORD), ("p1", Repr.WORD)], BOOL)
    pairs = {cls.name: _overridden(hierarchy, live, cls, method) for cls in live}
    pairs = {child: parents for child, parents in pairs.items() if parents}
    if not pairs:
        fl.return_value(Val(boolean(False), BOOL))
        return fl.function
    children = [fl.builder.new_block("child") for _ in pairs]
    otherwise = fl.builder.new_block("otherwise")
    yes = fl.builder.new_block("overrides")
    _switch(fl, "p1", list(pairs), [*children, otherwise])
    for block, parents in zip(children, pairs.values(), strict=True):
        fl.builder.place(block)
        _switch(fl, "p0", parents, [*(yes for _ in parents), otherwise])
    for block, answer in ((yes, True), (otherwise, False)):
        fl.builder.place(block)
        fl.return_value(Val(boolean(answer), BOOL))
    return fl.function


def _overridden(hierarchy: Hierarchy, live: list[ClassDecl], cls: ClassDecl, method: str) -> list[str]:
    own = hierarchy.member(cls, method)
    if own is None:
        return []
    return [base.name for base in live if base.name in cls.mro[1:] and hierarchy.member(base, method) != own]


def _switch(fl: Suspension, parameter: str, classes: list[str], targets: list[Block]) -> None:
    identity: Operand = fl.runtime("type.id_of_class", Val(fl.builder.get(parameter), WORD)).operand
    fl.builder.emit("switch_class", identity, targets=targets, classes=classes)
