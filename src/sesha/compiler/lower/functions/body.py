"""Lower the body of a function: its parameters, variables, statements, and how it ends."""

from mypy import nodes as n

from sesha.compiler.frontend.scopes import Scope
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.ir.builder import Builder, raw_word
from sesha.compiler.ir.function import Block, Const, Function
from sesha.compiler.lower import constructs
from sesha.compiler.lower.classes.local import bind_kept_cells
from sesha.compiler.lower.declare.bodies import Body
from sesha.compiler.lower.declare.mypy_types import convert
from sesha.compiler.lower.expressions.names import local_type, make_cell
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.functions.closures import ITERABLE, bind_cells
from sesha.compiler.lower.functions.suspension import Suspension, generator_body
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.statements.growing import growing_names, make_room
from sesha.compiler.lower.statements.ranges import counter_names
from sesha.compiler.lower.value import NONE_VALUE, SMALL_BITS, Val
from sesha.compiler.types.classes import I64, VOID, WORD, Flavour, FunctionDecl, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout


def lower_body(lowerer: Lowerer, body: Body) -> Function:
    """The IR of one function."""
    decl = body.decl
    assert decl is not None
    function = Function(
        decl.name,
        [(p.name, p.type.repr) for p in decl.parameters],
        decl.result.repr,
        decl,
        inline=_inlining(decl),
        symbol=decl.symbol,
        traced=not body.module.guest,
        generator=decl.flavour is not Flavour.PLAIN,
        path=body.module.tree.path,
        markers=decl.markers,
    )
    for name, representation in function.parameters:
        function.locals[name] = representation
    fl = start(lowerer, body, function, decl)
    if isinstance(body.node, n.GeneratorExpr):
        generator_body(fl, body.node, ITERABLE)
    else:
        _statements(fl, body.node)
    finish(fl)
    return function


def _inlining(decl: FunctionDecl) -> str | None:
    if "inline" in decl.markers:
        return "always"
    return "never" if "cold" in decl.markers else None


def start(lowerer: Lowerer, body: Body, function: Function, decl: FunctionDecl) -> Suspension:
    """Prepare the state and the variables of a function."""
    fl = Suspension(
        lowerer,
        body,
        function,
        Builder(function),
        constructs.EXPRESSIONS,
        constructs.STATEMENTS,
        result=decl.result if decl.flavour is Flavour.PLAIN else WORD,
        qualname=decl.qualname,
        class_name=body.cls,
    )
    fl.builder.line = decl.line
    _parameters(fl, decl, body.scope)
    if decl.nested and body.scope.free:
        bind_cells(fl, sorted(body.scope.free))
    elif body.cls is not None and body.scope.free:
        bind_kept_cells(fl, body)
    _locals(fl, body)
    return fl


def _parameters(fl: FunctionLowering, decl: FunctionDecl, scope: Scope) -> None:
    for parameter in decl.parameters:
        fl.variables[parameter.name] = Variable(parameter.name, parameter.type)
        if parameter.name in scope.captured:
            value = Val(fl.builder.get(parameter.name), parameter.type)
            cell = fl.builder.local(f"{parameter.name}.cell", Repr.WORD)
            fl.builder.set(cell, make_cell(fl, fl.word(value)))
            fl.variables[parameter.name] = Variable(cell, parameter.type, cell=True)


def _locals(fl: FunctionLowering, body: Body) -> None:
    scope, builder = body.scope, fl.builder
    types = _declared_types(fl, body)
    generator = fl.function.generator
    counters = set() if generator else counter_names(body.node)
    for name in sorted(scope.bound - set(fl.variables)):
        if name in scope.captured:
            cell = builder.local(f"{name}.cell", Repr.WORD)
            builder.set(cell, make_cell(fl, raw_word(layout.UNSET)))
            fl.variables[name] = Variable(cell, types.get(name, WORD), cell=True)
            continue
        declared = local_type(fl.lowerer, fl.function.name, name, types.get(name, WORD))
        bits = None
        if name in counters and declared.cls == "builtins.int":
            declared, bits = I64, SMALL_BITS
        fl.variables[name] = Variable(builder.local(name, declared.repr), declared, bits=bits)
        if declared.repr is Repr.WORD:
            builder.emit("set", Const(Repr.WORD, layout.UNSET), name=name, unbinds=True)
    for name in sorted(growing_names(body.node) & set(fl.variables)):
        make_room(fl, fl.variables[name])


def _declared_types(fl: FunctionLowering, body: Body) -> dict[str, Type]:
    """What mypy knows of the locals; names with several meanings stay words."""
    found: dict[str, Type] = {}
    for node in descendants(body.node):
        if isinstance(node, (n.FuncDef, n.ClassDef)):
            found[node.name] = WORD
        if isinstance(node, n.AssignmentStmt) and isinstance(node.rvalue, (n.AwaitExpr, n.YieldExpr)):
            names = {v.name for v in node.lvalues if isinstance(v, n.NameExpr)}
            found.update((name, WORD) for name in names)
            if isinstance(node.rvalue, n.YieldExpr):
                fl.unclaimed |= names
        if isinstance(node, n.NameExpr) and isinstance(node.node, n.Var) and node.name in body.scope.bound:
            kind = convert(node.node.type)
            if node.name in found and found[node.name] != kind:
                kind = WORD
            found[node.name] = kind
    return found


def _statements(fl: Suspension, node: object) -> None:
    assert isinstance(node, (n.FuncDef, n.LambdaExpr))
    if isinstance(node, n.LambdaExpr):
        fl.return_value(fl.operand(node.expr()))
        return
    fl.block(node.body)


def finish(fl: Suspension) -> None:
    """Return None where the body's end is reached."""
    if not fl.builder.terminated:
        fl.return_value(NONE_VALUE)
    remove_unreachable(fl.function)


def remove_unreachable(function: Function) -> None:
    """Drop blocks that nothing leads to."""
    reached: set[int] = set()
    pending: list[Block] = [function.blocks[0]]
    while pending:
        block = pending.pop()
        if id(block) in reached:
            continue
        reached.add(id(block))
        for operation in block.operations:
            pending.extend(operation.targets)
            if operation.handler is not None:
                pending.append(operation.handler)
    function.blocks = [b for b in function.blocks if id(b) in reached]


__all__ = ["VOID"]
