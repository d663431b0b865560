"""Every program of the corpus says the same as an image as it does under CPython."""

from pathlib import Path

import pytest

from tests.language.corpus import Program, all_programs
from tests.language.running import build, by_cpython, on_process, on_qemu, wanted

PROGRAMS = all_programs()


def parameters(programs: list[Program]) -> list[object]:
    return [
        pytest.param(
            program,
            id=program.name,
            marks=[pytest.mark.xfail(reason=program.not_yet, strict=True)] if program.not_yet else [],
        )
        for program in programs
    ]


@pytest.mark.parametrize("program", [pytest.param(p, id=p.name) for p in PROGRAMS if p.runs_here])
def test_reference_runs(program: Program) -> None:
    """The program itself is sound: CPython ends with the status that its header names."""
    outcome = by_cpython(program)
    assert outcome.status == program.exit_status, outcome.last_error
    if program.recorded.exists():
        assert outcome.stdout == program.recorded.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("program", parameters(PROGRAMS))
def test_process_image_agrees(program: Program, tmp_path: Path) -> None:
    image = tmp_path / "image"
    built = build(program, image)
    assert built.returncode == 0, built.stdout + built.stderr
    assert on_process(program, image) == wanted(program)


@pytest.mark.qemu
@pytest.mark.parametrize("program", parameters([p for p in PROGRAMS if "qemu" in p.machines]))
def test_qemu_image_agrees(program: Program) -> None:
    outcome, meant = on_qemu(program), wanted(program)
    assert (outcome.stdout, outcome.status) == (meant.stdout, meant.status)
