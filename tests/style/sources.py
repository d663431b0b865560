"""The sources under test as data: their modules, layers, and imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "sesha"


@dataclass(frozen=True)
class Import:
    """One imported module (or module and name: `from sesha.a import b` gives sesha.a.b)."""

    module: str
    line: int
    inside_function: bool


@dataclass(frozen=True)
class Source:
    path: Path
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        parts = self.path.relative_to(PACKAGE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def place(self) -> str:
        return str(self.path.relative_to(ROOT))

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @cached_property
    def imports(self) -> list[Import]:
        return list(find_imports(self.tree, False))


def find_imports(node: ast.AST, inside_function: bool) -> Iterator[Import]:
    """Imports at and below a node, in order."""
    for module in imported_by(node):
        yield Import(module, node.lineno, inside_function)  # type: ignore[attr-defined]
    if isinstance(node, ast.expr):
        return
    inside = inside_function or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for child in ast.iter_child_nodes(node):
        yield from find_imports(child, inside)


def imported_by(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, filename=str(path)))


@cache
def package_sources() -> list[Source]:
    return [read(path) for path in sorted(PACKAGE.rglob("*.py"))]


@cache
def suite_sources() -> list[Source]:
    corpora = {"programs"}
    return [
        read(path)
        for folder in ("tests", "benchmarks")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if not corpora & set(path.relative_to(ROOT).parts)
    ]
