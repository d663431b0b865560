"""The guest's command line: encoded so that no text can become a parameter of its own."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from sesha.guest.abi import runner
from sesha.machine.job import EnvironmentProblem, Job
from sesha.machine.qemu import command_line

pytestmark = pytest.mark.fast


def test_arguments_and_variables_come_back() -> None:
    job = Job(Path("image"), "app.py", ("a b", "ü,=%", "sesha.arg=x"), {"K": "v w"})
    parts = command_line(job).split(" ")
    arguments = [unquote(p.removeprefix(runner.ARGUMENT)) for p in parts if p.startswith(runner.ARGUMENT)]
    variables = [unquote(p.removeprefix(runner.VARIABLE)) for p in parts if p.startswith(runner.VARIABLE)]
    assert arguments == ["app.py", "a b", "ü,=%", "sesha.arg=x"]
    assert variables == ["K=v w"]
    assert runner.FLAG_ESCAPED in parts


def test_too_long() -> None:
    with pytest.raises(EnvironmentProblem):
        command_line(Job(Path("image"), "app.py", ("x" * 5000,)))
