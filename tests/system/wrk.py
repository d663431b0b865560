"""Load with the real wrk, and read its report."""

import re
import subprocess
from dataclasses import dataclass

from tests.conftest import need_tool


@dataclass(frozen=True)
class Load:
    requests: int
    per_second: float
    wrong_statuses: int
    socket_errors: int

    @property
    def errors(self) -> int:
        return self.wrong_statuses + self.socket_errors


def number(pattern: str, text: str) -> float:
    match = re.search(pattern, text)
    return float(match[1]) if match else 0


def wrk(url: str, seconds: int, connections: int = 50, threads: int = 1) -> Load:
    tool = need_tool("wrk", "wrk")
    command = [tool, "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "--timeout", "10s", url]
    text = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=True).stdout
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    return Load(
        requests=int(number(r"(\d+) requests in", text)),
        per_second=number(r"Requests/sec:\s+([\d.]+)", text),
        wrong_statuses=int(number(r"Non-2xx or 3xx responses: (\d+)", text)),
        socket_errors=sum(map(int, errors.groups())) if errors else 0,
    )
