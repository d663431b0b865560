"""Start a server as a child process, wait for its first HTTP answer, stop it."""

import signal
import socket
import subprocess
import time

from benchmarks.first_answer import wait_for_answer
from benchmarks.places import environment

SERVING_SECONDS = 60


class NotServing(Exception):
    """The server ended or did not answer in time."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Machine:
    """`with Machine(command, port) as m:` m.started_after is the seconds to the first answer."""

    def __init__(self, command: list[str], port: int, cwd: str | None = None, **more: str) -> None:
        self.port = port
        started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=cwd,
            env=environment(**more),
        )
        self.started_after = self._wait(started)

    def _wait(self, started: float) -> float:
        if wait_for_answer(self.port, SERVING_SECONDS, lambda: self.process.poll() is None):
            return time.perf_counter() - started
        self.stop()
        raise NotServing(f"status {self.process.returncode}")

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self) -> "Machine":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
