"""Lower what leaves a function or suspends it: return, yield, await, async loops.

`Suspension` completes `FunctionLowering`. In a generator function `return` leaves its value in the
frame and answers DONE; `yield` is one operation, made into states by `transform/split_generators`.
"""

from collections.abc import Callable

from mypy import nodes as n

from sesha.compiler.ir.function import Block, Const
from sesha.compiler.lower.calls.arguments import Arguments
from sesha.compiler.lower.calls.call import call_dynamic
from sesha.compiler.lower.expressions.operators import condition
from sesha.compiler.lower.function import FunctionLowering, Loop
from sesha.compiler.lower.statements.assignment import assign
from sesha.compiler.lower.statements.loops import iterate, walk_iterator
from sesha.compiler.lower.value import NONE_VALUE, Val
from sesha.compiler.types.classes import I64, WORD, Flavour
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

FRAME = "<frame>"


class Suspension(FunctionLowering):
    """A function that can return, yield and await."""

    # --- leaving ------------------------------------------------------------------------------
    def leave(self, depth: int) -> None:
        """Run the cleanups that lie between here and `depth`, innermost first."""
        saved, handler, handled = self.cleanups, self.builder.handler, self.handled
        while len(self.cleanups) > depth:
            cleanup = self.cleanups[-1]
            self.cleanups = self.cleanups[:-1]
            self.builder.handler = cleanup.handler
            cleanup.run()
        self.cleanups, self.builder.handler, self.handled = saved, handler, handled

    def return_value(self, value: Val) -> None:
        builder = self.builder
        slot = ("result", self.function.name)
        if self.cleanups:
            kept = builder.temporary(self.result.repr if self.result.repr is not Repr.VOID else Repr.WORD)
            operand = (
                self.coerce(value, self.result, slot)
                if self.result.repr is not Repr.VOID
                else self.word(value)
            )
            builder.set(kept, operand)
            self.leave(0)
            value = Val(builder.get(kept), self.result if self.result.repr is not Repr.VOID else WORD)
        if self.function.generator:
            builder.emit("finish", self.word(value))
        elif self.result.repr is Repr.VOID:
            builder.emit("return")
        else:
            builder.emit("return", self.coerce(value, self.result, slot))

    # --- suspending -----------------------------------------------------------------------------
    def yield_value(self, value: Val) -> Val:
        return Val(self.builder.emit("yield", self.word(value)), WORD)

    def delegate(self, iterator: Val) -> Val:
        """yield from: pass everything on until the inner one is done; its return value."""
        builder = self.builder
        inner, sent = builder.temporary(Repr.WORD, "inner"), builder.temporary(Repr.WORD, "sent")
        builder.set(inner, self.word(iterator))
        builder.set(sent, NONE_VALUE.operand)
        outer = builder.handler
        loop, thrown, check, done = (builder.new_block(x) for x in ("delegate", "thrown", "check", "done"))
        answer = builder.temporary(Repr.WORD, "answer")
        builder.jump(loop)
        builder.place(loop)
        step = self.runtime(
            "generator_delegate.delegate_send", Val(builder.get(inner), WORD), Val(builder.get(sent), WORD)
        )
        builder.set(answer, step.operand)
        builder.jump(check)
        builder.place(check)
        finished = builder.emit("same", builder.get(answer), Const(Repr.WORD, layout.DONE))
        suspend = builder.new_block("suspend")
        builder.branch(finished, done, suspend)
        builder.place(suspend)
        builder.handler = thrown
        received = builder.emit("yield", builder.get(answer))
        builder.handler = outer
        builder.set(sent, received)
        builder.jump(loop)
        builder.place(thrown)
        exception = builder.emit("catch")
        step = self.runtime(
            "generator_delegate.delegate_throw", Val(builder.get(inner), WORD), Val(exception, WORD)
        )
        builder.set(answer, step.operand)
        builder.jump(check)
        builder.place(done)
        return self.runtime("generator_delegate.finished_value")

    def await_value(self, value: Val) -> Val:
        return self.delegate(self.runtime("generator_delegate.awaitable_of", value))

    # --- async loops ------------------------------------------------------------------------------
    def async_iterate(self, value: Val, body: Callable[[Val, Block], None]) -> None:
        """Run the body for every item of an async iterable."""
        builder = self.builder
        holder = builder.temporary(Repr.WORD, "aiter")
        builder.set(holder, self.word(call_dynamic(self, value, "__aiter__", Arguments())))
        head, inside, ended, end = (builder.new_block(x) for x in ("async", "body", "ended", "done"))
        outer = builder.handler
        builder.jump(head)
        builder.place(head)
        builder.handler = ended
        following = call_dynamic(self, Val(builder.get(holder), WORD), "__anext__", Arguments())
        item = builder.temporary(Repr.WORD, "item")
        builder.set(item, self.word(self.await_value(following)))
        builder.handler = outer
        builder.jump(inside)
        builder.place(ended)
        exception = builder.emit("catch")
        stop = builder.emit("is_instance", exception, cls=self.stop_async_iteration())
        again = builder.new_block("again")
        builder.branch(stop, end, again)
        builder.place(again)
        builder.emit("raise", exception, reraise=True)
        builder.place(inside)
        body(Val(builder.get(item), WORD), head)
        builder.jump(head)
        builder.place(end)

    def stop_async_iteration(self) -> str:
        cls = self.find_class("builtins.StopAsyncIteration")
        return cls.name if cls is not None else "builtins.StopAsyncIteration"

    def async_for(self, node: n.ForStmt) -> None:
        end = self.builder.new_block("end")

        def body(value: Val, following: Block) -> None:
            assign(self, node.index, value)
            self.loops.append(Loop(end, following, len(self.cleanups)))
            self.block(node.body)
            self.loops.pop()

        self.async_iterate(self.operand(node.expr), body)
        self.block(node.else_body)
        self.builder.jump(end)
        self.builder.place(end)


def return_statement(fl: FunctionLowering, node: n.Statement) -> None:
    assert isinstance(node, n.ReturnStmt) and isinstance(fl, Suspension)
    fl.return_value(NONE_VALUE if node.expr is None else fl.operand(node.expr))


def wrap_yielded(fl: FunctionLowering, value: Val) -> Val:
    """What an async generator suspends with at `yield`."""
    decl = fl.lowerer.tables.functions["sesha.guest.builtins.async_generator.Yielded.<new>"]
    return fl.call_decl(decl, [value])


def yield_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.YieldExpr) and isinstance(fl, Suspension)
    value = NONE_VALUE if node.expr is None else fl.operand(node.expr)
    if fl.body.decl is not None and fl.body.decl.flavour is Flavour.ASYNC_GENERATOR:
        value = wrap_yielded(fl, value)
    return fl.yield_value(value)


def yield_from_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.YieldFromExpr) and isinstance(fl, Suspension)
    return fl.delegate(fl.runtime("generator_delegate.delegate_of", fl.operand(node.expr)))


def await_expression(fl: FunctionLowering, node: n.Expression) -> Val:
    assert isinstance(node, n.AwaitExpr) and isinstance(fl, Suspension)
    return fl.await_value(fl.operand(node.expr))


def generator_body(fl: FunctionLowering, node: n.GeneratorExpr, iterable: str) -> None:
    """The loops of a generator expression, its first iterable given as a parameter."""
    assert isinstance(fl, Suspension)
    wrap = fl.body.decl is not None and fl.body.decl.flavour is Flavour.ASYNC_GENERATOR

    def level(depth: int) -> None:
        if depth == len(node.sequences):
            value = fl.operand(node.left_expr)
            fl.yield_value(wrap_yielded(fl, value) if wrap else value)
            return

        def assigned(value: Val, following: Block) -> None:
            assign(fl, node.indices[depth], value)
            body(following)

        def body(following: Block) -> None:
            for test in node.condlists[depth]:
                kept = fl.builder.new_block("kept")
                condition(fl, test, kept, following)
                fl.builder.place(kept)
            level(depth + 1)

        if node.is_async[depth]:
            source = Val(fl.builder.get(iterable), WORD) if depth == 0 else fl.operand(node.sequences[depth])
            fl.async_iterate(source, assigned)
        elif depth == 0:
            walk_iterator(fl, Val(fl.builder.get(iterable), WORD), assigned)
        else:
            iterate(fl, node.sequences[depth], node.indices[depth], body)

    level(0)


__all__ = ["I64"]
