"""Find which locals and temporaries are live where a generator function suspends."""

from sesha.compiler.ir.function import Block, Function, Op, Value

Name = str | int
"""A local by its name, a temporary by its number."""


def live_across(function: Function, suspensions: set[int]) -> dict[int, set[Name]]:
    """For each suspending operation (by identity): what is read after it that was set before."""
    live_in: dict[int, set[Name]] = {id(block): set() for block in function.blocks}
    changed = True
    while changed:
        changed = False
        for block in reversed(function.blocks):
            state = _walk(block, live_in, None)
            if state != live_in[id(block)]:
                live_in[id(block)] = state
                changed = True
    found: dict[int, set[Name]] = {}
    for block in function.blocks:
        _walk(block, live_in, (suspensions, found))
    return found


def _walk(
    block: Block, live_in: dict[int, set[Name]], record: tuple[set[int], dict[int, set[Name]]] | None
) -> set[Name]:
    state: set[Name] = set()
    for operation in reversed(block.operations):
        for target in operation.targets:
            state |= live_in.get(id(target), set())
        _kill(operation, state)
        if operation.handler is not None:
            state |= live_in.get(id(operation.handler), set())
        if record is not None and id(operation) in record[0]:
            record[1][id(operation)] = set(state)
        _use(operation, state)
    return state


def _kill(operation: Op, state: set[Name]) -> None:
    if operation.result is not None:
        state.discard(operation.result.id)
    if operation.opcode == "set":
        state.discard(str(operation.attributes["name"]))


def _use(operation: Op, state: set[Name]) -> None:
    for operand in operation.operands:
        if isinstance(operand, Value):
            state.add(operand.id)
    if operation.opcode == "get":
        state.add(str(operation.attributes["name"]))
