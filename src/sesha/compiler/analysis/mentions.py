"""Collect what the functions of a program mention: the classes and variables that operations name."""

from collections.abc import Iterable

from sesha.compiler.ir.function import Function

TOUCHING = frozenset({"get_attribute", "set_attribute", "class_id", "class_word"})
TESTING = frozenset({"is_instance"})
GLOBAL = frozenset({"load_global", "store_global"})


def touched_classes(functions: Iterable[Function]) -> list[str]:
    """Classes that code touches. Where no instance is made it is dead, but they have to be laid out."""
    return _named(functions, TOUCHING, "cls")


def tested_classes(functions: Iterable[Function]) -> list[str]:
    """Classes that something is tested to be an instance of."""
    return _named(functions, TESTING, "cls")


def used_globals(functions: Iterable[Function]) -> list[str]:
    """Variables of modules that are read or set."""
    return _named(functions, GLOBAL, "name")


def _named(functions: Iterable[Function], opcodes: frozenset[str], attribute: str) -> list[str]:
    """The values of an attribute of these operations, in order of their names."""
    return sorted(
        {
            str(operation.attributes[attribute])
            for function in functions
            for block in function.blocks
            for operation in block.operations
            if operation.opcode in opcodes
        }
    )
