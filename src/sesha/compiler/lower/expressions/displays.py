"""Lower displays: tuples, lists, sets, dicts, slices; and literals."""

from mypy import nodes as n

from sesha.compiler.ir.builder import integer, static
from sesha.compiler.ir.function import Const, Operand, Static
from sesha.compiler.lower.declare.constants import bytes_value
from sesha.compiler.lower.expressions import surrogates
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import I64, WORD, Type
from sesha.compiler.types.representation import Repr

LIST = Type(Repr.WORD, "builtins.list")
TUPLE = Type(Repr.WORD, "builtins.tuple")
SET = Type(Repr.WORD, "builtins.set")
DICT = Type(Repr.WORD, "builtins.dict")
SLICE = Type(Repr.WORD, "builtins.slice")


def literal(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, (n.IntExpr, n.FloatExpr, n.StrExpr))
    if isinstance(node, n.StrExpr):
        text = surrogates.text_of(node, fl.module.decl.path)
        if text is None:
            raise fl.unsupported("a lone surrogate in this literal", node, "use chr()")
        return constant(text)
    return constant(node.value)


def complex_literal(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.ComplexExpr)
    return fl.runtime("complex.make", constant(node.value.real), constant(node.value.imag))


def bytes_literal(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.BytesExpr)
    return constant(bytes_value(node))


def store_words(fl: FunctionLowering, values: list[Val]) -> tuple[Operand, Operand]:
    """Lay words on the stack; gives their address and count."""
    count = integer(len(values))
    if not values:
        return integer(0), count
    words = [fl.word(value) for value in values]
    base = fl.builder.emit("stack_words", count=len(values))
    for index, word in enumerate(words):
        place = fl.builder.emit("add", base, integer(8 * index)) if index else base
        fl.builder.emit("store", place, word, width="word")
    return base, count


def from_words(fl: FunctionLowering, kind: str, values: list[Val]) -> Val:
    """A list, tuple or set of the values."""
    address, count = store_words(fl, values)
    result = fl.runtime(f"{kind}.from_words", Val(address, I64), Val(count, I64))
    return Val(result.operand, Type(Repr.WORD, f"builtins.{kind}"))


def _static_item(value: Val) -> Static | None:
    operand = value.operand
    if not isinstance(operand, Const):
        return None
    if isinstance(operand.value, Static):
        return operand.value
    if value == NONE_VALUE:
        return Static("NoneType", None)
    if value.repr is Repr.I64 and value.bits is not None:
        return Static("int", operand.value)
    if value.repr in (Repr.F64, Repr.BOOL):
        return Static("float" if value.repr is Repr.F64 else "bool", operand.value)
    return None


def make_tuple(fl: FunctionLowering, values: list[Val]) -> Val:
    items = [_static_item(value) for value in values]
    if all(item is not None for item in items):
        return Val(Const(Repr.WORD, Static("tuple", tuple(items))), TUPLE)
    return from_words(fl, "tuple", values)


def make_dict(fl: FunctionLowering, pairs: list[tuple[Val, Val]]) -> Val:
    result = Val(fl.runtime("dict.new").operand, DICT)
    for key, value in pairs:
        fl.runtime("dict.setitem", result, key, value)
    return result


def tuple_display(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.TupleExpr)
    if any(isinstance(item, n.StarExpr) for item in node.items):
        return fl.runtime("tuple.from_iterable", _starred(fl, node.items))
    return make_tuple(fl, [fl.expression(item) for item in node.items])


def list_display(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.ListExpr)
    if any(isinstance(item, n.StarExpr) for item in node.items):
        return _starred(fl, node.items)
    return from_words(fl, "list", [fl.expression(item) for item in node.items])


def set_display(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.SetExpr)
    if any(isinstance(item, n.StarExpr) for item in node.items):
        return Val(fl.runtime("set.from_iterable", _starred(fl, node.items)).operand, SET)
    return from_words(fl, "set", [fl.expression(item) for item in node.items])


def _starred(fl: FunctionLowering, items: list[n.Expression]) -> Val:
    """A list of the items, starred ones spread."""
    result = from_words(fl, "list", [])
    for item in items:
        if isinstance(item, n.StarExpr):
            fl.runtime("list.extend", result, fl.expression(item.expr))
        else:
            fl.runtime("list.append", result, fl.expression(item))
    return result


def dict_display(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.DictExpr)
    result = Val(fl.runtime("dict.new").operand, DICT)
    for key, value in node.items:
        if key is None:
            fl.runtime("dict.merge", result, fl.expression(value))
        else:
            key_value = fl.expression(key)
            fl.runtime("dict.setitem", result, key_value, fl.expression(value))
    return result


def slice_display(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.SliceExpr)
    parts = [
        NONE_VALUE if part is None else fl.operand(part)
        for part in (node.begin_index, node.end_index, node.stride)
    ]
    return Val(fl.runtime("slice.new", *parts).operand, SLICE)


def ellipsis(fl: FunctionLowering, node: n.Expression) -> Val:
    return Val(Const(Repr.WORD, 0x23), WORD)


__all__ = ["static"]
