"""Rebuild a function's blocks operation by operation: what passes that split blocks share."""

from sesha.compiler.ir.function import Block, Function, Op, Operand, Value
from sesha.compiler.ir.operations import OPERATIONS
from sesha.compiler.types.representation import Repr


class Rewriter:
    """Appends operations to a function that already exists."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self.blocks: list[Block] = []
        self.block = function.blocks[0]
        self.line = 0
        self.handler: Block | None = None
        self._values = max(
            (o.result.id for b in function.blocks for o in b.operations if o.result is not None), default=0
        )
        self._labels = 0

    def open(self, block: Block) -> list[Op]:
        """Start refilling a block; gives its old operations."""
        old = block.operations
        block.operations = []
        self.place(block)
        return old

    def place(self, block: Block) -> None:
        self.blocks.append(block)
        self.block = block

    def new_block(self, hint: str) -> Block:
        self._labels += 1
        return Block(f"{hint}.x{self._labels}")

    def new_value(self, representation: Repr) -> Value:
        self._values += 1
        return Value(self._values, representation)

    def keep(self, operation: Op) -> None:
        self.block.operations.append(operation)

    def emit(
        self,
        opcode: str,
        *operands: Operand,
        result: Repr | None = None,
        targets: list[Block] | None = None,
        **attributes: object,
    ) -> Value:
        facts = OPERATIONS[opcode]
        representation = result if result is not None else (facts.result or Repr.VOID)
        value = self.new_value(representation)
        handler = self.handler if facts.raises else None
        given = None if representation is Repr.VOID else value
        self.keep(Op(opcode, list(operands), attributes, given, self.line, handler, targets))
        return value

    def finish(self) -> None:
        self.function.blocks = self.blocks
