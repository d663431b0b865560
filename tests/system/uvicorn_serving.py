"""Run an ASGI application under uvicorn on CPython: what a machine's answers are compared with."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import environment
from tests.system.serving import answers, free_port

START_SECONDS = 20


@contextmanager
def uvicorn(application: str, folder: Path, log_level: str) -> Iterator[int]:
    """The port on which `module:app`, found in the folder, answers."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", application, "--port", str(port), "--log-level", log_level]
    server = subprocess.Popen(command, cwd=folder, env=environment())
    deadline = time.monotonic() + START_SECONDS
    while not answers(port) and time.monotonic() < deadline:
        time.sleep(0.1)
    yield port
    server.terminate()
    server.wait()
