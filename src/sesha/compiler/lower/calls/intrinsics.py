"""Lower calls of `guest/cpu/intrinsics/` and its neighbour: each becomes one IR operation.

The table gives name -> (operation, parameter representations, result); what needs more is a
function of its own below.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Operand
from sesha.compiler.lower.declare.constants import NOT_CONSTANT, fold
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import BOOL, F64, I64, INT, WORD, ClassDecl, FunctionDecl, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

MODULES = ("sesha.guest.cpu.intrinsics.", "sesha.guest.cpu.attribute_intrinsics.")
Lowering = Callable[[FunctionLowering, n.CallExpr], Val]
NOTHING = Type(Repr.VOID)

SIMPLE: dict[str, tuple[str, tuple[Type, ...], Type]] = {
    **{name: (name, (I64, I64), I64) for name in ("lshr", "udiv", "urem", "sdiv", "umulh")},
    **{name: (name, (I64, I64), BOOL) for name in ("ult", "add_overflows", "sub_overflows", "mul_overflows")},
    **{name: (name, (I64,), I64) for name in ("clz", "ctz", "popcount", "bswap16", "bswap32", "bswap64")},
    **{name: (name, (I64, I64, I64), NOTHING) for name in ("copy_memory", "move_memory", "fill_memory")},
    "fence": ("fence", (), NOTHING),
    "float_bits": ("bits_from_f64", (F64,), I64),
    "float_from_bits": ("f64_from_bits", (I64,), F64),
    "float_from_i64": ("f64_from_i64", (I64,), F64),
    "i64_from_float": ("i64_from_f64", (F64,), I64),
    "float_sqrt": ("fsqrt", (F64,), F64),
    "float_floor": ("ffloor", (F64,), F64),
    "float_ceil": ("fceil", (F64,), F64),
    "float_trunc": ("ftrunc", (F64,), F64),
    "float_abs": ("fabs", (F64,), F64),
    "float_fma": ("fma", (F64, F64, F64), F64),
    "float_div": ("fdiv", (F64, F64), F64),
    "bits": ("bits", (WORD,), I64),
    "word": ("word", (I64,), WORD),
    "class_record": ("class_record", (I64,), I64),
    "stack_pointer": ("stack_pointer", (), I64),
    "likely": ("likely", (BOOL,), BOOL),
    "unlikely": ("unlikely", (BOOL,), BOOL),
    "call_entry": ("call_entry", (I64, WORD, I64, I64, WORD), WORD),
    "call_resume": ("call_resume", (I64, WORD, WORD, I64), WORD),
}
WIDTHS = {"u8": I64, "u16": I64, "u32": I64, "i32": I64, "i64": I64, "f64": F64, "word": WORD}


def lowering_of(name: str) -> Lowering | None:
    """How a call of this function is lowered, if it is an intrinsic."""
    if not name.startswith(MODULES):
        return None
    bare = name.rpartition(".")[2]
    return SPECIAL.get(bare) or _simple(bare)


def _simple(name: str) -> Lowering | None:
    if name in SIMPLE:
        opcode, parameters, result = SIMPLE[name]
        return lambda fl, node: _emit(fl, node, opcode, parameters, result)
    for prefix, volatile in (("volatile_load_", True), ("load_", False)):
        width = name.removeprefix(prefix)
        if name.startswith(prefix) and width in WIDTHS:
            return lambda fl, node: _load(fl, node, width, volatile)
    for prefix, volatile in (("volatile_store_", True), ("store_", False)):
        width = name.removeprefix(prefix)
        if name.startswith(prefix) and width in WIDTHS:
            return lambda fl, node: _store(fl, node, width, volatile)
    return None


def _operands(fl: FunctionLowering, node: n.CallExpr, types: tuple[Type, ...]) -> list[Operand]:
    return [fl.coerce(fl.expression(a), t) for a, t in zip(node.args, types, strict=True)]


def _emit(
    fl: FunctionLowering, node: n.CallExpr, opcode: str, parameters: tuple[Type, ...], result: Type
) -> Val:
    value = fl.builder.emit(opcode, *_operands(fl, node, parameters))
    return NONE_VALUE if result is NOTHING else Val(value, result)


def _load(fl: FunctionLowering, node: n.CallExpr, width: str, volatile: bool) -> Val:
    kind = WIDTHS[width]
    (address,) = _operands(fl, node, (I64,))
    return Val(fl.builder.emit("load", address, result=kind.repr, width=width, volatile=volatile), kind)


def _store(fl: FunctionLowering, node: n.CallExpr, width: str, volatile: bool) -> Val:
    address, value = _operands(fl, node, (I64, WIDTHS[width]))
    fl.builder.emit("store", address, value, width=width, volatile=volatile)
    return NONE_VALUE


def _text(fl: FunctionLowering, node: n.Expression) -> str:
    value = fold(node, lambda name: NOT_CONSTANT)
    if not isinstance(value, str):
        raise fl.unsupported("an intrinsic whose name is not a literal", node)
    return value


def _address(fl: FunctionLowering, node: n.CallExpr) -> Val:
    bits = fl.builder.emit("bits", fl.word(fl.expression(node.args[0])))
    return Val(fl.builder.emit("sub", bits, integer(layout.TAG_POINTER)), I64)


def _object_at(fl: FunctionLowering, node: n.CallExpr) -> Val:
    (address,) = _operands(fl, node, (I64,))
    return Val(fl.builder.emit("word", fl.builder.emit("add", address, integer(layout.TAG_POINTER))), WORD)


def _small(fl: FunctionLowering, node: n.CallExpr) -> Val:
    value = fl.expression(node.args[0])
    if value.repr is Repr.I64:
        return Val(value.operand, I64)
    bits = fl.builder.emit("bits", fl.word(value))
    return Val(fl.builder.emit("ashr", bits, integer(layout.INT_SHIFT)), I64)


def _from_small(fl: FunctionLowering, node: n.CallExpr) -> Val:
    (value,) = _operands(fl, node, (I64,))
    return Val(fl.builder.emit("word", fl.builder.emit("shl", value, integer(layout.INT_SHIFT))), INT)


def _unchecked(fl: FunctionLowering, node: n.CallExpr) -> Val:
    value = fl.expression(node.args[0])
    return Val(fl.word(value), Type(Repr.WORD, "?"))


def _class_id(fl: FunctionLowering, node: n.CallExpr) -> Val:
    bits = fl.builder.emit("bits", fl.word(fl.expression(node.args[0])))
    address = fl.builder.emit("sub", bits, integer(layout.TAG_POINTER))
    return Val(fl.builder.emit("load", address, result=Repr.I64, width="u32", invariant=True), I64)


def _slot_offset(fl: FunctionLowering, node: n.CallExpr) -> Val:
    cls, name = _text(fl, node.args[0]), _text(fl, node.args[1])
    return Val(fl.builder.emit("slot_offset", cls=cls, name=name), I64)


def _class_id_of(fl: FunctionLowering, node: n.CallExpr) -> Val:
    argument = node.args[0]
    if isinstance(argument, n.StrExpr):
        return Val(fl.builder.emit("class_id", cls=argument.value), I64)
    assert isinstance(argument, n.RefExpr)
    found = fl.lowerer.tables.resolve(argument.fullname)
    if not isinstance(found, ClassDecl):
        raise fl.unsupported("class_id_of something that is no class", node)
    return Val(fl.builder.emit("class_id", cls=found.name), I64)


def _method_entry(fl: FunctionLowering, node: n.CallExpr) -> Val:
    identity = fl.coerce(fl.expression(node.args[0]), I64)
    return Val(fl.builder.emit("method_entry", identity, name=_text(fl, node.args[1])), I64)


def _method_or(fl: FunctionLowering, node: n.CallExpr) -> Val:
    name = _text(fl, node.args[2])
    values = [fl.expression(a) for a in (*node.args[:2], *node.args[3:])]
    return Val(fl.builder.emit("call_method_or", *(fl.word(v) for v in values), name=name), WORD)


def _overrides(fl: FunctionLowering, node: n.CallExpr) -> Val:
    left, right = (fl.word(fl.expression(a)) for a in node.args[:2])
    return Val(fl.builder.emit("overrides", left, right, name=_text(fl, node.args[2])), BOOL)


def _passes_abstract(fl: FunctionLowering, node: n.CallExpr) -> Val:
    words = [fl.word(fl.expression(a)) for a in node.args]
    return Val(fl.builder.emit("passes_abstract", *words), BOOL)


def _function_address(fl: FunctionLowering, node: n.CallExpr) -> Val:
    argument = node.args[0]
    assert isinstance(argument, n.RefExpr)
    found = fl.lowerer.tables.resolve(argument.fullname)
    assert isinstance(found, FunctionDecl)
    return Val(fl.builder.emit("function_address", name=found.name), I64)


def _call_address(fl: FunctionLowering, node: n.CallExpr) -> Val:
    operands = [fl.coerce(fl.expression(a), I64) for a in node.args]
    return Val(fl.builder.emit("call_address", *operands), I64)


def _stack_words(fl: FunctionLowering, node: n.CallExpr) -> Val:
    count = fold(node.args[0], lambda name: _constant_of(fl, name))
    if not isinstance(count, int):
        raise fl.unsupported("stack_words with a count that is not constant", node)
    return Val(fl.builder.emit("stack_words", count=count), I64)


def _constant_of(fl: FunctionLowering, name: str) -> object:
    found = fl.lowerer.tables.globals.get(name)
    return found.constant if found is not None and found.is_constant else NOT_CONSTANT


def _symbol_address(fl: FunctionLowering, node: n.CallExpr) -> Val:
    return Val(fl.builder.emit("symbol_address", name=_text(fl, node.args[0])), I64)


def _trap(fl: FunctionLowering, node: n.CallExpr) -> Val:
    fl.builder.emit("trap")
    return NONE_VALUE


def _asm(fl: FunctionLowering, node: n.CallExpr, result: Type) -> Val:
    template, constraints = _text(fl, node.args[0]), _text(fl, node.args[1])
    operands = [fl.coerce(fl.expression(a), I64) for a in node.args[2:]]
    value = fl.builder.emit("asm", *operands, result=result.repr, template=template, constraints=constraints)
    return NONE_VALUE if result is NOTHING else Val(value, result)


def _syscall(fl: FunctionLowering, node: n.CallExpr) -> Val:
    operands = [fl.coerce(fl.expression(a), I64) for a in node.args]
    return Val(fl.builder.emit("syscall", *operands, result=Repr.I64), I64)


def _site(fl: FunctionLowering, node: n.CallExpr, what: str) -> Val:
    kind = I64 if what == "line" else Type(Repr.WORD, "builtins.str")
    (index,) = _operands(fl, node, (I64,))
    return Val(fl.builder.emit("site", index, result=kind.repr, what=what), kind)


def _formatted(fl: FunctionLowering, node: n.CallExpr) -> Val:
    operands = [fl.word(fl.expression(a)) for a in node.args]
    return Val(fl.builder.emit("get_formatted", *operands), WORD)


def _computed(fl: FunctionLowering, node: n.CallExpr, opcode: str) -> Val:
    operands = [fl.word(fl.expression(a)) for a in node.args]
    value = fl.builder.emit(opcode, *operands, owner="", known=None, prefix="")
    return Val(value, WORD) if opcode.startswith("get") else NONE_VALUE


SPECIAL: dict[str, Lowering] = {
    "attribute_of": lambda fl, node: _computed(fl, node, "get_computed"),
    "attribute_or": lambda fl, node: _computed(fl, node, "get_computed_or"),
    "formatted_attribute": _formatted,
    "store_attribute": lambda fl, node: _computed(fl, node, "set_computed"),
    "remove_attribute": lambda fl, node: _computed(fl, node, "delete_computed"),
    "wrap": lambda fl, node: Val(fl.coerce(fl.expression(node.args[0]), I64), I64),
    "address": _address,
    "object_at": _object_at,
    "small": _small,
    "from_small": _from_small,
    "unchecked": _unchecked,
    "class_id": _class_id,
    "class_id_of": _class_id_of,
    "slot_offset": _slot_offset,
    "method_entry": _method_entry,
    "method_or": _method_or,
    "overrides": _overrides,
    "passes_abstract": _passes_abstract,
    "function_address": _function_address,
    "call_address": _call_address,
    "stack_words": _stack_words,
    "symbol_address": _symbol_address,
    "trap": _trap,
    "asm": lambda fl, node: _asm(fl, node, I64),
    "asm_void": lambda fl, node: _asm(fl, node, NOTHING),
    "syscall": _syscall,
    "site_name": lambda fl, node: _site(fl, node, "name"),
    "site_file": lambda fl, node: _site(fl, node, "file"),
    "site_line": lambda fl, node: _site(fl, node, "line"),
    "site_text": lambda fl, node: _site(fl, node, "text"),
}
