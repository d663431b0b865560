"""Run a server for the tests, in a process of its own: ours under CPython or as an image, or uvicorn."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE.parents[2] / "src"

OURS = """
import sys
from sesha.guest.stdlib import asyncio
sys.modules["asyncio"] = asyncio
from sesha.guest.http import limits, serve
from sesha.guest.machine.this import network
{settings}
sys.path.insert(0, {folder!r})
from application import app
serve.DEFAULT_HOST = "127.0.0.1"
raise SystemExit(serve.main(app))
"""


class Running:
    """A server process and its port."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process = process
        self.port = port

    def connect(self, timeout: float = 5.0) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def talk(self, data: bytes) -> bytes:
        """Send, half-close, and read until the end."""
        with self.connect() as sock:
            sock.sendall(data)
            sock.shutdown(socket.SHUT_WR)
            return read_all(sock)

    def stop(self) -> str:
        """Stop the process; answers its stderr."""
        self.process.kill()
        _, errors = self.process.communicate()
        return errors


def read_all(sock: socket.socket) -> bytes:
    data = b""
    while True:
        try:
            piece = sock.recv(65536)
        except ConnectionResetError:
            return data
        if not piece:
            return data
        data += piece


def run_ours(settings: str = "") -> Running:
    code = OURS.format(folder=str(HERE), settings=settings)
    environment = {**os.environ, "PORT": "0", "PYTHONPATH": str(SOURCES)}
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    return wait_for_port(process)


def build_image(folder: Path) -> Path:
    """The test application as an image of the process machine."""
    image = folder / "application.elf"
    command = [sys.executable, "-m", "sesha", "build", "application:app", "-o", str(image)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    subprocess.run(command, cwd=HERE, env=environment, check=True, capture_output=True)
    return image


def run_image(image: Path) -> Running:
    process = subprocess.Popen(
        [str(image)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={"PORT": "0"}
    )
    return wait_for_port(process)


def wait_for_port(process: "subprocess.Popen[str]") -> Running:
    """The server as soon as it says where it listens."""
    assert process.stdout is not None
    line = process.stdout.readline()
    match = re.search(r"listening on http://[0-9.]+:(\d+)", line)
    if match is None:
        raise RuntimeError(f"no server: {line!r} {process.stderr and process.stderr.read()}")
    return Running(process, int(match.group(1)))


def run_uvicorn() -> Running:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "application:app", "--port", str(port), "--http", "h11"]
    process = subprocess.Popen(
        [*command, "--log-level", "critical"], cwd=HERE, stderr=subprocess.PIPE, text=True
    )
    running = Running(process, port)
    for _ in range(100):
        try:
            running.connect().close()
            return running
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(running.stop())
