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
from sesha.compiler.lower.assignment import assign
from sesha.compiler.lower.forms import has_other_form
from sesha.compiler.lower.function import FunctionLowering, Loop
from sesha.compiler.lower.operators import condition
from sesha.compiler.lower.value import SMALL_BITS, Val
from sesha.compiler.types.classes import I64, WORD, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

LARGE_STEP = 1 << 31
"""Steps below this never reach a stop that is beyond the small ints."""
LIST = Type(Repr.WORD, "builtins.list")


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

    def body(value: Val, following: Block) -> None:
        assign(fl, node.index, value)
        fl.loops.append(Loop(end, following, len(fl.cleanups)))
        fl.block(node.body)
        fl.loops.pop()

    iterate(fl, node.expr, body)
    fl.block(node.else_body)
    fl.builder.jump(end)
    fl.builder.place(end)


def iterate(fl: FunctionLowering, source: n.Expression, body: Callable[[Val, Block], None]) -> None:
    """Run `body(value, following)` for every item; `following` is where continue goes. The
    builder stands after the exhausted loop when this returns."""
    arguments = range_arguments(fl, source)
    if arguments is not None and _range(fl, arguments, body):
        return
    value = fl.operand(source)
    if value.cls == "builtins.list" and not iterates_otherwise(fl, value.cls):
        _list(fl, value, body)
        return
    if value.cls == "builtins.tuple" and not iterates_otherwise(fl, value.cls):
        _tuple(fl, value, body)
        return
    _generic(fl, value, body)


def iterates_otherwise(fl: FunctionLowering, cls: str) -> bool:
    """Whether a subclass of a built-in sequence has its own `__iter__`."""
    return not fl.guest and has_other_form(fl.lowerer, cls, "iter")


def range_arguments(fl: FunctionLowering, node: n.Expression) -> list[n.Expression] | None:
    if not isinstance(node, n.CallExpr) or not isinstance(node.callee, n.NameExpr):
        return None
    if node.callee.fullname != "builtins.range" or not all(k is n.ARG_POS for k in node.arg_kinds):
        return None
    return node.args if 1 <= len(node.args) <= 3 else None


def _range(fl: FunctionLowering, arguments: list[n.Expression], body: Callable[[Val, Block], None]) -> bool:
    values = [fl.operand(a) for a in arguments]
    if not all(v.is_python_int or v.repr is Repr.I64 or _unknown(fl, v) for v in values):
        _generic(fl, fl.runtime("range.new", *_three(values)), body)
        return True
    values = [fl.runtime("operators_index.as_small", v) if _unknown(fl, v) else v for v in values]
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


def _unknown(fl: FunctionLowering, value: Val) -> bool:
    """A value of the program of which nothing is known: most likely it is a small int."""
    return value.type == WORD and not fl.guest


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


def _list(fl: FunctionLowering, value: Val, body: Callable[[Val, Block], None]) -> None:
    """A list may change while it is walked: its length is read at every turn."""
    _indexed(fl, value, "list", body)


def _tuple(fl: FunctionLowering, value: Val, body: Callable[[Val, Block], None]) -> None:
    _indexed(fl, value, "tuple", body)


def _indexed(fl: FunctionLowering, value: Val, kind: str, body: Callable[[Val, Block], None]) -> None:
    builder = fl.builder
    container, index = builder.temporary(Repr.WORD, kind), builder.temporary(Repr.I64, "i")
    builder.set(container, value.operand)
    builder.set(index, integer(0))
    head, inside, following, end = (builder.new_block(x) for x in (kind, "body", "next", "done"))
    builder.jump(head)
    builder.place(head)
    current = Val(builder.get(container), value.type)
    length = fl.runtime(f"{kind}.length", current)
    builder.branch(builder.emit("slt", builder.get(index), length.operand), inside, end)
    builder.place(inside)
    current = Val(builder.get(container), value.type)
    item = fl.runtime(f"{kind}.item", current, Val(builder.get(index), I64))
    body(Val(item.operand, WORD), following)
    builder.jump(following)
    builder.place(following)
    builder.set(index, builder.emit("add", builder.get(index), integer(1)))
    builder.jump(head)
    builder.place(end)


def _generic(fl: FunctionLowering, value: Val, body: Callable[[Val, Block], None]) -> None:
    if _unknown(fl, value):
        _list_or_other(fl, value, body)
    else:
        walk(fl, fl.runtime("iteration.iter_of", value), body)


def _list_or_other(fl: FunctionLowering, value: Val, body: Callable[[Val, Block], None]) -> None:
    """Walk a value of unknown class: a list by its index, anything else by its iterator."""
    builder = fl.builder
    holder, item = builder.temporary(Repr.WORD, "iter"), builder.temporary(Repr.WORD, "item")
    index, plain = builder.temporary(Repr.I64, "i"), builder.temporary(Repr.BOOL, "list")
    builder.set(holder, value.operand)
    builder.set(index, integer(0))
    list_id = Val(builder.emit("class_id", cls=LIST.cls), I64)
    builder.set(plain, fl.runtime("type.has_exact_class", value, list_id).operand)
    ask, head, inside, end = (builder.new_block(x) for x in ("iter", "for", "body", "done"))
    counted, counting, stepped = (builder.new_block(x) for x in ("list", "item", "step"))
    builder.branch(builder.get(plain), head, ask)
    builder.place(ask)
    builder.set(holder, fl.runtime("iteration.iter_of", value).operand)
    builder.jump(head)
    builder.place(head)
    builder.branch(builder.get(plain), counted, stepped)
    builder.place(counted)
    items = Val(builder.get(holder), LIST)
    length = fl.runtime("list.length", items).operand
    builder.branch(builder.emit("slt", builder.get(index), length), counting, end)
    builder.place(counting)
    builder.set(item, fl.runtime("list.item", items, Val(builder.get(index), I64)).operand)
    builder.set(index, builder.emit("add", builder.get(index), integer(1)))
    builder.jump(inside)
    builder.place(stepped)
    builder.set(item, fl.runtime("iteration.next_or_done", Val(builder.get(holder), WORD)).operand)
    done = builder.emit("same", builder.get(item), Const(Repr.WORD, layout.DONE))
    builder.branch(done, end, inside)
    builder.place(inside)
    body(Val(builder.get(item), WORD), head)
    builder.jump(head)
    builder.place(end)


def walk(fl: FunctionLowering, iterator: Val, body: Callable[[Val, Block], None]) -> None:
    """Step an iterator until DONE."""
    builder = fl.builder
    holder = builder.temporary(Repr.WORD, "iter")
    builder.set(holder, fl.word(iterator))
    head, inside, end = (builder.new_block(x) for x in ("for", "body", "done"))
    builder.jump(head)
    builder.place(head)
    item = fl.runtime("iteration.next_or_done", Val(builder.get(holder), WORD))
    done = builder.emit("same", item.operand, Const(Repr.WORD, layout.DONE))
    builder.branch(done, end, inside)
    builder.place(inside)
    body(Val(item.operand, WORD), head)
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
