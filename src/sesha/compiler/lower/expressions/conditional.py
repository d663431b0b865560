"""Lower `a if test else b`: unboxed where both sides say so."""

from mypy import nodes as n

from sesha.compiler.lower.declare.constants import NOT_CONSTANT, fold
from sesha.compiler.lower.expressions.operators import WORD_BITS, condition
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.settle.floats import NUMBER
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import F64, I64, INT, WORD, Type
from sesha.compiler.types.representation import Repr


def _literal_bits(*nodes: n.Expression) -> int | None:
    """Bits that hold each of some int literals; None when they are not all that, or too large."""
    values = [fold(node, lambda _: NOT_CONSTANT) for node in nodes]
    bits = max(v.bit_length() if type(v) is int else WORD_BITS + 1 for v in values)
    return bits if bits <= WORD_BITS else None


def conditional_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.ConditionalExpr)
    builder = fl.builder
    claims = {fl.type_of(node.if_expr), fl.type_of(node.else_expr)}
    target = claims.pop() if len(claims) == 1 else I64 if claims == {I64, INT} else WORD
    if target.repr is Repr.VOID:
        target = WORD
    if target.repr is Repr.F64 and fl.lowerer.mixed and not fl.guest:
        target = Type(Repr.WORD, NUMBER)
    bits = _literal_bits(node.if_expr, node.else_expr)
    if bits is not None:
        target = I64
    first, second, end = builder.new_block("then"), builder.new_block("else"), builder.new_block("end")
    result = builder.temporary(target.repr)
    condition(fl, node.cond, first, second)
    for block, part in ((first, node.if_expr), (second, node.else_expr)):
        builder.place(block)
        value = fl.operand(part)
        if value.type != target and target.repr is Repr.F64 and value.repr is not Repr.F64:
            value = Val(fl.coerce(value, F64), F64)
        builder.set(result, fl.coerce(value, target))
        builder.jump(end)
    builder.place(end)
    return Val(builder.get(result), target, bits)
