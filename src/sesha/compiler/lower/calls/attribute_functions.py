"""Lower getattr, hasattr, setattr, delattr: by name where it is a literal, else among what it can be."""

from mypy import nodes as n

from sesha.compiler.ir.function import Operand, Value
from sesha.compiler.lower.calls.built_in import STR, Lowering, plain_arguments
from sesha.compiler.lower.classes.variables import delete_class_variable
from sesha.compiler.lower.expressions.attribute_names import possible_names
from sesha.compiler.lower.expressions.class_objects import class_of
from sesha.compiler.lower.expressions.names import MODULE_FACTS, module_fact, value_of
from sesha.compiler.lower.expressions.targets import class_named, module_of
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import BOOL, WORD

CLASS = "__class__"
"""What every value has."""


def getattr_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if len(node.args) not in (2, 3) or not plain_arguments(node, len(node.args)):
        return None
    default = node.args[2] if len(node.args) == 3 else None
    module = module_of(fl, node.args[0])
    if module is not None:
        return _of_module(fl, node, module, default)
    value = fl.operand(node.args[0])
    if isinstance(node.args[1], n.StrExpr):
        name, word = node.args[1].value, fl.word(value)
        if name == CLASS:
            return class_of(fl, value)
        if default is None:
            return Val(fl.builder.emit("get_dynamic", word, name=name), WORD)
        otherwise = fl.word(fl.expression(default))
        return Val(fl.builder.emit("get_dynamic_or", word, otherwise, name=name), WORD)
    if default is None:
        return Val(_computed(fl, "get_computed", node, value), WORD)
    return Val(_computed(fl, "get_computed_or", node, value, default), WORD)


def _of_module(fl: FunctionLowering, node: n.CallExpr, module: str, default: n.Expression | None) -> Val:
    """getattr(module, "name"): what the module has is known."""
    if not isinstance(node.args[1], n.StrExpr):
        raise fl.unsupported("getattr of a module with a computed name", node)
    name = node.args[1].value
    found = fl.lowerer.tables.resolve(f"{module}.{name}")
    if found is not None:
        return value_of(fl, found, name, node)
    fact = _fact(fl, module, name)
    if fact is not None:
        return fact
    if default is not None:
        return fl.expression(default)
    raise fl.unsupported(f"'{module}.{name}'", node)


def _fact(fl: FunctionLowering, module: str, name: str) -> Val | None:
    """What a module of the program says of itself under the name."""
    owner = fl.lowerer.modules.get(module)
    if owner is None or owner.guest or name not in MODULE_FACTS:
        return None
    return module_fact(fl, owner, name)


def hasattr_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 2):
        return None
    module = module_of(fl, node.args[0])
    if module is not None and isinstance(node.args[1], n.StrExpr):
        name = node.args[1].value
        declared = fl.lowerer.tables.resolve(f"{module}.{name}") is not None
        return constant(declared or _fact(fl, module, name) is not None)
    value = fl.operand(node.args[0])
    unset = UNSET_VALUE.operand
    if isinstance(node.args[1], n.StrExpr):
        if node.args[1].value == CLASS:
            return constant(True)
        found = fl.builder.emit("get_dynamic_or", fl.word(value), unset, name=node.args[1].value)
    else:
        found = _computed(fl, "get_computed_or", node, value, unset)
    return Val(fl.builder.emit("not", fl.builder.emit("same", found, unset)), BOOL)


def setattr_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 3):
        return None
    if class_named(fl, node.args[0]) is not None:
        return _set_on_class(fl, node)
    target = fl.operand(node.args[0])
    if isinstance(node.args[1], n.StrExpr):
        value = fl.word(fl.expression(node.args[2]))
        fl.builder.emit("set_dynamic", fl.word(target), value, name=node.args[1].value, open=True)
    else:
        _computed(fl, "set_computed", node, target, node.args[2])
    return NONE_VALUE


def _set_on_class(fl: FunctionLowering, node: n.CallExpr) -> Val:
    """setattr(C, "name", value): C.name = value."""
    if not isinstance(node.args[1], n.StrExpr):
        raise fl.unsupported("setattr of a class with a computed name", node)
    target = n.MemberExpr(node.args[0], node.args[1].value)
    target.line, target.column = node.line, node.column
    fl.statement(n.AssignmentStmt([target], node.args[2]))
    return NONE_VALUE


def delattr_call(fl: FunctionLowering, node: n.CallExpr) -> Val | None:
    if not plain_arguments(node, 2):
        return None
    cls = class_named(fl, node.args[0])
    if cls is not None:
        name = node.args[1]
        if not isinstance(name, n.StrExpr):
            raise fl.unsupported("delattr of a class with a computed name", node)
        delete_class_variable(fl, cls, name.value, node)
        return NONE_VALUE
    target = fl.operand(node.args[0])
    if isinstance(node.args[1], n.StrExpr):
        fl.builder.emit("delete_dynamic", fl.word(target), name=node.args[1].value)
    else:
        _computed(fl, "delete_computed", node, target)
    return NONE_VALUE


def _computed(
    fl: FunctionLowering,
    opcode: str,
    node: n.CallExpr,
    target: Val,
    last: n.Expression | Operand | None = None,
) -> Value:
    """One of the operations with a computed name; `last` is the default or the new value."""
    operands = [fl.word(target), fl.word(checked_name(fl, node.args[1]))]
    if last is not None:
        operands.append(fl.word(fl.expression(last)) if isinstance(last, n.Expression) else last)
    names = possible_names(fl, node.args[1])
    return fl.builder.emit(
        opcode, *operands, owner=owner_of(fl, target), known=names.known, prefix=names.prefix
    )


def checked_name(fl: FunctionLowering, node: n.Expression) -> Val:
    name = fl.expression(node)
    return name if name.cls == STR.cls else fl.runtime("functions_attributes.checked_name", name)


def owner_of(fl: FunctionLowering, target: Val) -> str:
    """The class whose instances the receiver is one of, if that is certain."""
    cls = fl.find_class(target.cls)
    return "" if cls is None or cls.native or cls.is_protocol else cls.name


SPECIAL: dict[str, Lowering] = {
    "builtins.getattr": getattr_call,
    "builtins.hasattr": hasattr_call,
    "builtins.setattr": setattr_call,
    "builtins.delattr": delattr_call,
}
