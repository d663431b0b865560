"""Give a build its guest library: the kept one, or checked anew; and make the one to keep."""

from sesha.compiler.frontend.guest_imports import all_modules, always_needed, close
from sesha.compiler.ir.encode import encode
from sesha.compiler.kept import is_on
from sesha.compiler.library.cache import GuestLibrary, key_of, load_library, save_library
from sesha.compiler.lower.functions.body import lower_body
from sesha.compiler.lower.guest import Pieces, declare_guest
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.options import BuildOptions
from sesha.compiler.transform.function_passes import lower_function


def load_guest(options: BuildOptions, needed: list[str]) -> tuple[Lowerer, Pieces]:
    """The guest library: the kept one, or what the program can need of it, checked anew."""
    special = options.machine_modules()
    key = key_of(f"{options.machine} {sorted(special.items())}")
    if not is_on():
        roots = [*always_needed(options.machine), *needed]
        return declare_guest(options, close(roots, options.machine, special))
    library = load_library(key)
    if library is None:
        library = keep_library(options)
        save_library(key, library)
        library = load_library(key) or library
    lowerer = Lowerer(library.tables, lower_body=lower_body, kept=library.functions, refused=library.refused)
    return lowerer, list(library.pieces)


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
