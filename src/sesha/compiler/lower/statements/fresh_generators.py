"""Close generators that nobody else holds where what steps through them is done: a loop, or a call that
stops early.

CPython closes a generator when its last reference goes: its `finally` and `with` bodies run there. A
collector would know much later. Here it is closed where the program's text shows that nothing can hold it
any more: a loop over `f(...)` that is left by `break`, `return` or an exception, `next(f(...))`,
`any(x for x in f(...))`, a loop over `islice(f(...), 3)`.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block
from sesha.compiler.lower.expressions.targets import static_target
from sesha.compiler.lower.function import Cleanup, FunctionLowering, Loop
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import WORD, Flavour, FunctionDecl
from sesha.compiler.types.representation import Repr

Iterate = Callable[[FunctionLowering, n.Expression, n.Expression, Callable[[Block], None]], None]
"""`iterate` of `lower/statements/loops.py`."""

STOPPING = frozenset({"builtins.zip", "itertools.islice", "itertools.takewhile", "itertools.zip_longest"})
"""Iterators that may stop before what they step through does."""
PASSING = frozenset(
    {
        *("builtins.enumerate", "builtins.map", "builtins.filter", "itertools.chain", "itertools.starmap"),
        *("itertools.dropwhile", "itertools.filterfalse", "itertools.pairwise", "itertools.accumulate"),
        *("itertools.batched", "itertools.compress"),
    }
)
"""Iterators that go on as long as what they step through."""
EARLY = frozenset({"builtins.next", "builtins.any", "builtins.all"})
"""Functions that may leave their iterator unfinished, and do not keep it."""
WHOLE = frozenset(
    f"builtins.{name}"
    for name in ("list", "tuple", "set", "frozenset", "dict", "sum", "sorted", "min", "max")
)
"""Functions that step to the end."""


def makes_generator(fl: FunctionLowering, node: n.Expression) -> bool:
    """Whether an expression calls a generator function: nothing else can hold what it gives."""
    if fl.guest or not isinstance(node, n.CallExpr):
        return False
    called = static_target(fl, node.callee)
    if called is None and isinstance(node.callee, n.MemberExpr):
        called = _method(fl, node.callee)
    return isinstance(called, FunctionDecl) and called.flavour is Flavour.GENERATOR


def _method(fl: FunctionLowering, callee: n.MemberExpr) -> FunctionDecl | None:
    cls = fl.find_class(fl.type_of(callee.expr).cls)
    return fl.lowerer.tables.find_method(cls, callee.name) if cls is not None else None


def fresh_generators(fl: FunctionLowering, node: n.Expression) -> list[n.Expression]:
    """The calls that make generators which only the value of the expression holds."""
    if fl.guest:
        return []
    if isinstance(node, n.GeneratorExpr):
        return fresh_generators(fl, node.sequences[0])
    if makes_generator(fl, node):
        return [node]
    if _names(node, STOPPING | PASSING):
        assert isinstance(node, n.CallExpr)
        return [call for argument in node.args for call in fresh_generators(fl, argument)]
    return []


def _names(node: n.Expression, names: frozenset[str]) -> bool:
    """Whether the expression is a call of one of these."""
    return (
        isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr) and node.callee.fullname in names
    )


def _stops(node: n.Expression) -> bool:
    """Whether an iterator may be done before the generators in it."""
    if isinstance(node, n.GeneratorExpr):
        return _stops(node.sequences[0])
    if _names(node, STOPPING):
        return True
    return _names(node, PASSING) and isinstance(node, n.CallExpr) and any(map(_stops, node.args))


def left_unfinished(fl: FunctionLowering, node: n.CallExpr) -> list[n.Expression]:
    """The generators that a call of a built-in function may leave unfinished, with nobody to hold them."""
    if fl.guest or not node.args or not _names(node, EARLY | WHOLE):
        return []
    if _names(node, EARLY) or _stops(node.args[0]):
        return fresh_generators(fl, node.args[0])
    return []


class Held:
    """Generators that are closed together."""

    def __init__(self, fl: FunctionLowering, calls: list[n.Expression]) -> None:
        self.fl, self.calls = fl, calls
        for call in calls:
            holder = fl.builder.temporary(Repr.WORD, "generator")
            fl.builder.set(holder, NONE_VALUE.operand)
            fl.holders[call] = holder
        self.holders = [fl.holders[call] for call in calls]

    def close(self) -> None:
        for holder in self.holders:
            self.fl.runtime("generator.drop", Val(self.fl.builder.get(holder), WORD))

    def release(self) -> None:
        """The calls have been lowered."""
        for call in self.calls:
            del self.fl.holders[call]

    def close_on(self, failed: Block) -> None:
        """Where an exception comes out: it goes on once they are closed."""
        builder = self.fl.builder
        builder.place(failed)
        exception = builder.temporary(Repr.WORD, "exception")
        builder.set(exception, builder.emit("catch"))
        self.close()
        builder.emit("raise", builder.get(exception), reraise=True)


def closing_call(fl: FunctionLowering, calls: list[n.Expression], lower: Callable[[], Val]) -> Val:
    """The value of a call that leaves the generators behind."""
    builder = fl.builder
    outer, held = builder.handler, Held(fl, calls)
    failed, done = builder.new_block("failed"), builder.new_block("done")
    builder.handler = failed
    value = lower()
    builder.handler = outer
    held.release()
    held.close()
    builder.jump(done)
    held.close_on(failed)
    builder.place(done)
    return value


def generator_loop(
    fl: FunctionLowering, node: n.ForStmt, calls: list[n.Expression], iterate: Iterate, end: Block
) -> None:
    """The loop, with a close on every way out but the end of the generator itself."""
    builder = fl.builder
    outer, held = builder.handler, Held(fl, calls)
    broken, failed = builder.new_block("broken"), builder.new_block("failed")

    def body(following: Block) -> None:
        fl.loops.append(Loop(broken, following, len(fl.cleanups)))
        fl.block(node.body)
        fl.loops.pop()

    fl.cleanups.append(Cleanup(held.close, outer))
    builder.handler = failed
    iterate(fl, node.expr, node.index, body)
    builder.handler = outer
    fl.cleanups.pop()
    held.release()
    if _stops(node.expr):
        held.close()
    fl.block(node.else_body)
    builder.jump(end)
    builder.place(broken)
    held.close()
    builder.jump(end)
    held.close_on(failed)
