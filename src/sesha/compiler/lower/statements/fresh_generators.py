"""Lower `for x in f(...)` over a generator that nobody else holds: leaving the loop early closes it.

CPython closes such a generator when its last reference goes, which is when the loop is left by `break`,
`return` or an exception: its `finally` and `with` bodies run there. A collector would know much later.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block
from sesha.compiler.lower.expressions.targets import static_target
from sesha.compiler.lower.function import Cleanup, FunctionLowering, Loop
from sesha.compiler.lower.statements.assignment import assign
from sesha.compiler.lower.value import Val
from sesha.compiler.types.classes import WORD, Flavour, FunctionDecl
from sesha.compiler.types.representation import Repr

Walk = Callable[[FunctionLowering, Val, Callable[[Val, Block], None]], None]
"""walk(fl, value, turn) of `lower/statements/loops.py`."""


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


def generator_loop(fl: FunctionLowering, node: n.ForStmt, walk: Walk, end: Block) -> None:
    """The loop, with a close on every way out but the generator's own end."""
    builder = fl.builder
    outer = builder.handler
    source = fl.operand(node.expr)
    holder = builder.temporary(Repr.WORD, "generator")
    builder.set(holder, fl.word(source))
    broken, failed = builder.new_block("broken"), builder.new_block("failed")

    def close() -> None:
        fl.runtime("generator.close", Val(builder.get(holder), WORD))

    def turn(item: Val, following: Block) -> None:
        assign(fl, node.index, item)
        fl.loops.append(Loop(broken, following, len(fl.cleanups)))
        fl.block(node.body)
        fl.loops.pop()

    fl.cleanups.append(Cleanup(close, outer))
    builder.handler = failed
    walk(fl, Val(builder.get(holder), source.type), turn)
    builder.handler = outer
    fl.cleanups.pop()
    fl.block(node.else_body)
    builder.jump(end)
    builder.place(broken)
    close()
    builder.jump(end)
    builder.place(failed)
    exception = builder.temporary(Repr.WORD, "exception")
    builder.set(exception, builder.emit("catch"))
    close()
    builder.emit("raise", builder.get(exception), reraise=True)
