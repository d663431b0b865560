"""THE list: from a program's sources to its closed world, stage by stage.

    check     sources -> mypy's trees                       frontend/
    declare   trees -> declarations                         lower/declare/
    settle    what holds for the whole program              lower/settle/
    reach     entry -> IR of everything reached             analysis/reachability.py, lower/
    dispatch  uses of names -> dispatchers over live classes lower/dispatch/
    lay out   live classes -> ids, slots, records           transform/lay_out_classes.py
    resolve   symbolic operations -> calls                  transform/resolve_calls.py
    inline    small functions of the guest, in the program  transform/inline_calls.py
    hint      what LLVM should inline                       transform/hint_inlining.py
    guard     stack tests in recursive functions            transform/guard_recursion.py
    raise     what may raise                                transform/may_raise.py

Then `image/` makes LLVM text, an object and the ELF of the `World`. Passes over single functions run
as soon as a function is lowered: see transform/function_passes.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sesha.compiler.analysis.reachability import Reachability, Reached
from sesha.compiler.diagnostics.diagnostic import ProgramError
from sesha.compiler.frontend.typed import render_typed
from sesha.compiler.ir.encode import decode
from sesha.compiler.ir.function import Function, Op, Program
from sesha.compiler.ir.world import World
from sesha.compiler.library.keep import load_guest
from sesha.compiler.llvm.context import ADD_FRAME, ALLOCATE
from sesha.compiler.lower.classes.abstract_tests import INLINE, is_abstract, passing
from sesha.compiler.lower.classes.hierarchy import Hierarchy
from sesha.compiler.lower.declare.natives import CONSTANTS
from sesha.compiler.lower.dispatch.dispatchers import Dispatchers
from sesha.compiler.lower.dispatch.overrides import Overrides
from sesha.compiler.lower.expressions.attribute_names import Names
from sesha.compiler.lower.expressions.attributes import slot_type
from sesha.compiler.lower.functions.docstrings import ASKING, function_notes
from sesha.compiler.lower.functions.entries import CONSTRUCT, ENTRY, make_construct, make_entry
from sesha.compiler.lower.guest import MAIN, Pieces
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.program import check_program, load_program, own_modules
from sesha.compiler.lower.tables import GUEST
from sesha.compiler.options import BuildOptions
from sesha.compiler.transform.favour_size import favour_size
from sesha.compiler.transform.function_passes import lower_function, run_passes
from sesha.compiler.transform.guard_recursion import REFUSE, guard_recursion
from sesha.compiler.transform.hint_inlining import hint_inlining
from sesha.compiler.transform.inline_calls import inline_calls
from sesha.compiler.transform.lay_out_classes import id_ranges, lay_out_classes
from sesha.compiler.transform.may_raise import mark_raising
from sesha.compiler.transform.resolve_calls import resolve_calls, used_dispatchers
from sesha.compiler.types.classes import WORD, Attribute, ClassDecl, FunctionDecl, GlobalDecl
from sesha.compiler.types.representation import Repr
from sesha.image.build import build_image, make_target


@dataclass
class Compilation:
    """What a compilation is made of, for `--emit` and for reports."""

    lowerer: Lowerer
    reached: Reached
    world: World


def compile_program(options: BuildOptions) -> World:
    return compile_to_world(options).world


def compile_to_world(options: BuildOptions) -> Compilation:
    """Check, lower and close the world of a program; raises ProgramError."""
    lowerer, pieces = load_program(options, load_guest)
    while True:
        impure = set(lowerer.impure)
        reached = _reach(lowerer, pieces, options.machine)
        if lowerer.impure == impure:
            break
        lowerer, pieces = load_program(options, load_guest, lowerer.impure)
    if lowerer.diagnostics:
        raise ProgramError(lowerer.diagnostics)
    world = _close(lowerer, reached, pieces)
    return Compilation(lowerer, reached, world)


def _reach(lowerer: Lowerer, pieces: Pieces, machine: str) -> Reached:
    """Everything reached, dispatchers included; repeats until they reach nothing new."""
    hierarchy = Hierarchy(lowerer)
    extra: dict[str, Function] = {}
    overrides = Overrides(hierarchy)

    def provide(name: str) -> Function | None:
        function = _provide(lowerer, name, extra)
        return function and overrides.settle(function)

    search = Reachability(provide, lowerer.tables.classes, hierarchy.methods_of, pieces, CONSTANTS)
    reached = search.run([*_roots(lowerer, machine)])
    made: dict[str, Function] = {}
    while True:
        before = _extent(lowerer, reached)
        for name in made:
            reached.functions.pop(name, None)
        made = _dispatchers(lowerer, reached)
        for function in made.values():
            search.add(function, "dispatch")
        search.drain()
        if _extent(lowerer, reached) == before:
            return reached


def _extent(lowerer: Lowerer, reached: Reached) -> tuple[int, int, int, int]:
    """How much has been found: it only grows."""
    return len(reached.functions), len(reached.live), len(reached.named), len(lowerer.open_classes)


def _roots(lowerer: Lowerer, machine: str) -> list[str]:
    exported = [d.name for d in lowerer.tables.functions.values() if d.symbol is not None]
    wanted = (f"{GUEST}.machine.{machine}.start.", f"{GUEST}.cpu.")
    return [MAIN, ALLOCATE, ADD_FRAME, REFUSE, *(n for n in exported if n.startswith(wanted))]


def _provide(lowerer: Lowerer, name: str, extra: dict[str, Function]) -> Function | None:
    """The IR of a function, made on demand and passed through FUNCTION_PASSES."""
    if name in extra:
        return extra.pop(name)
    if name.startswith(ENTRY):
        return run_passes(make_entry(lowerer, lowerer.tables.functions[name.removeprefix(ENTRY)]))
    if name.startswith(CONSTRUCT):
        function = make_construct(lowerer, name.removeprefix(CONSTRUCT))
        return run_passes(function) if function is not None else None
    if name in lowerer.kept:
        return decode(lowerer.kept[name], lowerer.tables.functions)
    if name in lowerer.refused:
        lowerer.diagnostics.append(lowerer.refused[name])
        return None
    if not lowerer.has(name):
        return None
    functions = lower_function(lowerer, name)
    for other in functions[1:]:
        extra[other.name] = other
    return functions[0] if functions else None


def _dispatchers(lowerer: Lowerer, reached: Reached) -> dict[str, Function]:
    """The dispatchers of every use, repeated while they use each other."""
    maker = Dispatchers(lowerer, list(reached.live), list(reached.named))
    made: dict[str, Function] = {}
    pending = used_dispatchers(reached.functions)
    while pending:
        for name, operation in pending.items():
            made[name] = run_passes(_dispatcher(maker, name, operation))
        pending = {n: o for n, o in used_dispatchers(made).items() if n not in made}
    return made


def _dispatcher(maker: Dispatchers, name: str, operation: Op) -> Function:
    a = operation.attributes
    attribute = str(a.get("name"))
    match operation.opcode:
        case "call_method" | "call_super":
            decl = a["decl"]
            assert isinstance(decl, FunctionDecl)
            after = str(a["after"]) if operation.opcode == "call_super" else None
            shape = str(a["given"]) if "given" in a else None
            return maker.virtual(
                name, str(a.get("cls")), attribute, decl, bool(a.get("setter")), after, shape
            )
        case "call_dynamic":
            keywords = a["keywords"]
            assert isinstance(keywords, tuple)
            return maker.call(name, attribute, len(operation.operands), keywords, False)
        case "call_method_or":
            return maker.call(name, attribute, len(operation.operands) - 1, (), True)
        case "overrides":
            return maker.overrides(name, attribute)
        case "get_dynamic" | "get_dynamic_or":
            return maker.get(name, attribute, operation.opcode == "get_dynamic_or")
        case "set_dynamic":
            return maker.set(name, attribute, bool(a.get("open")), bool(a.get("raw")))
        case "delete_dynamic":
            return maker.delete(name, attribute, bool(a.get("raw")))
        case _:
            known = a["known"]
            assert known is None or isinstance(known, tuple)
            names = Names(known, str(a["prefix"]))
            return maker.computed(name, operation.opcode, str(a["owner"]), names, bool(a.get("raw")))


def _close(lowerer: Lowerer, reached: Reached, pieces: Pieces) -> World:
    """Settle classes and calls; gives the world that the back end reads."""
    tables = lowerer.tables
    slots = _slot_representation(lowerer)
    abstract = _abstract_tests(lowerer, reached)
    wanted = [*reached.live, *reached.named, *_mentioned(reached), *(INLINE if abstract else ())]
    records = lay_out_classes(tables.classes, wanted, slots)
    tests = {t.name: id_ranges([records[c].id for c in passing(tables, records, t)]) for t in abstract}
    _initialise(reached, pieces)
    for function in reached.functions.values():
        resolve_calls(function, {}, records, tests)
    program = Program(
        reached.functions,
        {name: tables.classes[name] for name in records},
        _globals(lowerer, reached),
        MAIN,
    )
    world = World(program, records, tests=tests, assets=lowerer.assets)
    _fill_entries(lowerer, reached, world)
    favour_size(program.functions)
    inline_calls(program.functions)
    hint_inlining(program.functions)
    guard_recursion(world)
    mark_raising(program.functions)
    return world


MENTIONS = frozenset({"get_attribute", "set_attribute", "class_id", "class_word"})


def _mentioned(reached: Reached) -> list[str]:
    """Classes that code touches without any instance being made: it is dead, but has to be laid out."""
    return sorted(
        {
            str(o.attributes["cls"])
            for f in reached.functions.values()
            for b in f.blocks
            for o in b.operations
            if o.opcode in MENTIONS
        }
    )


def _abstract_tests(lowerer: Lowerer, reached: Reached) -> list[ClassDecl]:
    """The abstract classes that something is tested for."""
    names = {
        str(o.attributes["cls"])
        for f in reached.functions.values()
        for b in f.blocks
        for o in b.operations
        if o.opcode == "is_instance"
    }
    found = (lowerer.tables.find_class(name) for name in sorted(names))
    return [cls for cls in found if cls is not None and is_abstract(cls)]


def _initialise(reached: Reached, pieces: Pieces) -> None:
    """Put calls of the guest initialisers that were reached where main asks for them, in order."""
    main = reached.functions[MAIN]
    for block in main.blocks:
        for index, operation in enumerate(block.operations):
            if operation.opcode == "initialise":
                calls = [
                    Op("call", [], {"name": name}, None, 0, operation.handler)
                    for name, _ in pieces
                    if name in reached.functions
                ]
                block.operations[index : index + 1] = calls
                return


def _slot_representation(lowerer: Lowerer) -> Callable[[ClassDecl, Attribute], Repr]:
    class _Holder:
        def __init__(self) -> None:
            self.lowerer = lowerer

    holder = _Holder()
    return lambda owner, attribute: slot_type(holder, owner, attribute).repr  # type: ignore[arg-type]


def _globals(lowerer: Lowerer, reached: Reached) -> dict[str, GlobalDecl]:
    names = {
        str(o.attributes["name"])
        for f in reached.functions.values()
        for b in f.blocks
        for o in b.operations
        if o.opcode in ("load_global", "store_global")
    }
    known = lowerer.tables.globals
    return {n: known.get(n) or GlobalDecl(n, WORD) for n in sorted(names)}


def _fill_entries(lowerer: Lowerer, reached: Reached, world: World) -> None:
    tables = lowerer.tables
    asked = not ASKING.isdisjoint(reached.dynamic)
    for name in reached.functions:
        if name.startswith(ENTRY):
            target = name.removeprefix(ENTRY)
            world.entries[target] = name
            decl = tables.functions[target]
            notes = function_notes(lowerer, decl) if asked else None
            world.function_objects[target] = (name, notes, None, decl.qualname)
    for record in world.classes.values():
        construct = CONSTRUCT + record.name
        if construct in reached.functions:
            record.construct = construct
    hierarchy = Hierarchy(lowerer)
    for key in reached.dynamic:
        if not key.startswith("entry "):
            continue
        name = key.removeprefix("entry ")
        table = world.methods.setdefault(name, {})
        for live in reached.live:
            found = hierarchy.methods_of(tables.classes[live], key)
            if len(found) == 2 and found[1] in reached.functions:
                table[world.classes[live].id] = found[1]


def build(options: BuildOptions) -> Path:
    """Compile a program and make its image, or what `options.emit` asks for."""
    output = options.output or Path("a.sesha")
    if options.emit == "typed":
        checked, _ = check_program(options)
        output.write_text(render_typed(checked, own_modules(checked)))
        return output
    world = compile_program(options)
    target = make_target(options.machine, options.optimize)
    return build_image(world, target, output, options.emit, memory=options.memory)
