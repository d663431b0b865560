"""Replace every symbolic operation by a call, once the classes that are live are known.

call_method, call_dynamic, get_dynamic ... -> calls of dispatchers, which `lower/dispatch/` makes;
is_instance of a class without live instances -> false.
"""

from sesha.compiler.ir.builder import boolean
from sesha.compiler.ir.function import Function, Op
from sesha.compiler.ir.world import ClassRecord

Tests = dict[str, list[tuple[int, int]]]


def dispatcher_name(operation: Op) -> str | None:
    """The name of the dispatcher that a symbolic operation calls."""
    a = operation.attributes
    count = len(operation.operands)
    match operation.opcode:
        case "call_method":
            kind = "virtual set" if a.get("setter") else "virtual"
            return f"<{kind}>{a['cls']}.{a['name']}{_given(a)}"
        case "call_super":
            # one for each class that asks: the receiver's own class decides what comes after it
            return f"<super>{a['after']}.{a['name']}{_given(a)}"
        case "call_dynamic":
            keywords = ",".join(a["keywords"]) if isinstance(a["keywords"], tuple) else ""
            return f"<call>{a['name']}/{count}/{keywords}"
        case "call_method_or":
            return f"<call or>{a['name']}/{count}"
        case "overrides":
            return f"<overrides>{a['name']}"
        case "passes_abstract":
            return "<passes abstract>"
        case "get_dynamic":
            return f"<get>{a['cls']}.{a['name']}" if "cls" in a else f"<get>{a['name']}"
        case "get_dynamic_or":
            return f"<get or>{a['name']}"
        case "set_dynamic":
            return f"<set{_manner(a)}>{a['name']}"
        case "delete_dynamic":
            return f"<delete{_manner(a)}>{a['name']}"
        case "get_formatted":
            return "<get formatted>"
        case "get_computed" | "get_computed_or" | "set_computed" | "delete_computed":
            known = a["known"]
            names = ",".join(known) if isinstance(known, tuple) else f"{a['prefix']}*"
            return f"<{operation.opcode.replace('_', ' ')}{_manner(a)}>{a['owner']}.{names}"
    return None


def _given(attributes: dict[str, object]) -> str:
    """Calls that gave their arguments in other ways have other dispatchers, where it matters."""
    return f"({attributes['given']})" if "given" in attributes else ""


def _manner(attributes: dict[str, object]) -> str:
    """How an attribute is set: on any instance, past the class's own `__setattr__`."""
    return "".join(f" {manner}" for manner in ("open", "raw") if attributes.get(manner))


def resolve_calls(function: Function, records: dict[str, ClassRecord], tests: Tests) -> None:
    """Rewrite the operations of one function."""
    for block in function.blocks:
        for operation in block.operations:
            name = dispatcher_name(operation)
            if name is not None:
                operation.opcode = "call"
                operation.attributes = {"name": name}
            elif operation.opcode == "is_instance" and not _can_pass(operation, records, tests):
                operation.opcode, operation.operands = "beq", [boolean(True), boolean(False)]
            elif operation.opcode == "switch_class":
                _switch(operation, records)


def _can_pass(operation: Op, records: dict[str, ClassRecord], tests: Tests) -> bool:
    name = str(operation.attributes["cls"])
    return bool(tests[name]) if name in tests else name in records


def _switch(operation: Op, records: dict[str, ClassRecord]) -> None:
    classes = operation.attributes["classes"]
    assert isinstance(classes, list)
    operation.opcode = "switch"
    operation.attributes = {"cases": [records[name].id for name in classes]}


def used_dispatchers(functions: dict[str, Function]) -> dict[str, Op]:
    """Every dispatcher that is called, with one operation that calls it."""
    found: dict[str, Op] = {}
    for function in functions.values():
        for block in function.blocks:
            for operation in block.operations:
                name = dispatcher_name(operation)
                if name is not None:
                    found.setdefault(name, operation)
    return found
