"""Lower the subscript of a class that is a value: `print(list[int])`.

Calls and bases see through the subscript when the program is built and need none of this.
"""

from mypy import nodes as n

from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.call import call_dynamic, class_word
from sesha.compiler.lower.expressions.displays import make_tuple
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.tables import is_of_collections_abc
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import UNCLAIMED, ClassDecl

UNIONS = {"typing.Optional": 1, "typing.Union": 0}
"""Forms that are other ways to write `|` -> how many times they add None."""


def generic_alias(fl: FunctionLowering, node: n.IndexExpr, cls: ClassDecl) -> Val:
    """`cls[index]`"""
    if fl.lowerer.tables.find_method(cls, "__class_getitem__") is not None:
        given = Arguments([fl.operand(node.index)])
        return call_dynamic(fl, class_word(fl, cls), "__class_getitem__", given)
    if is_of_collections_abc(cls) or _of_typing(node.base):
        raise fl.unsupported(f"{_written(node.base)}[...] as a value", node)
    items = make_tuple(fl, [fl.expression(item) for item in _items(node.index)])
    maker = "alias_of" if cls.in_library() else "alias_of_typing"
    return Val(fl.runtime(f"/stdlib._types.{maker}", class_word(fl, cls), items).operand, UNCLAIMED)


def typing_union(fl: FunctionLowering, node: n.IndexExpr) -> Val | None:
    """`Optional[int]`, `Union[int, str]`"""
    name = node.base.fullname if isinstance(node.base, n.RefExpr) else ""
    if name not in UNIONS:
        return None
    parts = [*(fl.expression(item) for item in _items(node.index)), *[NONE_VALUE] * UNIONS[name]]
    result = parts[0]
    for part in parts[1:]:
        result = fl.runtime("/stdlib._types.union", result, part)
    return Val(result.operand, UNCLAIMED)


def _items(index: n.Expression) -> list[n.Expression]:
    return index.items if isinstance(index, n.TupleExpr) else [index]


def _of_typing(base: n.Expression) -> bool:
    """Whether it is one of the names in `typing` that stand for built-in classes: List, Dict."""
    return isinstance(base, n.RefExpr) and base.fullname.startswith("typing.")


def _written(base: n.Expression) -> str:
    return base.name if isinstance(base, (n.NameExpr, n.MemberExpr)) else "this type"
