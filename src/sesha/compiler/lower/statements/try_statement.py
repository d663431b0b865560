"""Lower try: except, except*, else and finally."""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block, Const, Operand
from sesha.compiler.lower.calls.built_in import _class_list
from sesha.compiler.lower.expressions.names import assign_name
from sesha.compiler.lower.function import Cleanup, FunctionLowering
from sesha.compiler.lower.statements.exceptions import EXCEPTION, handling, protect
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import WORD, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

DIVISION = "sesha.guest.builtins.exceptions_star.Division"


def try_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.TryStmt)
    guarded = _try_star if node.is_star else _try_except
    if node.finally_body is None:
        guarded(fl, node)
        return
    finally_body = node.finally_body
    protect(
        fl,
        lambda: guarded(fl, node) if node.handlers else fl.block(node.body),
        lambda: fl.block(finally_body),
        lambda: _unclaimed_block(fl, finally_body),
    )


def _unclaimed_block(fl: FunctionLowering, body: n.Block) -> None:
    """A `finally` body where the `try` was left early: mypy's types suppose that it ran to its end."""
    trusted, fl.trusted = fl.trusted, False
    fl.block(body)
    fl.trusted = trusted


def _guarded_body(fl: FunctionLowering, node: n.TryStmt, label: str) -> tuple[str, Block]:
    """The body and its `else`; goes on where an exception was caught. Gives the local that holds
    it, and the block behind the statement."""
    builder = fl.builder
    outer = builder.handler
    caught, end = builder.new_block(label), builder.new_block("end")
    builder.handler = caught
    fl.block(node.body)
    builder.handler = outer
    if not builder.terminated:
        fl.block(node.else_body)
    builder.jump(end)
    builder.place(caught)
    exception = builder.temporary(Repr.WORD, "exception")
    builder.set(exception, builder.emit("catch"))
    return exception, end


def _try_except(fl: FunctionLowering, node: n.TryStmt) -> None:
    builder = fl.builder
    exception, end = _guarded_body(fl, node, "except")
    handling(fl, exception, lambda: _handlers(fl, node, exception))
    builder.jump(end)
    builder.place(end)


def _handlers(fl: FunctionLowering, node: n.TryStmt, exception: str) -> None:
    builder = fl.builder
    done = builder.new_block("caught")
    for kind, variable, body in zip(node.types, node.vars, node.handlers, strict=True):
        following = builder.new_block("except")
        if kind is not None:
            matches = builder.new_block("match")
            builder.branch(_matches(fl, kind, exception), matches, following)
            builder.place(matches)
        _handler_body(fl, kind, variable, body, exception)
        builder.jump(done)
        builder.place(following)
    builder.emit("raise", builder.get(exception), reraise=True)
    builder.place(done)


def _matches(fl: FunctionLowering, kind: n.Expression, exception: str) -> Operand:
    names = _class_list(fl, kind)
    value = Val(fl.builder.get(exception), WORD)
    if names is None:
        return fl.truth(fl.runtime("functions.isinstance_dynamic", value, fl.expression(kind)))
    result: Operand | None = None
    for name in names:
        test = fl.builder.emit("is_instance", value.operand, cls=name)
        result = test if result is None else fl.builder.emit("bor", result, test)
    return result if result is not None else Const(Repr.BOOL, False)


def _handler_body(
    fl: FunctionLowering,
    kind: n.Expression | None,
    variable: n.NameExpr | None,
    body: n.Block,
    exception: str,
) -> None:
    if variable is None:
        fl.block(body)
        return
    names = (_class_list(fl, kind) if kind is not None else None) or []
    certain = Type(Repr.WORD, names[0]) if len(names) == 1 else EXCEPTION
    assign_name(fl, variable.name, Val(fl.builder.get(exception), certain))
    declared = fl.variables.get(variable.name)

    def forget() -> None:
        if declared is not None and not declared.cell:
            fl.builder.emit("set", Const(Repr.WORD, layout.UNSET), name=declared.local, unbinds=True)

    protect(fl, lambda: fl.block(body), forget) if declared is None or declared.cell else _forgetting(
        fl, body, forget
    )


def _forgetting(fl: FunctionLowering, body: n.Block, forget: Callable[[], None]) -> None:
    fl.cleanups.append(Cleanup(forget, fl.builder.handler))
    fl.block(body)
    fl.cleanups.pop()
    if not fl.builder.terminated:
        forget()


# --- except* -------------------------------------------------------------------------------------
def _try_star(fl: FunctionLowering, node: n.TryStmt) -> None:
    """Each clause handles its part of what was caught; the rest and what clauses raise goes on."""
    builder = fl.builder
    exception, end = _guarded_body(fl, node, "except*")
    left = builder.temporary(Repr.WORD, "left")
    handling(fl, exception, lambda: _star_clauses(fl, node, exception, left))
    again = builder.new_block("again")
    builder.branch(builder.emit("same", builder.get(left), NONE_VALUE.operand), end, again)
    builder.place(again)
    builder.emit("raise", builder.get(left), reraise=True)
    builder.place(end)


def _star_clauses(fl: FunctionLowering, node: n.TryStmt, exception: str, left: str) -> None:
    """Run the clauses; `left` is what is to be raised then."""
    builder = fl.builder
    division = builder.temporary(Repr.WORD, "division")
    builder.set(division, fl.runtime("exceptions_star.divide", Val(builder.get(exception), WORD)).operand)

    def held() -> Val:
        return Val(builder.get(division), Type(Repr.WORD, DIVISION))

    for kind, variable, body in zip(node.types, node.vars, node.handlers, strict=True):
        assert kind is not None
        part = fl.runtime("exceptions_star.take", held(), fl.expression(kind))
        _star_clause(fl, held, part, variable, body)
    builder.set(left, fl.runtime("exceptions_star.outcome", held()).operand)


def _star_clause(
    fl: FunctionLowering, held: Callable[[], Val], part: Val, variable: n.NameExpr | None, body: n.Block
) -> None:
    builder = fl.builder
    matches, failed, following = (builder.new_block(x) for x in ("match", "failed", "except*"))
    place = builder.temporary(Repr.WORD, "part")
    builder.set(place, part.operand)
    builder.branch(builder.emit("same", part.operand, NONE_VALUE.operand), following, matches)
    builder.place(matches)
    outer = builder.handler
    builder.handler = failed
    handling(fl, place, lambda: _handler_body(fl, None, variable, body, place))
    builder.handler = outer
    builder.jump(following)
    builder.place(failed)
    fl.runtime("exceptions_star.failed", held(), Val(builder.emit("catch"), WORD))
    builder.jump(following)
    builder.place(following)
