"""Options that all commands which build share, and the path from them to a build."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from sesha.cli.config import MACHINE_NAMES, find_config
from sesha.cli.values import option, parse_size
from sesha.compiler.options import STAGES, BuildOptions
from sesha.image.build import DEFAULT_MEMORY
from sesha.machine.job import EnvironmentProblem
from sesha.machine.networks import check_network

Command = Callable[..., Any]


@dataclass(frozen=True)
class Asked:
    """What the command line says of a build; None where it says nothing."""

    program: str | None
    machine: str | None
    memory: int | None
    emit: str
    optimize: str | None
    network: str | None


def build_options(command: Command) -> Command:
    """Decorate a click command with the options of a build, which it gets as one `Asked`."""

    @wraps(command)
    def decorated(**given: Any) -> Any:
        asked = Asked(**{field.name: given.pop(field.name) for field in fields(Asked)})
        return command(asked, **given)

    decorators = (
        click.option(
            "--machine",
            type=click.Choice(list(MACHINE_NAMES)),
            help="What the image runs on; process unless told otherwise.",
        ),
        click.option(
            "--memory", metavar="SIZE", callback=option(parse_size), help="Memory of the machine, as in 16M."
        ),
        click.option(
            "--emit",
            type=click.Choice(STAGES),
            default="image",
            help="Stop after a stage and print what it made.",
        ),
        click.option(
            "-O", "optimize", type=click.Choice(["0", "2"]), help="0 builds fast, 2 (the default) runs fast."
        ),
        click.option(
            "--net",
            "network",
            metavar="KIND",
            help="The network: sockets (the host's, a process), user (QEMU's), or tap=NAME (frames).",
        ),
    )
    for decorate in reversed(decorators):
        decorated = decorate(decorated)
    return decorated


def make_options(asked: Asked, output: Path | None = None) -> BuildOptions:
    """Command line first, then pyproject.toml, then defaults."""
    config = find_config(_place(asked.program) if asked.program else Path.cwd())
    chosen = asked.program or config.program
    if chosen is None:
        raise EnvironmentProblem("no program is named", "name a file, a folder or module:app")
    _check_exists(chosen)
    built_for, model = MACHINE_NAMES[asked.machine] if asked.machine else (config.machine, config.model)
    network = asked.network or config.network
    check_network(built_for, network)
    level = int(asked.optimize) if asked.optimize is not None else config.optimize
    return BuildOptions(
        program=chosen,
        machine=built_for,
        optimize=2 if level is None else level,
        emit=asked.emit,
        output=output,
        memory=asked.memory or config.memory or DEFAULT_MEMORY,
        model=model,
        network=network,
        config=config,
    )


def _check_exists(program: str) -> None:
    """A file, a folder, or `module:app` with the module's file or folder."""
    place = _place(program)
    if not place.exists() and not place.with_suffix(".py").exists():
        raise EnvironmentProblem(f"there is no program {program}", "name a file, a folder or module:app")


def _place(program: str) -> Path:
    """The file or folder that a program's name speaks of."""
    path = Path(program)
    if path.exists() or ":" not in program:
        return path
    return Path(*program.partition(":")[0].split("."))
