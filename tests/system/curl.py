"""Ask with the real curl, and give what came back."""

import subprocess
from dataclasses import dataclass

from tests.conftest import need_tool

SECONDS = 15
MARK = "\n--status--"


@dataclass(frozen=True)
class Answer:
    status: int
    body: str


def curl(url: str, *options: str, stdin: bytes = b"") -> Answer:
    """One request; curl's own failure (connection refused, protocol error) raises."""
    tool = need_tool("curl", "curl")
    command = [tool, "-sS", "--max-time", str(SECONDS), "-w", MARK + "%{http_code}", *options, url]
    finished = subprocess.run(command, input=stdin, capture_output=True, timeout=SECONDS + 5)
    if finished.returncode != 0:
        raise AssertionError(f"curl {finished.returncode}: {finished.stderr.decode()}")
    body, _, status = finished.stdout.decode().rpartition(MARK)
    return Answer(int(status), body)
