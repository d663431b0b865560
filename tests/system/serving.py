"""Run a program that serves under `sesha run`, wait until it answers, and stop it again."""

import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT, environment

NOTES = ROOT / "examples" / "notes"
GUEST_PORT = 8000
START_SECONDS = 90
STOP_SECONDS = 10
POLL_SECONDS = 0.05


class NotServing(Exception):
    """The program ended, or did not answer in time; carries what it said."""


def free_port(kind: int = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int, host: str = "127.0.0.1", timeout: float = 1.0) -> bool:
    """Whether an HTTP server answers there (a forwarded port accepts before the guest listens)."""
    try:
        with socket.create_connection((host, port), timeout=timeout) as connection:
            connection.settimeout(timeout)
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            return connection.recv(1) != b""
    except OSError:
        return False


class Serving:
    """`with Serving(NOTES, "process") as server:` gives server.port on this host."""

    def __init__(self, program: Path, machine: str, *options: str, guest_port: int = GUEST_PORT) -> None:
        self.port = free_port()
        self.output = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed by __exit__
        command = [sys.executable, "-m", "sesha", "run", str(program), "--machine", machine]
        command += ["--publish", f"{self.port}:{guest_port}", *options]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT, env=environment()
        )

    def said(self) -> str:
        self.output.seek(0)
        return self.output.read()

    def wait(self) -> "Serving":
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise NotServing(f"ended with status {self.process.returncode}:\n{self.said()}")
            if answers(self.port):
                return self
            time.sleep(POLL_SECONDS)
        raise NotServing(f"no answer in {START_SECONDS} s:\n{self.said()}")

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Stop the machine; the exit status of `sesha run`."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def machine_pid(self) -> int:
        """The process that is the machine: the last of the line of children."""
        pid = self.process.pid
        while children := Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            pid = int(children[-1])
        return pid

    def resident_kib(self) -> int:
        status = Path(f"/proc/{self.machine_pid()}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def __enter__(self) -> "Serving":
        try:
            return self.wait()
        except NotServing:
            self.stop()
            raise

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.output.close()
