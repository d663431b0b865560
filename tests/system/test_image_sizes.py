"""Sizes of images do not move from run to run, and so they are promises that a test can hold."""

from pathlib import Path

import pytest

from sesha.compiler import pipeline
from sesha.compiler.options import BuildOptions

EXAMPLES = Path(__file__).parents[2] / "examples"
KIB = 1024

LIMITS = {
    ("hello.py", "process"): 64,
    ("hello.py", "pvh"): 64,
    ("notes", "process"): 320,
    ("notes", "pvh"): 440,
}
"""KiB. What is promised of notes is 320 everywhere: with its own network stack it is not there yet
(docs/decisions/image-size.md), and may not grow meanwhile."""


@pytest.mark.slow
@pytest.mark.parametrize(("program", "machine"), LIMITS)
def test_size(program: str, machine: str, tmp_path: Path) -> None:
    options = BuildOptions(str(EXAMPLES / program), machine=machine, output=tmp_path / "image")
    assert pipeline.build(options).stat().st_size <= LIMITS[program, machine] * KIB
