"""Sizes of images do not move from run to run, and so they are promises that a test can hold."""

from pathlib import Path

import pytest

from sesha.compiler import pipeline
from sesha.compiler.options import BuildOptions
from sesha.image.segments import size_in_memory

EXAMPLES = Path(__file__).parents[2] / "examples"
KIB = 1024

LIMITS = {
    ("hello.py", "process"): 64,
    ("hello.py", "pvh"): 64,
    ("notes", "process"): 320,
    ("notes", "pvh"): 320,
}
"""KiB of the file, as promised."""
IN_MEMORY = {
    ("hello.py", "pvh"): 80,
    ("notes", "pvh"): 400,
}
"""KiB of all pages once the packed image runs; they include 20 KiB for the start."""


@pytest.mark.slow
@pytest.mark.parametrize(("program", "machine"), LIMITS)
def test_size(program: str, machine: str, tmp_path: Path) -> None:
    options = BuildOptions(str(EXAMPLES / program), machine=machine, output=tmp_path / "image")
    image = pipeline.build(options)
    assert image.stat().st_size <= LIMITS[program, machine] * KIB
    if (program, machine) in IN_MEMORY:
        assert size_in_memory(image) <= IN_MEMORY[program, machine] * KIB
