"""SIGINT ends asyncio programs as under CPython: the same output and the same exit."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("interrupted.py")
SOURCES = Path(__file__).parents[3] / "src"
OURS = """
import sys
from sesha.guest.stdlib import asyncio, signal
sys.modules["asyncio"] = asyncio
sys.argv = sys.argv[1:]
exec(compile(open(sys.argv[0]).read(), sys.argv[0], "exec"))
"""
SCENARIOS = ("sleeper", "stubborn", "survivor", "grouped", "server", "handler", "busy", "uncaught")
SETTLING = 0.1
"""Seconds until the program waits, after it has said that it will."""
INTERRUPTED = -signal.SIGINT
PATIENCE = 30
"""Seconds after which a program that does not end is killed."""


def heed_interrupts() -> None:
    """In the child: a shell's background job, as the tests may be, would hand down that SIGINT is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def observe(command: list[str], scenario: str) -> tuple[str, str, int]:
    """What the program prints, the last line of what it says, and how it ends, when it is interrupted as
    often as it says that it is ready."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, scenario],
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
        env=environment,
        preexec_fn=heed_interrupts,
    ) as process:
        watchdog = threading.Timer(PATIENCE, process.kill)
        watchdog.start()
        assert process.stdout is not None and process.stdin is not None and process.stderr is not None
        output = ""
        for line in process.stdout:
            output += line
            if line.startswith("ready"):
                time.sleep(SETTLING)
                process.send_signal(signal.SIGINT)
                if scenario == "busy":
                    process.stdin.write("go on\n")
                    process.stdin.flush()
        errors = process.stderr.read().splitlines()
        status = process.wait()
        watchdog.cancel()
        return output, errors[-1] if errors else "", status


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    image = tmp_path_factory.mktemp("interrupts") / "interrupted.elf"
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    command = [sys.executable, "-m", "sesha", "build", str(PROGRAM), "-o", str(image)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return image


@pytest.mark.fast
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_ours_under_cpython(scenario: str) -> None:
    expected = observe([sys.executable, str(PROGRAM)], scenario)
    assert observe([sys.executable, "-c", OURS, str(PROGRAM)], scenario) == expected
    assert "ready" in expected[0] and expected[2] in (0, INTERRUPTED)


@pytest.mark.slow
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_image(image: Path, scenario: str) -> None:
    output, errors, status = observe([sys.executable, str(PROGRAM)], scenario)
    if status == INTERRUPTED:
        status = 128 + signal.SIGINT  # as a shell tells it
    assert observe([str(image)], scenario) == (output, errors, status)
