"""Lower functions inside functions: def, lambda, generator expressions.

An inner function is an object with an entry, its defaults and the cells that it closes over; its
IR function takes that object as a hidden first parameter and finds its cells there.
"""

from mypy import nodes as n

from sesha.compiler.frontend.bindings import binds_once
from sesha.compiler.ir.builder import static
from sesha.compiler.ir.function import Const, Operand
from sesha.compiler.lower.calls.wrong_arguments import name_in_c
from sesha.compiler.lower.declare.bodies import Body
from sesha.compiler.lower.declare.functions import declare_function
from sesha.compiler.lower.expressions.displays import from_words
from sesha.compiler.lower.expressions.names import assign_name
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.functions import single_dispatch
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import (
    WORD,
    Flavour,
    FunctionDecl,
    Parameter,
    ParameterKind,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

FUNCTION = Type(Repr.WORD, "function")
ITERABLE = ".0"


def function_definition(fl: FunctionLowering, node: n.Statement) -> None:
    """A `def` inside a function (or a duplicate one in a module)."""
    if isinstance(node, n.OverloadedFuncDef):
        implementation = node.impl or node.items[-1]
        function_definition(fl, implementation)
        return
    decorators = node.original_decorators if isinstance(node, n.Decorator) else []
    function = node.func if isinstance(node, n.Decorator) else node
    assert isinstance(function, n.FuncDef)
    value = make_function(fl, function, function.name, decorators)
    for decorator in reversed([d for d in decorators if not _transparent(d)]):
        value = call_decorator(fl, decorator, value, function)
    assign_name(fl, function.name, value)


def _transparent(node: n.Expression) -> bool:
    return isinstance(node, n.RefExpr) and node.fullname in (
        "typing.no_type_check",
        "typing.final",
        "typing.override",
    )


def call_decorator(
    fl: FunctionLowering, decorator: n.Expression, value: Val, function: n.FuncDef | None = None
) -> Val:
    """decorator(value), directly where the decorator is known."""
    if function is not None and single_dispatch.registers(fl, decorator):
        return single_dispatch.register(fl, decorator, function, value)
    holder = fl.builder.temporary(Repr.WORD, "decorated")
    fl.builder.set(holder, fl.word(value))
    fl.variables[f"<{holder}>"] = Variable(holder, value.type if value.repr is Repr.WORD else WORD)
    argument = n.NameExpr(f"<{holder}>")
    call = n.CallExpr(decorator, [argument], [n.ARG_POS], [None])
    call.line, call.column, argument.line = decorator.line, decorator.column, decorator.line
    return fl.expression(call)


def make_function(
    fl: FunctionLowering,
    node: n.FuncDef | n.LambdaExpr,
    name: str,
    decorators: list[n.Expression],
) -> Val:
    """The function object of an inner function."""
    decl = declare_nested(fl, node, name, decorators)
    return function_object(fl, decl, node)


def declare_nested(
    fl: FunctionLowering, node: n.FuncDef | n.LambdaExpr, name: str, decorators: list[n.Expression]
) -> FunctionDecl:
    fl.lowerer.counter += 1
    full = f"{fl.function.name}.<locals>.{name}:{node.line}:{fl.lowerer.counter}"
    qualname = f"{fl.qualname}.<locals>.{name}" if fl.qualname else name
    decl = declare_function(node, full, fl.module.decl.name, qualname, None, [])
    decl.nested = True
    decl.parameters.insert(0, Parameter("<function>", FUNCTION, ParameterKind.POSITIONAL_ONLY))
    scope = fl.module.scopes[node]
    fl.lowerer.tables.functions[full] = decl
    fl.lowerer.bodies[full] = Body(node, scope, fl.module, fl.class_name, decl, fl)
    if not decorators and binds_once(fl.body.node, name):
        fl.nested_decls[name] = decl
    return decl


def function_object(fl: FunctionLowering, decl: FunctionDecl, node: n.FuncDef | n.LambdaExpr) -> Val:
    builder = fl.builder
    function = builder.emit("new_object", cls="function")

    def store(slot: str, value: Operand) -> None:
        builder.emit("set_attribute", function, value, cls="function", name=slot)

    store("entry", builder.emit("entry_address", name=decl.name))
    store("notes", builder.emit("function_notes", name=decl.name))
    store("name", static(decl.qualname))
    store("defaults", _defaults(fl, decl, node))
    free = sorted(fl.module.scopes[node].free)
    if free:
        cells = [Val(cell_of(fl, name, node), WORD) for name in free]
        store("cells", from_words(fl, "tuple", cells).operand)
    else:
        store("cells", NONE_VALUE.operand)
    return Val(function, FUNCTION)


def signature_record(decl: FunctionDecl) -> tuple[object, ...]:
    """The static record that builtins/call.py binds arguments by; the hidden parameter left out."""
    visible = [p for p in decl.parameters if not (decl.nested and p.name == "<function>")]
    in_c = name_in_c(decl)
    named = [p for p in visible if p.kind not in (ParameterKind.VARARGS, ParameterKind.VARKW)]
    count = {kind: sum(p.kind is kind for p in visible) for kind in ParameterKind}
    written = decl.qualname.endswith((".__init__", ".__new__"))
    makes = in_c is None and decl.name.endswith(".<new>")
    receiver = makes and written if in_c is None else "." in in_c
    bare = makes and not written and not decl.name.startswith(("builtins.", BUILTINS))
    return (
        in_c or decl.qualname,
        tuple(p.name for p in named),
        count[ParameterKind.POSITIONAL_ONLY] + (count[ParameterKind.POSITIONAL] if in_c else 0),
        count[ParameterKind.POSITIONAL_ONLY] + count[ParameterKind.POSITIONAL],
        count[ParameterKind.KEYWORD],
        bool(count[ParameterKind.VARARGS]),
        count[ParameterKind.VARKW] + 2 * receiver + 4 * bare,
    )


def cell_of(fl: FunctionLowering, name: str, node: n.Node) -> Operand:
    variable = fl.variables.get(name)
    if variable is None or not variable.cell:
        raise fl.unsupported(f"capturing {name!r} here", node)
    return fl.builder.get(variable.local)


def _defaults(fl: FunctionLowering, decl: FunctionDecl, node: n.FuncDef | n.LambdaExpr) -> Operand:
    if not any(p.has_default for p in decl.parameters):
        return NONE_VALUE.operand
    values = []
    for argument in node.arguments:
        if argument.kind in (n.ARG_STAR, n.ARG_STAR2):
            continue
        values.append(
            fl.expression(argument.initializer) if argument.initializer is not None else UNSET_VALUE
        )
    return from_words(fl, "tuple", values).operand


def lambda_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.LambdaExpr)
    return make_function(fl, node, "<lambda>", [])


def generator_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    """(f(x) for x in xs): a generator function of the first iterable, called at once."""
    assert isinstance(node, n.GeneratorExpr)
    fl.lowerer.counter += 1
    full = f"{fl.function.name}.<locals>.<genexpr>:{node.line}:{fl.lowerer.counter}"
    is_async = any(node.is_async)
    flavour = Flavour.ASYNC_GENERATOR if is_async else Flavour.GENERATOR
    decl = FunctionDecl(
        full,
        [Parameter("<function>", FUNCTION), Parameter(ITERABLE, WORD)],
        WORD,
        fl.module.decl.name,
        node.line,
        flavour,
        nested=True,
        qualname=f"{fl.qualname}.<locals>.<genexpr>" if fl.qualname else "<genexpr>",
    )
    fl.lowerer.tables.functions[full] = decl
    fl.lowerer.bodies[full] = Body(node, fl.module.scopes[node], fl.module, fl.class_name, decl, fl)
    source = fl.expression(node.sequences[0])
    if not node.is_async[0]:
        source = fl.runtime("iteration.iter_of", source)
    builder = fl.builder
    function = builder.emit("new_object", cls="function")
    free = sorted(fl.module.scopes[node].free)
    cells = (
        from_words(fl, "tuple", [Val(cell_of(fl, name, node), WORD) for name in free]) if free else NONE_VALUE
    )
    for slot, value in (
        ("cells", cells),
        ("notes", NONE_VALUE),
        ("defaults", NONE_VALUE),
        ("name", constant(decl.qualname)),
    ):
        builder.emit("set_attribute", function, fl.word(value), cls="function", name=slot)
    return fl.call_decl(decl, [Val(function, FUNCTION), source])


def bind_cells(fl: FunctionLowering, free: list[str]) -> None:
    """On entry of an inner function: the cells that its object holds become locals."""
    builder = fl.builder
    function = builder.get("<function>")
    cells = builder.emit("get_attribute", function, result=Repr.WORD, cls="function", name="cells")
    outer = fl.body.outer
    for index, name in enumerate(free):
        cell = fl.runtime("tuple.item", Val(cells, Type(Repr.WORD, "builtins.tuple")), _raw(index))
        local = builder.local(f"{name}.cell", Repr.WORD)
        builder.set(local, cell.operand)
        kind = WORD
        if isinstance(outer, FunctionLowering) and name in outer.variables:
            kind = outer.variables[name].type
            if name in outer.nested_decls:
                fl.nested_decls[name] = outer.nested_decls[name]
        fl.variables[name] = Variable(local, kind, cell=True)


def _raw(index: int) -> Val:
    return Val(Const(Repr.I64, index), Type(Repr.I64, "i64"))


__all__ = ["layout"]
