"""The smallest guest boots on every machine of QEMU's that images are made for."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sesha.guest.abi import runner
from sesha.machine.acceleration import PROBE_STATUS, probe_image
from sesha.machine.qemu import MODELS, PROGRAM

pytestmark = [pytest.mark.qemu, pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="QEMU is not there")]


@pytest.mark.parametrize("model", list(MODELS))
def test_probe_boots_emulated(model: str, tmp_path: Path) -> None:
    guest = tmp_path / "probe"
    guest.write_bytes(probe_image())
    command = [
        *(PROGRAM, "-M", MODELS[model].options, "-accel", "tcg", "-cpu", "max", "-m", "16M"),
        *("-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-kernel", str(guest)),
        *("-device", f"isa-debug-exit,iobase={runner.EXIT_PORT},iosize={runner.EXIT_PORT_SIZE}"),
    ]
    assert subprocess.run(command, check=False, timeout=20).returncode == PROBE_STATUS
