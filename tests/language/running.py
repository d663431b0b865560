"""Run a program of the corpus by CPython or as an image, and say what came out."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import environment, run_sesha
from tests.language.corpus import Program

RUN_SECONDS = 60
QEMU_SECONDS = 120
BUILD_SECONDS = 180


@dataclass(frozen=True)
class Outcome:
    """What a program showed to the outside. Of stderr only the last line counts."""

    stdout: str
    last_error: str
    status: int


def outcome_of(finished: "subprocess.CompletedProcess[bytes]", program: Program) -> Outcome:
    errors = finished.stderr.decode("utf-8", "replace").rstrip("\n").splitlines()
    last_error = errors[-1] if errors else ""
    if program.error_type_only:
        last_error = last_error.split(":")[0]
    stdout = finished.stdout.decode("utf-8", "backslashreplace")
    return Outcome(stdout, last_error, finished.returncode)


def run(command: list[str], program: Program, seconds: float, env: dict[str, str]) -> Outcome:
    finished = subprocess.run(
        command, input=program.stdin.encode(), capture_output=True, timeout=seconds, env=env
    )
    return outcome_of(finished, program)


def by_cpython(program: Program) -> Outcome:
    env = {**environment(), "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore", **program.env}
    if (program.path / "__init__.py").exists():
        env["PYTHONPATH"] = str(program.path.parent)
        return run([sys.executable, "-m", program.path.name, *program.args], program, RUN_SECONDS, env)
    return run([sys.executable, str(program.path), *program.args], program, RUN_SECONDS, env)


def reference(program: Program) -> Outcome:
    """What CPython says, or what a newer CPython said where this one cannot run the program."""
    if program.runs_here:
        return by_cpython(program)
    return Outcome(program.recorded.read_text(encoding="utf-8"), "", program.exit_status)


def wanted(program: Program) -> Outcome:
    """What the image has to say: what CPython says, but for differences by design."""
    said = reference(program)
    if program.differs is None:
        return said
    meant = program.meant.read_text(encoding="utf-8")
    assert meant != said.stdout, f"{program.name} does not differ any more"
    return Outcome(meant, said.last_error, said.status)


def build(program: Program, target: Path) -> "subprocess.CompletedProcess[str]":
    return run_sesha("build", program.path, "-o", target, timeout=BUILD_SECONDS)


def on_process(program: Program, image: Path) -> Outcome:
    """Run a built image directly: it is a static Linux executable."""
    return run([str(image), *program.args], program, RUN_SECONDS, dict(program.env))


def on_qemu(program: Program) -> Outcome:
    variables = [part for name, value in program.env.items() for part in ("--env", f"{name}={value}")]
    command = [sys.executable, "-m", "sesha", "run", str(program.path), "--machine", "qemu", *variables]
    return run([*command, "--", *program.args], program, QEMU_SECONDS, environment())
