"""Lower loops: while, for over ranges, lists and any iterable; break and continue; comprehensions
use `iterate` too.

A range loop counts in a raw register: its stop is clamped to the small ints, which no loop can
outlive, so the loop variable needs no overflow test.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Block, Const
from sesha.compiler.lower.expressions.operators import condition
from sesha.compiler.lower.function import FunctionLowering, Loop
from sesha.compiler.lower.statements.assignment import assign
from sesha.compiler.lower.statements.fresh_generators import generator_loop, makes_generator
from sesha.compiler.lower.statements.walkers import (
    IteratorWalker,
    Walker,
    unknown,
    walker_of,
    walkers_together,
)
from sesha.compiler.lower.value import SMALL_BITS, Val
from sesha.compiler.types.classes import I64
from sesha.compiler.types.representation import Repr

LARGE_STEP = 1 << 31
"""Steps below this never reach a stop that is beyond the small ints."""


def while_loop(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.WhileStmt)
    builder = fl.builder
    head, body, otherwise, end = (builder.new_block(x) for x in ("while", "body", "else", "end"))
    builder.jump(head)
    builder.place(head)
    condition(fl, node.expr, body, otherwise)
    builder.place(body)
    fl.loops.append(Loop(end, head, len(fl.cleanups)))
    fl.block(node.body)
    fl.loops.pop()
    builder.jump(head)
    builder.place(otherwise)
    fl.block(node.else_body)
    builder.jump(end)
    builder.place(end)


def for_loop(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.ForStmt)
    if node.is_async:
        fl.async_for(node)  # type: ignore[attr-defined]
        return
    end = fl.builder.new_block("end")
    if makes_generator(fl, node.expr):
        generator_loop(fl, node, walk, end)
        fl.builder.place(end)
        return

    def body(following: Block) -> None:
        fl.loops.append(Loop(end, following, len(fl.cleanups)))
        fl.block(node.body)
        fl.loops.pop()

    iterate(fl, node.expr, node.index, body)
    fl.block(node.else_body)
    fl.builder.jump(end)
    fl.builder.place(end)


def iterate(
    fl: FunctionLowering, source: n.Expression, target: n.Expression, body: Callable[[Block], None]
) -> None:
    """Assign every item to the target and run `body(following)`; `following` is where continue goes.
    The builder stands after the exhausted loop when this returns."""

    def assigned(value: Val, following: Block) -> None:
        assign(fl, target, value)
        body(following)

    arguments = range_arguments(fl, source)
    if arguments is not None and _range(fl, arguments, assigned):
        return
    together = walkers_together(fl, source, target)
    if together is not None:
        _turn(fl, together, body)
    else:
        walk(fl, fl.operand(source), assigned)


def range_arguments(fl: FunctionLowering, node: n.Expression) -> list[n.Expression] | None:
    if not isinstance(node, n.CallExpr) or not isinstance(node.callee, n.NameExpr):
        return None
    if node.callee.fullname != "builtins.range" or not all(k is n.ARG_POS for k in node.arg_kinds):
        return None
    return node.args if 1 <= len(node.args) <= 3 else None


def _range(fl: FunctionLowering, arguments: list[n.Expression], body: Callable[[Val, Block], None]) -> bool:
    values = [fl.operand(a) for a in arguments]
    if not all(v.is_python_int or v.repr is Repr.I64 or unknown(fl, v) for v in values):
        walk(fl, fl.runtime("range.new", *_three(values)), body)
        return True
    values = [fl.runtime("operators_index.as_small", v) if unknown(fl, v) else v for v in values]
    zero, one = Val(integer(0), I64, 1), Val(integer(1), I64, 1)
    start, stop, step = (
        (zero, values[0], one) if len(values) == 1 else (*values, one) if len(values) == 2 else tuple(values)
    )
    if start.repr is not Repr.I64:
        # it must be small for a counting loop (else OverflowError)
        start = Val(fl.runtime("int.index_i64", start).operand, I64, SMALL_BITS)
    width = step.operand.value if isinstance(step.operand, Const) and step.repr is Repr.I64 else None
    if isinstance(width, int) and 0 < abs(width) < LARGE_STEP:
        _count(fl, start, stop, width, body)
    else:
        _count_steps(fl, start, stop, step, body)
    return True


def _three(values: list[Val]) -> list[Val]:
    zero, one = Val(integer(0), I64, 1), Val(integer(1), I64, 1)
    if len(values) == 1:
        return [zero, values[0], one]
    return [*values, one] if len(values) == 2 else values


def _count(
    fl: FunctionLowering, start: Val, stop: Val, width: int, body: Callable[[Val, Block], None]
) -> None:
    builder = fl.builder
    limit = stop.operand if stop.repr is Repr.I64 else fl.runtime("int.clamp_small", stop).operand
    counter, bound = builder.temporary(Repr.I64, "i"), builder.temporary(Repr.I64, "stop")
    builder.set(counter, start.operand)
    builder.set(bound, limit)
    head, inside, following, end = (builder.new_block(x) for x in ("range", "body", "next", "done"))
    builder.jump(head)
    builder.place(head)
    test = builder.emit("slt" if width > 0 else "sgt", builder.get(counter), builder.get(bound))
    builder.branch(test, inside, end)
    builder.place(inside)
    wrapping = stop.type == I64 and stop.bits is None
    body(Val(builder.get(counter), I64, None if wrapping else SMALL_BITS), following)
    builder.jump(following)
    builder.place(following)
    builder.set(counter, builder.emit("add", builder.get(counter), integer(width)))
    builder.jump(head)
    builder.place(end)


def _count_steps(
    fl: FunctionLowering, start: Val, stop: Val, step: Val, body: Callable[[Val, Block], None]
) -> None:
    """A step that is not known: the turns are counted beforehand, as for a range object."""
    builder = fl.builder
    wrapping = stop.type == I64 and stop.bits is None
    width = fl.runtime("int.loop_step", step).operand
    turns = fl.runtime("int.loop_turns", start, stop, Val(width, I64)).operand
    counter, stride = builder.temporary(Repr.I64, "i"), builder.temporary(Repr.I64, "step")
    left = builder.temporary(Repr.I64, "left")
    builder.set(counter, start.operand)
    builder.set(stride, width)
    builder.set(left, turns)
    head, inside, following, end = (builder.new_block(x) for x in ("range", "body", "next", "done"))
    builder.jump(head)
    builder.place(head)
    builder.branch(builder.emit("sgt", builder.get(left), integer(0)), inside, end)
    builder.place(inside)
    body(Val(builder.get(counter), I64, None if wrapping else SMALL_BITS), following)
    builder.jump(following)
    builder.place(following)
    builder.set(counter, builder.emit("add", builder.get(counter), builder.get(stride)))
    builder.set(left, builder.emit("sub", builder.get(left), integer(1)))
    builder.jump(head)
    builder.place(end)


def walk(fl: FunctionLowering, value: Val, body: Callable[[Val, Block], None]) -> None:
    """Run `body(item, following)` for every item of a value."""
    walk_by(fl, walker_of(fl, value), body)


def walk_iterator(fl: FunctionLowering, iterator: Val, body: Callable[[Val, Block], None]) -> None:
    """The same for an iterator that is there already."""
    walk_by(fl, IteratorWalker(fl, iterator), body)


def walk_by(fl: FunctionLowering, walker: Walker, body: Callable[[Val, Block], None]) -> None:
    builder = fl.builder
    head, end = builder.new_block("for"), builder.new_block("done")
    builder.jump(head)
    builder.place(head)
    body(walker.step(end), head)
    builder.jump(head)
    builder.place(end)


def _turn(
    fl: FunctionLowering, together: list[tuple[n.Expression, Walker]], body: Callable[[Block], None]
) -> None:
    """Step several walkers, then assign what they gave."""
    builder = fl.builder
    head, end = builder.new_block("for"), builder.new_block("done")
    builder.jump(head)
    builder.place(head)
    values = [walker.step(end) for _, walker in together]
    for (target, _), value in zip(together, values, strict=True):
        assign(fl, target, value)
    body(head)
    builder.jump(head)
    builder.place(end)


def break_statement(fl: FunctionLowering, node: n.Statement) -> None:
    loop = fl.loops[-1]
    fl.leave(loop.depth)  # type: ignore[attr-defined]
    fl.builder.jump(loop.break_to)


def continue_statement(fl: FunctionLowering, node: n.Statement) -> None:
    loop = fl.loops[-1]
    fl.leave(loop.depth)  # type: ignore[attr-defined]
    fl.builder.jump(loop.continue_to)


BINDING = (
    n.AssignmentStmt,
    n.OperatorAssignmentStmt,
    n.AssignmentExpr,
    n.WithStmt,
    n.TryStmt,
    n.DelStmt,
)


def counter_names(body: n.Node) -> set[str]:
    """Names that only `for name in range(...)` statements bind: they may live in raw registers."""
    counters: dict[str, int] = {}
    others: set[str] = set()
    for node in descendants(body):
        if isinstance(node, n.ForStmt):
            if isinstance(node.index, n.NameExpr) and _counts(node):
                counters[node.index.name] = counters.get(node.index.name, 0) + 1
            else:
                others |= target_names(node.index)
        elif isinstance(node, BINDING):
            others |= _bound(node)
    return set(counters) - others


def _counts(node: n.ForStmt) -> bool:
    source = node.expr
    if not isinstance(source, n.CallExpr) or not isinstance(source.callee, n.NameExpr) or node.is_async:
        return False
    if source.callee.fullname != "builtins.range" or not all(k is n.ARG_POS for k in source.arg_kinds):
        return False
    return 1 <= len(source.args) <= 3


def _bound(node: n.Node) -> set[str]:
    match node:
        case n.AssignmentStmt():
            return set().union(*(target_names(v) for v in node.lvalues))
        case n.OperatorAssignmentStmt():
            return target_names(node.lvalue)
        case n.AssignmentExpr():
            return target_names(node.target)
        case n.WithStmt():
            return set().union(*(target_names(t) for t in node.target if t is not None))
        case n.TryStmt():
            return {v.name for v in node.vars if v is not None}
        case n.DelStmt():
            return target_names(node.expr)
        case _:
            return set()
