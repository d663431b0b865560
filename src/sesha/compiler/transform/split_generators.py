"""Split generator functions: one that makes the frame, one that resumes it at its label.

Before:  function f(a): ... %v = yield x ... finish r
After:   function f(a): frame = allocate; store a; return frame
         function <resume>f(frame, sent, mode): switch on the label; at `yield` save what is live,
         store the next label, return x; there, restore, and go on with `sent` or raise it.
Locals and temporaries that live across a suspension have slots in the frame (layout.py GENERATOR_*).
"""

from collections.abc import Callable

from sesha.compiler.analysis.liveness import Name, live_across
from sesha.compiler.ir.builder import Builder, integer, raw_word, static
from sesha.compiler.ir.function import Block, Function, Op, Operand, Value
from sesha.compiler.transform.rewriter import Rewriter
from sesha.compiler.types.classes import Flavour
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

RESUME = "<resume>"
ALLOCATE = "sesha.guest.memory.allocate.allocate"
WIDTH = {Repr.WORD: "word", Repr.I64: "i64", Repr.F64: "f64", Repr.BOOL: "u8"}
FRAME_CLASS = {
    Flavour.GENERATOR: "generator",
    Flavour.COROUTINE: "coroutine",
    Flavour.ASYNC_GENERATOR: "async_generator",
}
FINISHED = -1
RUNNING = -2


def split_generator(function: Function) -> list[Function]:
    """The two functions that replace a generator function."""
    slots = _frame_slots(function)
    resume = _resume_function(function, slots)
    return [_maker(function, slots), resume]


def _frame_slots(function: Function) -> dict[Name, tuple[int, Repr]]:
    """Offset and representation of every value that outlives a suspension; parameters first."""
    yields = {id(o): o for b in function.blocks for o in b.operations if o.opcode == "yield"}
    live = live_across(function, set(yields))
    values: dict[Name, Repr] = {
        o.result.id: o.result.repr for b in function.blocks for o in b.operations if o.result is not None
    }
    wanted: dict[Name, None] = {name: None for name, _ in function.parameters}
    for operation in yields.values():
        for name in sorted(live.get(id(operation), ()), key=str):
            wanted[name] = None
    slots: dict[Name, tuple[int, Repr]] = {}
    for index, name in enumerate(wanted):
        representation = function.locals[name] if isinstance(name, str) else values[name]
        slots[name] = (layout.GENERATOR_SLOTS + 8 * index, representation)
    return slots


def _maker(function: Function, slots: dict[Name, tuple[int, Repr]]) -> Function:
    decl = function.decl
    assert decl is not None
    maker = Function(
        function.name, list(function.parameters), Repr.WORD, decl, traced=False, path=function.path
    )
    maker.locals.update(function.parameters)
    builder = Builder(maker)
    builder.line = decl.line
    size = layout.GENERATOR_SLOTS + 8 * len(slots)
    header = builder.emit("class_id", cls=FRAME_CLASS[decl.flavour])
    frame = builder.emit("call", integer((size + 15) & -16), header, result=Repr.I64, name=ALLOCATE)

    def store(offset: int, value: Operand, width: str) -> None:
        builder.emit("store", builder.emit("add", frame, integer(offset)), value, width=width)

    store(layout.GENERATOR_RESUME, builder.emit("function_address", name=RESUME + function.name), "i64")
    store(layout.GENERATOR_RESULT, raw_word(layout.NONE), "word")
    store(layout.GENERATOR_AWAITING, raw_word(layout.NONE), "word")
    store(layout.GENERATOR_NAME, static(decl.qualname), "word")
    for name, representation in function.parameters:
        value = builder.get(name)
        stored: Operand = builder.emit("i64_from_bool", value) if representation is Repr.BOOL else value
        store(slots[name][0], stored, WIDTH[representation])
    builder.emit("return", builder.emit("word", builder.emit("add", frame, integer(layout.TAG_POINTER))))
    return maker


class _Splitter:
    """Rewrites the body into the resume function."""

    def __init__(self, function: Function, slots: dict[Name, tuple[int, Repr]]) -> None:
        self.slots = slots
        self.source = function
        yields = {id(o) for b in function.blocks for o in b.operations if o.opcode == "yield"}
        self.live = live_across(function, yields)
        self.resume = Function(
            RESUME + function.name,
            [("<frame>", Repr.WORD), ("<sent>", Repr.WORD), ("<mode>", Repr.I64)],
            Repr.WORD,
            function.decl,
            dict(function.locals),
            function.blocks,
            traced=function.traced,
            path=function.path,
        )
        self.resume.locals.update(self.resume.parameters)
        self.rewriter = Rewriter(self.resume)
        self.entries: list[Block] = []
        self.temporaries = self._temporaries()

    def _temporaries(self) -> dict[int, str]:
        """Temporaries that live across a suspension become locals."""
        result = {}
        for name in self.slots:
            if isinstance(name, int):
                result[name] = f"%{name}"
                self.resume.locals[f"%{name}"] = self.slots[name][1]
        return result

    def run(self) -> Function:
        head = Block("resume")
        self.rewriter.place(head)
        first = self.resume.blocks[0]
        for block in list(self.source.blocks):
            old = self.rewriter.open(block)
            for operation in old:
                self._operation(operation)
        body = self.rewriter.blocks
        self._head(head, first)
        del body
        self.rewriter.finish()
        return self.resume

    def _operation(self, operation: Op) -> None:
        rewriter = self.rewriter
        rewriter.line, rewriter.handler = operation.line, operation.handler
        operation.operands = [self._read(o) for o in operation.operands]
        if operation.opcode == "yield":
            self._yield(operation)
            return
        if operation.opcode == "finish":
            self._store(layout.GENERATOR_RESULT, operation.operands[0], "word")
            self._store(layout.GENERATOR_STATE, integer(FINISHED), "i64")
            rewriter.emit("return", raw_word(layout.DONE))
            return
        rewriter.keep(operation)
        if operation.result is not None and operation.result.id in self.temporaries:
            rewriter.emit("set", operation.result, name=self.temporaries[operation.result.id])

    def _read(self, operand: Operand) -> Operand:
        if isinstance(operand, Value) and operand.id in self.temporaries:
            name = self.temporaries[operand.id]
            return self.rewriter.emit("get", result=operand.repr, name=name)
        return operand

    def _address(self, offset: int) -> Value:
        frame = self.rewriter.emit("bits", self.rewriter.emit("get", result=Repr.WORD, name="<frame>"))
        return self.rewriter.emit("add", frame, integer(offset - layout.TAG_POINTER))

    def _store(self, offset: int, value: Operand, width: str) -> None:
        self.rewriter.emit("store", self._address(offset), value, width=width)

    def _yield(self, operation: Op) -> None:
        rewriter = self.rewriter
        names = sorted(self.live.get(id(operation), set()), key=str)
        result = operation.result
        saved = [n for n in names if not (result is not None and n == result.id)]
        self._save(saved)
        resumed = rewriter.new_block("resumed")
        self.entries.append(resumed)
        self._store(layout.GENERATOR_STATE, integer(len(self.entries)), "i64")
        rewriter.emit("return", operation.operands[0])
        rewriter.place(resumed)
        self._store(layout.GENERATOR_STATE, integer(RUNNING), "i64")
        self._restore(saved)
        self._received(operation)

    def _received(self, operation: Op) -> None:
        """What was sent is the value of the yield; what was thrown is raised there."""
        rewriter = self.rewriter
        mode = rewriter.emit("get", result=Repr.I64, name="<mode>")
        thrown, going = rewriter.new_block("thrown"), rewriter.new_block("going")
        test = rewriter.emit("eq", mode, integer(layout.RESUME_THROW))
        rewriter.emit("branch", rewriter.emit("unlikely", test), targets=[thrown, going])
        rewriter.place(thrown)
        rewriter.handler = operation.handler
        rewriter.emit("raise", rewriter.emit("get", result=Repr.WORD, name="<sent>"))
        rewriter.place(going)
        if operation.result is not None:
            rewriter.keep(Op("get", [], {"name": "<sent>"}, operation.result, operation.line))
            if operation.result.id in self.temporaries:
                rewriter.emit("set", operation.result, name=self.temporaries[operation.result.id])

    def _local(self, name: Name) -> str:
        return name if isinstance(name, str) else self.temporaries[name]

    def _save(self, names: list[Name]) -> None:
        for name in names:
            offset, representation = self.slots[name]
            value: Operand = self.rewriter.emit("get", result=representation, name=self._local(name))
            if representation is Repr.BOOL:
                value = self.rewriter.emit("i64_from_bool", value)
            self._store(offset, value, WIDTH[representation])

    def _restore(self, names: list[Name]) -> None:
        for name in names:
            offset, representation = self.slots[name]
            loaded = Repr.I64 if representation is Repr.BOOL else representation
            value = self.rewriter.emit(
                "load", self._address(offset), result=loaded, width=WIDTH[representation]
            )
            if representation is Repr.BOOL:
                value = self.rewriter.emit("ne", value, integer(0))
            self.rewriter.emit("set", value, name=self._local(name))

    def _head(self, head: Block, first: Block) -> None:
        """Go to the label; at the first start, unpack the parameters."""
        rewriter = self.rewriter
        rewriter.block = head
        rewriter.line, rewriter.handler = 0, None
        state = rewriter.emit("load", self._address(layout.GENERATOR_STATE), result=Repr.I64, width="i64")
        start = rewriter.new_block("start")
        cases = list(range(1, len(self.entries) + 1))
        rewriter.emit("switch", state, targets=[*self.entries, start], cases=cases)
        rewriter.place(start)
        self._store(layout.GENERATOR_STATE, integer(RUNNING), "i64")
        self._restore([name for name, _ in self.source.parameters])
        mode = rewriter.emit("get", result=Repr.I64, name="<mode>")
        thrown = rewriter.new_block("thrown")
        test = rewriter.emit("eq", mode, integer(layout.RESUME_THROW))
        rewriter.emit("branch", test, targets=[thrown, first])
        rewriter.place(thrown)
        rewriter.emit("raise", rewriter.emit("get", result=Repr.WORD, name="<sent>"))


def _resume_function(function: Function, slots: dict[Name, tuple[int, Repr]]) -> Function:
    return _Splitter(function, slots).run()


__all__ = ["Callable"]
