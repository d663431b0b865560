"""Where things are: sources, build folder, tools; and how to call sesha."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"
PROGRAMS = BENCHMARKS / "programs"
EXAMPLES = ROOT / "examples"
BUILD = ROOT / "build" / "benchmarks"
TOOL_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))


class Missing(Exception):
    """A rival or tool that this computer does not have, and what would bring it."""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PATH": TOOL_PATH, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", **more}


def tool(name: str, package: str) -> str:
    path = shutil.which(name, path=TOOL_PATH)
    if path is None:
        raise Missing(f"no {name} (Debian package {package})")
    return path


def call(command: list[str], timeout: float = 600) -> "subprocess.CompletedProcess[str]":
    finished = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=timeout)
    if finished.returncode != 0:
        lines = (finished.stderr or finished.stdout).strip().splitlines()
        raise Missing(f"{' '.join(command[:4])} …: {lines[-1] if lines else finished.returncode}")
    return finished


def sesha_command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "sesha", *map(str, arguments)]


def build_image(program: Path, name: str, *options: str) -> Path:
    """Build an image into the build folder."""
    BUILD.mkdir(parents=True, exist_ok=True)
    image = BUILD / name
    call(sesha_command("build", program, "-o", image, *options))
    return image
