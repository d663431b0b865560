"""Print IR as text, for `--emit=ir`, for tests and for people."""

from sesha.compiler.ir.function import Const, Function, Op, Operand, Static


def print_operand(operand: Operand) -> str:
    if isinstance(operand, Const):
        if isinstance(operand.value, Static):
            return f"static {operand.value.value!r}"
        if operand.repr.value == "word":
            return f"word {int(operand.value):#x}"
        return str(operand.value)
    return f"%{operand.id}"


def print_operation(operation: Op) -> str:
    parts = [operation.opcode]
    attributes = {k: v for k, v in operation.attributes.items() if v not in (None, (), False)}
    if attributes:
        parts.append("[" + " ".join(f"{k}={v}" for k, v in attributes.items()) + "]")
    parts.append(", ".join(print_operand(o) for o in operation.operands))
    if operation.targets:
        parts.append("-> " + ", ".join(t.label for t in operation.targets))
    if operation.handler:
        parts.append(f"handler {operation.handler.label}")
    text = " ".join(p for p in parts if p)
    if operation.result is not None:
        return f"%{operation.result.id}:{operation.result.repr.value} = {text}"
    return text


def print_function(function: Function) -> str:
    parameters = ", ".join(f"{n}: {r.value}" for n, r in function.parameters)
    lines = [f"function {function.name}({parameters}) -> {function.result.value}:"]
    inner = {n: r for n, r in function.locals.items() if (n, r) not in function.parameters}
    if inner:
        lines.append("  locals " + ", ".join(f"{n}: {r.value}" for n, r in inner.items()))
    for block in function.blocks:
        lines.append(f"{block.label}:")
        lines.extend(f"  {print_operation(o)}  ; {o.line}" for o in block.operations)
    return "\n".join(lines) + "\n"
