"""Load a program with the guest library it can need, and make `sesha.program.main`.

Two checks by mypy: the program's own modules against typeshed, and the guest library's modules.
"""

import os
from pathlib import Path

from mypy import nodes as n

from sesha.compiler.diagnostics.diagnostic import ProgramError
from sesha.compiler.frontend.check import Checked, Source, check
from sesha.compiler.frontend.errors import diagnostics_of, split_messages
from sesha.compiler.frontend.guest_imports import (
    GUEST_ROOT,
    all_modules,
    PREFIX,
    always_needed,
    close,
    module_path,
    stdlib_module,
)
from sesha.compiler.ir.builder import Builder, integer
from sesha.compiler.guest_cache import GuestLibrary, key_of, load_library, save_library, should_keep
from sesha.compiler.ir.encode import encode
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.assets import ASSETS, OPEN, embed_assets, opens_files
from sesha.compiler.lower.application import SERVER, application_name, program_path, serve_application
from sesha.compiler.lower.body import lower_body
from sesha.compiler.lower.floats import settle_floats
from sesha.compiler.lower.classes import declare_constructors, declare_native_constructors
from sesha.compiler.lower.dataclass_methods import declare_dataclasses
from sesha.compiler.lower.declare import Module, absolute_import, declare_module
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.mixed import mixes_ints_into_floats
from sesha.compiler.lower.modules import MODULE, declare_guest_module, declare_program_module
from sesha.compiler.lower.natives import add_enum_methods, declare_natives
from sesha.compiler.lower.settle import settle_attributes
from sesha.compiler.lower.tables import BUILTINS, Tables
from sesha.compiler.transform.function_passes import lower_function
from sesha.compiler.options import BuildOptions
from sesha.compiler.types.classes import VOID, FunctionDecl, Type
from sesha.compiler.types.representation import Repr

MAIN = "sesha.program.main"
Pieces = list[tuple[str, set[str]]]

whole_guest = False
"""Check the whole guest library at once: for sessions that build many programs."""
_guest_checks: dict[tuple[str, ...], Checked] = {}
_program_checks: dict[str, Checked] = {}


def load(options: BuildOptions, impure: set[tuple[str, ...]] | None = None) -> tuple[Lowerer, Pieces]:
    """Everything declared and ready to be lowered; raises ProgramError for errors in the program."""
    program, entry = check_program(options)
    own = own_modules(program, options, entry)
    application = application_name(options.program)
    needed = needed_guest_modules(program, own)
    if any(opens_files(program.files[name]) for name in own):
        needed.append(ASSETS)
    lowerer, pieces = load_guest(options, needed, application)
    lowerer.impure = impure or set()
    modules = [declare_module(name, program.files[name], program.types, False) for name in own]
    for module in modules:
        module.untrusted = split_messages(program.messages, module.tree)
        lowerer.add(module)
    lowerer.mixed = bool(lowerer.impure) or any(mixes_ints_into_floats(module) for module in modules)
    if any(c.is_enum for m in modules for c in m.decl.classes.values()):
        add_enum_methods(lowerer.tables)
    declare_dataclasses(lowerer, modules)
    _settle(lowerer, modules)
    for module in modules:
        declare_program_module(lowerer, module)
    _declare_main(lowerer, entry, application)
    embed_assets(lowerer, options.config, program.files[entry].path)
    return lowerer, pieces


def load_guest(
    options: BuildOptions, needed: list[str], application: str | None
) -> tuple[Lowerer, Pieces]:
    """The guest library: the kept one, or what the program can need of it, checked anew."""
    special = options.machine_modules()
    key = key_of(f"{options.machine} {sorted(special.items())}")
    library = load_library(key)
    if library is None and should_keep(key):
        library = keep_library(options)
        save_library(key, library)
        library = load_library(key) or library
    if library is not None:
        lowerer = Lowerer(library.tables, lower_body=lower_body, kept=library.functions, refused=library.refused)
        return lowerer, list(library.pieces)
    roots = [*always_needed(options.machine), *needed]
    if application is not None:
        roots.append(SERVER)
    return declare_guest(options, close(roots, options.machine, special))


def declare_guest(options: BuildOptions, names: list[str]) -> tuple[Lowerer, Pieces]:
    """Check and declare modules of the guest library."""
    special = options.machine_modules()
    everything = close([*names, *all_modules(options.machine)], options.machine, special)
    guest = check_guest(everything if whole_guest else names)
    lowerer = Lowerer(Tables(options.machine, special), lower_body=lower_body)
    modules = [
        declare_module(name, guest.files[name], guest.types, True) for name in names if name in guest.files
    ]
    for module in modules:
        lowerer.add(module)
    lowerer.tables.functions[MAIN] = main_declaration()
    name_builtins(lowerer)
    declare_natives(lowerer.tables)
    _settle(lowerer, modules)
    declare_native_constructors(lowerer)
    pieces: Pieces = []
    for module in modules:
        pieces.extend(declare_guest_module(lowerer, module))
    return lowerer, pieces


def _settle(lowerer: Lowerer, modules: list[Module]) -> None:
    """What needs all classes of a group of modules declared."""
    canonical_orders(lowerer, modules)
    settle_attributes(lowerer, modules)
    for module in modules:
        for function in (*module.decl.functions.values(), *_methods(module)):
            settle_floats(lowerer, function)
    declare_constructors(lowerer, [c for m in modules for c in m.decl.classes.values()])


def _methods(module: Module) -> list[FunctionDecl]:
    classes = module.decl.classes.values()
    return [m for c in classes for m in (*c.methods.values(), *c.setters.values())]


def keep_library(options: BuildOptions) -> GuestLibrary:
    """Lower the whole guest library."""
    special = options.machine_modules()
    lowerer, pieces = declare_guest(options, close(all_modules(options.machine), options.machine, special))
    library = GuestLibrary(lowerer.tables, pieces)
    done: set[str] = set()
    while True:
        names = [n for n in (*lowerer.bodies, *lowerer.synthetic) if n not in done]
        if not names:
            break
        for name in names:
            done.add(name)
            before = len(lowerer.diagnostics)
            for function in lower_function(lowerer, name):
                library.functions[function.name] = encode(function)
            if len(lowerer.diagnostics) > before:
                library.refused[name] = lowerer.diagnostics[-1]
    lowerer.tables.forget()
    return library


def check_program(options: BuildOptions) -> tuple[Checked, str]:
    """Check the program's modules; gives the name of the entry module."""
    path = program_path(options.program)
    main = path / "__main__.py"
    if main.exists() and not (path / "__init__.py").exists():
        source, search = Source(main, "__main__"), path
    elif path.is_dir():
        source = Source(path / "__main__.py" if (path / "__main__.py").exists() else path / "__init__.py", path.name)
        search = path.parent
    else:
        source, search = Source(path, path.stem if ":" in options.program else "__main__"), path.parent
    key = str(path.resolve())
    if key not in _program_checks:
        _program_checks[key] = check([source], [search])
    checked = _program_checks[key]
    errors = [m for m in checked.messages if ": error:" in m]
    if not checked.files:
        raise ProgramError(diagnostics_of(errors))
    return checked, source.module


def own_modules(program: Checked, options: BuildOptions, entry: str) -> list[str]:
    """Modules of the program itself: those whose files do not come with mypy."""
    typeshed = os.path.join("mypy", "typeshed")
    return [
        name
        for name, tree in program.files.items()
        if typeshed not in tree.path and tree.path.endswith(".py") and "mypy_extensions" not in name
    ]


def needed_guest_modules(program: Checked, own: list[str]) -> list[str]:
    """Guest modules that implement the standard ones which the program imports."""
    found: dict[str, None] = {}
    for name in own:
        decl_like = _Named(name, program.files[name].path)
        for node in _imports(program.files[name]):
            names = [n for n, _ in node.ids] if isinstance(node, n.Import) else [absolute_import(decl_like, node)]  # type: ignore[arg-type]
            if isinstance(node, n.ImportFrom):
                names.extend(f"{names[0]}.{item}" for item, _ in node.names)
            for module in names:
                parts = module.split(".")
                for cut in range(1, len(parts) + 1):
                    guest = stdlib_module(".".join(parts[:cut]))
                    if guest is not None:
                        found[guest] = None
    return list(found)


class _Named:
    def __init__(self, name: str, path: str) -> None:
        self.name, self.path = name, path


def _imports(tree: n.MypyFile) -> "list[n.Import | n.ImportFrom]":
    return [i for i in tree.imports if isinstance(i, (n.Import, n.ImportFrom))]


def check_guest(names: list[str]) -> Checked:
    """Check the guest library's modules (once for each set of them)."""
    key = tuple(sorted(names))
    if key not in _guest_checks:
        sources = []
        for name in names:
            path = module_path(name)
            assert path is not None
            sources.append(Source(path, name))
        _guest_checks[key] = check(sources, [GUEST_ROOT.parent.parent])
    checked = _guest_checks[key]
    if not checked.files:
        raise RuntimeError("the guest library does not check:\n" + "\n".join(checked.messages[:20]))
    return checked


def canonical_orders(lowerer: Lowerer, modules: list[Module]) -> None:
    """Spell every class's mro with our own class names, what we do not have left out."""
    tables = lowerer.tables
    for module in modules:
        for cls in module.decl.classes.values():
            order: dict[str, None] = {cls.name: None}
            for name in cls.mro[1:]:
                base = tables.find_class(name)
                if base is None or base.name == "builtins.object":
                    continue
                for inherited in [base.name] if base.name in module.decl.classes else base.mro:
                    found = tables.find_class(inherited)
                    if found is not None and found.name != "builtins.object":
                        order[found.name] = None
            order["builtins.object"] = None
            cls.mro = list(order)


def name_builtins(lowerer: Lowerer) -> None:
    """Find what implements each name of `builtins`: classes and functions of guest/builtins."""
    names = lowerer.tables.builtin_names
    for module in lowerer.modules.values():
        if not module.decl.name.startswith(BUILTINS + "."):
            continue
        for cls in module.decl.classes.values():
            if cls.qualname == cls.name.rpartition(".")[2]:
                names.setdefault(cls.qualname, cls.name)
    for stem in ("functions", "print"):
        module = lowerer.modules.get(f"{BUILTINS}.{stem}")
        if module is None:
            continue
        for name, decl in module.decl.functions.items():
            names.setdefault(name, decl.name)
        for name, full in module.decl.names.items():
            names.setdefault(name, full)
    names.setdefault("open", OPEN)


def main_declaration() -> FunctionDecl:
    return FunctionDecl(MAIN, [], Type(Repr.I64, "i64"), "sesha.program", 1, qualname="main")


def _declare_main(lowerer: Lowerer, entry: str, application: str | None) -> None:
    decl = lowerer.tables.functions[MAIN]
    lowerer.synthetic[MAIN] = lambda low: _main(low, decl, entry, application)


def _main(lowerer: Lowerer, decl: FunctionDecl, entry: str, application: str | None) -> Function:
    """Run the guest's initialisers, the program's entry module, and report what escapes."""
    function = Function(MAIN, [], Repr.I64, decl, inline="never")
    builder = Builder(function)
    failed = builder.new_block("failed")
    builder.handler = failed
    builder.emit("call", result=Repr.VOID, name=f"{BUILTINS}.hash_seed.seed_from_machine")
    builder.emit("initialise")
    builder.emit("call", result=Repr.VOID, name=f"{entry}.{MODULE}")
    if application is not None:
        serve_application(lowerer, builder, entry, application)
    builder.emit("call", result=Repr.VOID, name=f"{BUILTINS}.finish.finish")
    builder.handler = None
    builder.emit("return", integer(0))
    builder.place(failed)
    exception = builder.emit("catch")
    status = builder.emit("call", exception, result=Repr.I64, name=f"{BUILTINS}.finish.fail")
    builder.emit("return", status)
    return function


__all__ = ["PREFIX", "VOID", "Module"]
