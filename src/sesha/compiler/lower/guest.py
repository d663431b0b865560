"""Check and declare the guest library: what a program can need of it, or all of it."""

from sesha.compiler.frontend.check import Checked, Source, check
from sesha.compiler.frontend.guest_imports import GUEST_ROOT, all_modules, close, module_path
from sesha.compiler.frontend.stars import expand_stars
from sesha.compiler.lower.assets import OPEN
from sesha.compiler.lower.classes.constructors import declare_constructors
from sesha.compiler.lower.classes.named_tuples import declare_named_tuples
from sesha.compiler.lower.classes.unhashable import declare_unhashable
from sesha.compiler.lower.classes.variables import declare_late_variables
from sesha.compiler.lower.declare.bodies import Module
from sesha.compiler.lower.declare.modules import declare_module
from sesha.compiler.lower.declare.natives import declare_natives
from sesha.compiler.lower.functions.body import lower_body
from sesha.compiler.lower.functions.modules import declare_guest_module
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.settle.attributes import settle_attributes
from sesha.compiler.lower.settle.constants import settle_constants
from sesha.compiler.lower.settle.floats import settle_floats
from sesha.compiler.lower.tables import BUILTINS, PACKED_CALL, Tables
from sesha.compiler.options import BuildOptions
from sesha.compiler.types.classes import WORD, FunctionDecl, Parameter, ParameterKind, Type
from sesha.compiler.types.representation import Repr

MAIN = "sesha.program.main"
Pieces = list[tuple[str, set[str]]]
"""Initialisers of guest modules, in order, each with the variables that it sets."""

whole_guest = False
"""Check the whole guest library at once: for sessions that build many programs."""
_guest_checks: dict[tuple[str, ...], Checked] = {}


def declare_guest(options: BuildOptions, names: list[str]) -> tuple[Lowerer, Pieces]:
    """Check and declare modules of the guest library; in the order that the whole library has, so that
    an image is the same whether the library was kept or not."""
    special = options.machine_modules()
    everything = close(all_modules(options.machine), options.machine, special)
    names = sorted(names, key=everything.index)
    guest = check_guest(everything if whole_guest else names)
    lowerer = Lowerer(Tables(options.machine, special), lower_body=lower_body)
    modules = [
        declare_module(name, guest.files[name], guest.types, True) for name in names if name in guest.files
    ]
    for module in modules:
        lowerer.add(module)
    lowerer.tables.functions[MAIN] = main_declaration()
    lowerer.tables.functions[PACKED_CALL] = packed_declaration()
    name_builtins(lowerer)
    declare_natives(lowerer.tables)
    declare_unhashable(lowerer, modules)
    settle(lowerer, modules)
    pieces: Pieces = []
    for module in modules:
        pieces.extend(declare_guest_module(lowerer, module))
    return lowerer, pieces


def settle(lowerer: Lowerer, modules: list[Module]) -> None:
    """What needs all classes of a group of modules declared."""
    settle_constants(lowerer.tables, modules)
    canonical_orders(lowerer, modules)
    classes = [c for m in modules for c in m.decl.classes.values()]
    declare_named_tuples(lowerer, classes)
    settle_attributes(lowerer, modules)
    declare_late_variables(lowerer, modules)
    for module in modules:
        for function in (*module.decl.functions.values(), *_methods(module)):
            settle_floats(lowerer, function)
    declare_constructors(lowerer, classes)


def _methods(module: Module) -> list[FunctionDecl]:
    classes = module.decl.classes.values()
    return [m for c in classes for m in (*c.methods.values(), *c.setters.values())]


def main_declaration() -> FunctionDecl:
    return FunctionDecl(MAIN, [], Type(Repr.I64, "i64"), "sesha.program", 1, qualname="main")


def packed_declaration() -> FunctionDecl:
    """What a call goes by whose target binds the arguments: a tuple and a dict of them."""
    pack = Parameter("args", Type(Repr.WORD, "builtins.tuple"), ParameterKind.VARARGS)
    keywords = Parameter("kwargs", Type(Repr.WORD, "builtins.dict"), ParameterKind.VARKW)
    return FunctionDecl(PACKED_CALL, [Parameter("self", WORD), pack, keywords], WORD, "builtins")


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
        found = lowerer.modules.get(f"{BUILTINS}.{stem}")
        if found is None:
            continue
        for name, decl in found.decl.functions.items():
            names.setdefault(name, decl.name)
        for name, full in found.decl.names.items():
            names.setdefault(name, full)
    names.setdefault("open", OPEN)


def check_guest(names: list[str]) -> Checked:
    """Check the guest library's modules (once for each set of them)."""
    key = tuple(sorted(names))
    if key not in _guest_checks:
        sources = []
        for name in names:
            path = module_path(name)
            assert path is not None
            sources.append(Source(path, name))
        checked = check(sources, [GUEST_ROOT.parent.parent])
        if not checked.files:
            raise RuntimeError("the guest library does not check:\n" + "\n".join(checked.messages[:20]))
        expand_stars(checked.files, names)
        _guest_checks[key] = checked
    return _guest_checks[key]
