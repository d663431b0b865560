"""Embed files: `sesha.guest.abi.assets.lookup` as a function over the files that a build names.

`[tool.sesha] assets` lists files (or patterns) beside pyproject.toml. A program may spell one as it
stands in that list, or by a path that begins with the folder of its own `__file__`.
"""

import os
from pathlib import Path

from mypy import nodes as n

from sesha.compiler.frontend.walk import descendants
from sesha.compiler.ir.function import Function
from sesha.compiler.lower.functions.synthetic import synthetic
from sesha.compiler.lower.lowerer import Lowerer
from sesha.compiler.lower.value import NONE_VALUE, Val, constant
from sesha.compiler.options import ProjectConfig
from sesha.compiler.types.classes import Type
from sesha.compiler.types.representation import Repr

LOOKUP = "sesha.guest.abi.assets.lookup"
ASSETS = "sesha.guest.stdlib.io.assets"
OPEN = f"{ASSETS}.open_asset"


def opens_files(tree: n.MypyFile) -> bool:
    """Whether a module of the program uses the built-in `open`."""
    return any(isinstance(d, n.NameExpr) and d.fullname == "builtins.open" for d in descendants(tree))


def embed_assets(lowerer: Lowerer, config: ProjectConfig, entry: str) -> None:
    """Let `lookup` find the project's files; `entry` is the path of the program's first module."""
    decl = lowerer.tables.functions.get(LOOKUP)
    if decl is None:
        return
    files = _spellings(config, entry)
    lowerer.bodies.pop(LOOKUP, None)
    lowerer.kept.pop(LOOKUP, None)
    lowerer.synthetic[LOOKUP] = lambda low: _lookup(low, files, decl.result)


def _spellings(config: ProjectConfig, entry: str) -> dict[str, Path]:
    """Every path by which a program can open a file, and the file."""
    found: dict[str, Path] = {}
    if config.folder is None:
        return found
    program = os.path.dirname(entry)
    for pattern in config.assets:
        for path in sorted(config.folder.glob(pattern)):
            if path.is_file():
                found[path.relative_to(config.folder).as_posix()] = path
                beside = os.path.relpath(path, program or ".")
                found[os.path.normpath(os.path.join(program, beside))] = path
    return found


def _lookup(lowerer: Lowerer, files: dict[str, Path], result: Type) -> Function:
    """Compare the name with every spelling in turn."""
    fl = synthetic(lowerer, LOOKUP, [("p0", Repr.WORD)], result)
    builder = fl.builder
    name = Val(builder.get("p0"), Type(Repr.WORD, "builtins.str"))
    for spelling, path in files.items():
        same, other = builder.new_block("found"), builder.new_block("other")
        builder.branch(fl.truth(fl.runtime("str.eq", name, constant(spelling))), same, other)
        builder.place(same)
        fl.return_value(constant(path.read_bytes()))
        builder.place(other)
    fl.return_value(NONE_VALUE)
    return fl.function
