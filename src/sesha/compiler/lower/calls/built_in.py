"""Lower calls of built-in functions and classes whose static arguments allow something better.

Three tables: SPECIAL by typeshed's name, CONSTRUCT by class, METHODS by class and name. An entry
answers None when it has nothing better than the ordinary call.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.frontend.alias_values import alias_of, plain_classes
from sesha.compiler.ir.function import Const
from sesha.compiler.lower.classes.abstract_tests import data_members, is_abstract, passes
from sesha.compiler.lower.expressions.class_objects import class_of
from sesha.compiler.lower.expressions.displays import from_words, make_dict, store_words
from sesha.compiler.lower.expressions.operators import compare, is_number
from sesha.compiler.lower.forms import prints_otherwise
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.lower.value import NONE_VALUE, SMALL_BITS, Val, constant
from sesha.compiler.types.classes import BOOL, F64, I64, INT, NONE, WORD, ClassDecl, Type
from sesha.compiler.types.representation import Repr

Lowering = Callable[[FunctionLowering, n.CallExpr], "Val | None"]
MethodLowering = Callable[[FunctionLowering, n.CallExpr, Val], "Val | None"]
STR = Type(Repr.WORD, "builtins.str")
LENGTH_BITS = 48
I64_BITS = 63
SPEC_PLAIN = "{:{}}"


def plain_arguments(node: n.CallExpr, count: int) -> bool:
    return len(node.args) == count and all(kind is n.ARG_POS for kind in node.arg_kinds)


def text_of(fl: FunctionLowering, value: Val) -> Val:
    """str(value)."""
    if value.cls == STR.cls and not prints_otherwise(fl.lowerer, fl.guest):
        return value
    if value.cls is not None:
        decl = fl.typed_form(value.cls, "str_") or fl.typed_form(value.cls, "repr_")
        if decl is not None:
            return fl.call_decl(decl, [value])
    return Val(fl.runtime("print.text_of", value).operand, STR)


def repr_of(fl: FunctionLowering, value: Val) -> Val:
    if value.cls is not None:
        decl = fl.typed_form(value.cls, "repr_")
        if decl is not None:
            return fl.call_decl(decl, [value])
    return Val(fl.runtime("print.repr_of", value).operand, STR)


def print_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 1):
        return None
    value = fl.operand(node.args[0])
    fl.runtime("print.print_str", text_of(fl, value))
    return NONE_VALUE


def len_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 1):
        return None
    value = fl.operand(node.args[0])
    decl = fl.typed_form(value.cls, "length")
    if decl is not None:
        return Val(fl.call_decl(decl, [value]).operand, I64, LENGTH_BITS)
    return Val(fl.runtime("operators.length_of", value).operand, I64, I64_BITS)


def isinstance_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    value = fl.expression(node.args[0])
    names = _class_list(fl, node.args[1])
    if names is None:
        return fl.runtime("functions.isinstance_dynamic", value, fl.expression(node.args[1]))
    word = fl.word(value)
    result = None
    for cls in names:
        test = fl.builder.emit("is_instance", word, cls=cls)
        result = test if result is None else fl.builder.emit("bor", result, test)
    return Val(result, BOOL) if result is not None else constant(False)


def issubclass_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    """Which named classes derive from abstract ones is settled here."""
    names = _class_list(fl, node.args[1]) or []
    classes = [fl.lowerer.tables.classes[name] for name in names]
    if not any(is_abstract(cls) for cls in classes):
        return None
    child = _class_list(fl, node.args[0])
    if child is None or len(child) != 1 or not isinstance(node.args[0], n.RefExpr):
        return None
    tables = fl.lowerer.tables
    own = tables.classes[child[0]]
    return constant(
        any(passes(tables, own, cls) if is_abstract(cls) else cls.name in own.mro for cls in classes)
    )


def _class_list(fl: FunctionLowering, node: n.Expression) -> list[str] | None:
    """Full names of the classes in an isinstance argument, when all are known ordinary classes."""
    if isinstance(node, n.TupleExpr):
        parts = [_class_list(fl, item) for item in node.items]
        return None if any(p is None for p in parts) else [name for p in parts for name in p or []]
    if isinstance(node, n.OpExpr) and node.op == "|":
        left, right = _class_list(fl, node.left), _class_list(fl, node.right)
        return None if left is None or right is None else left + right
    if isinstance(node, n.NameExpr) and node.fullname == "builtins.None":
        return ["builtins.None"]
    if isinstance(node, n.RefExpr):
        if isinstance(node, n.NameExpr) and node.name in fl.variables:
            return None
        if node.fullname == "builtins.object":
            return ["builtins.object"]
        alias = alias_of(node)
        if alias is not None:
            return _of_alias(fl, alias)
        found = fl.lowerer.tables.resolve(node.fullname or "?")
        if isinstance(found, ClassDecl):
            asked = found.is_protocol and (not found.is_runtime or data_members(fl.lowerer.tables, found))
            return None if asked else [found.name]
    return None


def _of_alias(fl: FunctionLowering, alias: n.TypeAlias) -> list[str] | None:
    """The classes that an alias joins, if those are known ordinary ones."""
    found = [fl.lowerer.tables.resolve(name) for name in plain_classes(alias) or ()]
    names = [cls.name for cls in found if isinstance(cls, ClassDecl) and not is_abstract(cls)]
    return names if names and len(names) == len(found) else None


def type_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 1):
        return None
    return class_of(fl, fl.expression(node.args[0]))


def cast_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    return fl.expression(node.args[1])


def i64_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not fl.guest or not plain_arguments(node, 1):
        return None
    value = fl.operand(node.args[0])
    if value.repr is Repr.F64:
        return Val(fl.builder.emit("i64_from_f64", value.operand), I64)
    return Val(fl.coerce(value, I64), I64)


def ord_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 1):
        return None
    value = fl.operand(node.args[0])
    decl = fl.typed_form(STR.cls, "ordinal")
    if value.cls != STR.cls or decl is None:
        return None
    return Val(fl.call_decl(decl, [value]).operand, I64, 21)


def abs_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 1):
        return None
    if fl.type_of(node.args[0]) != F64:
        return None
    value = fl.operand(node.args[0])
    if value.repr is not Repr.F64:
        return fl.runtime("functions.abs", value)
    return Val(fl.builder.emit("fabs", value.operand), F64)


def repr_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    return repr_of(fl, fl.operand(node.args[0])) if plain_arguments(node, 1) else None


# --- constructors ------------------------------------------------------------------------------
def construct_str(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not node.args:
        return constant("")
    if plain_arguments(node, 1):
        return text_of(fl, fl.operand(node.args[0]))
    return None


def construct_int(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not node.args:
        return constant(0)
    if not plain_arguments(node, 1):
        return None
    value = fl.operand(node.args[0])
    if value.repr is Repr.I64:
        if value.bits is not None:
            return value
        return Val(fl.word(value), INT)
    if value.repr is Repr.BOOL:
        return Val(fl.builder.emit("i64_from_bool", value.operand), I64, 1)
    if value.repr is Repr.F64:
        return fl.runtime("float.to_int", value)
    if value.cls == STR.cls:
        return fl.runtime("int_text.from_text", value, Val(Const(Repr.I64, 10), I64))
    return fl.runtime("int.convert", value)


def construct_float(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not node.args:
        return constant(0.0)
    if not plain_arguments(node, 1):
        return None
    value = fl.operand(node.args[0])
    if value.repr is Repr.F64:
        return value
    if value.is_python_int or value.repr in (Repr.BOOL, Repr.I64):
        return Val(fl.float_from_int(value), F64)
    return Val(fl.coerce(fl.runtime("float.convert", value), F64), F64)


def construct_bool(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not node.args:
        return constant(False)
    return Val(fl.truth(fl.operand(node.args[0])), BOOL) if plain_arguments(node, 1) else None


def construct_container(kind: str) -> Lowering:
    def lower(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
        if not node.args:
            return make_dict(fl, []) if kind == "dict" else from_words(fl, kind, [])
        if not plain_arguments(node, 1):
            return None
        value = fl.expression(node.args[0])
        name = "from_object" if kind == "dict" else "from_iterable"
        return Val(fl.runtime(f"{kind}.{name}", value).operand, Type(Repr.WORD, f"builtins.{kind}"))

    return lower


def construct_dict(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if node.args and all(kind is n.ARG_NAMED for kind in node.arg_kinds):
        pairs = [(constant(k), fl.expression(v)) for k, v in zip(node.arg_names, node.args, strict=True)]
        return make_dict(fl, pairs)
    return construct_container("dict")(fl, node)


def construct_object(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    return Val(fl.builder.emit("new_object", cls="builtins.object"), WORD)


# --- f-strings and methods ---------------------------------------------------------------------
def format_call(fl: FunctionLowering, node: n.CallExpr, callee: n.MemberExpr) -> Val | None:
    """mypy's shape of f-strings: "".join([...]) of pieces and "{!r:{}}".format(value, spec)."""
    if not isinstance(callee.expr, n.StrExpr):
        return None
    template = callee.expr.value
    if (
        callee.name == "join"
        and template == ""
        and plain_arguments(node, 1)
        and isinstance(node.args[0], n.ListExpr)
    ):
        return join_pieces(fl, [fl.operand(item) for item in node.args[0].items])
    if (
        callee.name == "format"
        and plain_arguments(node, 2)
        and template in ("{:{}}", "{!r:{}}", "{!s:{}}", "{!a:{}}")
    ):
        value = fl.operand(node.args[0])
        spec_node = node.args[1]
        empty = isinstance(spec_node, n.StrExpr) and spec_node.value == ""
        return format_piece(
            fl, template[2] if template[1] == "!" else "", value, fl.expression(spec_node), empty
        )
    return None


def join_pieces(fl: FunctionLowering, pieces: list[Val]) -> Val:
    """The texts one after the other."""
    if any(piece.cls != STR.cls for piece in pieces):
        pieces = [Val(fl.coerce(piece, STR), STR) for piece in pieces]
    if not pieces:
        return constant("")
    if len(pieces) == 1:
        return (
            fl.runtime("text_units.exact", pieces[0]) if prints_otherwise(fl.lowerer, fl.guest) else pieces[0]
        )
    if len(pieces) == 2:
        return fl.runtime("str.add", *pieces)
    address, count = store_words(fl, pieces)
    return fl.runtime("str_build.join_words", constant(""), Val(address, I64), Val(count, I64))


def join_list(fl: FunctionLowering, node: n.CallExpr, receiver: Val) -> Val | None:
    """separator.join(a list): no iteration."""
    if not plain_arguments(node, 1):
        return None
    items = fl.operand(node.args[0])
    if items.cls != "builtins.list":
        return fl.runtime("str.join", receiver, items)
    return fl.runtime("str_build.join_list", receiver, items)


def extreme(name: str, operator: str) -> Lowering:
    """min or max of numbers given one by one: the first if it may stay, as Python has it."""

    def lower(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
        if len(node.args) < 2 or not plain_arguments(node, len(node.args)):
            return None
        kinds = [fl.type_of(argument) for argument in node.args]
        floats = [kind == F64 for kind in kinds]
        if any(kind not in (INT, F64, I64) for kind in kinds) or any(floats) != all(floats):
            return None
        target = F64 if all(floats) else I64 if I64 in kinds else INT
        values = [fl.operand(argument) for argument in node.args]
        best = values[0]
        for value in values[1:]:
            best = _better(fl, name, operator, best, value, target)
        return best

    return lower


def _better(fl: FunctionLowering, name: str, operator: str, best: Val, value: Val, target: Type) -> Val:
    if not (is_number(best) and is_number(value)) or (best.repr is Repr.F64) != (value.repr is Repr.F64):
        return fl.runtime(f"functions_reduce.{name}_of_two", best, value)
    return fl.choose(fl.truth(compare(fl, operator, value, best)), lambda: value, lambda: best, target)


def format_piece(fl: FunctionLowering, conversion: str, value: Val, spec: Val, empty: bool) -> Val:
    """The value formatted; `empty` when the specification is known to be."""
    if conversion == "r":
        value = repr_of(fl, value)
    elif conversion == "s":
        value = text_of(fl, value)
    elif conversion == "a":
        value = fl.runtime("print.ascii_of", value)
    spec = Val(fl.coerce(spec, STR), STR)
    if empty and (
        fl.module.decl.name.startswith(BUILTINS)
        or value.cls in (STR.cls, INT.cls, F64.cls, BOOL.cls, NONE.cls)
        or value.repr is Repr.I64
    ):
        return text_of(fl, _as_int(fl, value))
    if value.repr is Repr.F64:
        return fl.runtime("format.format_float", value, spec)
    if value.is_python_int:
        return fl.runtime("format.format_int", _as_int(fl, value), spec)
    if value.cls == STR.cls and not prints_otherwise(fl.lowerer, fl.guest):
        return fl.runtime("format.format_str", value, spec)
    return Val(fl.runtime("format.format_value", value, spec).operand, STR)


def _as_int(fl: FunctionLowering, value: Val) -> Val:
    return Val(fl.word(value), INT) if value.repr is Repr.I64 else value


SPECIAL: dict[str, Lowering] = {
    "builtins.print": print_call,
    "builtins.len": len_call,
    "builtins.isinstance": isinstance_call,
    "builtins.issubclass": issubclass_call,
    "builtins.type": type_call,
    "builtins.ord": ord_call,
    "builtins.min": extreme("min", "<"),
    "builtins.max": extreme("max", ">"),
    "builtins.abs": abs_call,
    "builtins.repr": repr_call,
    "typing.cast": cast_call,
    "mypy_extensions.i64": i64_call,
    "builtins.str": construct_str,
    "builtins.int": construct_int,
    "builtins.float": construct_float,
    "builtins.bool": construct_bool,
    "builtins.list": construct_container("list"),
    "builtins.tuple": construct_container("tuple"),
    "builtins.set": construct_container("set"),
    "builtins.frozenset": construct_container("frozenset"),
    "builtins.dict": construct_dict,
    "builtins.object": construct_object,
}


def construct_os_error(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    """OSError(errno, strerror, ...): the errno picks the class."""
    if not 2 <= len(node.args) <= 5 or not plain_arguments(node, len(node.args)):
        return None
    arguments = from_words(fl, "tuple", [fl.expression(argument) for argument in node.args])
    return Val(fl.runtime("exceptions_os.new_os_error", arguments).operand, Type(Repr.WORD, OS_ERROR))


OS_ERROR = "sesha.guest.builtins.exceptions_os.OSError"
CONSTRUCT: dict[str, Lowering] = {OS_ERROR: construct_os_error}
METHODS: dict[tuple[str, str], MethodLowering] = {
    ("builtins.str", "join"): join_list,
}

__all__ = ["SMALL_BITS"]
