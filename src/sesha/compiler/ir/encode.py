"""Flatten functions to plain data and back, so that they can be kept between builds.

Blocks refer to each other by index; declarations inside attributes by name. `decode` makes a fresh
function every time, since passes change functions in place.
"""

import marshal

from sesha.compiler.ir.function import Block, Const, Function, Op, Operand, Static, Value
from sesha.compiler.types.classes import FunctionDecl
from sesha.compiler.types.representation import Repr

Data = tuple[object, ...]
REPRS = list(Repr)
INDEX = {representation: index for index, representation in enumerate(REPRS)}


def encode(function: Function) -> bytes:
    """The function as bytes."""
    places = {id(block): index for index, block in enumerate(function.blocks)}
    data = (
        function.name,
        [(name, INDEX[r]) for name, r in function.parameters],
        INDEX[function.result],
        function.decl.name if function.decl is not None else None,
        [(name, INDEX[r]) for name, r in function.locals.items()],
        function.inline,
        function.symbol,
        function.traced,
        function.generator,
        function.path,
        sorted(function.markers),
        [(b.label, [_operation(o, places) for o in b.operations]) for b in function.blocks],
    )
    return marshal.dumps(data)


def _operation(operation: Op, places: dict[int, int]) -> Data:
    return (
        operation.opcode,
        [_operand(o) for o in operation.operands],
        [(k, _attribute(v)) for k, v in operation.attributes.items()],
        None if operation.result is None else (operation.result.id, INDEX[operation.result.repr]),
        operation.line,
        None if operation.handler is None else places[id(operation.handler)],
        [places[id(t)] for t in operation.targets],
    )


def _operand(operand: Operand) -> Data:
    if isinstance(operand, Value):
        return (operand.id, INDEX[operand.repr])
    value = operand.value
    return ("static", *_static(value)) if isinstance(value, Static) else ("const", INDEX[operand.repr], value)


def _static(static: Static) -> Data:
    if static.kind == "tuple":
        assert isinstance(static.value, tuple)
        return ("tuple", [_static(item) for item in static.value])
    if static.kind in ("NoneType", "ellipsis", "NotImplementedType"):
        return (static.kind, None)
    return (static.kind, static.value)


def _attribute(value: object) -> object:
    return ("<decl>", value.name) if isinstance(value, FunctionDecl) else value


def decode(data: bytes, functions: dict[str, FunctionDecl]) -> Function:
    """A fresh function from bytes; `functions` has the declarations by name."""
    name, parameters, result, decl, locals_, inline, symbol, traced, generator, path, markers, blocks = (
        marshal.loads(data)
    )
    function = Function(
        name,
        [(n, REPRS[r]) for n, r in parameters],
        REPRS[result],
        functions.get(decl),
        {n: REPRS[r] for n, r in locals_},
        [Block(label) for label, _ in blocks],
        inline,
        symbol,
        traced,
        None,
        generator,
        path,
        frozenset(markers),
    )
    values: dict[int, Value] = {}
    for block, (_, operations) in zip(function.blocks, blocks, strict=True):
        block.operations = [_decode_operation(o, function.blocks, values, functions) for o in operations]
    return function


def _decode_operation(
    data: Data, blocks: list[Block], values: dict[int, Value], functions: dict[str, FunctionDecl]
) -> Op:
    opcode, operands, attributes, result, line, handler, targets = data
    assert isinstance(operands, list) and isinstance(attributes, list) and isinstance(targets, list)
    assert isinstance(opcode, str) and isinstance(line, int)
    return Op(
        opcode,
        [_decode_operand(o, values) for o in operands],
        {k: _decode_attribute(v, functions) for k, v in attributes},
        _value(result, values) if isinstance(result, tuple) else None,
        line,
        blocks[handler] if isinstance(handler, int) else None,
        [blocks[t] for t in targets],
    )


def _value(data: Data, values: dict[int, Value]) -> Value:
    identity, representation = data
    assert isinstance(identity, int) and isinstance(representation, int)
    found = values.get(identity)
    if found is None:
        found = values[identity] = Value(identity, REPRS[representation])
    return found


def _decode_operand(data: Data, values: dict[int, Value]) -> Operand:
    if data[0] == "static":
        return Const(Repr.WORD, _decode_static(data[1], data[2]))
    if data[0] == "const":
        representation, value = data[1], data[2]
        assert isinstance(representation, int) and isinstance(value, (int, float))
        return Const(REPRS[representation], value)
    return _value(data, values)


SINGLETONS: dict[object, object] = {"NoneType": None, "ellipsis": ..., "NotImplementedType": NotImplemented}


def _decode_static(kind: object, value: object) -> Static:
    assert isinstance(kind, str)
    if kind == "tuple":
        assert isinstance(value, list)
        return Static("tuple", tuple(_decode_static(*item) for item in value))
    return Static(kind, SINGLETONS.get(kind, value))


def _decode_attribute(value: object, functions: dict[str, FunctionDecl]) -> object:
    if isinstance(value, tuple) and len(value) == 2 and value[0] == "<decl>":
        return functions[str(value[1])]
    return value
