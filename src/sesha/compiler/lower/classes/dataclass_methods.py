"""Write the methods that @dataclass adds: __init__, __repr__, __eq__, the order, __hash__.

Declared with the class from mypy's metadata; each body is made on demand, as IR. A field's default
is kept in the variable `C.__init__.default.f`; a default factory in the class variable
`<factory>f`, and NotImplemented as an argument asks for it.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Const, Function
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.built_in import repr_of
from sesha.compiler.lower.calls.values import call_with
from sesha.compiler.lower.classes.dataclass_fields import (
    TUPLE,
    make_field_names,
    make_field_values,
    make_frozen_setattr,
    make_init_names,
    make_with_fields,
)
from sesha.compiler.lower.classes.unhashable import refuse_hash
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.declare.functions import decorator_name
from sesha.compiler.lower.declare.mypy_types import convert
from sesha.compiler.lower.expressions.attributes import read_attribute
from sesha.compiler.lower.expressions.displays import from_words, make_tuple
from sesha.compiler.lower.expressions.slots import slot_type
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.floats import settle_floats
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.types.classes import (
    BOOL,
    VOID,
    WORD,
    Binding,
    ClassDecl,
    DataclassDecl,
    FieldDecl,
    FunctionDecl,
    GlobalDecl,
    Parameter,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

FIELD = "dataclasses.field"
ORDER = {"__lt__": "lt", "__le__": "le", "__gt__": "gt", "__ge__": "ge"}
FACTORY = "<factory>"


def declare_dataclasses(lowerer: Lowerer, modules: list[Module]) -> None:
    """Find the dataclasses of the modules and declare what is to be added to each."""
    for module in modules:
        for name, node in module.class_nodes.items():
            if any(decorator_name(d) == "dataclasses.dataclass" for d in node.decorators):
                cls = module.decl.classes[name]
                cls.own_methods = frozenset(cls.methods)
                cls.dataclass = _describe(node, cls)
                _declare_methods(lowerer, cls)


def _describe(node: n.ClassDef, cls: ClassDecl) -> DataclassDecl:
    own = _own_fields(node)
    fields = []
    for attribute in node.info.metadata["dataclass"]["attributes"]:
        name = attribute["name"]
        owner = next((m for m in node.info.mro if name in m.names and _declares(m, name)), node.info)
        symbol = owner.names.get(name)
        kind = convert(symbol.node.type) if symbol and isinstance(symbol.node, n.Var) else WORD
        field = FieldDecl(name, kind, attribute["is_in_init"], attribute["kw_only"], owner=owner.fullname)
        field.init_var = attribute["is_init_var"]
        if attribute["has_default"]:
            field.default = "value"
        if owner is node.info or owner.fullname == cls.name:
            _refine(field, own.get(name))
        elif f"{FACTORY}{name}" in cls.variables or _inherited_factory(owner, name):
            field.default = "factory"
        fields.append(field)
    result = DataclassDecl(fields)
    for decorator in node.decorators:
        if isinstance(decorator, n.CallExpr):
            for key, value in zip(decorator.arg_names, decorator.args, strict=True):
                if key is not None and isinstance(value, n.NameExpr) and hasattr(result, key):
                    setattr(result, key, value.fullname == "builtins.True")
    return result


def _declares(info: n.TypeInfo, name: str) -> bool:
    node = info.names[name].node
    return isinstance(node, n.Var)


def _inherited_factory(owner: n.TypeInfo, name: str) -> bool:
    node = _own_fields(owner.defn).get(name)
    return node is not None and "default_factory" in node.arg_names


def _own_fields(node: n.ClassDef) -> dict[str, n.CallExpr]:
    """field(...) calls of the class body."""
    found = {}
    for statement in node.defs.body:
        if isinstance(statement, n.AssignmentStmt) and isinstance(statement.lvalues[0], n.NameExpr):
            value = statement.rvalue
            if (
                isinstance(value, n.CallExpr)
                and isinstance(value.callee, n.RefExpr)
                and value.callee.fullname == FIELD
            ):
                found[statement.lvalues[0].name] = value
    return found


def _refine(field: FieldDecl, call: n.CallExpr | None) -> None:
    if call is None:
        return
    for key, value in zip(call.arg_names, call.args, strict=True):
        known = isinstance(value, n.NameExpr) and value.fullname == "builtins.False"
        if key == "default_factory":
            field.default = "factory"
        elif key == "repr" and known:
            field.repr = False
        elif key == "compare" and known:
            field.compare = False


# --- declarations --------------------------------------------------------------------------------
def _declare_methods(lowerer: Lowerer, cls: ClassDecl) -> None:
    data = cls.dataclass
    assert data is not None
    this = Parameter("self", Type(Repr.WORD, cls.name))
    other = Parameter("other", WORD)
    if data.frozen:
        text = Type(Repr.WORD, "builtins.str")
        assignment = [this, Parameter("name", text), Parameter("value", WORD)]
        _add(lowerer, cls, "__setattr__", assignment, VOID, make_frozen_setattr)
    _add(lowerer, cls, "__field_values__", [this], TUPLE, make_field_values)
    _add(lowerer, cls, "__with_fields__", [this, Parameter("values", TUPLE)], WORD, make_with_fields)
    for name, make in (("__field_names__", make_field_names), ("__init_names__", make_init_names)):
        _add(lowerer, cls, name, [Parameter("cls", WORD)], TUPLE, make, Binding.CLASS)
    cls.match_args = [f.name for f in data.fields if f.init and not f.keyword_only]
    if data.init and "__init__" not in cls.methods:
        _add(lowerer, cls, "__init__", [this, *_init_parameters(data)], VOID, _make_init)
    if data.repr and "__repr__" not in cls.methods:
        _add(lowerer, cls, "__repr__", [this], Type(Repr.WORD, "builtins.str"), _make_repr)
    if data.eq and "__eq__" not in cls.methods:
        _add(lowerer, cls, "__eq__", [this, other], WORD, _make_eq)
    if data.order:
        for name in ORDER:
            _add(lowerer, cls, name, [this, other], WORD, _make_order(name))
    if ((data.eq and data.frozen) or data.unsafe_hash) and "__hash__" not in cls.methods:
        _add(lowerer, cls, "__hash__", [this], Type(Repr.WORD, "builtins.int"), _make_hash)
    elif data.eq and "__hash__" not in cls.methods:
        refuse_hash(lowerer, cls)


def _init_parameters(data: DataclassDecl) -> list[Parameter]:
    result = []
    for field in sorted((f for f in data.fields if f.init), key=lambda f: f.keyword_only):
        kind = ParameterKind.KEYWORD if field.keyword_only else ParameterKind.POSITIONAL
        parameter = Parameter(field.name, field.type, kind, bool(field.default))
        if field.default == "factory":
            parameter.type = WORD
            parameter.default_is_constant, parameter.constant = True, NotImplemented
        result.append(parameter)
    return result


Maker = Callable[[Suspension, ClassDecl, DataclassDecl], None]


def _add(
    lowerer: Lowerer,
    cls: ClassDecl,
    name: str,
    parameters: list[Parameter],
    result: Type,
    make: Maker,
    binding: Binding = Binding.INSTANCE,
) -> None:
    full = f"{cls.name}.{name}"
    decl = FunctionDecl(
        full, parameters, result, cls.module, cls.line, binding=binding, qualname=f"{cls.qualname}.{name}"
    )
    cls.methods[name] = decl
    lowerer.tables.functions[full] = decl
    settle_floats(lowerer, decl)

    def body(low: Lowerer) -> Function:
        fl = synthetic(low, full, [(p.name, p.type.repr) for p in decl.parameters], result)
        fl.function.decl = decl
        fl.guest_rules = False
        assert cls.dataclass is not None
        make(fl, cls, cls.dataclass)
        return fl.function

    lowerer.synthetic[full] = body


# --- what the class statement does -----------------------------------------------------------------
def store_field(fl: FunctionLowering, cls: ClassDecl, name: str, value: n.Expression) -> bool:
    """NAME: type = field(...): keep the default or the factory."""
    if (
        not isinstance(value, n.CallExpr)
        or not isinstance(value.callee, n.RefExpr)
        or value.callee.fullname != FIELD
    ):
        return False
    for key, argument in zip(value.arg_names, value.args, strict=True):
        if key == "default":
            fl.builder.emit("store_global", fl.word(fl.expression(argument)), name=cls.variables[name])
        elif key == "default_factory":
            variable = factory_variable(fl.lowerer, cls, name)
            fl.builder.emit("store_global", fl.word(fl.expression(argument)), name=variable)
    return True


def factory_variable(lowerer: Lowerer, cls: ClassDecl, name: str) -> str:
    full = f"{cls.name}.{FACTORY}{name}"
    lowerer.tables.globals.setdefault(full, GlobalDecl(full, WORD))
    return full


def store_defaults(fl: FunctionLowering, cls: ClassDecl) -> None:
    """After the class body: the defaults of __init__, inherited ones included."""
    assert cls.dataclass is not None
    for field in cls.dataclass.fields:
        variable = fl.lowerer.tables.find_variable(cls, field.name)
        if field.default != "value" or variable is None or not field.init:
            continue
        target = f"{cls.name}.__init__.default.{field.name}"
        fl.lowerer.tables.globals.setdefault(target, GlobalDecl(target, WORD))
        value = fl.builder.emit("load_global", result=Repr.WORD, name=variable)
        fl.builder.emit("store_global", value, name=target)


# --- bodies ----------------------------------------------------------------------------------------
def _self(fl: Suspension, cls: ClassDecl, name: str = "self") -> Val:
    return Val(fl.builder.get(name), Type(Repr.WORD, cls.name))


def _make_init(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    parameters = {p.name: p.type for p in fl.function.decl.parameters} if fl.function.decl else {}
    for field in data.fields:
        if field.init_var or not (field.init or field.default):
            continue
        value = _initial(fl, cls, field, parameters)
        found = fl.lowerer.tables.find_attribute(cls, field.name)
        if found is None or value is None:
            continue
        owner, attribute = found
        stored = slot_type(fl.lowerer, owner, attribute)
        operand = fl.coerce(value, stored, ("attribute", owner.name, field.name))
        fl.builder.emit("set_attribute", fl.builder.get("self"), operand, cls=owner.name, name=field.name)
    post = fl.lowerer.tables.find_method(cls, "__post_init__")
    if post is not None:
        extra = [Val(fl.builder.get(f.name), parameters[f.name]) for f in data.fields if f.init_var]
        operands = [fl.builder.get("self")]
        for value, parameter in zip(extra, post.parameters[1:], strict=True):
            operands.append(fl.coerce(value, parameter.type))  # type: ignore[arg-type]
        fl.builder.emit(
            "call_method", *operands, result=post.result.repr, name="__post_init__", cls=cls.name, decl=post
        )
    fl.return_value(NONE_VALUE)


def _initial(fl: Suspension, cls: ClassDecl, field: FieldDecl, parameters: dict[str, Type]) -> Val | None:
    """What __init__ stores in a field."""
    owner = fl.find_class(field.owner) or cls
    if not field.init:
        if field.default == "factory":
            return _from_factory(fl, owner, field)
        variable = fl.lowerer.tables.find_variable(cls, field.name)
        if variable is None:
            return None
        return Val(fl.builder.emit("load_global", result=Repr.WORD, name=variable), WORD)
    given = Val(fl.builder.get(field.name), parameters[field.name])
    if field.default != "factory":
        return given
    asked = fl.builder.emit("same", given.operand, Const(Repr.WORD, layout.NOT_IMPLEMENTED))
    return fl.choose(asked, lambda: _from_factory(fl, owner, field), lambda: given, WORD)


def _from_factory(fl: Suspension, owner: ClassDecl, field: FieldDecl) -> Val:
    variable = factory_variable(fl.lowerer, owner, field.name)
    factory = Val(fl.builder.emit("load_global", result=Repr.WORD, name=variable), WORD)
    return call_with(fl, factory, Arguments())


def _make_repr(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    name = fl.runtime("type.qualname_of", fl.runtime("type.class_of", _self(fl, cls)))
    pieces = [name, constant("(")]
    shown = [f for f in data.fields if f.repr and not f.init_var]
    for index, field in enumerate(shown):
        pieces.append(constant(f"{', ' if index else ''}{field.name}="))
        value = read_attribute(fl, _self(fl, cls), field.name)
        if value.cls is not None and fl.lowerer.overrides_native(value.cls, "__repr__"):
            value = Val(value.operand, WORD)
        pieces.append(repr_of(fl, value))
    pieces.append(constant(")"))
    fl.return_value(fl.runtime("str.join", constant(""), from_words(fl, "list", pieces)))


def _compared(fl: Suspension, cls: ClassDecl, data: DataclassDecl, name: str) -> Val:
    values = [
        read_attribute(fl, _self(fl, cls, name), f.name) for f in data.fields if f.compare and not f.init_var
    ]
    return make_tuple(fl, values)


def _same_class(fl: Suspension, cls: ClassDecl) -> None:
    """Return NotImplemented unless other is of the same class."""
    mine = fl.runtime("type.class_of", _self(fl, cls))
    theirs = fl.runtime("type.class_of", Val(fl.builder.get("other"), WORD))
    same, other = fl.builder.new_block("same"), fl.builder.new_block("other")
    fl.builder.branch(fl.builder.emit("same", fl.word(mine), fl.word(theirs)), same, other)
    fl.builder.place(other)
    fl.return_value(Val(Const(Repr.WORD, layout.NOT_IMPLEMENTED), WORD))
    fl.builder.place(same)


def _make_eq(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    _same_class(fl, cls)
    left, right = _compared(fl, cls, data, "self"), _compared(fl, cls, data, "other")
    fl.return_value(Val(fl.runtime("tuple.eq", left, right).operand, BOOL))


def _make_order(name: str) -> Maker:
    def make(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
        _same_class(fl, cls)
        left, right = _compared(fl, cls, data, "self"), _compared(fl, cls, data, "other")
        fl.return_value(Val(fl.runtime(f"tuple.{ORDER[name]}", left, right).operand, BOOL))

    return make


def _make_hash(fl: Suspension, cls: ClassDecl, data: DataclassDecl) -> None:
    fl.return_value(fl.runtime("tuple.__hash__", _compared(fl, cls, data, "self")))


__all__ = ["integer"]
