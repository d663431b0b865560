"""Make generic entries: one calling convention for callers that do not know the callee.

`<entry>f` takes (function word, address of words, count, names of keyword arguments) and calls `f`;
`<construct>C` does the same for a class. The slow path, `builtins/call.py: bind`, matches keywords
and defaults.
"""

from sesha.compiler.ir.builder import integer, static
from sesha.compiler.ir.function import Function, Operand
from sesha.compiler.lower.calls.arguments import default_global
from sesha.compiler.lower.calls.call import own_exception_init, raise_ready
from sesha.compiler.lower.calls.wrong_arguments import name_in_c
from sesha.compiler.lower.expressions.displays import from_words
from sesha.compiler.lower.functions.closures import signature_record
from sesha.compiler.lower.functions.suspension import Suspension
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import (
    I64,
    WORD,
    ClassDecl,
    FunctionDecl,
    Parameter,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr

ENTRY = "<entry>"
CONSTRUCT = "<construct>"
ABI = [("function", Repr.WORD), ("arguments", Repr.I64), ("count", Repr.I64), ("names", Repr.WORD)]


def make_generic(lowerer: Lowerer, name: str) -> Function | None:
    """The generic entry of that name: a function's or a class's."""
    if name.startswith(ENTRY):
        return make_entry(lowerer, lowerer.tables.functions[name.removeprefix(ENTRY)])
    if name.startswith(CONSTRUCT):
        return make_construct(lowerer, name.removeprefix(CONSTRUCT))
    return None


def make_entry(lowerer: Lowerer, decl: FunctionDecl) -> Function:
    """The generic entry of a function."""
    fl = synthetic(lowerer, ENTRY + decl.name, ABI, WORD)
    function = Val(fl.builder.get("function"), WORD)
    visible = decl.parameters[1:] if decl.nested else decl.parameters
    base = _bound_words(fl, decl, visible, function)
    values = [] if not decl.nested else [Val(function.operand, Type(Repr.WORD, "function"))]
    for index, _parameter in enumerate(visible):
        place = fl.builder.emit("add", base, integer(8 * index)) if index else base
        loaded = fl.builder.emit("load", place, result=Repr.WORD, width="word")
        values.append(Val(loaded, WORD))
    fl.return_value(fl.call_decl(decl, values))
    return fl.function


def _bound_words(fl: Suspension, decl: FunctionDecl, visible: list[Parameter], function: Val) -> Operand:
    """Address of one word for each parameter, in order."""
    builder = fl.builder
    count, names = builder.get("count"), builder.get("names")
    plain = all(p.kind in (ParameterKind.POSITIONAL, ParameterKind.POSITIONAL_ONLY) for p in visible)
    words = builder.local("words", Repr.I64)
    builder.set(words, builder.get("arguments"))
    if not visible and plain:
        ready, slow = builder.new_block("ready"), builder.new_block("bind")
        builder.branch(builder.emit("eq", count, integer(0)), ready, slow)
        builder.place(slow)
        _bind(fl, decl, visible, function, integer(0))
        builder.jump(ready)
        builder.place(ready)
        return builder.get(words)
    out = builder.emit("stack_words", count=len(visible))
    ready, slow = builder.new_block("ready"), builder.new_block("bind")
    if plain:
        fits = builder.emit("eq", count, integer(len(visible)))
        bare = builder.emit("same", names, NONE_VALUE.operand)
        builder.branch(builder.emit("likely", builder.emit("band", fits, bare)), ready, slow)
        builder.place(slow)
    _bind(fl, decl, visible, function, out)
    builder.set(words, out)
    builder.jump(ready)
    builder.place(ready)
    return builder.get(words)


def _bind(fl: Suspension, decl: FunctionDecl, visible: list[Parameter], function: Val, out: Operand) -> None:
    fl.runtime(
        "call.bind" if name_in_c(decl) is None else "call.bind_builtin",
        Val(static(signature_record(decl)), Type(Repr.WORD, "builtins.tuple")),
        _defaults(fl, decl, visible, function),
        Val(fl.builder.get("arguments"), I64),
        Val(fl.builder.get("count"), I64),
        Val(fl.builder.get("names"), WORD),
        Val(out, I64),
    )


def _defaults(fl: Suspension, decl: FunctionDecl, visible: list[Parameter], function: Val) -> Val:
    """A tuple of default values, UNSET where there is none; or None."""
    if not any(p.has_default for p in visible):
        return NONE_VALUE
    if decl.nested:
        loaded = fl.builder.emit(
            "get_attribute", function.operand, result=Repr.WORD, cls="function", name="defaults"
        )
        return Val(loaded, WORD)
    values = []
    for parameter in visible:
        if parameter.kind in (ParameterKind.VARARGS, ParameterKind.VARKW):
            continue
        if not parameter.has_default:
            values.append(UNSET_VALUE)
        elif parameter.default_is_constant:
            values.append(constant(parameter.constant))
        else:
            name = default_global(decl, parameter)
            values.append(Val(fl.builder.emit("load_global", result=Repr.WORD, name=name), WORD))
    return from_words(fl, "tuple", values)


def make_construct(lowerer: Lowerer, cls: str) -> Function | None:
    """The generic entry that makes an instance of a class."""
    constructor = lowerer.tables.functions.get(f"{cls}.<new>")
    if constructor is None:
        return None
    decl = lowerer.tables.classes[cls]
    init = own_exception_init(lowerer.tables, decl)
    if init is not None:
        return _construct_exception(lowerer, decl, constructor, init)
    entry = make_entry(lowerer, constructor)
    entry.name = CONSTRUCT + cls
    return entry


def _construct_exception(
    lowerer: Lowerer, cls: ClassDecl, constructor: FunctionDecl, init: FunctionDecl
) -> Function:
    """As `make_entry`, with the positional arguments kept in `args`."""
    fl = synthetic(lowerer, CONSTRUCT + cls.name, ABI, WORD)
    builder = fl.builder
    given = (builder.get("arguments"), builder.get("count"), builder.get("names"))
    args = fl.runtime("call.positional_tuple", Val(given[0], I64), Val(given[1], I64), Val(given[2], WORD))
    base = _bound_words(fl, constructor, constructor.parameters, Val(builder.get("function"), WORD))
    values = []
    for index, parameter in enumerate(constructor.parameters):
        place = builder.emit("add", base, integer(8 * index)) if index else base
        values.append(
            fl.narrow(Val(builder.emit("load", place, result=Repr.WORD, width="word"), WORD), parameter.type)
        )
    fl.return_value(raise_ready(fl, cls, init, args, values))
    return fl.function
