"""The house style: sizes, docstrings, names, lines. The allow-lists only ever shrink."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.style.sources import PACKAGE, ROOT, Source, package_sources, suite_sources

FILE_LINES = 400
FOLDER_FILES = 25
FUNCTION_LINES = 80
LINE_LENGTH = 110

# Folders with more than FOLDER_FILES files: place -> files. Fewer is welcome, more fails.
LARGE_FOLDERS: dict[str, int] = {
    "src/sesha/guest/builtins": 160,
    "src/sesha/guest/stdlib": 45,
}

# Files longer than FILE_LINES: place -> lines. Smaller is welcome, larger fails.
LONG_FILES: dict[str, int] = {
    "src/sesha/guest/builtins/unicode_data.py": 1151,
}

# Lines longer than LINE_LENGTH: place -> how many.
LONG_LINES: dict[str, int] = {
    "tests/guest/memory_graph.py": 1,
    "tests/guest/stdlib/test_dataclasses.py": 1,
    "tests/guest/stdlib/test_datetime.py": 7,
    "tests/guest/stdlib/test_logging.py": 2,
    "tests/guest/stdlib/test_random.py": 2,
    "tests/guest/stdlib/test_re.py": 7,
}

REFUSED_NAMES = {"utils", "util", "common", "helpers", "helper", "misc"}
MACHINE_PATH = re.compile(r"/(?:work|home/\w+|Users/\w+|root)/\w+")
SELF = "tests/style/test_shape.py"


def functions(source: Source) -> Iterator[tuple[str, int]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{source.place}::{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_folder_sizes() -> None:
    files = Counter(str(s.path.parent.relative_to(ROOT)) for s in package_sources())
    grown = {place: n for place, n in files.items() if n > LARGE_FOLDERS.get(place, FOLDER_FILES)}
    assert not grown, f"sort into folders by idea: at most {FOLDER_FILES} files"


def test_file_sizes() -> None:
    long = {s.place: s.lines for s in package_sources() if s.lines > FILE_LINES}
    grown = {place: n for place, n in long.items() if n > LONG_FILES.get(place, FILE_LINES)}
    assert not grown, f"split by idea: at most {FILE_LINES} lines"


def test_function_sizes() -> None:
    long = {name: n for s in package_sources() for name, n in functions(s) if n > FUNCTION_LINES}
    assert not long, f"split by idea: at most {FUNCTION_LINES} lines"


def test_modules_have_docstrings() -> None:
    documented = [(s.place, ast.get_docstring(s.tree)) for s in package_sources() if s.text.strip()]
    missing = [place for place, text in documented if not text or text.startswith("TODO")]
    assert not missing


def test_no_drawer_modules() -> None:
    sources = package_sources() + suite_sources()
    found = [s.place for s in sources if REFUSED_NAMES & set(s.path.with_suffix("").parts[-2:])]
    assert not found, "a name that says nothing"


@pytest.mark.parametrize("folder", ["src", "tests", "benchmarks", "examples", "docs"])
def test_no_machine_paths(folder: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".md", ".toml", ".txt", ".ld"} and str(path.relative_to(ROOT)) != SELF
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert not wrong


def test_line_length() -> None:
    long = {
        s.place: sum(len(line) > LINE_LENGTH for line in s.text.splitlines())
        for s in package_sources() + suite_sources()
    }
    grown = {place: n for place, n in long.items() if n > LONG_LINES.get(place, 0)}
    assert not grown, f"at most {LINE_LENGTH} characters"


def test_every_folder_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    missing = [str(f.relative_to(ROOT)) for f in sorted(folders) if not (f / "__init__.py").exists()]
    assert not missing
