"""Write what NamedTuple classes and `namedtuple(...)` have: fields, defaults, copies, repr.

The methods are made on demand and call `guest/builtins/named_tuple.py` with the names of the fields.
"""

from sesha.compiler.ir.function import Function
from sesha.compiler.lower.classes.tuple_defaults import FIELD_DEFAULTS
from sesha.compiler.lower.declare.tuples import DEFAULT
from sesha.compiler.lower.expressions.displays import from_words
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer, Maker
from sesha.compiler.lower.value import Val, constant
from sesha.compiler.types.classes import (
    WORD,
    Binding,
    ClassDecl,
    FunctionDecl,
    GlobalDecl,
    Parameter,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr

FIELDS = "_fields"
RUNTIME = {
    "__repr__": "repr_named",
    "_asdict": "as_dict",
    "_replace": "replaced",
    "__replace__": "replaced",
    "_make": "made",
    "__getnewargs__": "plain",
}
"""Method -> the function of the runtime that does it."""
TEXT = Type(Repr.WORD, "builtins.str")
DICT = Type(Repr.WORD, "builtins.dict")
RESULTS = {"__repr__": TEXT, "_asdict": DICT, "__getnewargs__": Type(Repr.WORD, "builtins.tuple")}
KEYWORDS = Parameter("kwds", DICT, ParameterKind.VARKW)
PARAMETERS = {"_replace": [KEYWORDS], "__replace__": [KEYWORDS], "_make": [Parameter("iterable", WORD)]}


def declare_named_tuples(lowerer: Lowerer, classes: list[ClassDecl]) -> None:
    """Declare the methods and class variables that the classes with tuple fields have."""
    for cls in classes:
        if cls.tuple_fields is None:
            continue
        for name in RUNTIME:
            if name not in cls.methods:
                _declare_method(lowerer, cls, name)
        _declare_new(lowerer, cls, cls.tuple_fields)
        cls.match_args = cls.tuple_fields
        fields = tuple(cls.tuple_fields)
        for name in (FIELDS, "__match_args__"):
            _variable(lowerer, cls, name, GlobalDecl("", WORD, constant=fields, has_initial=True))
        _variable(lowerer, cls, FIELD_DEFAULTS, GlobalDecl("", DICT))


def _variable(lowerer: Lowerer, cls: ClassDecl, name: str, decl: GlobalDecl) -> None:
    decl.name = f"{cls.name}.{name}"
    cls.variables[name] = decl.name
    lowerer.tables.globals[decl.name] = decl


def _declare_method(lowerer: Lowerer, cls: ClassDecl, name: str) -> None:
    by_class = name == "_make"
    first = Parameter("cls", WORD) if by_class else Parameter("self", Type(Repr.WORD, cls.name))
    decl = FunctionDecl(
        f"{cls.name}.{name}",
        [first, *PARAMETERS.get(name, [])],
        RESULTS.get(name, WORD),
        cls.module,
        cls.line,
        binding=Binding.CLASS if by_class else Binding.INSTANCE,
        qualname=f"{cls.qualname}.{name}",
    )
    fields = None if name == "__getnewargs__" else tuple(cls.tuple_fields or ())
    cls.methods[name] = decl
    lowerer.tables.functions[decl.name] = decl
    lowerer.synthetic[decl.name] = _maker(decl, f"named_tuple.{RUNTIME[name]}", fields)


def _declare_new(lowerer: Lowerer, cls: ClassDecl, fields: list[str]) -> None:
    """`C.__new__`, by which subclasses are made: the fields as the items of a tuple of the class given."""
    name = f"{cls.name}.__new__"
    defaulted = {field for field in fields if f"{DEFAULT}{field}" in cls.variables}
    parameters = [Parameter(field, WORD, has_default=field in defaulted) for field in fields]
    decl = FunctionDecl(
        name,
        [Parameter("_cls", WORD), *parameters],
        WORD,
        cls.module,
        cls.line,
        binding=Binding.STATIC,
        qualname=f"{cls.qualname}.__new__",
        defaults_of=f"{cls.name}.<new>",
    )
    cls.methods["__new__"] = decl
    lowerer.tables.functions[name] = decl

    def make(lowerer: Lowerer) -> Function:
        fl = synthetic(lowerer, name, [(p.name, p.type.repr) for p in decl.parameters], WORD)
        fl.function.decl = decl
        owner, *items = [Val(fl.builder.get(p.name), p.type) for p in decl.parameters]
        fl.return_value(fl.runtime("tuple.__new__", owner, from_words(fl, "tuple", items)))
        return fl.function

    lowerer.synthetic[name] = make


def _maker(decl: FunctionDecl, runtime: str, fields: tuple[str, ...] | None) -> Maker:
    def make(lowerer: Lowerer) -> Function:
        fl = synthetic(lowerer, decl.name, [(p.name, p.type.repr) for p in decl.parameters], decl.result)
        fl.function.decl = decl
        values = [Val(fl.builder.get(p.name), p.type) for p in decl.parameters]
        if fields is not None:
            values.insert(1, constant(fields))
        fl.return_value(fl.runtime(runtime, *values))
        return fl.function

    return make
