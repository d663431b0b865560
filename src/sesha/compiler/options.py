"""Hold what a build was asked for: made by the command line, read by every stage."""

from dataclasses import dataclass, field
from pathlib import Path

MACHINES = ("process", "pvh")
OWN_STACK = "tap="
"""How `--net` begins when a process brings its own network stack."""
OWN_STACK_MODULES = {
    "sesha.guest.machine.this.network": "sesha.guest.machine.process.tap_network",
}
"""What then stands for modules of the machine."""
RAW_MODULES = {
    "sesha.guest.http.octets": "sesha.guest.cpu.octets",
    "sesha.guest.net.siphash": "sesha.guest.cpu.siphash",
    "sesha.guest.net.wire.checksum": "sesha.guest.cpu.checksum",
    "sesha.guest.net.wire.fields": "sesha.guest.cpu.wire_fields",
}
"""Portable modules whose place in images is taken by modules in the dialect, for speed: the same names."""
STAGES = ("typed", "ir", "llvm", "asm", "obj", "image")


@dataclass
class ProjectConfig:
    """`[tool.sesha]` of the program's pyproject.toml; defaults where it says nothing."""

    program: str | None = None
    machine: str = "process"
    model: str = "microvm"
    memory: int | None = None
    publish: list[str] = field(default_factory=list)
    env: dict[str, str] = field(default_factory=dict)
    assets: list[str] = field(default_factory=list)
    network: str | None = None
    optimize: int | None = None
    folder: Path | None = None
    """Where pyproject.toml lies; None without one."""


@dataclass
class BuildOptions:
    """program: as given (file, package folder or `module:app`). machine: one of MACHINES.
    optimize: 0 (edit loop) or 2 (images). emit: one of STAGES. output: where the result goes;
    None for a file that the builder names."""

    program: str
    machine: str = "process"
    optimize: int = 2
    emit: str = "image"
    output: Path | None = None
    memory: int = 16 << 20
    network: str | None = None
    model: str = "microvm"
    """Which of QEMU's machines runs a `pvh` image."""
    config: ProjectConfig = field(default_factory=ProjectConfig)

    def machine_modules(self) -> dict[str, str]:
        """Modules that images have in another form than the imports say: full name -> full name."""
        own_stack = self.machine == "process" and (self.network or "").startswith(OWN_STACK)
        return {**RAW_MODULES, **(OWN_STACK_MODULES if own_stack else {})}
