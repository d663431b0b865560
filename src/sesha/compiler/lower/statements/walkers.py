"""Walk iterables: one step of each kind as code, for loops over one of them or over several at once.

A walker holds its state in locals. `step` emits code that goes to `end` when nothing is left; the builder
stands after it with the next item. A list may change while it is walked: its length is read at every
turn.
"""

from typing import Protocol

from mypy import nodes as n

from sesha.compiler.ir.builder import integer
from sesha.compiler.ir.function import Block, Const
from sesha.compiler.lower.forms import has_other_form
from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import SMALL_BITS, Val
from sesha.compiler.types.classes import I64, WORD, Type
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

LIST = Type(Repr.WORD, "builtins.list")
INDEXED = {"builtins.list": "list", "builtins.tuple": "tuple"}


class Walker(Protocol):
    def step(self, end: Block) -> Val: ...


class IndexWalker:
    """A list or tuple, by its index."""

    def __init__(self, fl: FunctionLowering, value: Val, kind: str) -> None:
        self.fl, self.kind, self.type = fl, kind, value.type
        self.container = fl.builder.temporary(Repr.WORD, kind)
        self.index = fl.builder.temporary(Repr.I64, "i")
        fl.builder.set(self.container, value.operand)
        fl.builder.set(self.index, integer(0))

    def step(self, end: Block) -> Val:
        fl, builder = self.fl, self.fl.builder
        inside = builder.new_block("item")
        container = Val(builder.get(self.container), self.type)
        index = builder.get(self.index)
        length = fl.runtime(f"{self.kind}.length", container)
        builder.branch(builder.emit("slt", index, length.operand), inside, end)
        builder.place(inside)
        item = fl.runtime(f"{self.kind}.item", container, Val(index, I64))
        builder.set(self.index, builder.emit("add", index, integer(1)))
        return Val(item.operand, WORD)


class IteratorWalker:
    """Anything, by its iterator."""

    def __init__(self, fl: FunctionLowering, iterator: Val) -> None:
        self.fl = fl
        self.holder = fl.builder.temporary(Repr.WORD, "iter")
        fl.builder.set(self.holder, fl.word(iterator))

    def step(self, end: Block) -> Val:
        fl, builder = self.fl, self.fl.builder
        inside = builder.new_block("item")
        item = fl.runtime("iteration.next_or_done", Val(builder.get(self.holder), WORD))
        done = builder.emit("same", item.operand, Const(Repr.WORD, layout.DONE))
        builder.branch(done, end, inside)
        builder.place(inside)
        return Val(item.operand, WORD)


class EitherWalker:
    """A value of unknown class: a list by its index, anything else by its iterator."""

    def __init__(self, fl: FunctionLowering, value: Val, iterate: str) -> None:
        builder = self.builder = fl.builder
        self.plain = builder.temporary(Repr.BOOL, "list")
        self.item = builder.temporary(Repr.WORD, "item")
        list_id = Val(builder.emit("class_id", cls=LIST.cls), I64)
        builder.set(self.plain, fl.runtime("type.has_exact_class", value, list_id).operand)
        self.by_index = IndexWalker(fl, Val(value.operand, LIST), "list")
        ask, ready = builder.new_block("iter"), builder.new_block("for")
        self.by_iterator = IteratorWalker(fl, value)
        builder.branch(builder.get(self.plain), ready, ask)
        builder.place(ask)
        builder.set(self.by_iterator.holder, fl.runtime(iterate, value).operand)
        builder.jump(ready)
        builder.place(ready)

    def step(self, end: Block) -> Val:
        builder = self.builder
        listed, stepped, inside = (builder.new_block(x) for x in ("list", "step", "item"))
        builder.branch(builder.get(self.plain), listed, stepped)
        for block, walker in ((listed, self.by_index), (stepped, self.by_iterator)):
            builder.place(block)
            builder.set(self.item, walker.step(end).operand)
            builder.jump(inside)
        builder.place(inside)
        return Val(builder.get(self.item), WORD)


class CountWalker:
    """The numbers of `enumerate`."""

    def __init__(self, fl: FunctionLowering) -> None:
        self.builder = fl.builder
        self.counter = fl.builder.temporary(Repr.I64, "count")
        fl.builder.set(self.counter, integer(0))

    def step(self, end: Block) -> Val:
        value = self.builder.get(self.counter)
        self.builder.set(self.counter, self.builder.emit("add", value, integer(1)))
        return Val(value, I64, SMALL_BITS)


def unknown(fl: FunctionLowering, value: Val) -> bool:
    """A value of the program of which nothing is known."""
    return value.type == WORD and not fl.guest


def iterates_otherwise(fl: FunctionLowering, cls: str) -> bool:
    """Whether a subclass of a built-in sequence has its own `__iter__`."""
    return not fl.guest and has_other_form(fl.lowerer, cls, "iter")


def walker_of(fl: FunctionLowering, value: Val, iterate: str = "iteration.iter_of") -> Walker:
    """How to walk a value; `iterate` gives its iterator."""
    if value.cls in INDEXED and not iterates_otherwise(fl, value.cls):
        return IndexWalker(fl, value, INDEXED[value.cls])
    if unknown(fl, value):
        return EitherWalker(fl, value, iterate)
    return IteratorWalker(fl, fl.runtime(iterate, value))


def walkers_together(
    fl: FunctionLowering, source: n.Expression, target: n.Expression
) -> list[tuple[n.Expression, Walker]] | None:
    """`for a, b in zip(x, y)` and `for i, a in enumerate(x)`, of which no tuple has to be made: the
    targets, each with what it takes its items from; None if the loop is not such a one."""
    if fl.guest or not isinstance(target, (n.TupleExpr, n.ListExpr)) or not isinstance(source, n.CallExpr):
        return None
    items = target.items
    if any(isinstance(i, n.StarExpr) for i in items) or any(k is not n.ARG_POS for k in source.arg_kinds):
        return None
    name = source.callee.fullname if isinstance(source.callee, n.NameExpr) else ""
    if name == "builtins.zip" and len(items) == len(source.args) > 0:
        values = [fl.operand(a) for a in source.args]
        return [(i, walker_of(fl, v, "iteration.checked_iter")) for i, v in zip(items, values, strict=True)]
    if name == "builtins.enumerate" and len(items) == 2 and len(source.args) == 1:
        walked = walker_of(fl, fl.operand(source.args[0]), "iteration.checked_iter")
        return [(items[0], CountWalker(fl)), (items[1], walked)]
    return None
