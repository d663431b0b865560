"""Lower with and async with.

A manager of unknown class is asked for both of its methods before anything else happens.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block, Operand
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.call import boxed_class, call_dynamic, invoke
from sesha.compiler.lower.expressions.attributes import read_attribute
from sesha.compiler.lower.function import Cleanup, FunctionLowering
from sesha.compiler.lower.statements.assignment import assign
from sesha.compiler.lower.statements.exceptions import EXCEPTION, handling
from sesha.compiler.lower.value import NONE_VALUE, UNSET_VALUE, Val, constant
from sesha.compiler.types.classes import WORD, Binding, FunctionDecl, Parameter, ParameterKind
from sesha.compiler.types.representation import Repr


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
    entered = _enter(fl, held(), *names)
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


def _enter(fl: FunctionLowering, manager: Val, enter: str, leave: str) -> Val:
    """Call __enter__; TypeError when the manager has it not, or no __exit__."""
    if _known_method(fl, manager, enter, []) and _known_method(fl, manager, leave, [NONE_VALUE] * 3):
        return _method(fl, manager, enter, [])
    word = fl.word(manager)
    found = fl.builder.emit("get_dynamic_or", word, UNSET_VALUE.operand, name=leave)
    _require(fl, found, manager, leave)
    entered = fl.builder.emit("call_method_or", UNSET_VALUE.operand, word, name=enter)
    _require(fl, entered, manager, enter)
    return Val(entered, WORD)


def _require(fl: FunctionLowering, found: Operand, manager: Val, name: str) -> None:
    """TypeError when the manager's method of that name was not found."""
    builder = fl.builder
    missing, present = builder.new_block("missing"), builder.new_block("present")
    builder.branch(builder.emit("same", found, UNSET_VALUE.operand), missing, present)
    builder.place(missing)
    fl.runtime("operators_errors.not_a_manager", manager, constant(name))
    builder.emit("unreachable")
    builder.place(present)


def _known_method(fl: FunctionLowering, receiver: Val, name: str, values: list[Val]) -> FunctionDecl | None:
    """The method that a receiver of known class has and that takes these arguments."""
    cls = fl.find_class(boxed_class(receiver))
    if cls is None or cls.is_protocol or cls.native:
        return None
    method = fl.lowerer.tables.find_method(cls, name)
    if method is not None and method.binding is Binding.INSTANCE and _fits(method.parameters, values):
        return method
    return None


def _method(fl: FunctionLowering, receiver: Val, name: str, values: list[Val]) -> Val:
    method = _known_method(fl, receiver, name, values)
    cls = fl.find_class(boxed_class(receiver))
    if method is not None and cls is not None:
        return invoke(fl, receiver, cls, method, name, values)
    return call_dynamic(fl, receiver, name, Arguments(values))


def _fits(parameters: list[Parameter], values: list[Val]) -> bool:
    positional = (ParameterKind.POSITIONAL, ParameterKind.POSITIONAL_ONLY)
    return len(parameters) == len(values) + 1 and all(p.kind in positional for p in parameters)
