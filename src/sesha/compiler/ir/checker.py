"""Check that IR is well-formed: run between passes in tests, and on what a build hands to LLVM.

Checked: every block ends once; targets and handlers are placed; operands have the representations
that the operations table asks for and are defined on every way to their use; locals, callees and
their arguments exist and agree. A fault found here is a fault of the compiler.
"""

from collections.abc import Iterator

from sesha.compiler.ir.function import Block, Const, Function, Op, Operand, Program, Static
from sesha.compiler.ir.operations import OPERATIONS
from sesha.compiler.types.representation import Repr

NO_CLOSED_WORLD = frozenset(
    {
        "call_method",
        "call_super",
        "call_dynamic",
        "call_method_or",
        "get_dynamic",
        "get_dynamic_or",
        "set_dynamic",
        "delete_dynamic",
        "get_computed",
        "get_computed_or",
        "get_formatted",
        "set_computed",
        "delete_computed",
        "switch_class",
        "check_bound",
        "finish",
        "yield",
    }
)
"""Operations that a closed world has no more."""


class MalformedFunction(Exception):
    """IR that breaks a rule, with every breach found."""

    def __init__(self, function: Function, breaches: list[str]) -> None:
        super().__init__(f"{function.name}: " + "; ".join(breaches))
        self.breaches = breaches


def check_program(program: Program, closed: bool = False) -> None:
    """Check all functions; raises MalformedFunction for the first that is malformed."""
    for function in program.functions.values():
        check_function(function, program, closed)


def check_function(function: Function, program: Program | None = None, closed: bool = False) -> None:
    """Raise MalformedFunction if a rule is broken."""
    breaches = list(_check(function, program, closed))
    if breaches:
        raise MalformedFunction(function, breaches)


def _check(function: Function, program: Program | None, closed: bool) -> Iterator[str]:
    if not function.blocks:
        yield "no blocks"
        return
    placed = {id(block) for block in function.blocks}
    shape = [breach for block in function.blocks for breach in _check_shape(block, placed)]
    yield from shape
    for block in function.blocks:
        for op in block.operations:
            if op.opcode in OPERATIONS:
                for breach in _check_operation(function, op, program, closed):
                    yield f"{block.label}, line {op.line}: {op.opcode}: {breach}"
    if not shape:
        yield from _check_definitions(function)


# --- shape -----------------------------------------------------------------------------------------
def _check_shape(block: Block, placed: set[int]) -> Iterator[str]:
    if not block.operations:
        yield f"{block.label}: empty"
        return
    for position, op in enumerate(block.operations):
        facts = OPERATIONS.get(op.opcode)
        if facts is None:
            yield f"{block.label}: no operation {op.opcode}"
            continue
        last = position == len(block.operations) - 1
        if facts.terminates != last:
            yield f"{block.label}: {op.opcode} {'does not end the block' if last else 'ends it too early'}"
        for target in [*op.targets, *([op.handler] if op.handler else [])]:
            if id(target) not in placed:
                yield f"{block.label}: {op.opcode} goes to {target.label}, which is not placed"


# --- operands ----------------------------------------------------------------------------------------
def _check_operation(function: Function, op: Op, program: Program | None, closed: bool) -> Iterator[str]:
    facts = OPERATIONS[op.opcode]
    if closed and op.opcode in NO_CLOSED_WORLD:
        yield "not settled"
    for operand in op.operands:
        if isinstance(operand, Const):
            yield from _check_constant(operand)
    if facts.operands is not None:
        found = tuple(operand.repr for operand in op.operands)
        if found != facts.operands:
            yield f"operands are {_names(found)} where {_names(facts.operands)} are asked for"
    if facts.result is not None:
        result = op.result.repr if op.result else Repr.VOID
        if result is not facts.result:
            yield f"the result is {result.value}, not {facts.result.value}"
    if op.opcode in ("get", "set"):
        yield from _check_local(function, op)
    if op.opcode == "return":
        yield from _agree([function.result] if function.result is not Repr.VOID else [], op.operands)
    if function.raises is False and facts.raises and op.handler is None and not _is_quiet(op, program):
        yield "can raise in a function that cannot"
    if op.opcode == "call" and program is not None:
        yield from _check_call(op, program)


def _is_quiet(op: Op, program: Program | None) -> bool:
    """Whether the operation is a call of a function that cannot raise (or none is known)."""
    if op.opcode != "call" or program is None:
        return op.opcode == "call"
    callee = program.functions.get(str(op.attributes.get("name")))
    return callee is not None and callee.raises is False


def _check_constant(const: Const) -> Iterator[str]:
    kinds: dict[Repr, tuple[type, ...]] = {
        Repr.WORD: (int, Static),
        Repr.I64: (int,),
        Repr.F64: (float, int),
        Repr.BOOL: (bool,),
    }
    if not isinstance(const.value, kinds.get(const.repr, ())):
        yield f"constant {const.value!r} is not a {const.repr.value}"


def _check_local(function: Function, op: Op) -> Iterator[str]:
    name = str(op.attributes.get("name"))
    declared = function.locals.get(name, dict(function.parameters).get(name))
    if declared is None:
        yield f"no local {name}"
        return
    used = op.operands[0].repr if op.opcode == "set" else (op.result.repr if op.result else Repr.VOID)
    if used is not declared:
        yield f"local {name} is {declared.value}, used as {used.value}"


def _check_call(op: Op, program: Program) -> Iterator[str]:
    callee = program.functions.get(str(op.attributes.get("name")))
    if callee is None:
        yield f"no function {op.attributes.get('name')}"
        return
    yield from _agree([representation for _, representation in callee.parameters], op.operands)
    result = op.result.repr if op.result else Repr.VOID
    if result is not callee.result:
        yield f"{callee.name} gives {callee.result.value}, not {result.value}"


def _agree(wanted: list[Repr], operands: list[Operand]) -> Iterator[str]:
    found = tuple(operand.repr for operand in operands)
    if found != tuple(wanted):
        yield f"arguments are {_names(found)} where {_names(tuple(wanted))} are asked for"


def _names(representations: tuple[Repr, ...]) -> str:
    return "(" + ", ".join(representation.value for representation in representations) + ")"


# --- definitions ---------------------------------------------------------------------------------------
def _check_definitions(function: Function) -> Iterator[str]:
    """Every operand is defined on every way that leads to its use."""
    known: dict[int, set[int] | None] = {id(block): None for block in function.blocks}
    known[id(function.blocks[0])] = set()
    waiting = [function.blocks[0]]
    while waiting:
        block = waiting.pop()
        defined = set(known[id(block)] or ())
        for op in block.operations:
            if op.handler is not None:
                _flow(op.handler, defined, known, waiting)
            if op.result is not None:
                defined.add(op.result.id)
        for target in block.operations[-1].targets:
            _flow(target, defined, known, waiting)
    for block in function.blocks:
        entry = known[id(block)]
        if entry is not None:
            yield from _check_uses(block, set(entry))


def _flow(target: Block, defined: set[int], known: dict[int, set[int] | None], waiting: list[Block]) -> None:
    """What is defined at a block's start is what is defined on every way to it."""
    before = known[id(target)]
    after = set(defined) if before is None else before & defined
    if before is None or after != before:
        known[id(target)] = after
        waiting.append(target)


def _check_uses(block: Block, defined: set[int]) -> Iterator[str]:
    for op in block.operations:
        for operand in op.operands:
            if not isinstance(operand, Const) and operand.id not in defined:
                yield f"{block.label}, line {op.line}: {op.opcode} uses {operand}, not always defined"
        if op.result is not None:
            defined.add(op.result.id)
