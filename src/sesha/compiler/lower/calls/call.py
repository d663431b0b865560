"""Lower calls: functions by name, classes, methods, values; each as directly as is known."""

from mypy import nodes as n

from sesha.compiler.ir.builder import integer, static
from sesha.compiler.ir.function import Const
from sesha.compiler.lower.calls import (
    attribute_functions,
    built_in,
    constant_eval,
    format_literal,
    intrinsics,
    operator_module,
    text_methods,
)
from sesha.compiler.lower.calls.arguments import (
    Arguments,
    Mismatch,
    default_value,
    given_attribute,
    given_shape,
    has_spread,
    lower_arguments,
    match,
)
from sesha.compiler.lower.calls.built_in import plain_arguments
from sesha.compiler.lower.calls.super_calls import call_super, new_call
from sesha.compiler.lower.calls.values import call_value, call_with
from sesha.compiler.lower.expressions import raw_attributes
from sesha.compiler.lower.expressions.class_objects import class_of
from sesha.compiler.lower.expressions.displays import DICT, make_dict, make_tuple
from sesha.compiler.lower.expressions.names import read_name
from sesha.compiler.lower.expressions.targets import class_named, static_target
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.settle.bases import ENUM
from sesha.compiler.lower.statements.fresh_generators import closing_call, left_unfinished
from sesha.compiler.lower.tables import BUILTINS, Tables
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import (
    WORD,
    Binding,
    ClassDecl,
    FunctionDecl,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr

SPECIAL: dict[str, built_in.Lowering] = {
    **built_in.SPECIAL,
    **attribute_functions.SPECIAL,
    **operator_module.SPECIAL,
    "builtins.eval": constant_eval.eval_call,
}
"""Calls of the library for which there is something better, by typeshed's name."""

BASE_EXCEPTION = "sesha.guest.builtins.exceptions.BaseException"


def call_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.CallExpr)
    unfinished = left_unfinished(fl, node)
    if unfinished and unfinished[0] not in fl.holders:
        return closing_call(fl, unfinished, lambda: call_expression(fl, node))
    analyzed = node.analyzed
    if isinstance(analyzed, (n.CastExpr,)):
        return fl.expression(analyzed.expr)
    if analyzed is not None and not isinstance(analyzed, n.OpExpr) and type(analyzed) in fl.expressions:
        return fl.expression(analyzed)
    if isinstance(node.callee, n.RefExpr):
        if is_new_type(node.callee) and plain_arguments(node, 1):
            return fl.expression(node.args[0])
        special = SPECIAL.get(node.callee.fullname)
        if special is not None:
            result = special(fl, node)
            if result is not None:
                return result
    target = static_target(fl, node.callee)
    if isinstance(target, FunctionDecl):
        return call_function(fl, node, target)
    if isinstance(target, ClassDecl):
        return call_class(fl, node, target)
    if isinstance(node.callee, n.SuperExpr):
        return call_super(fl, node, node.callee)
    if isinstance(node.callee, n.MemberExpr) and target is None:
        return call_method(fl, node, node.callee)
    return call_value(fl, fl.expression(node.callee), node)


def is_new_type(callee: n.RefExpr) -> bool:
    """Whether calling it gives the argument back: `NewType("UserId", int)`."""
    return isinstance(callee.node, n.TypeInfo) and callee.node.is_newtype


# --- functions -----------------------------------------------------------------------------------
def call_function(fl: FunctionLowering, node: n.CallExpr, decl: FunctionDecl) -> Val:
    special = intrinsics.lowering_of(decl.name)
    if special is not None:
        result = special(fl, node)
        if result is not None:
            return result
    if decl.decorated or decl.nested:
        return call_nested(fl, node, decl)
    if has_spread(node):
        return call_value(fl, fl.expression(node.callee), node)
    arguments = lower_arguments(fl, node)
    return direct_call(fl, node, decl, arguments)


def direct_call(fl: FunctionLowering, node: n.CallExpr, decl: FunctionDecl, arguments: Arguments) -> Val:
    try:
        values = match(fl, decl, arguments)
    except Mismatch:
        function = Val(fl.builder.emit("function_word", name=decl.name), WORD)
        return call_with(fl, function, arguments)
    return fl.call_decl(decl, values)


def call_nested(fl: FunctionLowering, node: n.CallExpr, decl: FunctionDecl) -> Val:
    """A function defined in a function: directly, its object as a hidden first argument."""
    function = read_name(fl, node.callee)
    plain = all(
        p.kind not in (ParameterKind.VARARGS, ParameterKind.VARKW)
        and (not p.has_default or p.default_is_constant)
        for p in decl.parameters[1:]
    )
    if decl.decorated or has_spread(node) or not plain:
        return call_value(fl, function, node)
    arguments = lower_arguments(fl, node)
    try:
        values = match(fl, decl, arguments, first=1)
    except Mismatch:
        return call_with(fl, function, arguments)
    return fl.call_decl(decl, [function, *values])


# --- classes -------------------------------------------------------------------------------------
def call_class(fl: FunctionLowering, node: n.CallExpr, cls: ClassDecl) -> Val:
    special = built_in.CONSTRUCT.get(cls.name)
    if special is not None and not has_spread(node):
        result = special(fl, node)
        if result is not None:
            return result
    if ENUM in cls.mro and not cls.members and not fl.guest:
        raise fl.unsupported("making an enumeration by a call", node, "write a class statement")
    if cls.is_typeddict:
        arguments = lower_arguments(fl, node)
        if arguments.positional:
            return fl.runtime("dict.from_object", arguments.positional[0])
        return make_dict(fl, [(constant(k), v) for k, v in arguments.keywords.items()])
    if has_spread(node):
        return call_value(fl, class_word(fl, cls), node)
    arguments = lower_arguments(fl, node)
    constructor = fl.lowerer.tables.functions.get(f"{cls.name}.<new>")
    if constructor is None:
        return call_with(fl, class_word(fl, cls), arguments)
    try:
        values = match(fl, constructor, arguments)
    except Mismatch:
        return call_with(fl, class_word(fl, cls), arguments)
    init = own_exception_init(fl.lowerer.tables, cls)
    if init is not None:
        return raise_ready(fl, cls, init, make_tuple(fl, arguments.positional), values)
    return fl.call_decl(constructor, values)


def own_exception_init(tables: Tables, cls: ClassDecl) -> FunctionDecl | None:
    """The `__init__` of an exception class, if it is not the guest library's."""
    if BASE_EXCEPTION not in cls.mro:
        return None
    init = tables.find_method(cls, "__init__")
    return init if init is not None and not init.name.startswith(BUILTINS + ".") else None


def raise_ready(
    fl: FunctionLowering, cls: ClassDecl, init: FunctionDecl, args: Val, values: list[Val]
) -> Val:
    """An exception whose `args` are the positional arguments, whatever its `__init__` does."""
    instance = Val(fl.builder.emit("new_object", cls=cls.name), Type(Repr.WORD, cls.name))
    fl.builder.emit("set_attribute", instance.operand, args.operand, cls=BASE_EXCEPTION, name="args")
    fl.call_decl(init, [instance, *values])
    return instance


def class_word(fl: FunctionLowering, cls: ClassDecl) -> Val:
    return Val(fl.builder.emit("class_word", cls=cls.name), Type(Repr.WORD, "builtins.type"))


# --- methods -------------------------------------------------------------------------------------
def call_method(fl: FunctionLowering, node: n.CallExpr, callee: n.MemberExpr) -> Val:
    formatted = built_in.format_call(fl, node, callee)
    if formatted is None and callee.name == "format" and isinstance(callee.expr, n.StrExpr):
        formatted = format_literal.lower_format(fl, node, callee.expr.value)
    if formatted is not None:
        return formatted
    owner = class_named(fl, callee.expr)
    if owner is not None:
        return call_on_class(fl, node, callee, owner)
    receiver = fl.operand(callee.expr)
    return call_on_value(fl, node, receiver, callee.name)


def call_on_class(fl: FunctionLowering, node: n.CallExpr, callee: n.MemberExpr, cls: ClassDecl) -> Val:
    """C.method(...): class methods get the class."""
    if cls.name == "builtins.object" and raw_attributes.is_raw(callee.name, node.args[1:]):
        target = fl.operand(node.args[0])
        receiver = fl.find_class(boxed_class(target))
        return raw_attributes.RAW[callee.name](fl, target, receiver, node.args[1:])
    method = fl.lowerer.tables.find_method(cls, callee.name)
    if callee.name == "__new__":
        return new_call(fl, node, method)
    if method is None or method.binding is not Binding.CLASS or has_spread(node):
        return call_value(fl, fl.expression(callee), node)
    arguments = lower_arguments(fl, node)
    arguments.positional.insert(0, class_word(fl, cls))
    return direct_call(fl, node, method, arguments)


def call_on_value(fl: FunctionLowering, node: n.CallExpr, receiver: Val, name: str) -> Val:
    """receiver.name(...) with the receiver already evaluated."""
    cls = fl.find_class(boxed_class(receiver))
    if cls is not None and not cls.is_protocol:
        method = fl.lowerer.tables.find_method(cls, name)
        if method is not None and method.binding in (Binding.INSTANCE, Binding.NONE) and not has_spread(node):
            return call_known_method(fl, node, receiver, cls, method, name)
    if name == "__class__":
        return call_value(fl, class_of(fl, receiver), node)
    if has_spread(node):
        bound = Val(fl.builder.emit("get_dynamic", fl.word(receiver), name=name), WORD)
        return call_value(fl, bound, node)
    arguments = lower_arguments(fl, node)
    return call_dynamic(fl, receiver, name, arguments)


def boxed_class(value: Val) -> str | None:
    """The class of a value whatever its representation."""
    if value.repr is Repr.I64:
        return "builtins.int"
    return value.cls


def call_dynamic(fl: FunctionLowering, receiver: Val, name: str, arguments: Arguments) -> Val:
    values = [receiver, *arguments.positional, *arguments.keywords.values()]
    operands = [fl.word(value) for value in values]
    return Val(
        fl.builder.emit("call_dynamic", *operands, name=name, keywords=tuple(arguments.keywords)), WORD
    )


def call_known_method(
    fl: FunctionLowering, node: n.CallExpr, receiver: Val, cls: ClassDecl, method: FunctionDecl, name: str
) -> Val:
    special = built_in.METHODS.get((cls.name, name)) or text_methods.METHODS.get((cls.name, name))
    if special is not None and not fl.lowerer.overrides_native(cls.name, name):
        result = special(fl, node, receiver)
        if result is not None:
            return result
    arguments = lower_arguments(fl, node)
    try:
        values = match(fl, method, arguments, first=1)
    except Mismatch:
        return call_dynamic(fl, receiver, name, arguments)
    return invoke(fl, receiver, cls, method, name, values, given_shape(method, arguments))


def invoke(
    fl: FunctionLowering,
    receiver: Val,
    cls: ClassDecl,
    method: FunctionDecl,
    name: str,
    values: list[Val],
    given: str | None = None,
) -> Val:
    """Call a method whose static class is known; overrides are found when the world is closed, and
    `given` says how the arguments are passed on to one with other parameters."""
    if cls.native and (fl.guest or not fl.lowerer.overrides_native(cls.name, name, library=True)):
        return fl.call_decl(method, [receiver, *values])
    operands = [fl.word(receiver)]
    for value, parameter in zip(values, method.parameters[1:], strict=True):
        slot = ("parameter", method.name, parameter.name)
        operands.append(fl.coerce(value, parameter.type, slot))
    result = fl.builder.emit(
        "call_method",
        *operands,
        result=method.result.repr,
        name=name,
        cls=cls.name,
        decl=method,
        **given_attribute(method, given),
    )
    if method.no_return:
        fl.builder.emit("unreachable")
    return NONE_VALUE if method.result.repr is Repr.VOID else Val(result, method.result)


__all__ = ["DICT", "Const", "default_value", "integer", "static"]
