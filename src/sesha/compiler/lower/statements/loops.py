"""Lower loops: while, for over ranges, lists and any iterable; break and continue; comprehensions
use `iterate` too.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block
from sesha.compiler.lower.expressions.operators import condition
from sesha.compiler.lower.function import FunctionLowering, Loop
from sesha.compiler.lower.statements.assignment import assign
from sesha.compiler.lower.statements.fresh_generators import fresh_generators, generator_loop
from sesha.compiler.lower.statements.ranges import range_arguments, range_loop, widened
from sesha.compiler.lower.statements.walkers import (
    IteratorWalker,
    Walker,
    walker_of,
    walkers_together,
)
from sesha.compiler.lower.value import Val


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
    fresh = fresh_generators(fl, node.expr)
    if fresh:
        generator_loop(fl, node, fresh, iterate, end)
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
        with widened(fl, target, value):
            assign(fl, target, value)
            body(following)

    arguments = range_arguments(fl, source)
    if arguments is not None:
        range_loop(fl, arguments, assigned, walk)
        return
    together = walkers_together(fl, source, target)
    if together is not None:
        _turn(fl, together, body)
    else:
        walk(fl, fl.operand(source), assigned)


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
