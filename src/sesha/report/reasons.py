"""Say why a function is in an image: the way on which reachability first came to it."""

from collections.abc import Mapping

from sesha.compiler.ir.function import Function

DISPATCH = "dispatch"
"""Given as the reason of every dispatcher; who uses it stands in the code of the closed world."""


def functions_named(name: str, functions: Mapping[str, Function]) -> list[str]:
    """Functions of that full name, or whose name ends so."""
    if name in functions:
        return [name]
    return sorted(known for known in functions if known.endswith(("." + name, ">" + name)))


def way_to(name: str, wanted_by: Mapping[str, str], functions: Mapping[str, Function]) -> list[str]:
    """The function, the one that wanted it, and so on to the entry."""
    way = [name]
    while True:
        reason = wanted_by.get(way[-1], "")
        if reason == DISPATCH:
            reason = _first_caller(way[-1], functions)
        if not reason or reason in way:
            return way
        way.append(reason)


def _first_caller(name: str, functions: Mapping[str, Function]) -> str:
    for function in functions.values():
        for block in function.blocks:
            for operation in block.operations:
                if operation.opcode == "call" and operation.attributes["name"] == name:
                    return function.name
    return ""


def render_way(way: list[str]) -> str:
    return "\n".join([way[0], *(f"    wanted by {name}" for name in way[1:]), ""])
