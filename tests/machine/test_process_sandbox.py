"""The process machine gives up its rights before the program's first line, and maps nothing W and X."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import run_sesha

pytestmark = pytest.mark.slow
PROGRAM = """import sys
print("ready", flush=True)
sys.stdin.read()
"""
FILTERED = "2"


def test_filter_and_mappings(tmp_path: Path) -> None:
    program, image = tmp_path / "wait.py", tmp_path / "image"
    program.write_text(PROGRAM)
    assert run_sesha("build", program, "-O", "0", "-o", image).returncode == 0
    child = subprocess.Popen([image], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdin is not None
    assert child.stdout.readline() == b"ready\n"
    process = Path("/proc") / str(child.pid)
    lines = (process / "status").read_text().splitlines()
    status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    rights = [line.split()[1] for line in (process / "maps").read_text().splitlines()]
    child.stdin.close()
    assert child.wait(10) == 0
    assert (status["Seccomp"].strip(), status["NoNewPrivs"].strip()) == (FILTERED, "1")
    assert not [right for right in rights if "w" in right and "x" in right]
