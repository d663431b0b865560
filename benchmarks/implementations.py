"""Ways to run one benchmark program: Sesha, C, CPython, PyPy, mypyc, each prepared once.

A prepared program is a command line to which the size of the problem is added. It prints its
result on stdout and the seconds of its work on the last line of stderr.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.places import BENCHMARKS, BUILD, build_image, call, tool
from benchmarks.untyped import without_annotations

Prepare = Callable[[Path], list[str]]

MYPYC_IMPORT = "import sys; sys.path.insert(0, {folder!r}); sys.argv = ['x', *sys.argv[1:]]; import {module}"


def sesha(program: Path) -> list[str]:
    return [str(build_image(program, program.stem))]


def sesha_untyped(program: Path) -> list[str]:
    return [str(build_image(without_annotations(program), program.stem + "-untyped"))]


def c(program: Path) -> list[str]:
    source = BENCHMARKS / "c" / f"{program.stem}.c"
    target = BUILD / f"{program.stem}-c"
    call([tool("gcc", "gcc"), "-O2", "-o", str(target), str(source), "-lm"])
    return [str(target)]


def cpython(program: Path) -> list[str]:
    return [sys.executable, str(program)]


def cpython_untyped(program: Path) -> list[str]:
    return [sys.executable, str(without_annotations(program))]


def pypy(program: Path) -> list[str]:
    return [tool("pypy3", "pypy3"), str(without_annotations(program))]


def mypyc(program: Path) -> list[str]:
    """A module of its own name, compiled in place; importing it runs the program."""
    folder = BUILD / "mypyc" / program.stem
    folder.mkdir(parents=True, exist_ok=True)
    module = f"compiled_{program.stem}"
    shutil.copy(program, folder / f"{module}.py")
    script = f"import os, runpy, sys; os.chdir({str(folder)!r}); sys.argv = ['mypyc', '{module}.py']; "
    call([sys.executable, "-c", script + "runpy.run_module('mypyc', run_name='__main__')"])
    return [sys.executable, "-c", MYPYC_IMPORT.format(folder=str(folder), module=module)]


TYPED: dict[str, Prepare] = {"C": c, "Sesha": sesha, "mypyc": mypyc, "PyPy": pypy, "CPython": cpython}
UNTYPED: dict[str, Prepare] = {"C": c, "Sesha": sesha_untyped, "PyPy": pypy, "CPython": cpython_untyped}
