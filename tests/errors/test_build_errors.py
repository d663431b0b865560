"""Programs that must not build: the message names file and line, shows the source, and exits with 1.

A line of a program under `programs/` ends in `# error: FRAGMENT`: the message for that line must
contain the fragment.
"""

import re
from pathlib import Path

import pytest

from tests.conftest import run_sesha

PROGRAMS = Path(__file__).parent / "programs"
MARK = re.compile(r"# error: (.+)$")
BUILD_SECONDS = 120


def expected_errors(program: Path) -> list[tuple[str, int, str]]:
    """(file name, line, fragment) of every marked line."""
    files = sorted(program.rglob("*.py")) if program.is_dir() else [program]
    return [
        (file.name, number, match[1])
        for file in files
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if (match := MARK.search(line))
    ]


def all_programs() -> list[Path]:
    return [path for path in sorted(PROGRAMS.iterdir()) if path.suffix == ".py" or path.is_dir()]


@pytest.mark.slow
@pytest.mark.parametrize("program", all_programs(), ids=lambda path: path.stem)
def test_build_error(program: Path, tmp_path: Path) -> None:
    built = run_sesha("build", program, "-o", tmp_path / "image", timeout=BUILD_SECONDS)
    said = built.stderr + built.stdout
    assert built.returncode == 1, said
    assert "internal error" not in said
    assert not (tmp_path / "image").exists()
    for name, line, fragment in expected_errors(program):
        pattern = rf"{re.escape(name)}:{line}:.*?{re.escape(fragment)}"
        found = re.search(pattern, said, re.DOTALL | re.IGNORECASE)
        assert found, f"{name}:{line} {fragment!r} not in:\n{said}"
        source = (program if program.is_file() else program / name).read_text().splitlines()[line - 1]
        assert source.split("  # error")[0].strip() in said, "the source line is not shown"
        assert "^" in said, "no caret"
