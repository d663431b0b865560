"""Declare and write constructors: `C(...)` calls the synthetic function `C.<new>`."""

from collections.abc import Callable

from sesha.compiler.ir.builder import Builder, integer
from sesha.compiler.ir.function import Function, Operand
from sesha.compiler.lower.classes.abstract import abstract_names, declare_refusing_constructor
from sesha.compiler.lower.declare.natives import NATIVE
from sesha.compiler.lower.declare.tuples import DEFAULT
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.floats import NUMBER
from sesha.compiler.lower.tables import BUILTINS, PACKED_CALL
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import (
    UNCLAIMED,
    WORD,
    ClassDecl,
    FunctionDecl,
    GlobalDecl,
    Parameter,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

FILLED_BY_INIT: dict[str, tuple[str, tuple[Operand, ...]]] = {
    "builtins.list": ("list_storage.initialize", (integer(0),)),
    "builtins.dict": ("dict.clear", ()),
    "builtins.set": ("set.clear", ()),
}
"""Native classes that `__init__` fills -> what makes zeroed memory an empty one, before a subclass's
own `__init__` sees it."""

NEW_OF_CLASS = frozenset({"builtins.tuple", "builtins.frozenset", "builtins.str"})
"""Native classes whose `__new__` fills an instance of the class that it is given."""


def declare_constructors(lowerer: Lowerer, classes: list[ClassDecl]) -> None:
    """Declare `C.<new>` for every class that is made of slots, and for native ones with `__new__`."""
    for name in NATIVE.values():
        native = lowerer.tables.classes[name]
        if "__new__" in native.methods:
            _constructor_of_new(lowerer, native, native.methods["__new__"])
    for cls in classes:
        if cls.native or cls.is_typeddict:
            continue
        if cls.is_enum:
            if cls.members:
                declare_look_up(lowerer, cls)
            continue
        missing = abstract_names(lowerer.tables, cls)
        if missing:
            declare_refusing_constructor(lowerer, cls, missing)
            continue
        if cls.tuple_fields is not None:
            declare_tuple_constructor(lowerer, cls)
            continue
        init = lowerer.tables.find_method(cls, "__init__")
        new = lowerer.tables.find_method(cls, "__new__")
        if new is not None and not cls.name.startswith(BUILTINS):
            owner = lowerer.tables.find_class(new.name.rpartition(".")[0])
            if owner is not None and not owner.native and owner.name in cls.mro:
                _declare_by_new(lowerer, cls, new, init)
                continue
            if NEW_OF_CLASS.intersection(cls.mro):
                _declare_by_new(lowerer, cls, new, init)
            if not FILLED_BY_INIT.keys() & set(cls.mro):
                continue
        parameters = _copied(init.parameters[1:] if init else [])
        name = f"{cls.name}.<new>"
        decl = FunctionDecl(
            name,
            parameters,
            Type(Repr.WORD, cls.name),
            cls.module,
            cls.line,
            qualname=init.qualname if init else cls.qualname,
            defaults_of=init.name if init else None,
        )
        lowerer.tables.functions[name] = decl
        lowerer.synthetic[name] = _maker(cls, decl, init)
        for mine, theirs in zip(parameters, init.parameters[1:] if init else [], strict=True):
            if ("parameter", name, mine.name) in lowerer.impure or theirs.type.cls == NUMBER:
                mine.type = theirs.type = Type(Repr.WORD, NUMBER)


def _copied(parameters: list[Parameter]) -> list[Parameter]:
    return [
        Parameter(p.name, p.type, p.kind, p.has_default, p.constant, p.default_is_constant)
        for p in parameters
    ]


def _constructor_of_new(lowerer: Lowerer, cls: ClassDecl, new: FunctionDecl) -> None:
    """`C.<new>` of a class that has a `__new__` and no `__init__`: that, given the class."""
    parameters = _copied(new.parameters[1:])
    name = f"{cls.name}.<new>"
    qualname = cls.qualname if new.name.startswith(BUILTINS) else new.qualname
    decl = FunctionDecl(
        name,
        parameters,
        new.result,
        cls.module,
        cls.line,
        qualname=qualname,
        defaults_of=new.defaults_of or new.name,
    )
    lowerer.tables.functions[name] = decl

    def make(lowerer: Lowerer) -> Function:
        function = Function(
            name, [(p.name, p.type.repr) for p in parameters], new.result.repr, decl, inline=None
        )
        function.locals.update(function.parameters)
        builder = Builder(function)
        operands = [
            builder.emit("class_word", cls=cls.name, makes=True),
            *(builder.get(p.name) for p in parameters),
        ]
        builder.emit("return", builder.emit("call", *operands, result=new.result.repr, name=new.name))
        return function

    lowerer.synthetic[name] = make


def declare_look_up(lowerer: Lowerer, cls: ClassDecl) -> None:
    """`C.<new>` of an enumeration: the member that has the value."""
    name = f"{cls.name}.<new>"
    value = Parameter("value", WORD)
    qualname = f"{cls.qualname}.__new__"
    lowerer.tables.functions[name] = FunctionDecl(
        name, [value], Type(Repr.WORD, cls.name), cls.module, cls.line, qualname=qualname
    )

    def make(lowerer: Lowerer) -> Function:
        fl = synthetic(lowerer, name, [(value.name, Repr.WORD)], WORD)
        fl.function.decl = lowerer.tables.functions[name]
        owner = Val(fl.builder.emit("class_word", cls=cls.name), WORD)
        given = Val(fl.builder.get(value.name), WORD)
        fl.return_value(fl.runtime("/stdlib.enum.members.lookup_value", owner, given))
        return fl.function

    lowerer.synthetic[name] = make


def _declare_by_new(lowerer: Lowerer, cls: ClassDecl, new: FunctionDecl, init: FunctionDecl | None) -> None:
    """`C.<new>` of a class whose program defines `__new__`: what that gives is initialised if it is
    an instance of the class."""
    if init is None or init.name.startswith(BUILTINS):
        _constructor_of_new(lowerer, cls, new)
        lowerer.tables.functions[f"{cls.name}.<new>"].result = UNCLAIMED
        return
    name = f"{cls.name}.<new>"
    packs = lowerer.tables.functions[PACKED_CALL].parameters[1:]
    decl = FunctionDecl(name, packs, UNCLAIMED, cls.module, cls.line, qualname=cls.qualname)
    lowerer.tables.functions[name] = decl

    def make(lowerer: Lowerer) -> Function:
        fl = synthetic(lowerer, name, [(p.name, p.type.repr) for p in packs], WORD)
        fl.function.decl = decl
        positional, keywords = (Val(fl.builder.get(p.name), p.type) for p in packs)
        owner = fl.builder.emit("class_word", cls=cls.name, makes=True)
        function = Val(fl.builder.emit("function_word", name=new.name), WORD)
        bound = fl.runtime("function.bind_method", function, Val(owner, WORD))
        made = fl.runtime("call.call_spread", bound, positional, keywords)
        fresh, other = fl.builder.new_block("fresh"), fl.builder.new_block("other")
        fl.builder.branch(fl.builder.emit("is_instance", made.operand, cls=cls.name), fresh, other)
        fl.builder.place(fresh)
        initialise = fl.builder.emit("get_dynamic", made.operand, name="__init__")
        fl.runtime("call.call_spread", Val(initialise, WORD), positional, keywords)
        fl.return_value(made)
        fl.builder.place(other)
        fl.return_value(made)
        return fl.function

    lowerer.synthetic[name] = make


def _maker(cls: ClassDecl, decl: FunctionDecl, init: FunctionDecl | None) -> Callable[[Lowerer], Function]:
    def make(lowerer: Lowerer) -> Function:
        parameters = list(zip(decl.parameters, init.parameters[1:], strict=True)) if init else []
        for mine, theirs in parameters:
            mine.type = theirs.type
        function = Function(
            decl.name, [(p.name, p.type.repr) for p in decl.parameters], Repr.WORD, decl, inline=None
        )
        for name, representation in function.parameters:
            function.locals[name] = representation
        builder = Builder(function)
        instance = builder.emit("new_object", cls=cls.name)
        for native, empty in FILLED_BY_INIT.items():
            if native in cls.mro and init is not None and not init.name.startswith(BUILTINS):
                builder.emit("call", instance, *empty[1], result=Repr.VOID, name=f"{BUILTINS}.{empty[0]}")
        if init is not None:
            operands = [builder.get(name) for name, _ in function.parameters]
            builder.emit("call", instance, *operands, result=init.result.repr, name=init.name)
        builder.emit("return", instance)
        return function

    return make


def _begin(decl: FunctionDecl) -> tuple[Function, Builder]:
    function = Function(decl.name, [(p.name, p.type.repr) for p in decl.parameters], decl.result.repr, decl)
    for name, representation in function.parameters:
        function.locals[name] = representation
    return function, Builder(function)


def declare_tuple_constructor(lowerer: Lowerer, cls: ClassDecl) -> None:
    """A NamedTuple's constructor: its fields as the items of a tuple of the class."""
    name = f"{cls.name}.<new>"
    fields = cls.tuple_fields or []
    parameters = [Parameter(f, WORD) for f in fields]
    for parameter in parameters:
        default = f"{name}.default.{parameter.name}"
        if f"{DEFAULT}{parameter.name}" in cls.variables:
            parameter.has_default = True
            cls.variables[f"{DEFAULT}{parameter.name}"] = default
            lowerer.tables.globals[default] = GlobalDecl(default, WORD)
    qualname = f"{cls.qualname}.__new__"
    decl = FunctionDecl(name, parameters, Type(Repr.WORD, cls.name), cls.module, cls.line, qualname=qualname)
    lowerer.tables.functions[name] = decl
    lowerer.synthetic[name] = _tuple_maker(cls, decl)


def _tuple_maker(cls: ClassDecl, decl: FunctionDecl) -> Callable[[Lowerer], Function]:
    def make(lowerer: Lowerer) -> Function:
        function, builder = _begin(decl)
        count = len(function.parameters)
        size = layout.TUPLE_ITEMS + 8 * count
        header = builder.emit("class_id", cls=cls.name)
        place = builder.emit(
            "call",
            integer((size + 15) & -16),
            header,
            result=Repr.I64,
            name="sesha.guest.memory.allocate.allocate",
        )
        builder.emit(
            "store", builder.emit("add", place, integer(layout.TUPLE_LENGTH)), integer(count), width="i64"
        )
        for index, (name, _) in enumerate(function.parameters):
            target = builder.emit("add", place, integer(layout.TUPLE_ITEMS + 8 * index))
            builder.emit("store", target, builder.get(name), width="word")
        builder.emit("return", builder.emit("word", builder.emit("add", place, integer(layout.TAG_POINTER))))
        return function

    return make
