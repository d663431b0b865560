"""Lower raise, try, with, assert.

`finally` bodies and `__exit__` calls are copied to every way out. Inside an `except` body the
handled exception is the runtime's `current` one: a bare `raise` and implicit chaining read it.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block, Const, Operand
from sesha.compiler.lower.arguments import Arguments
from sesha.compiler.lower.assignment import assign
from sesha.compiler.lower.attributes import read_attribute
from sesha.compiler.lower.builtin_calls import _class_list
from sesha.compiler.lower.calls import boxed_class, call_dynamic, class_named, invoke
from sesha.compiler.lower.function import Cleanup, FunctionLowering
from sesha.compiler.lower.names import assign_name
from sesha.compiler.lower.operators import condition
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import NONE, WORD, Binding, Parameter, ParameterKind, Type
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
    if class_named(fl, node) is not None:
        call = n.CallExpr(node, [], [], [])
        call.line, call.column = node.line, node.column
        return fl.expression(call)
    value = fl.operand(node)
    cls = fl.find_class(value.cls)
    if cls is not None and cls.name != "builtins.type":
        return value
    return fl.runtime("exceptions_raise.instance", value)


def cause_value(fl: FunctionLowering, node: n.Expression) -> Val:
    """The exception, or None, of `from X`."""
    if isinstance(node, n.NameExpr) and node.fullname == "builtins.None":
        return NONE_VALUE
    if class_named(fl, node) is not None:
        return exception_value(fl, node)
    value = fl.operand(node)
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


# --- try -----------------------------------------------------------------------------------------
def try_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.TryStmt)
    if node.is_star:
        raise fl.unsupported("except*", node, "catch the ExceptionGroup and use its split()")
    if node.finally_body is None:
        _try_except(fl, node)
        return
    finally_body = node.finally_body
    protect(
        fl,
        lambda: _try_except(fl, node) if node.handlers else fl.block(node.body),
        lambda: fl.block(finally_body),
    )


def protect(fl: FunctionLowering, body: Callable[[], None], cleanup: Callable[[], None]) -> None:
    """Run `body`, then `cleanup` whichever way control leaves."""
    builder = fl.builder
    outer = builder.handler
    failed, end = builder.new_block("finally"), builder.new_block("end")
    fl.cleanups.append(Cleanup(cleanup, outer))
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
    handling(fl, pending, cleanup)
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


def _try_except(fl: FunctionLowering, node: n.TryStmt) -> None:
    builder = fl.builder
    outer = builder.handler
    caught, end = builder.new_block("except"), builder.new_block("end")
    builder.handler = caught
    fl.block(node.body)
    builder.handler = outer
    if not builder.terminated:
        fl.block(node.else_body)
    builder.jump(end)
    builder.place(caught)
    exception = builder.temporary(Repr.WORD, "exception")
    builder.set(exception, builder.emit("catch"))
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


# --- with ----------------------------------------------------------------------------------------
def with_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.WithStmt)
    _with_items(fl, node, 0)


def _with_items(fl: FunctionLowering, node: n.WithStmt, index: int) -> None:
    if index == len(node.expr):
        fl.block(node.body)
        return
    manager = fl.operand(node.expr[index])
    holder = fl.builder.temporary(Repr.WORD, "manager")
    fl.builder.set(holder, fl.word(manager))
    held_type = manager.type if manager.repr is Repr.WORD else WORD

    def held() -> Val:
        return Val(fl.builder.get(holder), held_type)

    names = ("__aenter__", "__aexit__") if node.is_async else ("__enter__", "__exit__")
    entered = _method(fl, held(), names[0], [])
    if node.is_async:
        entered = fl.await_value(entered)  # type: ignore[attr-defined]
    _guarded(fl, node, index, held, names[1], entered)


def _guarded(
    fl: FunctionLowering, node: n.WithStmt, index: int, held: Callable[[], Val], leave: str, entered: Val
) -> None:
    builder = fl.builder
    outer = builder.handler
    failed, end = builder.new_block("with"), builder.new_block("end")

    def leave_with(arguments: list[Val]) -> Val:
        result = _method(fl, held(), leave, arguments)
        return fl.await_value(result) if node.is_async else result  # type: ignore[attr-defined]

    def leave_normally() -> None:
        leave_with([NONE_VALUE, NONE_VALUE, NONE_VALUE])

    fl.cleanups.append(Cleanup(leave_normally, outer))
    builder.handler = failed
    target = node.target[index]
    if target is not None:
        assign(fl, target, entered)
    _with_items(fl, node, index + 1)
    builder.handler = outer
    fl.cleanups.pop()
    if not builder.terminated:
        leave_normally()
    builder.jump(end)
    builder.place(failed)
    _suppress(fl, leave_with, end)
    builder.place(end)


def _suppress(fl: FunctionLowering, leave: Callable[[list[Val]], Val], end: Block) -> None:
    """Offer the exception to __exit__; go on after the statement when it answers true."""
    builder = fl.builder
    exception = builder.temporary(Repr.WORD, "exception")
    builder.set(exception, builder.emit("catch"))

    def offer() -> None:
        value = Val(builder.get(exception), EXCEPTION)
        kind = fl.runtime("type.class_of", value)
        answer = leave([kind, value, read_attribute(fl, value, "__traceback__")])
        resume, again = builder.new_block("suppressed"), builder.new_block("again")
        builder.branch(fl.truth(answer), resume, again)
        builder.place(again)
        builder.emit("raise", builder.get(exception), reraise=True)
        builder.place(resume)

    handling(fl, exception, offer)
    builder.jump(end)


def _method(fl: FunctionLowering, receiver: Val, name: str, values: list[Val]) -> Val:
    cls = fl.find_class(boxed_class(receiver))
    if cls is not None and not cls.is_protocol and not cls.native:
        method = fl.lowerer.tables.find_method(cls, name)
        if method is not None and method.binding is Binding.INSTANCE and _fits(method.parameters, values):
            return invoke(fl, receiver, cls, method, name, values)
    return call_dynamic(fl, receiver, name, Arguments(values))


def _fits(parameters: list[Parameter], values: list[Val]) -> bool:
    positional = (ParameterKind.POSITIONAL, ParameterKind.POSITIONAL_ONLY)
    return len(parameters) == len(values) + 1 and all(p.kind in positional for p in parameters)
