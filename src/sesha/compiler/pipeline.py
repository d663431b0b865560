"""THE list: from a program's sources to its image, stage by stage.

    check     sources -> mypy's trees                       frontend/
    declare   trees -> declarations                         lower/declare/
    settle    what holds for the whole program              lower/settle/
    reach     entry -> IR of everything reached             reach.py, analysis/, lower/
    dispatch  uses of names -> dispatchers over live classes lower/dispatch/
    lay out   live classes -> ids, slots, records           transform/lay_out_classes.py
    start     main -> calls of the library's initialisers   transform/call_initialisers.py
    resolve   symbolic operations -> calls                  transform/resolve_calls.py
    enter     what callers of unknown functions go by       lower/functions/entry_tables.py
    favour    what is compiled for size                     transform/favour_size.py
    inline    small functions of the guest, in the program  transform/inline_calls.py
    hint      what LLVM should inline                       transform/hint_inlining.py
    guard     stack tests in recursive functions            transform/guard_recursion.py
    raise     what may raise                                transform/may_raise.py

Then `image/` makes LLVM text, an object and the ELF of the `World`. Passes over single functions run
as soon as a function is lowered: see transform/function_passes.py.
"""

from dataclasses import dataclass
from pathlib import Path

from sesha.compiler.analysis.mentions import tested_classes, touched_classes, used_globals
from sesha.compiler.analysis.reachability import Reached
from sesha.compiler.diagnostics.diagnostic import ProgramError
from sesha.compiler.frontend.typed import render_typed
from sesha.compiler.ir.function import Program
from sesha.compiler.ir.world import World
from sesha.compiler.library.keep import load_guest
from sesha.compiler.lower.classes.abstract_tests import INLINE, abstract_among, passing
from sesha.compiler.lower.expressions.slots import slot_type
from sesha.compiler.lower.functions.entry_tables import fill_entries
from sesha.compiler.lower.guest import MAIN, Pieces
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.program import check_program, load_program, own_modules
from sesha.compiler.options import BuildOptions
from sesha.compiler.reach import reach
from sesha.compiler.transform.call_initialisers import call_initialisers
from sesha.compiler.transform.favour_size import favour_size
from sesha.compiler.transform.guard_recursion import guard_recursion
from sesha.compiler.transform.hint_inlining import hint_inlining
from sesha.compiler.transform.inline_calls import inline_calls
from sesha.compiler.transform.lay_out_classes import id_ranges, lay_out_classes
from sesha.compiler.transform.may_raise import mark_raising
from sesha.compiler.transform.resolve_calls import resolve_calls
from sesha.compiler.types.classes import WORD, GlobalDecl
from sesha.image.build import build_image, make_target


@dataclass
class Compilation:
    """What a compilation is made of, for `--emit` and for reports."""

    lowerer: Lowerer
    reached: Reached
    world: World


def build(options: BuildOptions) -> Path:
    """Compile a program and make its image, or what `options.emit` asks for."""
    output = options.output or Path("a.sesha")
    if options.emit == "typed":
        checked, _ = check_program(options)
        output.write_text(render_typed(checked, own_modules(checked)))
        return output
    world = compile_to_world(options).world
    target = make_target(options.machine, options.optimize)
    return build_image(world, target, output, options.emit, memory=options.memory)


def compile_to_world(options: BuildOptions) -> Compilation:
    """Check, lower and close the world of a program; raises ProgramError."""
    lowerer, pieces = load_program(options, load_guest)
    while True:
        impure = set(lowerer.impure)
        reached = reach(lowerer, pieces, options.machine)
        if lowerer.impure == impure:
            break
        lowerer, pieces = load_program(options, load_guest, lowerer.impure)
    if lowerer.diagnostics:
        raise ProgramError(lowerer.diagnostics)
    return Compilation(lowerer, reached, _close(lowerer, reached, pieces))


def _close(lowerer: Lowerer, reached: Reached, pieces: Pieces) -> World:
    """Settle classes and calls; gives the world that the back end reads."""
    tables, functions = lowerer.tables, reached.functions
    abstract = abstract_among(tables, tested_classes(functions.values()))
    touched = touched_classes(functions.values())
    wanted = [*reached.live, *reached.named, *touched, *(INLINE if abstract else ())]
    records = lay_out_classes(
        tables.classes, wanted, lambda owner, attribute: slot_type(lowerer, owner, attribute).repr
    )
    tests = {t.name: id_ranges([records[c].id for c in passing(tables, records, t)]) for t in abstract}
    call_initialisers(functions[MAIN], [name for name, _ in pieces if name in functions])
    for function in functions.values():
        resolve_calls(function, records, tests)
    variables = {n: tables.globals.get(n) or GlobalDecl(n, WORD) for n in used_globals(functions.values())}
    program = Program(functions, {name: tables.classes[name] for name in records}, variables, MAIN)
    world = World(program, records, tests=tests, assets=lowerer.assets)
    fill_entries(lowerer, world, reached.live, reached.dynamic)
    favour_size(functions)
    inline_calls(functions)
    hint_inlining(functions)
    guard_recursion(world)
    mark_raising(functions)
    return world
