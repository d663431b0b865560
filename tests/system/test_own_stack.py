"""Our own network stack on a TAP device: a lease and a name from dnsmasq, ping, HTTP both ways.

Makes its own user and network namespace; says so where the kernel does not allow that.
"""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import ROOT, environment, need_tool
from tests.system.conftest import MACHINES
from tests.system.network_lab import GUEST, LONG_NAME, NAME, PAGE, PINGS

LAB_SECONDS = 400

pytestmark = pytest.mark.privileged


def need_namespace() -> None:
    """Skip where no user and network namespace with a TAP device can be made."""
    for tool, package in (
        ("unshare", "util-linux"),
        ("ip", "iproute2"),
        ("dnsmasq", "dnsmasq-base"),
        ("ping", "iputils-ping"),
        ("curl", "curl"),
    ):
        need_tool(tool, package)
    probe = ["unshare", "-Urn", "ip", "tuntap", "add", "probe0", "mode", "tap"]
    tried = subprocess.run(probe, capture_output=True, text=True, env=environment())
    if tried.returncode != 0 or not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        pytest.skip(f"no TAP device in a namespace of our own: {tried.stderr.strip() or '/dev/net/tun'}")


@pytest.fixture(scope="module", params=MACHINES)
def lab(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What was seen of one machine on the network of our own."""
    need_namespace()
    command = ["unshare", "-Urn", sys.executable, "-m", "tests.system.network_lab", request.param]
    finished = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment(), timeout=LAB_SECONDS
    )
    assert finished.returncode == 0, finished.stderr
    seen: dict[str, Any] = json.loads(finished.stdout)
    return seen


def test_serves(lab: dict[str, Any]) -> None:
    assert lab["serving"], lab["said"]


def test_has_a_lease(lab: dict[str, Any]) -> None:
    assert f" {GUEST} " in lab["lease"]


def test_answers_ping(lab: dict[str, Any]) -> None:
    assert (lab["pings"], lab["large_pings"]) == (PINGS, PINGS)


def test_answers_curl(lab: dict[str, Any]) -> None:
    assert json.loads(lab["stored"]) == json.loads(lab["read"]) == {"key": "k", "text": "x" * 9000}


@pytest.mark.parametrize("name", [NAME, LONG_NAME])
def test_resolves_a_name_and_fetches_a_page(lab: dict[str, Any], name: str) -> None:
    status, output, said = lab[name]
    assert (status, output) == (0, PAGE), said
