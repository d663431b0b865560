"""Shared by all tests: where things are, how to call sesha, which group a test belongs to.

A test that has none of the marks slow, qemu, privileged and soak is in the fast group. Soak tests
run only when they are asked for (`-m soak`).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOT_FAST = ("slow", "qemu", "privileged", "soak")
TOOL_PATH = os.environ.get("PATH", "") + os.pathsep + os.pathsep.join(("/usr/sbin", "/sbin"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    soak_wanted = "soak" in (config.getoption("-m") or "")
    for item in items:
        if not any(item.get_closest_marker(name) for name in NOT_FAST):
            item.add_marker(pytest.mark.fast)
        if item.get_closest_marker("soak") and not soak_wanted:
            item.add_marker(pytest.mark.skip(reason="a soak test: ask for it with -m soak"))
        if item.get_closest_marker("qemu") and shutil.which("qemu-system-x86_64") is None:
            item.add_marker(pytest.mark.skip(reason="no QEMU: sudo apt install qemu-system-x86"))


def environment() -> dict[str, str]:
    """The environment of a child that imports this working copy's sesha."""
    return {**os.environ, "PATH": TOOL_PATH, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}


def run_sesha(*arguments: str | Path, timeout: float = 120) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "sesha", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, env=environment())


def need_tool(name: str, package: str) -> str:
    """The path of a command that a test needs, or skip the test and say what to install."""
    path = shutil.which(name, path=TOOL_PATH)
    if path is None:
        pytest.skip(f"no {name}: sudo apt install {package}")
    return path


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT
