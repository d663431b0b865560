"""Run mypy over modules and keep its trees and the type of every expression.

First stage of the pipeline: source files in, `Checked` out. mypy reads 3.14 syntax whatever Python
runs it. Errors are returned, not raised; `frontend/errors.py` decides which of them stop a build.

What mypy knows of the standard library (typeshed) is kept between builds. Modules that mypy takes from
its cache have no trees and no types of expressions, so every other module is checked anew each time.
"""

import os
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from mypy import build
from mypy.errors import CompileError
from mypy.modulefinder import BuildSource
from mypy.nodes import Expression, MypyFile
from mypy.options import Options
from mypy.plugin import Plugin, ReportConfigContext
from mypy.types import Type as MypyType

from sesha.compiler.frontend.alias_values import TypeValues
from sesha.compiler.frontend.inference.signatures import Signatures
from sesha.compiler.kept import folder, is_on

LANGUAGE_VERSION = (3, 14)
TYPESHED = os.path.join("mypy", "typeshed")


@dataclass(frozen=True)
class Source:
    """A module to check: its file and its dotted name."""

    path: Path
    module: str


@dataclass
class Checked:
    """What mypy found: trees by module, types by expression, messages as mypy words them."""

    files: dict[str, MypyFile]
    types: dict[Expression, MypyType]
    messages: list[str] = field(default_factory=list)
    seconds: float = 0.0
    vain_floats: bool = False
    """Whether containers claim floats in vain (`flows.py` finds out)."""
    guesses: dict[Expression, MypyType] = field(default_factory=dict)
    """Types as mypy inferred them, before those in doubt were taken back."""
    type_values: TypeValues = field(default_factory=TypeValues)
    """What the program does with types that are values (`alias_values.py`)."""


def make_options(search_path: list[Path]) -> Options:
    """Options for whole-program checking with all trees kept."""
    options = Options()
    options.export_types = True
    options.preserve_asts = True
    options.check_untyped_defs = True
    options.allow_redefinition = True
    options.python_version = LANGUAGE_VERSION
    options.incremental = is_on()
    options.cache_dir = str(folder() / "mypy")
    options.sqlite_cache = False  # files are replaced whole: builds may run side by side
    options.show_column_numbers = True
    options.show_error_end = True
    options.hide_error_codes = False
    options.warn_unreachable = False
    options.allow_empty_bodies = True
    options.mypy_path = [str(p) for p in search_path]
    options.namespace_packages = True
    options.explicit_package_bases = True
    options.disable_error_code = ["annotation-unchecked"]
    return options


class CheckAnew(Plugin):
    """Makes mypy take nothing but the standard library from its cache, and annotates what it has parsed."""

    def __init__(self, options: Options, signatures: Signatures) -> None:
        super().__init__(options)
        self.signatures = signatures

    def get_additional_deps(self, file: MypyFile) -> list[tuple[int, str, int]]:
        self.signatures.apply(file)
        return []

    def report_config_data(self, ctx: ReportConfigContext) -> str | None:
        return str(uuid.uuid4()) if ctx.is_check and TYPESHED not in ctx.path else None


def check(sources: list[Source], search_path: list[Path], signatures: Signatures | None = None) -> Checked:
    """Parse and check the modules with everything they import, under signatures found before."""
    started = time.perf_counter()
    options = make_options(search_path)
    build_sources = [BuildSource(str(s.path), s.module, None) for s in sources]
    try:
        result = build.build(
            build_sources, options=options, extra_plugins=[CheckAnew(options, signatures or Signatures())]
        )
    except CompileError as error:
        return Checked({}, {}, list(error.messages), time.perf_counter() - started)
    return Checked(dict(result.files), result.types, list(result.errors), time.perf_counter() - started)
