"""Write a closed world as one LLVM module: the back end's entrance."""

from sesha.compiler.ir.builder import make_static
from sesha.compiler.ir.world import World
from sesha.compiler.llvm import calls, storage  # noqa: F401  (they register their operations)
from sesha.compiler.llvm.context import PENDING, Context
from sesha.compiler.llvm.functions import FunctionEmitter
from sesha.compiler.llvm.simple import INTRINSICS
from sesha.compiler.llvm.target import DATA_LAYOUT, TRIPLE, Target
from sesha.compiler.llvm.text import MEMORY_TYPES, double, quote, signed, symbol
from sesha.compiler.types.classes import GlobalDecl
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

GLOBALS_SECTION = ".globals"
"""Word variables stand together, so that the collector finds them between `globals_start` and
`globals_end`, which the linker script defines."""


def emit_module(world: World, target: Target) -> str:
    """LLVM IR text of the whole program."""
    context = Context(world, target)
    functions = [FunctionEmitter(context, f).emit() for f in world.program.functions.values()]
    parts = [
        emit_assembly(target.assembly),
        *(f"declare {signature}" for signature in INTRINSICS.values()),
        *_globals(context),
        context.classes.define_records(),
        context.sites.define(),
        *context.classes.definitions,
        *context.statics.definitions,
        *(f"{symbol(name)} = external dso_local global i8" for name in sorted(context.externals)),
        *functions,
        f"attributes #0 = {{ {_common_attributes(target)} }}",
        *context.metadata,
    ]
    return "\n".join(parts) + "\n"


def emit_assembly(assembly: str) -> str:
    """LLVM IR text that is this assembly and nothing else."""
    lines = (f'module asm "{quote(line.encode())}"' for line in assembly.splitlines())
    return "\n".join([f'target datalayout = "{DATA_LAYOUT}"\ntarget triple = "{TRIPLE}"', *lines])


def _common_attributes(target: Target) -> str:
    attributes = ["nounwind", f'"target-cpu"="{target.cpu}"', '"probe-stack"="inline-asm"']
    if not target.red_zone:
        attributes.append("noredzone")
    return " ".join(attributes)


def _globals(context: Context) -> list[str]:
    declared = dict(context.world.program.globals)
    lines = [_global(context, decl) for decl in declared.values()]
    if PENDING not in declared:
        lines.append(_word_global(PENDING, str(layout.NONE)))
    return lines


def _global(context: Context, decl: GlobalDecl) -> str:
    representation = decl.type.repr
    if representation is Repr.WORD:
        initial = str(layout.NONE if decl.name == PENDING else layout.UNSET)
        if decl.has_initial:
            initial = context.statics.word(make_static(decl.constant))
        return _word_global(decl.name, initial)
    value = decl.constant if isinstance(decl.constant, (bool, int, float)) else 0
    text = double(float(value)) if representation is Repr.F64 else str(signed(int(value)))
    return f"{symbol(decl.name)} = internal global {MEMORY_TYPES[representation]} {text}"


def _word_global(name: str, initial: str) -> str:
    return f'{symbol(name)} = internal global i64 {initial}, section "{GLOBALS_SECTION}", align 8'
