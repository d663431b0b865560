"""Put the bodies of `@inline` functions where the program calls them.

LLVM inlines them too, but after every call was followed by a test for an error; here the way on
which nothing can fail goes straight on, and only the slow calls inside are tested. That is most of
what arithmetic on words costs. Runs on the closed world, in functions that are compiled for speed;
in others the test is cheaper than the larger text.
"""

from sesha.compiler.ir.function import Block, Const, Function, Op, Operand, Value
from sesha.compiler.ir.operations import OPERATIONS
from sesha.compiler.transform.favour_size import SMALL
from sesha.compiler.transform.rewriter import Rewriter
from sesha.compiler.types.representation import Repr

SMALL_DISPATCHER = 40
"""Operations in a dispatcher that is short enough to stand where it is called."""
LOCAL_ACCESS = frozenset({"get", "set", "check_bound"})


def inline_calls(functions: dict[str, Function]) -> None:
    """Inline in every function that is not compiled for size."""
    bodies = {f.name: f for f in functions.values() if _to_be_inlined(f)}
    for function in functions.values():
        if SMALL not in function.markers and function.name not in bodies and _calls_any(function, bodies):
            _Inliner(function, bodies).run()


def _to_be_inlined(function: Function) -> bool:
    if function.traced or function.symbol is not None:
        return False
    if function.name.startswith("<get>") or function.name.startswith("<call>"):
        return sum(len(b.operations) for b in function.blocks) <= SMALL_DISPATCHER
    return function.inline == "always"


def _calls_any(function: Function, bodies: dict[str, Function]) -> bool:
    return any(_is_call_of(o, bodies) for b in function.blocks for o in b.operations)


def _is_call_of(operation: Op, bodies: dict[str, Function]) -> bool:
    return operation.opcode == "call" and operation.attributes["name"] in bodies


class _Inliner:
    """Rewrites one function; copies of bodies are scanned for calls as they are made."""

    def __init__(self, function: Function, bodies: dict[str, Function]) -> None:
        self.function = function
        self.bodies = bodies
        self.rewriter = Rewriter(function)
        self.values: dict[int, Operand] = {}
        """What stands for the result of an inlined call."""
        self.copies = 0

    def run(self) -> None:
        for block in list(self.function.blocks):
            for operation in self.rewriter.open(block):
                self._settle_operands(operation)
                self._keep(operation, ())
        self.rewriter.finish()

    def _settle_operands(self, operation: Op) -> None:
        if any(isinstance(o, Value) and o.id in self.values for o in operation.operands):
            operation.operands = [self._settled(o) for o in operation.operands]

    def _settled(self, operand: Operand) -> Operand:
        return self.values.get(operand.id, operand) if isinstance(operand, Value) else operand

    def _keep(self, operation: Op, inside: tuple[str, ...]) -> None:
        name = operation.attributes.get("name")
        if not _is_call_of(operation, self.bodies) or name in inside:
            self.rewriter.keep(operation)
            return
        result = _Copy(self, operation, (*inside, str(name))).make()
        if operation.result is not None and result is not None:
            self.values[operation.result.id] = result


class _Copy:
    """One copy of a body in place of a call."""

    def __init__(self, inliner: _Inliner, call: Op, inside: tuple[str, ...]) -> None:
        inliner.copies += 1
        self.inliner = inliner
        self.rewriter = inliner.rewriter
        self.call = call
        self.inside = inside
        self.callee = inliner.bodies[inside[-1]]
        self.suffix = f"~{inliner.copies}"
        self.values: dict[int, Operand] = {}
        self.blocks = {id(b): self.rewriter.new_block(b.label) for b in self.callee.blocks[1:]}
        self.parameters: dict[str, Operand] = {}
        self.returns = sum(o.opcode == "return" for b in self.callee.blocks for o in b.operations)
        self.joins = self.returns != 1 and self.callee.result is not Repr.VOID
        """Several results (or none, where the body only raises) come together in a local."""
        self.result: Operand | None = None

    def make(self) -> Operand | None:
        """Append the copy; gives what stands for the call's result."""
        self._bind()
        after = self.rewriter.new_block("after") if self._branches() else None
        for index, block in enumerate(self.callee.blocks):
            if index > 0:
                self.rewriter.place(self.blocks[id(block)])
            for operation in block.operations:
                self._copy(operation, after)
        if after is not None:
            self.rewriter.place(after)
            if self.joins:
                self.result = self.rewriter.emit(
                    "get", result=self.callee.result, name=self._name("<result>")
                )
        if self.returns == 0 and self.callee.result is not Repr.VOID:
            self.result = Const(self.callee.result, 0)  # nothing comes back; what follows is not reached
        return self.result

    def _branches(self) -> bool:
        return len(self.callee.blocks) > 1 or self.returns != 1

    def _bind(self) -> None:
        """Parameters that the body assigns become locals; others are the arguments themselves."""
        operations = [o for b in self.callee.blocks for o in b.operations]
        assigned = {o.attributes["name"] for o in operations if o.opcode == "set"}
        for name, representation in self.callee.locals.items():
            if name in assigned:
                self.inliner.function.locals[self._name(name)] = representation
        if self.joins:
            self.inliner.function.locals[self._name("<result>")] = self.callee.result
        for (name, _), argument in zip(self.callee.parameters, self.call.operands, strict=True):
            if name in assigned:
                self.rewriter.keep(self._operation("set", [argument], name=self._name(name)))
            else:
                self.parameters[name] = argument

    def _name(self, name: object) -> str:
        return f"{name}{self.suffix}"

    def _operation(self, opcode: str, operands: list[Operand], **attributes: object) -> Op:
        return Op(opcode, operands, attributes, None, self.call.line)

    def _operand(self, operand: Operand) -> Operand:
        if isinstance(operand, Value):
            return self.inliner._settled(self.values[operand.id])
        return operand

    def _copy(self, operation: Op, after: Block | None) -> None:
        operands = [self._operand(o) for o in operation.operands]
        if operation.opcode == "return":
            self._return(operands, after)
            return
        attributes = operation.attributes
        if operation.opcode in LOCAL_ACCESS:
            name = str(attributes["name"])
            if operation.opcode == "get" and name in self.parameters and operation.result is not None:
                self.values[operation.result.id] = self.parameters[name]
                return
            attributes = {**attributes, "name": self._name(name)}
        handler = operation.handler
        if handler is not None:
            handler = self.blocks[id(handler)]
        elif OPERATIONS[operation.opcode].raises:
            handler = self.call.handler
        copy = Op(
            operation.opcode,
            operands,
            attributes,
            self._result(operation),
            self.call.line,
            handler,
            [self.blocks[id(t)] for t in operation.targets],
        )
        self.inliner._keep(copy, self.inside)

    def _result(self, operation: Op) -> Value | None:
        if operation.result is None:
            return None
        value = self.rewriter.new_value(operation.result.repr)
        self.values[operation.result.id] = value
        return value

    def _return(self, operands: list[Operand], after: Block | None) -> None:
        if self.joins:
            self.rewriter.keep(self._operation("set", operands, name=self._name("<result>")))
        elif operands:
            self.result = operands[0]
        if after is not None:
            self.rewriter.keep(Op("jump", [], {}, None, self.call.line, None, [after]))
