"""An image on a TAP device under a rain of changed frames goes on serving."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, environment, need_tool, run_sesha

pytestmark = [pytest.mark.slow, pytest.mark.privileged]

SECONDS = 5


def test_image_survives_changed_frames(tmp_path: Path) -> None:
    for tool, package in (("unshare", "util-linux"), ("ip", "iproute2"), ("ping", "iputils-ping")):
        need_tool(tool, package)
    probe = ["unshare", "-Urn", "ip", "tuntap", "add", "probe0", "mode", "tap"]
    if subprocess.run(probe, capture_output=True, env=environment()).returncode != 0:
        pytest.skip("no TAP device in a namespace of our own")
    image = tmp_path / "echo"
    built = run_sesha("build", ROOT / "examples" / "echo.py", "--net", "tap=tap0", "-o", image, timeout=400)
    assert built.returncode == 0, built.stderr
    script = [sys.executable, "-m", "tests.guest.net.fuzz_an_image", str(image), str(SECONDS)]
    done = subprocess.run(
        ["unshare", "-Urn", *script], capture_output=True, text=True, cwd=ROOT, env=environment(), timeout=120
    )
    assert "SUCCESS" in done.stdout, done.stdout + done.stderr
