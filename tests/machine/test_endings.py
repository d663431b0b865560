"""How a virtual machine ended becomes the exit status, or words about a fault."""

import subprocess
import sys

import pytest

from sesha.machine.job import EnvironmentProblem, MachineFault
from sesha.machine.qemu import Words, _exit_status

pytestmark = pytest.mark.fast


def words(said: str = "") -> Words:
    """What a child that says this on its standard error is understood to say."""
    command = [sys.executable, "-c", f"import sys; sys.stderr.write({said!r})"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as child:
        heard = Words(child)
        heard.copy()
    return heard


def test_the_program_tells_its_status() -> None:
    assert _exit_status(0, b"\x07", words()) == 7
    assert _exit_status(0, b"\x00", words("qemu: terminating on signal 15 from pid 1\n")) == 0


def test_a_signal_ends_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert _exit_status(0, b"", words("warning: slow\nqemu: terminating on signal 15 from pid 1\n")) == 143
    assert capfd.readouterr().err == "warning: slow\n"
    assert _exit_status(-9, b"", words()) == 137


def test_the_processor_gave_up() -> None:
    with pytest.raises(MachineFault, match="triple fault"):
        _exit_status(0, b"", words())


def test_qemu_did_not_start_it() -> None:
    with pytest.raises(EnvironmentProblem, match="status 1"):
        _exit_status(1, b"", words("could not\n"))
