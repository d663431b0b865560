"""Enter into the closed world what callers that do not know their callee go by: its generic entries."""

from collections.abc import Iterable

from sesha.compiler.ir.world import World
from sesha.compiler.lower.classes.hierarchy import Hierarchy
from sesha.compiler.lower.functions.docstrings import READER, function_notes
from sesha.compiler.lower.functions.entries import CONSTRUCT, ENTRY
from sesha.compiler.lower.functions.signature_notes import SIGNATURE_READER
from sesha.compiler.lower.lowerer import Lowerer


def fill_entries(lowerer: Lowerer, world: World, live: Iterable[str], uses: Iterable[str]) -> None:
    """`live` are the classes with instances, `uses` the names used on values of unknown class."""
    _fill_functions(lowerer, world)
    for record in world.classes.values():
        construct = CONSTRUCT + record.name
        if construct in world.program.functions:
            record.construct = construct
    _fill_methods(lowerer, world, live, uses)


def _fill_functions(lowerer: Lowerer, world: World) -> None:
    signatures = SIGNATURE_READER in world.program.functions
    notes = signatures or READER in world.program.functions
    for name in world.program.functions:
        if name.startswith(ENTRY):
            target = name.removeprefix(ENTRY)
            world.entries[target] = name
            decl = lowerer.tables.functions[target]
            noted = function_notes(lowerer, decl, signatures) if notes else None
            world.function_objects[target] = (name, noted, None, decl.qualname)


def _fill_methods(lowerer: Lowerer, world: World, live: Iterable[str], uses: Iterable[str]) -> None:
    hierarchy = Hierarchy(lowerer)
    for use in uses:
        if not use.startswith("entry "):
            continue
        table = world.methods.setdefault(use.removeprefix("entry "), {})
        for name in live:
            found = hierarchy.methods_of(lowerer.tables.classes[name], use)
            if len(found) == 2 and found[1] in world.program.functions:
                table[world.classes[name].id] = found[1]
