"""Find which modules of the guest library a program can need, by their import statements alone.

The guest library is Python that the build's own `ast` can read. The closure starts with what is
always there (built-ins, memory, the machine) and the standard modules that the program imports.
"""

import ast
from functools import cache
from pathlib import Path

GUEST_ROOT = Path(__file__).parent.parent.parent / "guest"
PREFIX = "sesha.guest"
STDLIB = "sesha.guest.stdlib"
RENAMED = {"collections.abc": "_collections_abc"}


def module_path(name: str) -> Path | None:
    """The file of a guest module (or package)."""
    relative = Path(*name.split(".")[2:]) if name != PREFIX else Path()
    folder = GUEST_ROOT / relative
    for candidate in (folder.with_suffix(".py") if name != PREFIX else folder, folder / "__init__.py"):
        if candidate.is_file():
            return candidate
    return None


def stdlib_module(name: str) -> str | None:
    """The guest module that implements a standard one, if there is one."""
    name = RENAMED.get(name, name)
    bare = name.removeprefix("_")
    for candidate in (f"{STDLIB}.{name}", f"{STDLIB}.{bare}"):
        if module_path(candidate) is not None:
            return candidate
    return None


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Every module that a file imports, `from` names included as possible modules."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def close(roots: list[str], machine: str, special: dict[str, str] | None = None) -> list[str]:
    """All guest modules reachable by imports, in an order where imported ones come first."""
    order: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        name = (special or {}).get(name, name)
        name = name.replace(f"{PREFIX}.machine.this", f"{PREFIX}.machine.{machine}")
        if name in seen:
            return
        seen.add(name)
        path = module_path(name)
        if path is None:
            return
        parent = name.rpartition(".")[0]
        if parent.startswith(STDLIB) and parent != STDLIB:
            visit(parent)
        for imported in sorted(imports_of(path)):
            if imported.startswith(PREFIX):
                visit(imported)
            else:
                guest = stdlib_module(imported)
                if guest is not None:
                    visit(guest)
        order.append(name)

    for root in roots:
        visit(root)
    return order


def always_needed(machine: str) -> list[str]:
    """Modules of every program: the built-ins, the collector, the machine's start."""
    builtins = [f"{PREFIX}.builtins.{p.stem}" for p in sorted((GUEST_ROOT / "builtins").glob("*.py"))]
    return [*builtins, f"{PREFIX}.machine.{machine}.start", f"{PREFIX}.cpu.memory_functions"]


def all_modules(machine: str) -> list[str]:
    """Every module that a program on this machine could need."""
    paths = sorted((GUEST_ROOT / "stdlib").rglob("*.py")) + sorted((GUEST_ROOT / "http").rglob("*.py"))
    names = []
    for path in paths:
        parts = path.relative_to(GUEST_ROOT).with_suffix("").parts
        names.append(".".join([PREFIX, *(parts[:-1] if parts[-1] == "__init__" else parts)]))
    return [*always_needed(machine), *names]
