"""Find the programs of the language corpus and read what their headers ask for.

A program is a file, or a folder with `__main__.py`, which runs as a package if it has `__init__.py`.
Its first comment lines may say:

    # args: one "two words"        the command line (shell quoting)
    # stdin: first\\nsecond\\n       standard input, with escapes
    # env: NAME=value              one variable a line
    # expect-exit: 1               the exit status that CPython gives, checked there too
    # stderr: type                 compare the exception's type alone: versions word it differently
    # needs-python: 3.12           an older CPython cannot run it: the recorded output stands in
    # machine: qemu                run it on QEMU as well
    # differs: reason             differs by design: the image must print `name.sesha`
    # not yet: reason              known to fail as an image; the test tells when it starts to work

Recorded output lies beside the program: `name.expected`.
"""

import re
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMS = Path(__file__).parent / "programs"
HEADER = re.compile(r"# (args|stdin|env|expect-exit|stderr|needs-python|machine|differs|not yet): (.*)")
HEADER_LINES = 12


@dataclass(frozen=True)
class Program:
    path: Path
    name: str
    args: tuple[str, ...] = ()
    stdin: str = ""
    env: dict[str, str] = field(default_factory=dict)
    exit_status: int = 0
    error_type_only: bool = False
    needs_python: tuple[int, ...] = (3, 11)
    machines: tuple[str, ...] = ("process",)
    differs: str | None = None
    not_yet: str | None = None

    @property
    def runs_here(self) -> bool:
        return sys.version_info >= self.needs_python

    @property
    def recorded(self) -> Path:
        return self.path.with_suffix(".expected")

    @property
    def meant(self) -> Path:
        """What the image prints where it differs from CPython by design."""
        return self.path.with_suffix(".sesha")


def unescape(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")


def read(path: Path) -> Program:
    """The program at a file or folder, with its header."""
    source = path / "__main__.py" if path.is_dir() else path
    found: dict[str, list[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines()[:HEADER_LINES]:
        if match := HEADER.fullmatch(line):
            found.setdefault(match[1], []).append(match[2])
    return Program(
        path=path,
        name=str(path.relative_to(PROGRAMS)),
        args=tuple(shlex.split(found.get("args", [""])[0])),
        stdin=unescape(found.get("stdin", [""])[0]),
        env=dict(line.split("=", 1) for line in found.get("env", [])),
        exit_status=int(found.get("expect-exit", ["0"])[0]),
        error_type_only=found.get("stderr") == ["type"],
        needs_python=tuple(map(int, found.get("needs-python", ["3.11"])[0].split("."))),
        machines=("process", *found.get("machine", [])),
        differs=found.get("differs", [None])[0],
        not_yet=found.get("not yet", [None])[0],
    )


def all_programs() -> list[Program]:
    """Every program, in the order of their names."""
    folders = {main.parent for main in PROGRAMS.rglob("__main__.py")}
    files = [path for path in PROGRAMS.rglob("*.py") if not any(folder in path.parents for folder in folders)]
    return [read(path) for path in sorted([*folders, *files])]
