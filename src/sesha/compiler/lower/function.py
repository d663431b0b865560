"""Lower one function: the state that all constructs share, coercions, and calls by name.

Constructs live in their own modules and are reached through two dispatch tables (`constructs.py`):
`expression(fl, node) -> Val` and `statement(fl, node) -> None`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from mypy import nodes as n

from sesha.compiler.diagnostics.diagnostic import Unsupported
from sesha.compiler.ir.builder import Builder, integer, static
from sesha.compiler.ir.function import Block, Const, Function, Operand, Static
from sesha.compiler.lower.claims import Claims
from sesha.compiler.lower.declare.bodies import Body, Module
from sesha.compiler.lower.forms import has_other_form
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.floats import NUMBER
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.lower.value import NONE_VALUE, SMALL_BITS, Val
from sesha.compiler.types.classes import (
    BOOL,
    F64,
    I64,
    INT,
    UNCLAIMED,
    WORD,
    ClassDecl,
    FunctionDecl,
    GlobalDecl,
    Type,
)
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

GUEST = "sesha.guest."
"""Parameters of the guest library that are declared float get floats, also from ints."""

ExpressionLowering = Callable[["FunctionLowering", n.Expression], Val]
TUPLE = "builtins.tuple"
StatementLowering = Callable[["FunctionLowering", n.Statement], None]


@dataclass
class Variable:
    """Where a name of the function lives: an IR local, or a cell that the local points to."""

    local: str
    type: Type
    cell: bool = False
    bits: int | None = None
    room: str | None = None
    """A local with the bytes that are free behind a text: see lower/statements/growing.py."""


@dataclass
class Loop:
    """Targets of break and continue, and how many `finally` bodies lie outside the loop."""

    break_to: Block
    continue_to: Block
    depth: int


@dataclass
class Cleanup:
    """A `finally` body or `__exit__` call to run when control leaves through here."""

    run: Callable[[], None]
    handler: Block | None
    handled: str | None = None


RAW_CLASSES = {Repr.I64: "builtins.int", Repr.BOOL: "builtins.bool", Repr.F64: "builtins.float"}
"""What a value outside a word is."""


@dataclass
class FunctionLowering(Claims):
    """State of lowering one function body."""

    lowerer: Lowerer
    body: Body
    function: Function
    builder: Builder
    expressions: dict[type, ExpressionLowering]
    statements: dict[type, StatementLowering]
    variables: dict[str, Variable] = field(default_factory=dict)
    result: Type = WORD
    loops: list[Loop] = field(default_factory=list)
    cleanups: list[Cleanup] = field(default_factory=list)
    handled: list[str] = field(default_factory=list)
    qualname: str = ""
    trusted: bool = True
    class_name: str | None = None
    class_scope: "dict[str, str] | None" = None
    nested_decls: dict[str, FunctionDecl] = field(default_factory=dict)
    unclaimed: set[str] = field(default_factory=set)
    """Locals of which mypy's type is not believed: what a generator is sent is None for `next`."""
    guest_rules: bool = True
    """Synthetic functions of the program set this to False: ints in float slots are then noted."""
    holders: dict[n.Expression, str] = field(default_factory=dict)
    """Where the value of an expression is kept as well (statements/fresh_generators.py)."""
    beyond_small: bool = False
    """Inside the body of a loop over a range that is not counted (statements/ranges.py)."""

    # --- what the surroundings say ------------------------------------------------------------
    @property
    def module(self) -> Module:
        return self.body.module

    @property
    def guest(self) -> bool:
        return self.body.module.guest

    def unsupported(self, what: str, node: object, instead: str = "") -> Unsupported:
        return Unsupported(what, instead, node)

    # --- expressions and statements -------------------------------------------------------------
    def expression(self, node: n.Expression) -> Val:
        """Lower an expression; the result carries what is certain, not what mypy claims."""
        lowering = self.expressions.get(type(node))
        if lowering is None:
            raise self.unsupported(f"this expression ({type(node).__name__})", node)
        line = self.builder.line
        if node.line > 0:
            self.builder.line = node.line
        try:
            value = lowering(self, node)
        except Unsupported as error:
            if error.node is None:
                error.node = node
            raise
        if node in self.holders:
            self.builder.set(self.holders[node], self.word(value))
        if line > 0:
            self.builder.line = line
        return value

    def operand(self, node: n.Expression) -> Val:
        """Lower an expression and test what mypy claims, so that it may be relied upon."""
        if not self.believed(node):
            return self.expression(node)
        value = self.expression(node)
        if value.type == UNCLAIMED:
            return Val(value.operand, WORD)
        return self.narrow(value, self.type_of(node))

    def statement(self, node: n.Statement) -> None:
        lowering = self.statements.get(type(node))
        if lowering is None:
            raise self.unsupported(f"this statement ({type(node).__name__})", node)
        if node.line > 0:
            self.builder.line = node.line
        lowering(self, node)

    def block(self, node: n.Block | list[n.Statement] | None) -> None:
        statements = node.body if isinstance(node, n.Block) else node or []
        for statement in statements:
            self.statement(statement)

    # --- coercions ------------------------------------------------------------------------------
    def find_class(self, name: str | None) -> ClassDecl | None:
        return self.lowerer.tables.find_class(name)

    def is_subclass(self, name: str | None, of: str) -> bool:
        return name == of or self.lowerer.tables.is_subclass(name, of)

    def narrow(self, value: Val, claim: Type, hard: bool = False) -> Val:
        """Make certain that a value of unknown class is what is claimed. That it is a tuple is
        only believed when `hard`: typeshed says so of lists too (asyncio.gather)."""
        if claim.cls == TUPLE and value.cls is None and not hard and not self.guest:
            return value
        if value.repr is not Repr.WORD or claim == WORD or claim.repr is Repr.VOID:
            return value
        if claim.repr is Repr.I64 or value.cls == NUMBER:
            return value
        if value.cls == "?" and claim.repr is Repr.WORD:
            return Val(value.operand, claim)
        if value.cls is not None and (claim.cls is None or self.is_subclass(value.cls, claim.cls)):
            return value
        if claim.repr is Repr.WORD:
            cls = self.find_class(claim.cls)
            if cls is None or cls.is_protocol:
                return value
            self.check_instance(value.operand, cls)
            return Val(value.operand, Type(Repr.WORD, cls.name if claim.cls != INT.cls else INT.cls))
        if value.cls == INT.cls:
            return value
        if claim.repr is Repr.F64 and not self.guest:
            return self.claimed_float(value)
        return Val(self.coerce(value, claim), claim)

    def claimed_float(self, value: Val) -> Val:
        """A word that is said to be a float: unboxed, or left alone where ints may be among them."""
        if self.lowerer.mixed:
            return Val(value.operand, Type(Repr.WORD, NUMBER))
        return self.runtime("float.unbox_claimed", value)

    def check_instance(self, word: Operand, cls: ClassDecl) -> None:
        """Raise TypeError unless the word is an instance of the class."""
        builder = self.builder
        good, bad = builder.new_block("is"), builder.new_block("isnt")
        test = builder.emit("is_instance", word, cls=cls.name)
        builder.branch(builder.emit("likely", test), good, bad)
        builder.place(bad)
        self.runtime(
            "operators.claim_failed",
            Val(word, WORD),
            Val(static(cls.qualname), Type(Repr.WORD, "builtins.str")),
        )
        builder.emit("unreachable")
        builder.place(good)

    def word(self, value: Val) -> Operand:
        """The value as a tagged word."""
        builder = self.builder
        if value.repr is Repr.WORD:
            return value.operand
        if value.repr is Repr.BOOL:
            if isinstance(value.operand, Const):
                return Const(Repr.WORD, layout.TRUE if value.operand.value else layout.FALSE)
            return builder.emit("word_from_bool", value.operand)
        if value.repr is Repr.I64:
            if value.bits is not None and value.bits <= SMALL_BITS:
                if isinstance(value.operand, Const):
                    assert isinstance(value.operand.value, int)
                    return Const(Repr.WORD, value.operand.value << layout.INT_SHIFT)
                return builder.emit("word", builder.emit("shl", value.operand, integer(layout.INT_SHIFT)))
            return self.runtime("int.from_i64", value).operand
        if value.repr is Repr.F64:
            if isinstance(value.operand, Const):
                return static(value.operand.value)
            return self.runtime("float.box", value).operand
        return NONE_VALUE.operand

    def coerce(self, value: Val, target: Type, slot: tuple[str, ...] | None = None) -> Operand:
        """The value in the representation (and tested to be of the class) of the target."""
        if target.repr is Repr.WORD:
            return self._to_class(value, target)
        if target.repr is Repr.F64:
            return self._to_float(value, slot)
        if target.repr is Repr.I64:
            return self._to_i64(value)
        if target.repr is Repr.BOOL:
            return self._to_bool(value)
        return value.operand

    def _to_class(self, value: Val, target: Type) -> Operand:
        if target.cls is not None:
            raw = RAW_CLASSES.get(value.repr)
            if raw is not None and not self.is_subclass(raw, target.cls):
                value = Val(self.word(value), WORD)
            if value.repr is Repr.WORD:
                value = self.narrow(value, target, hard=True)
        return self.word(value)

    def _to_float(self, value: Val, slot: tuple[str, ...] | None) -> Operand:
        if value.repr is Repr.F64:
            return value.operand
        if value.is_python_int or value.repr is not Repr.WORD:
            self._note_int(slot)
            return self.float_from_int(value)
        if value.cls == NUMBER or value.cls is None:
            self._note_int(slot)
        return self.runtime("float.unbox_checked", value).operand

    def _note_int(self, slot: tuple[str, ...] | None) -> None:
        """An int flows into a float slot of the program: the slot must be a word."""
        if slot is not None and not (self.guest and self.guest_rules) and not slot[1].startswith(GUEST):
            self.lowerer.impure.add(slot)

    def float_from_int(self, value: Val) -> Operand:
        """An int of any representation as a double (OverflowError when too large)."""
        if value.repr is Repr.I64 and (value.bits is None or value.bits <= 64):
            if isinstance(value.operand, Const):
                assert isinstance(value.operand.value, int)
                return Const(Repr.F64, float(value.operand.value))
            return self.builder.emit("f64_from_i64", value.operand)
        if value.repr is Repr.BOOL:
            return self.builder.emit("f64_from_i64", self.builder.emit("i64_from_bool", value.operand))
        return self.runtime("float.from_int", Val(value.operand, INT)).operand

    def _to_i64(self, value: Val) -> Operand:
        if value.repr is Repr.I64:
            return value.operand
        if value.repr is Repr.BOOL:
            return self.builder.emit("i64_from_bool", value.operand)
        if isinstance(value.operand, Const) and isinstance(value.operand.value, Static):
            number = value.operand.value.value
            if isinstance(number, int):
                return integer(number)
        return self.runtime("int.to_i64", Val(self.narrow(value, INT).operand, INT)).operand

    def _to_bool(self, value: Val) -> Operand:
        if value.repr is Repr.BOOL:
            return value.operand
        cls = self.find_class("builtins.bool")
        if value.repr is Repr.WORD and cls is not None:
            self.check_instance(value.operand, cls)
            return self.builder.emit("same", value.operand, Const(Repr.WORD, layout.TRUE))
        return self.truth(value)

    def truth(self, value: Val) -> Operand:
        """The truth of a value, as a bit."""
        builder = self.builder
        if value.repr is Repr.BOOL:
            return value.operand
        if value.repr is Repr.I64:
            return builder.emit("ne", value.operand, integer(0))
        if value.repr is Repr.F64:
            return builder.emit("fne", value.operand, Const(Repr.F64, 0.0))
        if value.cls is not None:
            decl = self.typed_form(value.cls, "truth")
            if decl is not None:
                return self.call_decl(decl, [value]).operand
            length = self.typed_form(value.cls, "length")
            if length is not None:
                return builder.emit("ne", self.call_decl(length, [value]).operand, integer(0))
        return self.runtime("operators.truth", value).operand

    # --- calls ----------------------------------------------------------------------------------
    def runtime_decl(self, name: str) -> FunctionDecl:
        """A function of guest/builtins by `module.function`, or of guest by `/module.function`."""
        full = GUEST + name[1:] if name.startswith("/") else f"{BUILTINS}.{name}"
        found = self.lowerer.tables.resolve(full)
        if not isinstance(found, FunctionDecl):
            raise Unsupported(f"an operation that needs the runtime's {name}")
        return found

    def runtime(self, name: str, *values: Val) -> Val:
        return self.call_decl(self.runtime_decl(name), list(values))

    def typed_form(self, cls: str | None, name: str) -> FunctionDecl | None:
        """The typed form of an operation of a native built-in class (docs/dialect.md)."""
        if (
            cls is None
            or not cls.startswith("builtins.")
            or (not self.guest and has_other_form(self.lowerer, cls, name))
        ):
            return None
        found = self.lowerer.tables.resolve(f"{BUILTINS}.{cls.removeprefix('builtins.')}.{name}")
        return found if isinstance(found, FunctionDecl) else None

    def call_decl(self, decl: FunctionDecl, values: list[Val]) -> Val:
        """Call a function directly with one value per parameter."""
        operands = [
            self.coerce(value, parameter.type, ("parameter", decl.name, parameter.name))
            for value, parameter in zip(values, decl.parameters, strict=True)
        ]
        return self.emit_call(decl, operands)

    def emit_call(self, decl: FunctionDecl, operands: list[Operand]) -> Val:
        result = self.builder.emit("call", *operands, result=decl.result.repr, name=decl.name)
        if decl.no_return:
            self.builder.emit("unreachable")
            return NONE_VALUE
        if decl.result.repr is Repr.VOID:
            return NONE_VALUE
        return Val(result, decl.result)

    # --- module variables -----------------------------------------------------------------------
    def load_global(self, variable: GlobalDecl, name: str, module: str | None = None) -> Val:
        """Read a module variable; while it is unset NameError, or AttributeError of the module named."""
        value = self.builder.emit("load_global", result=variable.type.repr, name=variable.name)
        if variable.type.repr is Repr.WORD and not self.guest:
            if module is None:
                self.check_set(value, "operators.unset_global", name)
            else:
                self.check_set(value, "operators_errors.absent_from_module", module, name)
        return Val(value, variable.type)

    def check_set(self, value: Operand, failure: str, *names: str) -> None:
        """Raise by calling `failure(*names)` when the word is UNSET."""
        builder = self.builder
        missing, present = builder.new_block("unset"), builder.new_block("set")
        test = builder.emit("same", value, Const(Repr.WORD, layout.UNSET))
        builder.branch(builder.emit("unlikely", test), missing, present)
        builder.place(missing)
        self.runtime(failure, *(Val(static(name), Type(Repr.WORD, "builtins.str")) for name in names))
        builder.emit("unreachable")
        builder.place(present)

    # --- structured control -----------------------------------------------------------------------
    def choose(self, condition: Operand, yes: Callable[[], Val], no: Callable[[], Val], target: Type) -> Val:
        """`yes() if condition else no()` in the representation of `target`."""
        builder = self.builder
        first, second, end = builder.new_block("then"), builder.new_block("else"), builder.new_block("end")
        result = builder.temporary(target.repr)
        builder.branch(condition, first, second)
        for block, make in ((first, yes), (second, no)):
            builder.place(block)
            builder.set(result, self.coerce(make(), target))
            builder.jump(end)
        builder.place(end)
        return Val(builder.get(result), target)


__all__ = ["BOOL", "F64", "I64", "INT", "Cleanup", "FunctionLowering", "Loop", "Variable"]
