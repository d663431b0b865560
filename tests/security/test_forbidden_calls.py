"""The filter of a process lets through what its program needs, arguments included, and nothing else."""

import os
import subprocess
from pathlib import Path

import pytest

from sesha.guest.abi.runner import FAULT_STATUS
from tests.conftest import run_sesha
from tests.system.images import run_image

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).with_name("forbidden_calls.py")
FORBIDDEN = (
    "open",
    "execve",
    "fork",
    "mmap",
    "mprotect",
    "ptrace",
    "kill",
    "prctl",
    "read_elsewhere",
    "write_elsewhere",
    "write_input",
    "unix_socket",
    "inet6_socket",
    "raw_socket",
    "blocking_socket",
    "attach_filter",
    "mark_socket",
    "other_clock",
    "x32",
)
ALLOWED = ("read", "write", "write_errors", "stream", "no_delay")
LISTING = """import sys
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("calls") / "image"
    built = run_sesha("build", PROGRAM, "-O", "0", "-o", path)
    assert built.returncode == 0, built.stderr
    return path


@pytest.mark.parametrize("call", FORBIDDEN)
def test_forbidden(image: Path, call: str) -> None:
    finished = run_image("process", image, call)
    assert (finished.stdout, finished.returncode) == ("before\n", FAULT_STATUS)
    assert "SIGSYS" in finished.stderr


@pytest.mark.parametrize("call", ALLOWED)
def test_allowed(image: Path, call: str) -> None:
    finished = run_image("process", image, call)
    assert (finished.stdout, finished.returncode) == ("before\nalive\n", 0)


def test_no_inherited_descriptors(tmp_path: Path) -> None:
    """What the parent left open is closed before the program runs."""
    program, image = tmp_path / "listing.py", tmp_path / "image"
    program.write_text(LISTING)
    assert run_sesha("build", program, "-O", "0", "-o", image).returncode == 0
    left = os.open(program, os.O_RDONLY)
    try:
        child = subprocess.Popen(
            [image], stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=(left,), close_fds=True
        )
    finally:
        os.close(left)
    assert child.stdin is not None and child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    descriptors = {int(entry.name) for entry in Path(f"/proc/{child.pid}/fd").iterdir()}
    child.stdin.close()
    assert child.wait(10) == 0
    assert descriptors == {0, 1, 2}
