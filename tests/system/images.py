"""Run an image that was built before, as `sesha run` would after building it.

python -m tests.security.running MACHINE IMAGE [ARGUMENT ...]
"""

import subprocess
import sys
from pathlib import Path

from sesha.cli.config import MACHINE_NAMES
from sesha.cli.failures import report
from sesha.cli.run import RUNNERS
from sesha.image.build import DEFAULT_MEMORY
from sesha.machine.job import Job
from tests.conftest import ROOT, environment

SECONDS = 60


def run_image(
    machine: str, image: Path, *arguments: str, memory: int = DEFAULT_MEMORY
) -> "subprocess.CompletedProcess[str]":
    """In a process of its own, with its standard streams."""
    command = [sys.executable, "-m", "tests.system.images", machine, str(image), str(memory), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, cwd=ROOT, env=environment()
    )


def main() -> int:
    machine, image, memory, *arguments = sys.argv[1:]
    kind, model = MACHINE_NAMES[machine]
    try:
        job = Job(Path(image), "program", tuple(arguments), memory=int(memory), model=model)
        return RUNNERS[kind](job)
    except Exception as error:
        return report(error)


if __name__ == "__main__":
    sys.exit(main())
