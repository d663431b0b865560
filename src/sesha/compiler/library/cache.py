"""Keep the guest library lowered between builds.

The whole library is declared and lowered once for each version of it (and of the compiler, the Python
that runs, the machine) and kept as one file in the user's cache folder; a build then checks only the
program's own modules and decodes just the functions that it reaches.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from sesha.compiler.diagnostics.diagnostic import Diagnostic
from sesha.compiler.kept import folder
from sesha.compiler.lower.tables import Tables

ROOT = Path(__file__).parent.parent.parent


@dataclass
class GuestLibrary:
    """Everything known of the lowered library; functions as `ir/encode.py` writes them."""

    tables: Tables
    pieces: list[tuple[str, set[str]]]
    functions: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, Diagnostic] = field(default_factory=dict)
    """Functions that cannot be lowered, and why: said when a program reaches one."""


def key_of(machine: str) -> str:
    """A digest of everything that the library's IR depends on."""
    digest = hashlib.sha256(f"{sys.version} {machine}".encode())
    for part in ("guest", "compiler"):
        for path in sorted((ROOT / part).rglob("*.py")):
            digest.update(str(path.relative_to(ROOT)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def load_library(key: str) -> GuestLibrary | None:
    """The kept library; None when there is none (or it is unreadable: it is made again)."""
    path = folder() / f"{key}.library"
    try:
        library = pickle.loads(path.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError):
        return None
    return library if isinstance(library, GuestLibrary) else None


def save_library(key: str, library: GuestLibrary) -> None:
    """Write the library beside the older versions, which go."""
    try:
        target = folder()
        target.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(library, file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(name, target / f"{key}.library")
        _forget_old(target, key)
    except OSError:
        return


KEPT = 20
"""Versions (machines, and recent edits of the library) that stay."""


def _forget_old(target: Path, key: str) -> None:
    files = sorted(target.glob("*.library"), key=lambda p: p.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
