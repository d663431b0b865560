"""The stack against Linux's, over a TAP device in a network namespace of its own.

Needs /dev/net/tun and unprivileged user namespaces (`unshare -Urn`); skipped where they are not.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.privileged, pytest.mark.slow]

SCRIPT = Path(__file__).with_name("linux_peer.py")
SOURCES = Path(__file__).parents[3] / "src"


def can_unshare() -> bool:
    if shutil.which("unshare") is None or not os.path.exists("/dev/net/tun") or shutil.which("ip") is None:
        return False
    command = ["unshare", "-Urn", "ip", "tuntap", "add", "dev", "tap0", "mode", "tap"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


pytestmark.append(pytest.mark.skipif(not can_unshare(), reason="no user namespace with a TAP device"))


@pytest.mark.parametrize(
    "arguments",
    [
        "ping",
        "echo",
        "echo 0.05",
        "bulk",
        "small",
        "connections",
        "refused",
        "outward",
        "udp",
        pytest.param("dnsmasq", marks=pytest.mark.skipif(not shutil.which("dnsmasq"), reason="no dnsmasq")),
    ],
)
def test_linux_agrees(arguments: str) -> None:
    command = ["unshare", "-Urn", sys.executable, str(SCRIPT), *arguments.split()]
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert result.returncode == 0 and "SUCCESS" in result.stdout, result.stdout + result.stderr
