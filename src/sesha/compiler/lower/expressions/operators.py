"""Lower operators: raw arithmetic where both sides are known, typed forms, else dynamic dispatch.

The tables give every operator its names: in the runtime (typed form and dynamic form share the
name), as a raw i64 operation, as a float operation.
"""

from mypy import nodes as n

from sesha.compiler.ir.builder import boolean, integer
from sesha.compiler.ir.function import Const, Operand
from sesha.compiler.lower.expressions.operator_methods import user_method
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.settle.floats import NUMBER
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import BOOL, F64, I64, INT, WORD, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

BINARY = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "//": "floordiv",
    "%": "mod",
    "**": "pow",
    "@": "matmul",
    "&": "and_",
    "|": "or_",
    "^": "xor",
    "<<": "lshift",
    ">>": "rshift",
}
DUNDERS = {name: f"__{name.rstrip('_')}__" for name in BINARY.values()}
RAW = {"+": "add", "-": "sub", "*": "mul", "&": "and", "|": "or", "^": "xor", "<<": "shl", ">>": "ashr"}
FLOAT = {"+": "fadd", "-": "fsub", "*": "fmul"}
COMPARISON = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
RAW_COMPARISON = {"==": "eq", "!=": "ne", "<": "slt", "<=": "sle", ">": "sgt", ">=": "sge"}
FLOAT_COMPARISON = {"==": "feq", "!=": "fne", "<": "flt", "<=": "fle", ">": "fgt", ">=": "fge"}
SWAPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
WORD_BITS = 62
"""Raw arithmetic on Python ints is used while the magnitude provably stays below this."""


def is_wrapping(value: Val) -> bool:
    return value.type == I64 and value.bits is None


def is_number(value: Val) -> bool:
    return value.repr is Repr.F64 or value.is_python_int or value.repr in (Repr.BOOL, Repr.I64)


def binary_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.OpExpr)
    if node.op in ("and", "or"):
        return boolean_operation(fl, node)
    return binary(fl, node.op, fl.operand(node.left), fl.operand(node.right))


def binary(fl: FunctionLowering, operator: str, left: Val, right: Val, inplace: bool = False) -> Val:
    """left OP right."""
    if is_wrapping(left) or is_wrapping(right):
        if (left.repr is Repr.I64 or left.is_python_int or left.repr is Repr.BOOL) and (
            right.repr is Repr.I64 or right.is_python_int or right.repr is Repr.BOOL
        ):
            return _wrapping(fl, operator, left, right)
    if is_number(left) and is_number(right):
        if Repr.F64 in (left.repr, right.repr):
            return _float(fl, operator, left, right)
        if left.repr is Repr.BOOL and right.repr is Repr.BOOL and operator in "&|^":
            return _bool(fl, operator, left, right)
        return _int(fl, operator, left, right)
    typed = _typed(fl, "i" + BINARY[operator].rstrip("_"), left, right) if inplace else None
    typed = typed or _typed(fl, BINARY[operator], left, right)
    if typed is not None:
        return typed
    user = None if inplace else user_method(fl, operator, BINARY[operator], left, right)
    if user is not None:
        return user
    name = BINARY[operator]
    result = fl.runtime(f"operators.{'inplace_' if inplace else ''}{name}", left, right)
    return as_number(result, left, right)


def as_number(result: Val, *operands: Val) -> Val:
    """Arithmetic on numbers of mixed kind gives such a number again."""
    if any(o.cls == NUMBER for o in operands):
        return Val(result.operand, Type(Repr.WORD, NUMBER))
    return result


def _wrapping(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val:
    a, b = fl.coerce(left, I64), fl.coerce(right, I64)
    emit = fl.builder.emit
    if operator in RAW:
        return Val(emit(RAW[operator], a, b), I64)
    if operator in ("//", "%"):
        return Val(_floor_divide(fl, operator, left, right), I64)
    raise fl.unsupported(f"{operator} on i64", None)


def _floor_divide(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Operand:
    """Floor division or remainder of raw integers; the divisor is not zero."""
    emit = fl.builder.emit
    a, b = fl.coerce(left, I64), fl.coerce(right, I64)
    divisor = b.value if isinstance(b, Const) else None
    if isinstance(divisor, int) and divisor > 0 and divisor & (divisor - 1) == 0:
        if operator == "%":
            return emit("and", a, integer(divisor - 1))
        return emit("ashr", a, integer(divisor.bit_length() - 1))
    quotient = emit("sdiv", a, b)
    remainder = emit("sub", a, emit("mul", quotient, b))
    # floor differs from truncation when the remainder is not zero and has not the divisor's sign
    wrong = emit(
        "band", emit("ne", remainder, integer(0)), emit("slt", emit("xor", remainder, b), integer(0))
    )
    adjust = emit("i64_from_bool", wrong)
    if operator == "//":
        return emit("sub", quotient, adjust)
    mask = emit("sub", integer(0), adjust)
    return emit("add", remainder, emit("and", mask, b))


def _float(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val:
    a, b = fl.coerce(left, F64), fl.coerce(right, F64)
    if operator in FLOAT:
        return Val(fl.builder.emit(FLOAT[operator], a, b), F64)
    return fl.runtime(f"float.{BINARY[operator]}", Val(a, F64), Val(b, F64))


def _bool(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val:
    name = {"&": "band", "|": "bor"}.get(operator)
    if name is not None:
        return Val(fl.builder.emit(name, left.operand, right.operand), BOOL)
    same = fl.builder.emit("beq", left.operand, right.operand)
    return Val(fl.builder.emit("not", same), BOOL)


def _int(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val:
    raw = _narrow_int(fl, operator, left, right)
    if raw is not None:
        return raw
    name = BINARY[operator]
    if operator == "**":
        exponent = right.constant_int
        if exponent is None:
            return fl.runtime("operators.pow", left, right)
        if exponent < 0:
            return fl.runtime("float.pow", Val(fl.coerce(left, F64), F64), Val(fl.coerce(right, F64), F64))
    return fl.runtime(f"int.{name}", Val(fl.word(left), INT), Val(fl.word(right), INT))


def _narrow_int(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val | None:
    """Raw arithmetic on Python ints whose magnitudes are known to stay in 62 bits."""
    if left.bits is None or right.bits is None:
        return None
    emit = fl.builder.emit
    a, b = left.operand, right.operand
    if operator in ("+", "-"):
        bits = max(left.bits, right.bits) + 1
        return Val(emit(RAW[operator], a, b), I64, bits) if bits <= WORD_BITS else None
    if operator == "*":
        bits = left.bits + right.bits
        return Val(emit("mul", a, b), I64, bits) if bits <= WORD_BITS else None
    if operator in "&|^":
        return Val(emit(RAW[operator], a, b), I64, max(left.bits, right.bits))
    if operator in ("//", "%") and right.constant_int is not None and right.constant_int > 0:
        result = _floor_divide(fl, operator, left, right)
        return Val(result, I64, right.bits if operator == "%" else left.bits)
    if operator == ">>" and right.constant_int is not None and 0 <= right.constant_int < 64:
        return Val(emit("ashr", a, b), I64, left.bits)
    if operator == "<<" and right.constant_int is not None and 0 <= right.constant_int:
        bits = left.bits + right.constant_int
        return Val(emit("shl", a, b), I64, bits) if bits <= WORD_BITS else None
    return None


def _typed(fl: FunctionLowering, name: str, left: Val, right: Val) -> Val | None:
    cls, decl = fl.find_class(left.cls), fl.typed_form(left.cls, name)
    if cls is None or decl is None or len(decl.parameters) != 2:
        return None
    if name in DUNDERS and DUNDERS[name] not in cls.methods:
        return None  # `set.add` is no operator
    wanted = decl.parameters[1].type
    if wanted == WORD or (right.cls is not None and fl.is_subclass(right.cls, wanted.cls or "?")):
        return fl.call_decl(decl, [left, right])
    return None


# --- comparisons -------------------------------------------------------------------------------
def comparison_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.ComparisonExpr)
    left = fl.operand(node.operands[0])
    if len(node.operators) > 1:
        return _chain(fl, node, left)
    right = fl.operand(node.operands[1])
    return compare(fl, node.operators[0], left, right, as_value=True)


def _chain(fl: FunctionLowering, node: n.ComparisonExpr, left: Val) -> Val:
    """a < b < c: stops at the first that is false, giving its result."""
    builder = fl.builder
    end = builder.new_block("chain")
    result = builder.temporary(Repr.WORD)
    kinds: set[Repr] = set()
    for index, operator in enumerate(node.operators):
        right = fl.operand(node.operands[index + 1])
        value = compare(fl, operator, left, right, as_value=True)
        kinds.add(value.repr)
        builder.set(result, fl.word(value))
        if index + 1 < len(node.operators):
            following = builder.new_block("next")
            builder.branch(fl.truth(value), following, end)
            builder.place(following)
        left = right
    builder.jump(end)
    builder.place(end)
    value = Val(builder.get(result), WORD)
    if kinds == {Repr.BOOL}:
        return Val(builder.emit("same", value.operand, Const(Repr.WORD, layout.TRUE)), BOOL)
    return value


def compare(fl: FunctionLowering, operator: str, left: Val, right: Val, as_value: bool = False) -> Val:
    """left OP right: its truth, or with `as_value` whatever the classes' methods answer."""
    emit = fl.builder.emit
    if operator in ("is", "is not"):
        return negate_if(fl, operator == "is not", identity(fl, left, right))
    if operator in ("in", "not in"):
        return negate_if(fl, operator == "not in", contains(fl, right, left))
    if left.repr is Repr.I64 and right.repr is Repr.I64:
        return Val(emit(RAW_COMPARISON[operator], left.operand, right.operand), BOOL)
    if is_number(left) and is_number(right):
        return _compare_numbers(fl, operator, left, right)
    typed = _typed(fl, COMPARISON[operator], left, right)
    if typed is not None:
        return typed
    if operator == "!=":
        typed = _typed(fl, "eq", left, right)
        if typed is not None:
            return negate_if(fl, True, typed)
    return fl.runtime(f"operators.{COMPARISON[operator]}{'_value' if as_value else ''}", left, right)


def _compare_numbers(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val:
    emit = fl.builder.emit
    if left.repr is Repr.F64 and right.repr is Repr.F64:
        return Val(emit(FLOAT_COMPARISON[operator], left.operand, right.operand), BOOL)
    if Repr.F64 in (left.repr, right.repr):
        return _compare_mixed(fl, operator, left, right)
    if is_wrapping(left) or is_wrapping(right):
        a, b = fl.coerce(left, I64), fl.coerce(right, I64)
        return Val(emit(RAW_COMPARISON[operator], a, b), BOOL)
    if left.repr is Repr.BOOL and right.repr is Repr.BOOL and operator in ("==", "!="):
        return negate_if(fl, operator == "!=", Val(emit("beq", left.operand, right.operand), BOOL))
    name = COMPARISON[operator]
    return fl.runtime(f"int.{name}", Val(fl.word(left), INT), Val(fl.word(right), INT))


def _compare_mixed(fl: FunctionLowering, operator: str, left: Val, right: Val) -> Val:
    """A float with an int: exact, through doubles where the int is small enough."""
    if right.repr is not Repr.F64:
        if right.repr is Repr.BOOL or (right.bits is not None and right.bits <= 53):
            return Val(
                fl.builder.emit(FLOAT_COMPARISON[operator], left.operand, fl.float_from_int(right)), BOOL
            )
        return fl.runtime(f"operators.{COMPARISON[operator]}", left, right)
    return _compare_mixed(fl, SWAPPED[operator], right, left)


def negate_if(fl: FunctionLowering, negate: bool, value: Val) -> Val:
    if not negate:
        return value
    return Val(fl.builder.emit("not", fl.truth(value)), BOOL)


def identity(fl: FunctionLowering, left: Val, right: Val) -> Val:
    return Val(fl.builder.emit("same", fl.word(left), fl.word(right)), BOOL)


def contains(fl: FunctionLowering, container: Val, item: Val) -> Val:
    decl = fl.typed_form(container.cls, "contains")
    if decl is not None:
        wanted = decl.parameters[1].type
        if wanted == WORD or (item.cls is not None and fl.is_subclass(item.cls, wanted.cls or "?")):
            return fl.call_decl(decl, [container, item])
    return fl.runtime("operators.contains", container, item)


# --- not, unary, and, or -------------------------------------------------------------------------
def unary_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.UnaryExpr)
    if node.op == "not":
        value = fl.operand(node.expr)
        return Val(fl.builder.emit("not", fl.truth(value)), BOOL)
    value = fl.operand(node.expr)
    emit = fl.builder.emit
    known = value.constant_int
    if known is not None and node.op in "-~":
        return constant(-known if node.op == "-" else ~known)
    if value.repr is Repr.I64 and (value.bits is None or value.bits < WORD_BITS):
        if node.op == "-":
            return Val(emit("sub", integer(0), value.operand), I64, value.bits)
        if node.op == "~":
            bits = None if value.bits is None else value.bits + 1
            return Val(emit("xor", value.operand, integer(-1)), I64, bits)
        return value
    if value.repr is Repr.F64 and node.op in "+-":
        return Val(emit("fneg", value.operand), F64) if node.op == "-" else value
    name = {"-": "neg", "+": "pos", "~": "invert"}[node.op]
    if value.is_python_int or value.repr is Repr.BOOL:
        return fl.runtime(f"int.{name}", Val(fl.word(value), INT))
    return as_number(fl.runtime(f"operators.{name}", value), value)


def boolean_operation(fl: FunctionLowering, node: n.OpExpr) -> Val:
    """`and`, `or`: the value that decided."""
    builder = fl.builder
    left = fl.operand(node.left)
    more, end = builder.new_block("more"), builder.new_block("end")
    test = fl.truth(left)
    target = _common(fl, node, left)
    result = builder.temporary(target.repr)
    builder.set(result, fl.coerce(left, target))
    if node.op == "and":
        builder.branch(test, more, end)
    else:
        builder.branch(test, end, more)
    builder.place(more)
    right = fl.operand(node.right)
    builder.set(result, fl.coerce(right, target))
    builder.jump(end)
    builder.place(end)
    return Val(builder.get(result), target)


def _common(fl: FunctionLowering, node: n.OpExpr, left: Val) -> Type:
    """BOOL when both sides are, else a word (of the class when both claim the same)."""
    right = fl.type_of(node.right)
    if left.repr is Repr.BOOL and right == BOOL:
        return BOOL
    if left.type == right and right.repr is Repr.WORD and left.cls is not None:
        return right
    if left.type == I64 and left.bits is None and right == I64:
        return I64
    return WORD


def condition(fl: FunctionLowering, node: n.Expression, yes: "object", no: "object") -> None:
    """Branch on the truth of an expression, `and`/`or`/`not` without making a value."""
    from_block = fl.builder
    if isinstance(node, n.UnaryExpr) and node.op == "not":
        condition(fl, node.expr, no, yes)
        return
    if isinstance(node, n.OpExpr) and node.op in ("and", "or"):
        middle = from_block.new_block("and" if node.op == "and" else "or")
        if node.op == "and":
            condition(fl, node.left, middle, no)
        else:
            condition(fl, node.left, yes, middle)
        from_block.place(middle)
        condition(fl, node.right, yes, no)
        return
    if isinstance(node, n.ComparisonExpr) and len(node.operators) == 1:
        left = fl.operand(node.operands[0])
        test = fl.truth(compare(fl, node.operators[0], left, fl.operand(node.operands[1])))
    else:
        test = fl.truth(fl.operand(node))
    from_block.branch(test, yes, no)  # type: ignore[arg-type]


__all__ = ["boolean"]
