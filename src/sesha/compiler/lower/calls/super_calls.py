"""Lower `super()`: calls and attributes of the next class in the receiver's own mro.

Which class comes next is known only when the receiver's class is: a mixin's `super().__init__()` may
reach a class that the mixin never heard of. Where the static search finds no method, or one with other
parameters, the arguments go packed, and every target binds them itself.
"""

from mypy import nodes as n

from sesha.compiler.lower.calls.arguments import (
    Mismatch,
    given_attribute,
    given_shape,
    has_spread,
    lower_arguments,
    match,
)
from sesha.compiler.lower.calls.values import call_value, lower_spread
from sesha.compiler.lower.classes.hierarchy import NOTHING_IN_OBJECT, Hierarchy
from sesha.compiler.lower.expressions import raw_attributes
from sesha.compiler.lower.expressions.names import read_name
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.tables import PACKED_CALL
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import WORD, Binding, ClassDecl, FunctionDecl
from sesha.compiler.types.representation import Repr


def owner_and_receiver(fl: FunctionLowering, node: n.SuperExpr) -> tuple[ClassDecl, Val]:
    """The class after which the search begins, and the instance or class that it is made for."""
    arguments = node.call.args
    if not arguments:
        cls = fl.find_class(fl.class_name)
        if cls is None:
            raise fl.unsupported("super() outside a class", node)
        return cls, self_value(fl, node)
    named = arguments[0]
    found = fl.lowerer.tables.resolve(named.fullname) if isinstance(named, n.RefExpr) else None
    if len(arguments) != 2 or not isinstance(found, ClassDecl):
        raise fl.unsupported("super() of this", node, "name the class and give the instance")
    return found, fl.expression(arguments[1])


def self_value(fl: FunctionLowering, node: n.Expression) -> Val:
    """The first parameter of the method."""
    first = fl.body.decl.parameters[0].name if fl.body.decl and fl.body.decl.parameters else None
    if first is None or first not in fl.variables:
        raise fl.unsupported("super() without a first parameter", node)
    name = n.NameExpr(first)
    name.line = node.line
    return read_name(fl, name)


def inherited(fl: FunctionLowering, cls: ClassDecl, name: str) -> FunctionDecl | None:
    """The method that instances of exactly the class would find."""
    bases = (fl.find_class(base) for base in cls.mro[1:])
    return next((base.methods[name] for base in bases if base and name in base.methods), None)


def _reaches_siblings(fl: FunctionLowering, cls: ClassDecl, name: str) -> bool:
    """Whether some class puts one that has the method after `cls`."""
    hierarchy = Hierarchy(fl.lowerer)
    return any(hierarchy.after(other, cls.name, name) for other in fl.lowerer.tables.classes.values())


def call_super(fl: FunctionLowering, node: n.CallExpr, callee: n.SuperExpr) -> Val:
    """super().name(...)"""
    cls, receiver = owner_and_receiver(fl, callee)
    method = inherited(fl, cls, callee.name)
    if callee.name == "__new__":
        return new_call(fl, node, method)
    if method is not None and method.binding in (Binding.CLASS, Binding.STATIC):
        return _call_static(fl, node, method, receiver)
    if method is None and not _reaches_siblings(fl, cls, callee.name):
        return _call_object(fl, node, callee, cls, receiver)
    if method is None or has_spread(node):
        return _call_packed(fl, node, callee, cls, receiver)
    arguments = lower_arguments(fl, node)
    try:
        values = match(fl, method, arguments, first=1)
    except Mismatch:
        return _call_packed(fl, node, callee, cls, receiver)
    operands = [fl.word(receiver)]
    for value, parameter in zip(values, method.parameters[1:], strict=True):
        operands.append(fl.coerce(value, parameter.type, ("parameter", method.name, parameter.name)))
    result = fl.builder.emit(
        "call_super",
        *operands,
        result=method.result.repr,
        name=callee.name,
        after=cls.name,
        decl=method,
        **given_attribute(method, given_shape(method, arguments)),
    )
    return NONE_VALUE if method.result.repr is Repr.VOID else Val(result, method.result)


def new_call(fl: FunctionLowering, node: n.CallExpr, method: FunctionDecl | None) -> Val:
    """super().__new__(cls, ...) and object.__new__(cls): the class is an argument as others are."""
    if method is not None:
        return call_value(fl, Val(fl.builder.emit("function_word", name=method.name), WORD), node)
    if len(node.args) != 1 or node.arg_kinds != [n.ARG_POS]:
        raise fl.unsupported("object.__new__ with more than the class", node)
    return fl.runtime("object_new.new_instance", fl.expression(node.args[0]))


def _call_static(fl: FunctionLowering, node: n.CallExpr, method: FunctionDecl, receiver: Val) -> Val:
    """A class method or static method: the class is the receiver's, or there is none."""
    function = Val(fl.builder.emit("function_word", name=method.name), WORD)
    if method.binding is Binding.STATIC:
        return call_value(fl, function, node)
    return call_value(fl, fl.runtime("function.bind_method", function, receiver), node)


def _call_packed(
    fl: FunctionLowering, node: n.CallExpr, callee: n.SuperExpr, cls: ClassDecl, receiver: Val
) -> Val:
    positional, keywords = lower_spread(fl, node)
    result = fl.builder.emit(
        "call_super",
        fl.word(receiver),
        positional.operand,
        keywords.operand,
        result=Repr.WORD,
        name=callee.name,
        after=cls.name,
        decl=fl.lowerer.tables.functions[PACKED_CALL],
        given="**",
    )
    return Val(result, WORD)


def _call_object(
    fl: FunctionLowering, node: n.CallExpr, callee: n.SuperExpr, cls: ClassDecl, receiver: Val
) -> Val:
    """What only `object` has."""
    if raw_attributes.is_raw(callee.name, node.args):
        return raw_attributes.RAW[callee.name](fl, receiver, cls, node.args)
    if callee.name not in NOTHING_IN_OBJECT:
        raise fl.unsupported(f"super().{callee.name}", node)
    if node.args and callee.name == "__init_subclass__":
        _, keywords = lower_spread(fl, node)
        return fl.runtime("type.end_of_hooks", receiver, keywords)
    if node.args:
        return _call_packed(fl, node, callee, cls, receiver)
    return NONE_VALUE


def super_member(fl: FunctionLowering, node: n.Expression) -> Val:
    """super().name without a call: a property, a bound method, a class variable."""
    assert isinstance(node, n.SuperExpr)
    cls, receiver = owner_and_receiver(fl, node)
    for base in cls.mro[1:]:
        decl = fl.find_class(base)
        if decl is not None and node.name in decl.methods:
            return _method_value(fl, cls, decl.methods[node.name], node, receiver)
        if decl is not None and node.name in decl.variables:
            variable = fl.lowerer.tables.globals[decl.variables[node.name]]
            return fl.runtime("function.bind_if_function", fl.load_global(variable, node.name), receiver)
    raise fl.unsupported(f"super().{node.name}", node)


def _method_value(
    fl: FunctionLowering, cls: ClassDecl, method: FunctionDecl, node: n.SuperExpr, receiver: Val
) -> Val:
    if method.binding is Binding.GETTER:
        result = fl.builder.emit(
            "call_super",
            fl.word(receiver),
            result=method.result.repr,
            name=node.name,
            after=cls.name,
            decl=method,
        )
        return Val(result, method.result)
    function = Val(fl.builder.emit("function_word", name=method.name), WORD)
    if method.binding is Binding.STATIC:
        return function
    return fl.runtime("function.bind_method", function, receiver)
