"""Host and guest pass mypy --strict, as pyproject.toml configures it."""

import subprocess
import sys

import pytest

from tests.conftest import environment
from tests.style.sources import ROOT


@pytest.mark.slow
def test_mypy_is_content() -> None:
    command = [sys.executable, "-m", "mypy", "--no-incremental"]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment())
    assert finished.returncode == 0, finished.stdout + finished.stderr
