"""Lower raise and assert; and what try and with are made of: ways out, the exception being handled.

`finally` bodies and `__exit__` calls are copied to every way out. Inside an `except` body the
handled exception is the runtime's `current` one: a bare `raise` and implicit chaining read it.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Const
from sesha.compiler.lower.expressions.operators import condition
from sesha.compiler.lower.expressions.targets import class_named
from sesha.compiler.lower.function import Cleanup, FunctionLowering
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import NONE, WORD, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

EXCEPTION = Type(Repr.WORD, "builtins.BaseException")


def raise_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.RaiseStmt)
    if node.expr is None:
        if fl.handled:
            fl.builder.emit("raise", fl.builder.get(fl.handled[-1]), reraise=True)
        else:
            fl.runtime("exceptions_raise.reraise")
            fl.builder.emit("unreachable")
        return
    value = exception_value(fl, node.expr)
    if node.from_expr is not None:
        cause = cause_value(fl, node.from_expr)
        value = fl.runtime("exceptions_raise.prepare_from", value, cause)
    elif not (fl.guest and not fl.handled):
        value = fl.runtime("exceptions_raise.prepare", value)
    fl.builder.emit("raise", fl.word(value))


def exception_value(fl: FunctionLowering, node: n.Expression) -> Val:
    """The exception of `raise X`: a class is called without arguments."""
    cls = class_named(fl, node)
    if cls is not None and fl.is_subclass(cls.name, EXCEPTION.cls or ""):
        call = n.CallExpr(node, [], [], [])
        call.line, call.column = node.line, node.column
        return fl.expression(call)
    value = fl.expression(node)
    if fl.is_subclass(value.cls, EXCEPTION.cls or ""):
        return value
    return fl.runtime("exceptions_raise.instance", value)


def cause_value(fl: FunctionLowering, node: n.Expression) -> Val:
    """The exception, or None, of `from X`."""
    if isinstance(node, n.NameExpr) and node.fullname == "builtins.None":
        return NONE_VALUE
    if class_named(fl, node) is not None:
        return exception_value(fl, node)
    value = fl.expression(node)
    if value.cls == NONE.cls or fl.is_subclass(value.cls, EXCEPTION.cls or ""):
        return value
    return fl.runtime("exceptions_raise.cause_of", value)


def assert_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.AssertStmt)
    builder = fl.builder
    good, bad = builder.new_block("holds"), builder.new_block("fails")
    condition(fl, node.expr, good, bad)
    builder.place(bad)
    message = fl.expression(node.msg) if node.msg is not None else Val(Const(Repr.WORD, layout.UNSET), WORD)
    fl.runtime("exceptions_raise.assertion_failed", message)
    builder.emit("unreachable")
    builder.place(good)


# --- mechanics of try and with ---------------------------------------------------------------------
def protect(
    fl: FunctionLowering,
    body: Callable[[], None],
    cleanup: Callable[[], None],
    abrupt: Callable[[], None] | None = None,
) -> None:
    """Run `body`, then `cleanup` whichever way control leaves (`abrupt` where it is not by its end)."""
    builder = fl.builder
    outer = builder.handler
    failed, end = builder.new_block("finally"), builder.new_block("end")
    abrupt = abrupt or cleanup
    fl.cleanups.append(Cleanup(abrupt, outer))
    builder.handler = failed
    body()
    builder.handler = outer
    fl.cleanups.pop()
    if not builder.terminated:
        cleanup()
    builder.jump(end)
    builder.place(failed)
    pending = builder.temporary(Repr.WORD, "pending")
    builder.set(pending, builder.emit("catch"))
    handling(fl, pending, abrupt)
    builder.emit("raise", builder.get(pending), reraise=True)
    builder.place(end)


def handling(fl: FunctionLowering, exception: str, body: Callable[[], None]) -> None:
    """Run `body` with the exception as the one being handled."""
    builder = fl.builder
    saved = builder.temporary(Repr.WORD, "outer")
    previous = fl.runtime("exceptions_raise.enter", Val(builder.get(exception), EXCEPTION))
    builder.set(saved, previous.operand)
    outer = builder.handler
    failed = builder.new_block("leave")
    restore = _restorer(fl, saved)
    fl.cleanups.append(Cleanup(restore, outer))
    fl.handled.append(exception)
    builder.handler = failed
    body()
    builder.handler = outer
    fl.handled.pop()
    fl.cleanups.pop()
    end = builder.new_block("handled")
    if not builder.terminated:
        restore()
    builder.jump(end)
    builder.place(failed)
    again = builder.temporary(Repr.WORD, "again")
    builder.set(again, builder.emit("catch"))
    fl.runtime(
        "exceptions_raise.attach_context",
        Val(builder.get(again), EXCEPTION),
        Val(builder.get(exception), EXCEPTION),
    )
    restore()
    builder.emit("raise", builder.get(again), reraise=True)
    builder.place(end)


def _restorer(fl: FunctionLowering, saved: str) -> Callable[[], None]:
    def restore() -> None:
        fl.runtime("exceptions_raise.leave", Val(fl.builder.get(saved), WORD))

    return restore
