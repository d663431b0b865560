"""Put calls of the guest library's initialisers that were reached where main asks for them, in order."""

from collections.abc import Iterable

from sesha.compiler.ir.function import Function, Op


def call_initialisers(main: Function, initialisers: Iterable[str]) -> None:
    """Replace the one operation `initialise` of main."""
    for block in main.blocks:
        for index, operation in enumerate(block.operations):
            if operation.opcode == "initialise":
                block.operations[index : index + 1] = [
                    Op("call", [], {"name": name}, None, 0, operation.handler) for name in initialisers
                ]
                return
