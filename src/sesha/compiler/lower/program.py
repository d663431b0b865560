"""Load a program with the guest library it can need, and make `sesha.program.main`.

Two checks by mypy: the program's own modules against typeshed, and the guest library's modules.
"""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mypy import nodes as n

from sesha.compiler.diagnostics.diagnostic import ProgramError
from sesha.compiler.frontend.alias_values import free_aliases
from sesha.compiler.frontend.check import Checked, Source, check
from sesha.compiler.frontend.errors import diagnostics_of, split_messages
from sesha.compiler.frontend.flows import take_back_types
from sesha.compiler.frontend.guest_imports import stdlib_module
from sesha.compiler.frontend.inference.rounds import infer_signatures
from sesha.compiler.frontend.inference.signatures import Signatures
from sesha.compiler.frontend.narrowing import take_back_narrowing
from sesha.compiler.frontend.stars import expand_stars
from sesha.compiler.ir.builder import Builder, integer
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.application import SERVER, application_name, program_path, serve_application
from sesha.compiler.lower.assets import ASSETS, embed_assets, opens_files
from sesha.compiler.lower.classes.dataclass_methods import declare_dataclasses
from sesha.compiler.lower.classes.local import declare_local_classes
from sesha.compiler.lower.classes.total_ordering import declare_total_orders
from sesha.compiler.lower.classes.unhashable import declare_unhashable
from sesha.compiler.lower.declare.modules import absolute_import, declare_module
from sesha.compiler.lower.declare.mypy_types import RAW_INTEGERS
from sesha.compiler.lower.declare.natives import TYPE_VALUES, add_enum_methods, add_union_methods
from sesha.compiler.lower.expressions.attribute_names import formatted_names, mentioned_names
from sesha.compiler.lower.functions.modules import MODULE, declare_program_module
from sesha.compiler.lower.guest import MAIN, Pieces, settle
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.mixed import mixes_ints_into_floats
from sesha.compiler.lower.settle.rebinding import settle_rebinding
from sesha.compiler.lower.tables import BUILTINS
from sesha.compiler.options import BuildOptions
from sesha.compiler.types.classes import FunctionDecl
from sesha.compiler.types.representation import Repr

_program_checks: dict[str, Checked] = {}


LoadGuest = Callable[[BuildOptions, list[str]], tuple[Lowerer, Pieces]]


def load_program(
    options: BuildOptions, load_guest: LoadGuest, impure: set[tuple[str, ...]] | None = None
) -> tuple[Lowerer, Pieces]:
    """Everything declared and ready to be lowered; raises ProgramError for errors in the program.
    `load_guest` gives the guest library with at least the modules named."""
    program, entry = check_program(options)
    own = own_modules(program)
    application = application_name(options.program)
    needed = needed_guest_modules(program, own)
    if any(opens_files(program.files[name]) for name in own):
        needed.append(ASSETS)
    if program.type_values.made:
        needed.append(TYPE_VALUES)
    if application is not None:
        needed.append(SERVER)
    lowerer, pieces = load_guest(options, needed)
    lowerer.impure = impure or set()
    modules = [declare_module(name, program.files[name], program.types, False) for name in own]
    for module in modules:
        declare_local_classes(module)
        lowerer.add(module)
        lowerer.mentioned |= mentioned_names(module.tree)
        lowerer.formatted |= formatted_names(module.tree)
    settle_rebinding(lowerer, modules)
    mixed = program.vain_floats or any(mixes_ints_into_floats(module) for module in modules)
    lowerer.mixed = bool(lowerer.impure) or mixed
    imported = [lowerer.tables.modules[name] for name in needed if name in lowerer.tables.modules]
    declared = [*(module.decl for module in modules), *imported]
    if any(cls.is_enum and cls.members for decl in declared for cls in decl.classes.values()):
        add_enum_methods(lowerer.tables)
    if program.type_values.joined:
        add_union_methods(lowerer.tables)
    declare_dataclasses(lowerer, modules)
    declare_total_orders(lowerer, modules)
    declare_unhashable(lowerer, modules)
    settle(lowerer, modules)
    for module in modules:
        declare_program_module(lowerer, module)
    _declare_main(lowerer, entry, application)
    embed_assets(lowerer, options.config, program.files[entry].path)
    return lowerer, pieces


def entry_module(program: str) -> tuple[Source, Path]:
    """The module that runs first, as `python FILE`, `python FOLDER`, `python -m PACKAGE` or an ASGI server
    names it, and the folder that imports start from."""
    path = program_path(program)
    named, colon, _ = program.partition(":")
    if colon:
        file = path / "__init__.py" if path.is_dir() else path
        return (Source(file, path.stem), path.parent) if "/" in named else (Source(file, named), Path())
    if not path.is_dir():
        return Source(path, "__main__"), path.parent
    main, package = path / "__main__.py", path / "__init__.py"
    if main.exists() and not package.exists():
        return Source(main, "__main__"), path
    path = path if path.name not in ("", "..") else path.resolve()
    if main.exists():
        return Source(main, f"{path.name}.__main__"), path.parent
    return Source(package, path.name), path.parent


def check_program(options: BuildOptions) -> tuple[Checked, str]:
    """Check the program's modules; gives the name of the entry module. Raises ProgramError."""
    source, search = entry_module(options.program)
    key = f"{source.module}:{source.path.resolve()}"
    if key not in _program_checks:
        first = _check_once(source, search, Signatures())
        application = application_name(options.program)
        entries = [] if application is None else [application]
        again = partial(_check_once, source, search)
        _program_checks[key] = infer_signatures(first, own_modules(first), entries, again)
    return _program_checks[key], source.module


def _check_once(source: Source, search: Path, signatures: Signatures) -> Checked:
    """Check under given signatures, and take back the types that cannot be relied upon."""
    checked = check([source], [search], signatures)
    if not checked.files:
        raise ProgramError(diagnostics_of([m for m in checked.messages if ": error:" in m]))
    _take_for_ints(checked)
    own = own_modules(checked)
    expand_stars(checked.files, own)
    trees = [checked.files[name] for name in own]
    wrong = set().union(*(split_messages(checked.messages, tree) for tree in trees))
    checked.guesses = dict(checked.types)
    take_back_narrowing(trees, checked.types)
    checked.type_values = free_aliases(trees, checked.types)
    checked.vain_floats = take_back_types(trees, checked.types, wrong)
    return checked


def _take_for_ints(checked: Checked) -> None:
    """In programs the fixed-width integers of mypy_extensions are plain ints, as under CPython."""
    module = checked.files.get("mypy_extensions")
    if module is None:
        return
    for name in RAW_INTEGERS:
        symbol = module.names.get(name.rpartition(".")[2])
        if symbol is not None and isinstance(symbol.node, n.TypeInfo):
            symbol.node._fullname = "builtins.int"


def own_modules(program: Checked) -> list[str]:
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
        path = program.files[name].path
        for node in _imports(program.files[name]):
            if isinstance(node, n.Import):
                names = [imported for imported, _ in node.ids]
            else:
                base = absolute_import(name, path, node)
                names = [base, *(f"{base}.{item}" for item, _ in node.names)]
            for module in names:
                parts = module.split(".")
                for cut in range(1, len(parts) + 1):
                    guest = stdlib_module(".".join(parts[:cut]))
                    if guest is not None:
                        found[guest] = None
    return list(found)


def _imports(tree: n.MypyFile) -> "list[n.Import | n.ImportFrom]":
    return [i for i in tree.imports if isinstance(i, (n.Import, n.ImportFrom))]


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
    for module in _with_packages(entry, lowerer):
        builder.emit("call", result=Repr.VOID, name=f"{module}.{MODULE}")
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


def _with_packages(entry: str, lowerer: Lowerer) -> list[str]:
    """The entry module after the packages that it lies in."""
    parts = entry.split(".")
    names = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
    return [name for name in names if name in lowerer.modules]
