"""Write one IR function as an LLVM function.

Locals become stack slots (LLVM's SROA makes SSA of them), temporaries become SSA values, a raising
operation becomes a call, a test and a branch. How a call says that it raised depends on the
function's result (the *error convention*):

    raises False   the plain result
    WORD           the ERROR marker instead of a word
    VOID           i1, true when it raised
    others         { T, i1 }
"""

from collections.abc import Callable, Iterable

from sesha.compiler.ir.function import Block, Const, Function, Op, Operand
from sesha.compiler.llvm.context import ADD_FRAME, ALLOCATE, COLD, PENDING, Context
from sesha.compiler.llvm.simple import ALIASES, TEMPLATES
from sesha.compiler.llvm.text import TYPES, signed, symbol
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

Handler = Callable[["FunctionEmitter", Op], None]
HANDLERS: dict[str, Handler] = {}
"""Opcode -> how it is written, for those that no template covers; filled by the modules beside."""

MEMORY_FUNCTIONS = ("memcpy", "memmove", "memset", "memcmp", "bcmp")
"""LLVM makes calls of these from loops; inside themselves that would never end."""


HINTED = "hinted"
"""Marker of transform/hint_inlining.py."""
SMALL = "small"
"""Marker of transform/favour_size.py: compiled for size."""


FOR_SIZE = ["minsize", "optsize", '"no-jump-tables"="true"']
"""Entries of jump tables take eight bytes each: comparisons are smaller."""


def handles(*opcodes: str) -> Callable[[Handler], Handler]:
    """Register a function as the writer of these operations."""

    def register(handler: Handler) -> Handler:
        for opcode in opcodes:
            HANDLERS[opcode] = handler
        return handler

    return register


def result_type(function: Function, raises: bool) -> str:
    """The LLVM result type under the error convention."""
    plain = TYPES[function.result]
    if not raises or function.result is Repr.WORD:
        return plain
    return "i1" if function.result is Repr.VOID else f"{{ {plain}, i1 }}"


def error_value(function: Function) -> str:
    """What the function returns when it raises, with its type."""
    if function.result is Repr.WORD:
        return f"i64 {layout.ERROR}"
    if function.result is Repr.VOID:
        return "i1 true"
    zero = {Repr.F64: "double 0.0", Repr.BOOL: "i1 false"}.get(function.result, "i64 0")
    return f"{{ {TYPES[function.result]}, i1 }} {{ {zero}, i1 true }}"


class FunctionEmitter:
    """Writes the lines of one function; handlers add to it through `line`, `fresh` and `label`."""

    def __init__(self, context: Context, function: Function) -> None:
        self.context = context
        self.function = function
        self.raises = context.raises(function)
        self.lines: list[str] = []
        self.stack_slots: list[str] = []
        self.current = "start"
        self.favours_size = SMALL in function.markers
        self._values: dict[int, str] = {}
        self._fresh = 0
        self._blocks = {id(block): f"b{k}" for k, block in enumerate(function.blocks)}
        self._uses_error_exit = False
        self._cold: list[str] = []

    # --- writing -------------------------------------------------------------------------------
    def line(self, text: str) -> None:
        self.lines.append("  " + text)

    def fresh(self) -> str:
        self._fresh += 1
        return f"%t{self._fresh}"

    def new_label(self) -> str:
        self._fresh += 1
        return f"l{self._fresh}"

    def label(self, name: str) -> None:
        self.lines.append(f"{name}:")
        self.current = name

    def text(self, operand: Operand) -> str:
        if isinstance(operand, Const):
            return self.context.operand(operand)
        return self._values[operand.id]

    def typed(self, operand: Operand) -> str:
        return f"{TYPES[operand.repr]} {self.text(operand)}"

    def arguments(self, operands: Iterable[Operand]) -> str:
        return ", ".join(self.typed(o) for o in operands)

    def result(self, op: Op) -> str:
        """The name of the operation's result."""
        assert op.result is not None, op.opcode
        name = self._values[op.result.id] = f"%v{op.result.id}"
        return name

    def alias(self, op: Op, text: str) -> None:
        """The result is a value that exists already, or a constant."""
        if op.result is not None:
            self._values[op.result.id] = text

    def block_label(self, block: Block) -> str:
        return self._blocks[id(block)]

    def pointer(self, address: str) -> str:
        name = self.fresh()
        self.line(f"{name} = inttoptr i64 {address} to ptr")
        return name

    def field(self, word: str, offset: int) -> str:
        """Pointer to a field of the object that a pointer word points to."""
        base, name = self.pointer(word), self.fresh()
        self.line(f"{name} = getelementptr i8, ptr {base}, i64 {offset - layout.TAG_POINTER}")
        return name

    # --- errors ----------------------------------------------------------------------------------
    def error_target(self, op: Op) -> str:
        """The label to go to when the operation raises."""
        target = self.block_label(op.handler) if op.handler else "error"
        self._uses_error_exit |= op.handler is None
        if not (self.function.traced and self.context.traces) or op.attributes.get("reraise"):
            return target
        label = self.new_label()
        index = self.context.sites.index(self.function, op.line)
        self._cold += [f"{label}:", f"  {self._add_frame_call(index)}", f"  br label %{target}"]
        return label

    def _add_frame_call(self, index: int) -> str:
        callee = self.context.functions[ADD_FRAME]
        type_ = result_type(callee, self.context.raises(callee))
        return f"call {type_} {self.context.function_symbol(ADD_FRAME)}(i64 {index})"

    def go_if(self, condition: str, op: Op) -> None:
        """Leave for the error path when the i1 is true."""
        next_label = self.new_label()
        self.line(f"br i1 {condition}, label %{self.error_target(op)}, label %{next_label}, {COLD}")
        self.label(next_label)

    def word_or_error(self, op: Op, word: str) -> None:
        """Test a word for the ERROR marker; it is the result otherwise."""
        test = self.fresh()
        self.line(f"{test} = icmp eq i64 {word}, {layout.ERROR}")
        self.go_if(test, op)
        self.alias(op, word)

    def call(self, op: Op, name: str, arguments: str) -> str:
        """Call an IR function; go to the error path if it raised. Gives the plain result's text."""
        callee = self.context.functions[name]
        raises = self.context.raises(callee)
        type_ = result_type(callee, raises)
        call = f"call {type_} {self.context.function_symbol(name)}({arguments}){self._placement(callee)}"
        if type_ == "void":
            self.line(call)
            return ""
        value = self.fresh()
        self.line(f"{value} = {call}")
        if not raises:
            return value
        if callee.result is Repr.VOID:
            self.go_if(value, op)
            return ""
        test = self.fresh()
        if callee.result is Repr.WORD:
            self.line(f"{test} = icmp eq i64 {value}, {layout.ERROR}")
            self.go_if(test, op)
            return value
        self.line(f"{test} = extractvalue {type_} {value}, 1")
        self.go_if(test, op)
        plain = self.fresh()
        self.line(f"{plain} = extractvalue {type_} {value}, 0")
        return plain

    def _placement(self, callee: Function) -> str:
        """A function marked `inline` is put into code that is to be fast (other such functions end up
        there); where size counts, LLVM puts it inline if that is smaller."""
        if callee.inline != "always" or not self.context.target.optimize:
            return ""
        if self.favours_size and self.function.inline != "always":
            return " noinline" if callee.name == ALLOCATE else ""
        return " alwaysinline"

    # --- the whole function ------------------------------------------------------------------------
    def emit(self) -> str:
        for block in self.function.blocks:
            self.label(self.block_label(block))
            for op in block.operations:
                self._operation(op)
        if self._uses_error_exit:
            self._cold += ["error:", f"  {self._error_exit()}"]
        head = [self._signature() + " {", "start:", *self._entry_lines()]
        return "\n".join([*head, *self.lines, *self._cold, "}", ""])

    def _operation(self, op: Op) -> None:
        template = TEMPLATES.get(op.opcode)
        if template is not None:
            texts = [self.text(o) for o in op.operands]
            result = self.result(op) if op.result is not None else ""
            prefix = self.fresh() if "{t}" in template else ""
            self.line(template.format(*texts, r=result, t=prefix))
        elif op.opcode in ALIASES:
            self.alias(op, self.text(op.operands[0]))
        else:
            HANDLERS[op.opcode](self, op)

    def _error_exit(self) -> str:
        if not self.raises:
            return "unreachable"
        return f"ret {error_value(self.function)}"

    def _signature(self) -> str:
        function = self.function
        parameters = ", ".join(f"{TYPES[r]} %p{k}" for k, (_, r) in enumerate(function.parameters))
        linkage = "" if function.symbol else "internal "
        name = self.context.function_symbol(function.name)
        type_ = result_type(function, self.raises)
        return f"define {linkage}{type_} {name}({parameters}) {self._attributes()}"

    def _attributes(self) -> str:
        attributes = ["#0"]
        if self.function.inline == "never":
            attributes.append("noinline")
        if "cold" in self.function.markers:
            attributes.append("cold")
        if HINTED in self.function.markers:
            attributes.append("inlinehint")
        if self.favours_size:
            attributes += FOR_SIZE
        if self.function.symbol in MEMORY_FUNCTIONS:
            attributes.append('"no-builtins"')
        if "guarded" in self.function.markers:
            attributes.append('"disable-tail-calls"="true"')
        return " ".join(attributes)

    def _entry_lines(self) -> list[str]:
        lines = [f"  {local(name)} = alloca {TYPES[r]}" for name, r in self._all_locals().items()]
        for k, (name, r) in enumerate(self.function.parameters):
            lines.append(f"  store {TYPES[r]} %p{k}, ptr {local(name)}")
        return [*lines, *self.stack_slots, "  br label %b0"]

    def _all_locals(self) -> dict[str, Repr]:
        return {**dict(self.function.parameters), **self.function.locals}


def local(name: str) -> str:
    """The stack slot of a local variable."""
    return "%" + symbol("." + name)[1:]


@handles("get")
def _get(emitter: FunctionEmitter, op: Op) -> None:
    assert op.result is not None
    name = str(op.attributes["name"])
    emitter.line(f"{emitter.result(op)} = load {TYPES[op.result.repr]}, ptr {local(name)}")


@handles("set")
def _set(emitter: FunctionEmitter, op: Op) -> None:
    emitter.line(f"store {emitter.typed(op.operands[0])}, ptr {local(str(op.attributes['name']))}")


@handles("jump")
def _jump(emitter: FunctionEmitter, op: Op) -> None:
    emitter.line(f"br label %{emitter.block_label(op.targets[0])}")


@handles("branch")
def _branch(emitter: FunctionEmitter, op: Op) -> None:
    yes, no = (emitter.block_label(target) for target in op.targets)
    emitter.line(f"br {emitter.typed(op.operands[0])}, label %{yes}, label %{no}")


@handles("switch")
def _switch(emitter: FunctionEmitter, op: Op) -> None:
    cases = op.attributes["cases"]
    assert isinstance(cases, (list, tuple))
    arms = " ".join(
        f"i64 {signed(int(case))}, label %{emitter.block_label(target)}"
        for case, target in zip(cases, op.targets)
    )
    default = emitter.block_label(op.targets[-1])
    emitter.line(f"switch {emitter.typed(op.operands[0])}, label %{default} [ {arms} ]")


@handles("return")
def _return(emitter: FunctionEmitter, op: Op) -> None:
    function = emitter.function
    if function.result is Repr.VOID:
        emitter.line("ret i1 false" if emitter.raises else "ret void")
        return
    value = emitter.typed(op.operands[0])
    if not emitter.raises or function.result is Repr.WORD:
        emitter.line(f"ret {value}")
        return
    type_ = result_type(function, True)
    first, second = emitter.fresh(), emitter.fresh()
    emitter.line(f"{first} = insertvalue {type_} poison, {value}, 0")
    emitter.line(f"{second} = insertvalue {type_} {first}, i1 false, 1")
    emitter.line(f"ret {type_} {second}")


@handles("raise")
def _raise(emitter: FunctionEmitter, op: Op) -> None:
    emitter.line(f"store {emitter.typed(op.operands[0])}, ptr {symbol(PENDING)}")
    emitter.line(f"br label %{emitter.error_target(op)}")


@handles("catch")
def _catch(emitter: FunctionEmitter, op: Op) -> None:
    emitter.line(f"{emitter.result(op)} = load i64, ptr {symbol(PENDING)}")
    emitter.line(f"store i64 {layout.NONE}, ptr {symbol(PENDING)}")
