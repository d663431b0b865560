"""Hold IR: constants, values, operations, blocks, functions, the program.

Locals are named, mutable and typed; temporaries (`Value`) are assigned once. A block ends with one
terminating operation. Mutable locals keep exception edges simple; LLVM makes SSA of them.
"""

from dataclasses import dataclass, field

from sesha.compiler.types.classes import ClassDecl, FunctionDecl, GlobalDecl
from sesha.compiler.types.representation import Repr


@dataclass(frozen=True)
class Const:
    """A constant operand. `value` is an int (I64; WORD: the raw bits), float, bool, or, for a
    WORD, a `Static` to be laid out in read-only memory."""

    repr: Repr
    value: "int | float | bool | Static"


@dataclass(frozen=True)
class Static:
    """A Python constant as a static object: str, bytes, int, float, tuple of constants, None, bool.
    The type name keeps 1, 1.0 and True apart when statics are merged."""

    kind: str
    value: object


class Value:
    """The result of one operation."""

    __slots__ = ("id", "repr")

    def __init__(self, id: int, repr: Repr) -> None:
        self.id = id
        self.repr = repr

    def __repr__(self) -> str:
        return f"%{self.id}"


Operand = Value | Const


class Op:
    """One operation: opcode (a key of OPERATIONS), operands, attributes, result, source line."""

    __slots__ = ("attributes", "handler", "line", "opcode", "operands", "result", "targets")

    def __init__(
        self,
        opcode: str,
        operands: list[Operand],
        attributes: dict[str, object],
        result: Value | None,
        line: int = 0,
        handler: "Block | None" = None,
        targets: "list[Block] | None" = None,
    ) -> None:
        self.opcode = opcode
        self.operands = operands
        self.attributes = attributes
        self.result = result
        self.line = line
        self.handler = handler
        self.targets = targets if targets is not None else []


class Block:
    """Operations in order; the last one terminates."""

    __slots__ = ("label", "operations")

    def __init__(self, label: str) -> None:
        self.label = label
        self.operations: list[Op] = []


@dataclass
class Function:
    """A function body. `parameters` are locals that hold the arguments on entry.

    inline: "always", "never" or None. traced: exceptions that pass record a traceback entry.
    symbol: exported linker name. raises: None until the may-raise analysis has run."""

    name: str
    parameters: list[tuple[str, Repr]]
    result: Repr
    decl: FunctionDecl | None = None
    locals: dict[str, Repr] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    inline: str | None = None
    symbol: str | None = None
    traced: bool = False
    raises: bool | None = None
    generator: bool = False
    path: str = ""
    markers: frozenset[str] = frozenset()
    frame: "FrameLayout | None" = None


@dataclass
class FrameLayout:
    """The heap frame of a generator function: pseudo-class name and its slots in order."""

    cls: str
    slots: list[tuple[str, Repr]]


@dataclass
class Program:
    """Everything that lowering reached."""

    functions: dict[str, Function] = field(default_factory=dict)
    classes: dict[str, ClassDecl] = field(default_factory=dict)
    globals: dict[str, GlobalDecl] = field(default_factory=dict)
    entry: str = ""
