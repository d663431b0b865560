"""Lower loops over ranges.

A loop counts in a raw register: its stop is clamped to the small ints, which no loop can outlive, so the
loop variable needs no overflow test. Where start or step could be beyond the small ints, the body stands
there a second time, out of line, for a range object.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mypy import nodes as n

from sesha.compiler.frontend.scopes import target_names
from sesha.compiler.frontend.walk import descendants
from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Block, Const
from sesha.compiler.lower.function import FunctionLowering, Variable
from sesha.compiler.lower.statements.walkers import unknown
from sesha.compiler.lower.value import SMALL_BITS, Val
from sesha.compiler.types.classes import I64, INT
from sesha.compiler.types.representation import Repr

LARGE_STEP = 1 << 31
"""Steps below this never reach a stop that is beyond the small ints."""

Turn = Callable[[Val, Block], None]
"""turn(item, following): one turn of the loop; `following` is where continue goes."""
WalkValue = Callable[[FunctionLowering, Val, Turn], None]
"""`walk` of loops.py."""


def range_arguments(fl: FunctionLowering, node: n.Expression) -> list[n.Expression] | None:
    if not isinstance(node, n.CallExpr) or not isinstance(node.callee, n.NameExpr):
        return None
    if node.callee.fullname != "builtins.range" or not all(k is n.ARG_POS for k in node.arg_kinds):
        return None
    return node.args if 1 <= len(node.args) <= 3 else None


def range_loop(fl: FunctionLowering, arguments: list[n.Expression], body: Turn, walk: WalkValue) -> None:
    values = [fl.operand(a) for a in arguments]
    if not all(v.is_python_int or v.repr is Repr.I64 or unknown(fl, v) for v in values):
        walk(fl, fl.runtime("range.new", *_three(values)), body)
        return
    values = [fl.runtime("operators_index.as_small", v) if unknown(fl, v) else v for v in values]
    start, stop, step = _three(values)
    if not fl.guest and _may_leave(start, stop, step):
        _either(fl, start, stop, step, body, walk)
    else:
        _counted(fl, start, stop, step, body)


def _may_leave(start: Val, stop: Val, step: Val) -> bool:
    """Whether the loop could get beyond the small ints."""
    return start.repr is not Repr.I64 or (_known_step(step) is None and stop.repr is not Repr.I64)


def _known_step(step: Val) -> int | None:
    """A step that is known and never reaches a stop beyond the small ints."""
    width = step.operand.value if isinstance(step.operand, Const) and step.repr is Repr.I64 else None
    return width if isinstance(width, int) and 0 < abs(width) < LARGE_STEP else None


def _either(fl: FunctionLowering, start: Val, stop: Val, step: Val, body: Turn, walk: WalkValue) -> None:
    """A loop that counts if it can, else one over a range object. Inside the second nothing counts that
    could leave the small ints, so that bodies of nested loops are not written ever again."""
    whole = [Val(fl.word(value), INT) for value in (start, stop, step)]
    if fl.beyond_small:
        walk(fl, fl.runtime("range.new", *whole), body)
        return
    builder = fl.builder
    counting, walking, end = (builder.new_block(x) for x in ("counting", "walking", "ranged"))
    builder.branch(fl.runtime("int_loops.counts", *whole).operand, counting, walking)
    builder.place(walking)
    fl.beyond_small = True
    walk(fl, fl.runtime("range.new", *whole), lambda item, following: body(Val(item.operand, INT), following))
    fl.beyond_small = False
    builder.jump(end)
    builder.place(counting)
    _counted(fl, start, stop, step, body)
    builder.jump(end)
    builder.place(end)


@contextmanager
def widened(fl: FunctionLowering, target: n.Expression, value: Val) -> Iterator[None]:
    """Give a loop variable that lives in a raw register a place for any int, while it needs one."""
    name = target.name if isinstance(target, n.NameExpr) else ""
    held = fl.variables.get(name)
    if held is None or held.type != I64 or value.repr is Repr.I64:
        yield
        return
    fl.variables[name] = Variable(fl.builder.temporary(Repr.WORD, name), INT)
    yield
    fl.variables[name] = held


def _counted(fl: FunctionLowering, start: Val, stop: Val, step: Val, body: Turn) -> None:
    if start.repr is not Repr.I64:
        start = Val(fl.runtime("int_loops.index_i64", start).operand, I64, SMALL_BITS)
    width = _known_step(step)
    if width is not None:
        _count(fl, start, stop, width, body)
    else:
        _count_steps(fl, start, stop, step, body)


def _three(values: list[Val]) -> tuple[Val, Val, Val]:
    zero, one = Val(integer(0), I64, 1), Val(integer(1), I64, 1)
    if len(values) == 1:
        return zero, values[0], one
    return values[0], values[1], values[2] if len(values) == 3 else one


def _count(fl: FunctionLowering, start: Val, stop: Val, width: int, body: Turn) -> None:
    builder = fl.builder
    limit = stop.operand if stop.repr is Repr.I64 else fl.runtime("int_loops.clamp_small", stop).operand
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


def _count_steps(fl: FunctionLowering, start: Val, stop: Val, step: Val, body: Turn) -> None:
    """A step that is not known: the turns are counted beforehand, as for a range object."""
    builder = fl.builder
    wrapping = stop.type == I64 and stop.bits is None
    width = fl.runtime("int_loops.loop_step", step).operand
    turns = fl.runtime("int_loops.loop_turns", start, stop, Val(width, I64)).operand
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


BINDING = (
    n.AssignmentStmt,
    n.OperatorAssignmentStmt,
    n.AssignmentExpr,
    n.WithStmt,
    n.TryStmt,
    n.DelStmt,
)


def counter_names(body: n.Node) -> set[str]:
    """Names that only `for name in range(...)` statements bind: they may live in raw registers. A loop that
    could get beyond the small ints gives its name another place there, where only its body looks."""
    counters: set[str] = set()
    others: set[str] = set()
    seen_inside: dict[str, set[n.Node]] = {}
    for node in descendants(body):
        if isinstance(node, n.ForStmt):
            if isinstance(node.index, n.NameExpr) and _counts(node):
                counters.add(node.index.name)
                if not _stays(node.expr):
                    seen_inside.setdefault(node.index.name, set()).update(
                        (node.index, *descendants(node.body))
                    )
            else:
                others |= target_names(node.index)
        elif isinstance(node, BINDING):
            others |= _bound(node)
    if seen_inside:
        for node in descendants(body):
            if isinstance(node, n.NameExpr) and node not in seen_inside.get(node.name, {node}):
                others.add(node.name)
    return counters - others


def _stays(source: n.Expression) -> bool:
    """Whether a range certainly begins at a small int and goes on in small steps."""
    assert isinstance(source, n.CallExpr)
    return all(isinstance(given, n.IntExpr) for given in (*source.args[:-1][:1], *source.args[2:]))


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
