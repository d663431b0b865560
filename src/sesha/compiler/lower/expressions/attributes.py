"""Lower attribute access and subscripts: reading, writing, deleting."""

from mypy import nodes as n, types as t

from sesha.compiler.ir.function import Const
from sesha.compiler.lower.alternatives import instead_of
from sesha.compiler.lower.calls.call import boxed_class, class_word, invoke
from sesha.compiler.lower.classes.annotations import annotations_of
from sesha.compiler.lower.classes.open_attributes import FUNCTION, open_class
from sesha.compiler.lower.classes.variables import (
    delete_class_variable,
    load_class_variable,
    overridden_variable,
    read_class_variable,
)
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.expressions.class_objects import class_of
from sesha.compiler.lower.expressions.displays import make_tuple
from sesha.compiler.lower.expressions.generic_aliases import generic_alias, typing_union
from sesha.compiler.lower.expressions.names import MODULE_FACTS, module_fact, value_of
from sesha.compiler.lower.expressions.slots import slot_type, store_slot
from sesha.compiler.lower.expressions.targets import class_named, module_of, static_target
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.functions.defaults import defaults_of
from sesha.compiler.lower.functions.docstrings import class_docstring
from sesha.compiler.lower.tables import stands_for_none
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import (
    INT,
    WORD,
    Attribute,
    Binding,
    ClassDecl,
    FunctionDecl,
    GlobalDecl,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.compiler.types.shown_names import shown_module
from sesha.guest.abi import layout


def member_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.MemberExpr)
    owner = module_of(fl, node.expr)
    if owner is not None:
        return read_module_attribute(fl, owner, node)
    cls = class_named(fl, node.expr)
    if cls is not None:
        return read_class_attribute(fl, cls, node)
    if node.name in ("__defaults__", "__kwdefaults__"):
        function = static_target(fl, node.expr)
        if isinstance(function, FunctionDecl) and not function.nested and not function.decorated:
            return defaults_of(fl, function, node.name)
    return read_attribute(fl, fl.operand(node.expr), node.name)


def read_module_attribute(fl: FunctionLowering, owner: str, node: n.MemberExpr) -> Val:
    found = fl.lowerer.tables.resolve(f"{owner}.{node.name}")
    module = fl.lowerer.modules.get(owner)
    if found is None and module is not None and not module.guest:
        return _of_program_module(fl, module, node.name)
    if found is None:
        name = f"{owner}.{node.name}"
        raise fl.unsupported(f"{name!r}", node, instead_of(name))
    if isinstance(found, GlobalDecl) and not found.is_constant:
        return fl.load_global(found, node.name, shown_module(owner))
    return value_of(fl, found, node.name, node)


def _of_program_module(fl: FunctionLowering, module: Module, name: str) -> Val:
    """What every module has, else the AttributeError of a name that it has not."""
    found = module_fact(fl, module, name) if name in MODULE_FACTS else None
    if found is not None:
        return found
    fl.runtime("operators_errors.absent_from_module", constant(module.decl.name), constant(name))
    return NONE_VALUE


def read_class_attribute(fl: FunctionLowering, cls: ClassDecl, node: n.MemberExpr) -> Val:
    tables = fl.lowerer.tables
    name = node.name
    if name == "__name__":
        return constant(cls.qualname.rpartition(".")[2])
    if name == "__qualname__":
        return constant(cls.qualname)
    if name == "__module__":
        return constant(cls.shown_module())
    if name == "__doc__":
        return constant(class_docstring(fl.lowerer, cls))
    if name == "__annotations__" and not cls.in_library():
        return annotations_of(fl, cls, node)
    if name == "__bases__":
        names = cls.bases or ["builtins.object"]
        bases = [found for base in names if (found := tables.find_class(base)) is not None]
        return make_tuple(fl, [class_word(fl, base) for base in bases])
    if name == "__members__" and cls.is_enum:
        word = Val(fl.builder.emit("class_word", cls=cls.name), WORD)
        return fl.runtime("/stdlib.enum.members.names_of", word)
    nested = tables.classes.get(f"{cls.name}.{name}")
    if nested is not None:
        return value_of(fl, nested, name, node)
    if tables.find_variable(cls, name) is not None:
        return read_class_variable(fl, cls, name)
    method = tables.find_method(cls, name)
    if method is not None:
        return method_of_class(fl, cls, method)
    owner = Val(fl.builder.emit("class_word", cls=cls.name), WORD)
    return Val(fl.builder.emit("get_dynamic", owner.operand, name=name), WORD)


def method_of_class(fl: FunctionLowering, cls: ClassDecl, method: FunctionDecl) -> Val:
    """`C.method`: the function, a class method with its class."""
    if stands_for_none(method):
        return NONE_VALUE
    function = Val(fl.builder.emit("function_word", name=method.name), WORD)
    if method.binding is not Binding.CLASS:
        return function
    return fl.runtime("function.bind_method", function, class_word(fl, cls))


def read_attribute(fl: FunctionLowering, value: Val, name: str) -> Val:
    cls = fl.find_class(boxed_class(value))
    if cls is None or cls.is_protocol:
        return _dynamic(fl, value, name)
    found = fl.lowerer.tables.find_attribute(cls, name)
    method = fl.lowerer.tables.find_method(cls, name)
    if method is not None and method.binding is Binding.GETTER:
        if "cached" in method.markers:
            return _dynamic(fl, value, name)
        return invoke(fl, value, cls, method, name, [])
    if cls.tuple_fields is not None and name in cls.tuple_fields:
        index = constant(cls.tuple_fields.index(name))
        return fl.runtime(
            "tuple.getitem", Val(value.operand, Type(Repr.WORD, "builtins.tuple")), Val(fl.word(index), INT)
        )
    if found is None and method is not None and not cls.native:
        return Val(fl.builder.emit("get_dynamic", fl.word(value), name=name, cls=cls.name), WORD)
    if found is None or cls.native:
        return _dynamic(fl, value, name)
    owner, attribute = found
    return read_slot(fl, value, owner, attribute, cls)


def _dynamic(fl: FunctionLowering, value: Val, name: str) -> Val:
    if name == "__class__":
        return class_of(fl, value)
    if name == "__dict__" and value.cls in (None, FUNCTION) and not fl.guest:
        open_class(fl.lowerer, fl.lowerer.tables.classes[FUNCTION])
    return Val(fl.builder.emit("get_dynamic", fl.word(value), name=name), WORD)


def read_slot(
    fl: FunctionLowering,
    value: Val,
    owner: ClassDecl,
    attribute: Attribute,
    cls: ClassDecl,
    exact: bool = False,
) -> Val:
    """The attribute of an instance of `cls` (or, unless `exact`, of a subclass)."""
    stored = slot_type(fl.lowerer, owner, attribute)
    result = fl.builder.emit(
        "get_attribute", fl.word(value), result=stored.repr, cls=owner.name, name=attribute.name
    )
    if stored.repr is not Repr.WORD or attribute.always:
        return Val(result, stored)
    variable = fl.lowerer.tables.find_variable(cls, attribute.name)
    test = fl.builder.emit("same", result, Const(Repr.WORD, layout.UNSET))
    test = fl.builder.emit("unlikely", test)
    if not exact and overridden_variable(fl, cls, attribute.name):
        return fl.choose(test, lambda: _dynamic(fl, value, attribute.name), lambda: Val(result, WORD), WORD)
    if variable is not None:
        return fl.choose(
            test, lambda: load_class_variable(fl, cls, attribute.name), lambda: Val(result, WORD), WORD
        )
    builder = fl.builder
    missing, present = builder.new_block("unset"), builder.new_block("set")
    builder.branch(test, missing, present)
    builder.place(missing)
    fl.runtime("operators.unset_attribute", value, constant(attribute.name))
    builder.emit("unreachable")
    builder.place(present)
    return Val(result, stored)


def write_attribute(
    fl: FunctionLowering, target: Val, name: str, value: Val, node: n.Expression | None = None
) -> None:
    """`target.name = value`; `node` is the target's expression."""
    cls = fl.find_class(boxed_class(target))
    if cls is not None and cls.name == FUNCTION and not fl.guest:
        open_class(fl.lowerer, cls)
        fl.runtime("function_state.set_attribute", target, constant(name), value)
        return
    if (
        cls is not None
        and not cls.is_protocol
        and not cls.native
        and fl.lowerer.tables.find_method(cls, "__setattr__") is None
    ):
        setter = fl.lowerer.tables.find_method(cls, name, setter=True)
        if setter is not None:
            _call_setter(fl, target, cls, setter, name, value)
            return
        if store_slot(fl, target, cls, name, value):
            return
        if fl.lowerer.tables.find_method(cls, name) is not None and not fl.guest:
            _refuse_method(fl, cls, name, node)
    open_ = not fl.guest and node is not None and (cls is not None or takes_anything(fl, node))
    fl.builder.emit("set_dynamic", fl.word(target), fl.word(value), name=name, open=open_)


def _refuse_method(fl: FunctionLowering, cls: ClassDecl, name: str, node: n.Expression | None) -> None:
    """Calls of methods are direct: an instance cannot have its own."""
    method = fl.lowerer.tables.find_method(cls, name)
    if method is not None and method.binding is not Binding.GETTER:
        raise fl.unsupported(f"giving an instance its own {name!r} in place of the class's method", node)


def takes_anything(fl: FunctionLowering, node: n.Expression) -> bool:
    """Whether nothing is said of the value's class: it is not known, or something to call."""
    found = t.get_proper_type(fl.mypy_type(node))
    if isinstance(found, t.Instance):
        return fl.lowerer.tables.find_class(found.type.fullname) is None  # what `wraps` answers, to typeshed
    return found is None or isinstance(found, (t.AnyType, t.FunctionLike))


def _call_setter(
    fl: FunctionLowering, target: Val, cls: ClassDecl, setter: FunctionDecl, name: str, value: Val
) -> None:
    operand = fl.coerce(
        value, setter.parameters[1].type, ("parameter", setter.name, setter.parameters[1].name)
    )
    fl.builder.emit(
        "call_method",
        fl.word(target),
        operand,
        result=setter.result.repr,
        name=name,
        cls=cls.name,
        decl=setter,
        setter=True,
    )


REDIRECTED = {
    "sesha.guest.stdlib.sys.stdout": "print.redirect",
    "sesha.guest.stdlib.sys.stdin": "input.redirect",
}
"""Variables that the runtime's own functions go by -> what tells it that one was set."""


def assign_member(fl: FunctionLowering, node: n.MemberExpr, value: Val) -> None:
    owner = module_of(fl, node.expr)
    if owner is not None:
        found = fl.lowerer.tables.resolve(f"{owner}.{node.name}")
        if not isinstance(found, GlobalDecl) or found.is_constant:
            raise fl.unsupported(f"assigning to '{owner}.{node.name}'", node)
        operand = fl.coerce(value, found.type, ("global", found.name))
        fl.builder.emit("store_global", operand, name=found.name)
        if found.name in REDIRECTED:
            fl.runtime(REDIRECTED[found.name], value)
        return
    cls = class_named(fl, node.expr)
    if cls is not None:
        if node.name in cls.members:
            fl.runtime("/stdlib.enum.members.refuse_reassignment", constant(node.name))
            return
        variable = fl.lowerer.tables.find_variable(cls, node.name)
        if variable is not None and node.name not in cls.variables:
            raise fl.unsupported(f"giving a subclass its own {node.name!r} after its definition", node)
        if variable is None:
            raise fl.unsupported(f"adding {node.name!r} to a class after its definition", node)
        fl.builder.emit("store_global", fl.word(value), name=variable)
        return
    write_attribute(fl, fl.operand(node.expr), node.name, value, node.expr)


def delete_member(fl: FunctionLowering, node: n.MemberExpr) -> None:
    cls = class_named(fl, node.expr)
    if cls is not None:
        delete_class_variable(fl, cls, node.name, node)
        return
    fl.builder.emit("delete_dynamic", fl.word(fl.operand(node.expr)), name=node.name)


# --- subscripts ----------------------------------------------------------------------------------
def index_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.IndexExpr)
    joined = typing_union(fl, node)
    if joined is not None:
        return joined
    cls = class_named(fl, node.base)
    if cls is not None:
        if cls.is_enum:
            word = Val(fl.builder.emit("class_word", cls=cls.name), WORD)
            return fl.runtime("/stdlib.enum.members.lookup_name", word, fl.expression(node.index))
        return class_word(fl, cls) if fl.guest else generic_alias(fl, node, cls)
    if node.analyzed is not None:
        raise fl.unsupported("this type as a value", node)
    container = fl.operand(node.base)
    if isinstance(node.index, n.SliceExpr):
        return read_slice(fl, container, node.index)
    return read_item(fl, container, fl.operand(node.index))


def read_item(fl: FunctionLowering, container: Val, index: Val) -> Val:
    if index.is_python_int or index.repr is Repr.I64:
        raw = fl.typed_form(container.cls, "getitem_i64")
        if raw is not None and index.repr is Repr.I64:
            return fl.call_decl(raw, [container, index])
    decl = fl.typed_form(container.cls, "getitem")
    if decl is not None and fits(fl, index, decl.parameters[1].type):
        return fl.call_decl(decl, [container, index])
    cls = fl.find_class(container.cls)
    if cls is not None and not cls.native and not cls.is_protocol:
        method = fl.lowerer.tables.find_method(cls, "__getitem__")
        if method is not None and method.binding is Binding.INSTANCE and len(method.parameters) == 2:
            return invoke(fl, container, cls, method, "__getitem__", [index])
    return fl.runtime("operators.getitem", container, index)


def fits(fl: FunctionLowering, value: Val, wanted: Type) -> bool:
    if wanted == WORD:
        return True
    if wanted == INT:
        return value.is_python_int or value.repr is Repr.I64
    return value.cls is not None and fl.is_subclass(value.cls, wanted.cls or "?")


def slice_parts(fl: FunctionLowering, node: n.SliceExpr) -> list[Val]:
    return [
        NONE_VALUE if part is None else fl.operand(part)
        for part in (node.begin_index, node.end_index, node.stride)
    ]


def read_slice(fl: FunctionLowering, container: Val, node: n.SliceExpr) -> Val:
    parts = slice_parts(fl, node)
    decl = fl.typed_form(container.cls, "getslice")
    if decl is not None:
        return fl.call_decl(decl, [container, *parts])
    return fl.runtime("operators.getslice", container, *parts)


def write_item(fl: FunctionLowering, container: Val, index: Val, value: Val) -> None:
    for name in ("setitem_i64",) if index.repr is Repr.I64 else ():
        raw = fl.typed_form(container.cls, name)
        if raw is not None:
            fl.call_decl(raw, [container, index, value])
            return
    decl = fl.typed_form(container.cls, "setitem")
    if (
        decl is not None
        and fits(fl, index, decl.parameters[1].type)
        and fits(fl, value, decl.parameters[2].type)
    ):
        fl.call_decl(decl, [container, index, value])
        return
    cls = fl.find_class(container.cls)
    if cls is not None and not cls.native and not cls.is_protocol:
        method = fl.lowerer.tables.find_method(cls, "__setitem__")
        if method is not None and method.binding is Binding.INSTANCE and len(method.parameters) == 3:
            invoke(fl, container, cls, method, "__setitem__", [index, value])
            return
    fl.runtime("operators.setitem", container, index, value)


def assign_item(fl: FunctionLowering, node: n.IndexExpr, value: Val) -> None:
    container = fl.operand(node.base)
    if isinstance(node.index, n.SliceExpr):
        parts = slice_parts(fl, node.index)
        decl = fl.typed_form(container.cls, "setslice")
        if decl is not None:
            fl.call_decl(decl, [container, *parts, value])
        else:
            fl.runtime("operators.setslice", container, *parts, value)
        return
    write_item(fl, container, fl.operand(node.index), value)


def delete_item(fl: FunctionLowering, node: n.IndexExpr) -> None:
    container = fl.operand(node.base)
    if isinstance(node.index, n.SliceExpr):
        parts = slice_parts(fl, node.index)
        decl = fl.typed_form(container.cls, "delslice")
        if decl is not None:
            fl.call_decl(decl, [container, *parts])
        else:
            fl.runtime("operators.delslice", container, *parts)
        return
    index = fl.operand(node.index)
    decl = fl.typed_form(container.cls, "delitem")
    if decl is not None and fits(fl, index, decl.parameters[1].type):
        fl.call_decl(decl, [container, index])
    else:
        fl.runtime("operators.delitem", container, index)
