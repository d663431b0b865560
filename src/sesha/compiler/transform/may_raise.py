"""Settle `Function.raises`: whether anything that a function does can leave it by an exception.

Optimistic fixed point over the call graph; functions that cannot raise get plain results and their
callers no tests.
"""

from sesha.compiler.ir.function import Function
from sesha.compiler.ir.operations import OPERATIONS


def mark_raising(functions: dict[str, Function]) -> None:
    """Set `raises` on every function."""
    callers: dict[str, set[str]] = {}
    pending: list[str] = []
    for function in functions.values():
        function.raises = False
        for callee in _unhandled(function):
            if callee == "":
                function.raises = True
            else:
                callers.setdefault(callee, set()).add(function.name)
        if function.raises:
            pending.append(function.name)
    while pending:
        name = pending.pop()
        for caller in callers.get(name, ()):
            if not functions[caller].raises:
                functions[caller].raises = True
                pending.append(caller)


def _unhandled(function: Function) -> set[str]:
    """Callees whose exceptions leave the function; '' for an operation that raises by itself."""
    found = set()
    for block in function.blocks:
        for operation in block.operations:
            if not OPERATIONS[operation.opcode].raises or operation.handler is not None:
                continue
            found.add(str(operation.attributes["name"]) if operation.opcode == "call" else "")
    return found
