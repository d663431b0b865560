"""Hold what is to be run, and the ways in which running can fail before the program starts."""

from dataclasses import dataclass, field
from pathlib import Path


class EnvironmentProblem(Exception):
    """Something about this computer keeps us from running: one sentence, and what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")


class MachineFault(Exception):
    """The machine stopped in a way that programs cannot cause: a fault of ours."""


@dataclass(frozen=True)
class Publication:
    """A port of the host that leads to a port of the machine."""

    host: int
    guest: int


@dataclass(frozen=True)
class Job:
    """name: what the program sees as sys.argv[0]. memory in bytes. network: None or `sockets`,
    `user`, `tap=NAME`. model: which of QEMU's machines."""

    image: Path
    name: str
    arguments: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    memory: int = 16 << 20
    publish: tuple[Publication, ...] = ()
    network: str | None = None
    model: str = "microvm"
