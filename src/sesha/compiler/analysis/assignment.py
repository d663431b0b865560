"""Find which locals are certainly set wherever `check_bound` asks: forward data flow over blocks.

A local is set by `set` (not by one that `unbinds`) and by being a parameter. On the edge to a
handler only what was set when the block began, and by the operations before the raising one, is
certain; for simplicity the block's beginning counts.
"""

from sesha.compiler.ir.function import Block, Function


def certain_checks(function: Function) -> set[int]:
    """Identities of the `check_bound` operations that cannot fail."""
    names = _checked(function)
    if not names:
        return set()
    parameters = {name for name, _ in function.parameters} & names
    entry = {id(block): set(names) for block in function.blocks}
    entry[id(function.blocks[0])] = parameters
    pending = list(function.blocks)
    while pending:
        block = pending.pop()
        state = set(entry[id(block)])
        for operation in block.operations:
            if operation.handler is not None:
                _meet(entry, operation.handler, state, pending)
            _apply(operation.opcode, operation.attributes, state, names)
            for target in operation.targets:
                _meet(entry, target, state, pending)
    return {i for block in function.blocks for i in _certain(block, set(entry[id(block)]), names)}


def _checked(function: Function) -> set[str]:
    return {
        str(o.attributes["name"]) for b in function.blocks for o in b.operations if o.opcode == "check_bound"
    }


def _apply(opcode: str, attributes: dict[str, object], state: set[str], names: set[str]) -> None:
    if opcode == "set" and attributes["name"] in names:
        if attributes.get("unbinds"):
            state.discard(str(attributes["name"]))
        else:
            state.add(str(attributes["name"]))
    elif opcode == "check_bound":
        state.add(str(attributes["name"]))


def _meet(entry: dict[int, set[str]], target: Block, state: set[str], pending: list[Block]) -> None:
    known = entry.get(id(target))
    if known is None:
        return
    smaller = known & state
    if len(smaller) != len(known):
        entry[id(target)] = smaller
        pending.append(target)


def _certain(block: Block, state: set[str], names: set[str]) -> set[int]:
    found = set()
    for operation in block.operations:
        if operation.opcode == "check_bound" and operation.attributes["name"] in state:
            found.add(id(operation))
        _apply(operation.opcode, operation.attributes, state, names)
    return found
