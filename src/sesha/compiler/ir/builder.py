"""Append operations to a function: the only way that IR is made."""

from sesha.compiler.ir.function import Block, Const, Function, Op, Operand, Static, Value
from sesha.compiler.ir.operations import OPERATIONS
from sesha.compiler.types.representation import Repr


class Builder:
    """Build one function. `line` and `handler` are stamped on every operation."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.line = 0
        self.handler: Block | None = None
        self._values = 0
        self._labels = 0
        self.block = self.new_block("entry")
        self.place(self.block)

    def new_block(self, hint: str = "b") -> Block:
        self._labels += 1
        return Block(f"{hint}.{self._labels}")

    def place(self, block: Block) -> None:
        """Make the block the current one; it follows those placed before."""
        self.function.blocks.append(block)
        self.block = block

    @property
    def terminated(self) -> bool:
        operations = self.block.operations
        return bool(operations) and OPERATIONS[operations[-1].opcode].terminates

    def mark(self, result: Operand, **attributes: object) -> None:
        """Add attributes to the operation just appended, which has that result."""
        operation = self.block.operations[-1]
        assert operation.result is result
        operation.attributes.update(attributes)

    def emit(
        self,
        opcode: str,
        *operands: Operand,
        result: Repr | None = None,
        targets: list[Block] | None = None,
        **attributes: object,
    ) -> Value:
        """Append an operation; gives its result (of representation VOID when it has none)."""
        facts = OPERATIONS[opcode]
        representation = result if result is not None else (facts.result or Repr.VOID)
        self._values += 1
        value = Value(self._values, representation)
        if self.terminated:
            self.place(self.new_block("dead"))
        self.block.operations.append(
            Op(
                opcode,
                list(operands),
                attributes,
                None if representation is Repr.VOID else value,
                self.line,
                self.handler if facts.raises else None,
                targets,
            )
        )
        return value

    def local(self, name: str, representation: Repr) -> str:
        """Declare a local variable; a second use of the name must agree."""
        self.function.locals.setdefault(name, representation)
        return name

    def temporary(self, representation: Repr, hint: str = "t") -> str:
        """Declare a fresh local variable."""
        self._labels += 1
        return self.local(f"{hint}.{self._labels}", representation)

    def get(self, name: str) -> Value:
        return self.emit("get", result=self.function.locals[name], name=name)

    def set(self, name: str, value: Operand) -> None:
        self.emit("set", value, name=name)

    def jump(self, target: Block) -> None:
        if not self.terminated:
            self.emit("jump", targets=[target])

    def branch(self, condition: Operand, yes: Block, no: Block) -> None:
        self.emit("branch", condition, targets=[yes, no])


def integer(value: int) -> Const:
    return Const(Repr.I64, value)


def boolean(value: bool) -> Const:
    return Const(Repr.BOOL, value)


def raw_word(bits: int) -> Const:
    return Const(Repr.WORD, bits)


def static(value: object) -> Const:
    """A word constant of a Python value."""
    return Const(Repr.WORD, make_static(value))


def make_static(value: object) -> Static:
    if isinstance(value, tuple):
        return Static("tuple", tuple(make_static(item) for item in value))
    return Static(type(value).__name__, value)
