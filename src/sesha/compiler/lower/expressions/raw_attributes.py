"""Lower what goes past a class's own methods: object.__setattr__, object.__delattr__."""

from mypy import nodes as n

from sesha.compiler.ir.function import Operand
from sesha.compiler.lower.expressions.attribute_names import possible_names
from sesha.compiler.lower.expressions.slots import store_slot
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import ClassDecl


def object_setattr(
    fl: FunctionLowering, target: Val, cls: ClassDecl | None, arguments: list[n.Expression]
) -> Val:
    """object.__setattr__(x, name, value) and super().__setattr__(name, value)."""
    name = arguments[0]
    if isinstance(name, n.StrExpr):
        value = fl.expression(arguments[1])
        if cls is None or not store_slot(fl, target, cls, name.value, value):
            fl.builder.emit(
                "set_dynamic", fl.word(target), fl.word(value), name=name.value, open=True, raw=True
            )
        return NONE_VALUE
    value = fl.expression(arguments[1])
    _computed(fl, "set_computed", target, cls, name, [fl.word(value)])
    return NONE_VALUE


def object_delattr(
    fl: FunctionLowering, target: Val, cls: ClassDecl | None, arguments: list[n.Expression]
) -> Val:
    """object.__delattr__(x, name) and super().__delattr__(name)."""
    name = arguments[0]
    if isinstance(name, n.StrExpr):
        fl.builder.emit("delete_dynamic", fl.word(target), name=name.value, raw=True)
    else:
        _computed(fl, "delete_computed", target, cls, name, [])
    return NONE_VALUE


def _computed(
    fl: FunctionLowering,
    opcode: str,
    target: Val,
    cls: ClassDecl | None,
    name: n.Expression,
    more: list[Operand],
) -> None:
    text = fl.runtime("functions_attributes.checked_name", fl.expression(name))
    names = possible_names(fl, name)
    fl.builder.emit(
        opcode,
        fl.word(target),
        fl.word(text),
        *more,
        owner=cls.name if cls is not None and not cls.native else "",
        known=names.known,
        prefix=names.prefix,
        raw=True,
    )


RAW = {"__setattr__": object_setattr, "__delattr__": object_delattr}
COUNTS = {"__setattr__": 2, "__delattr__": 1}


def is_raw(method: str, arguments: list[n.Expression]) -> bool:
    """Whether it is one of these methods of `object`, with its arguments."""
    return COUNTS.get(method) == len(arguments)
