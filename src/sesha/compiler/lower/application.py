"""Find the ASGI application of a program, and serve it: the end of `sesha.program.main`.

A program is an application when it is given as `module:name`, or when it is a package without
`__main__.py` whose `__init__.py` has a name `app`. Its modules run first; then the guest library's
server (`guest/http/serve.py`) gets the application.
"""

from pathlib import Path

from sesha.compiler.diagnostics.diagnostic import Diagnostic, ProgramError
from sesha.compiler.ir.builder import Builder
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.types.classes import ClassDecl, FunctionDecl, GlobalDecl
from sesha.compiler.types.representation import Repr

SERVER = "sesha.guest.http.serve"
DEFAULT_NAME = "app"


def program_path(program: str) -> Path:
    """The file or folder of a program as the command line names it."""
    module, colon, _ = program.partition(":")
    if not colon:
        return Path(program)
    path = Path(*module.split("."))
    return path if path.is_dir() else path.with_suffix(".py")


def application_name(program: str) -> str | None:
    """What the application is called in its module; None for a program that is none."""
    _, colon, name = program.partition(":")
    if colon:
        return name or DEFAULT_NAME
    path = Path(program)
    if path.is_dir() and not (path / "__main__.py").exists():
        return DEFAULT_NAME
    return None


def serve_application(lowerer: Lowerer, builder: Builder, entry: str, name: str) -> None:
    """Call the server with the application."""
    found = lowerer.tables.resolve(f"{entry}.{name}")
    if isinstance(found, FunctionDecl):
        application = builder.emit("function_word", name=found.name)
    elif isinstance(found, GlobalDecl):
        application = builder.emit("load_global", result=Repr.WORD, name=found.name)
    else:
        raise ProgramError([no_application(lowerer, entry, name, isinstance(found, ClassDecl))])
    builder.emit("call", application, result=Repr.VOID, name=f"{SERVER}.run")


def no_application(lowerer: Lowerer, entry: str, name: str, is_class: bool) -> Diagnostic:
    what = "a class" if is_class else "not defined"
    path = lowerer.modules[entry].tree.path
    remedy = "define `async def app(scope, receive, send)`, or name the application as module:name"
    message = f"{name!r} is {what}: it must be an ASGI application"
    return Diagnostic(path, 1, 0, "application", message, remedy)
