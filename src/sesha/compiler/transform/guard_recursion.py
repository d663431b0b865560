"""Test the stack wherever a program can go deeper and deeper.

A function that is not on a cycle of calls uses a bounded stack, and it suffices that every cycle
passes one test: what lies between two tests is bounded too, and small beside the reserve. Calls
whose target is not known may lead to every function whose address is taken. Runs on the closed
world before the may-raise analysis: the test can raise.
"""

from collections.abc import Iterator

from sesha.compiler.ir.builder import Builder
from sesha.compiler.ir.function import Block, Function, Op
from sesha.compiler.ir.world import World
from sesha.compiler.types.representation import Repr

LIMIT = "sesha.guest.memory.stack.limit"
REFUSE = "sesha.guest.builtins.recursion.refuse"
UNKNOWN = "<unknown>"
"""Stands in the graph for the target of a call through an address."""
GUARDED = "guarded"
"""Marker that the test is there: LLVM must not make a loop of the recursion, which would never end."""
INDIRECT = frozenset(("call_address", "call_entry", "call_resume"))
ADDRESS_TAKING = frozenset(("function_address", "entry_address", "function_word"))
FORBIDDING = frozenset(("no_raise", "no_alloc", "inline"))
"""Markers of functions that must stay as they are."""
MEMORY = "sesha.guest.memory."
"""The collector and the allocator call nothing of the program's."""


def guard_recursion(world: World) -> int:
    """Insert the tests; gives their number."""
    functions = world.program.functions
    if REFUSE not in functions:
        return 0
    graph = call_graph(world)
    allowed = {name for name, function in functions.items() if _may_be_guarded(function)}
    chosen = cut_cycles(graph, allowed)
    for name in chosen:
        _insert_test(functions[name])
    return len(chosen)


def _may_be_guarded(function: Function) -> bool:
    return (
        function.symbol is None
        and function.inline != "always"
        and function.raises is not False
        and not function.markers & FORBIDDING
        and function.name != REFUSE
        and not function.name.startswith(MEMORY)
    )


def call_graph(world: World) -> dict[str, set[str]]:
    """Function -> functions that it may call."""
    graph: dict[str, set[str]] = {UNKNOWN: set()}
    for entries in world.methods.values():
        graph[UNKNOWN].update(entries.values())
    graph[UNKNOWN].update(record.construct for record in world.classes.values() if record.construct)
    for name, function in world.program.functions.items():
        graph[name] = set()
        for op in _operations(function):
            target = str(op.attributes.get("name"))
            if op.opcode == "call":
                graph[name].add(target)
            elif op.opcode in INDIRECT:
                graph[name].add(UNKNOWN)
            elif op.opcode in ADDRESS_TAKING:
                graph[UNKNOWN].add(_entry_of(world, op.opcode, target))
    return graph


def _entry_of(world: World, opcode: str, name: str) -> str:
    """The function that an address leads to."""
    if opcode == "entry_address":
        return world.entries.get(name, name)
    if opcode == "function_word" and name in world.function_objects:
        return world.function_objects[name][0]
    return name


def _operations(function: Function) -> Iterator[Op]:
    for block in function.blocks:
        yield from block.operations


def cut_cycles(graph: dict[str, set[str]], allowed: set[str]) -> list[str]:
    """Functions that together are on every cycle, busy ones first; cycles of others stay."""
    chosen: list[str] = []
    waiting = [graph]
    while waiting:
        part = waiting.pop()
        for component in components(part):
            inner = set(component)
            if len(component) == 1 and component[0] not in part[component[0]]:
                continue
            cut = _busiest(component, {name: part[name] & inner for name in component}, allowed)
            if cut is not None:
                chosen.append(cut)
                waiting.append({name: part[name] & inner - {cut} for name in component if name != cut})
    return sorted(chosen)


def _busiest(component: list[str], part: dict[str, set[str]], allowed: set[str]) -> str | None:
    """The function through which most ways lead: the product of its calls and its callers."""
    callers = dict.fromkeys(component, 0)
    for targets in part.values():
        for target in targets:
            callers[target] += 1
    candidates = [name for name in sorted(component) if name in allowed]
    return max(candidates, key=lambda name: callers[name] * len(part[name]), default=None)


def components(graph: dict[str, set[str]]) -> Iterator[list[str]]:
    """Strongly connected components (Tarjan), with a stack of our own: programs call deeply."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    pending: list[str] = []
    waiting: set[str] = set()
    for root in graph:
        if root in number:
            continue
        work = [(root, iter(sorted(graph[root])))]
        number[root] = low[root] = len(number)
        pending.append(root)
        waiting.add(root)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in graph:
                    continue
                if successor not in number:
                    number[successor] = low[successor] = len(number)
                    pending.append(successor)
                    waiting.add(successor)
                    work.append((successor, iter(sorted(graph[successor]))))
                    break
                if successor in waiting:
                    low[node] = min(low[node], number[successor])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == number[node]:
                    yield _take_component(node, pending, waiting)


def _take_component(node: str, pending: list[str], waiting: set[str]) -> list[str]:
    component = []
    while True:
        member = pending.pop()
        waiting.discard(member)
        component.append(member)
        if member == node:
            return component


def _insert_test(function: Function) -> None:
    """Before everything else: stack pointer below the limit, then refuse."""
    function.markers |= {GUARDED}
    body = function.blocks
    function.blocks = []
    builder = Builder(function)
    builder.block.label = "stack.test"
    line = body[0].operations[0].line if body[0].operations else 0
    builder.line = line
    # Values of the body are numbered from 1: ours must differ.
    builder._values = _highest_value(body) + 1
    limit = builder.emit("load_global", result=Repr.I64, name=LIMIT)
    deep = builder.emit("ult", builder.emit("stack_pointer"), limit)
    refuse = Block("stack.refuse")
    builder.branch(builder.emit("unlikely", deep), refuse, body[0])
    builder.place(refuse)
    builder.emit("call", result=Repr.VOID, name=REFUSE)
    builder.emit("unreachable")
    function.blocks += body


def _highest_value(blocks: list[Block]) -> int:
    return max((op.result.id for block in blocks for op in block.operations if op.result), default=0)
