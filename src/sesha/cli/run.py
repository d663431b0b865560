"""`sesha run PROGRAM`: build an image and run it; the program's exit status is the command's."""

import tempfile
from pathlib import Path

import click

from sesha.cli.building import Asked, build_options, make_options
from sesha.cli.emit import emit_stage, is_printed
from sesha.cli.values import option, parse_publication, parse_variable
from sesha.compiler import pipeline
from sesha.compiler.options import BuildOptions
from sesha.machine.job import Job, Publication
from sesha.machine.networks import check_publishing
from sesha.machine.ports import check_ports
from sesha.machine.process import run_process
from sesha.machine.qemu import run_qemu

RUNNERS = {"process": run_process, "pvh": run_qemu}


@click.command(context_settings={"ignore_unknown_options": False})
@click.argument("program", required=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--publish",
    multiple=True,
    metavar="HOST:GUEST",
    callback=option(parse_publication),
    help="Make the machine's port GUEST answer at this computer's port HOST. Repeatable.",
)
@click.option(
    "--env",
    multiple=True,
    metavar="NAME=VALUE",
    callback=option(parse_variable),
    help="Set a variable of the program's environment. Repeatable.",
)
@build_options
def run(
    asked: Asked,
    arguments: tuple[str, ...],
    publish: tuple[Publication, ...],
    env: tuple[tuple[str, str], ...],
) -> int:
    """Build PROGRAM and run it with the ARGUMENTS after `--`; Ctrl-C stops the machine.

    PROGRAM is a file, a package folder, or module:app for an ASGI application; without one, the
    `program` of [tool.sesha] in pyproject.toml.

    \b
      sesha run wordcount.py -- --top 5
      sesha run examples/notes --machine qemu --publish 8080:8000
    """
    options = make_options(asked)
    published = publish or tuple(parse_publication(text) for text in options.config.publish)
    check_publishing(options.machine, options.network, published)
    if is_printed(options):
        return emit_stage(options)
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        options.output = Path(folder) / "image"
        image = pipeline.build(options)
        job = make_job(image, options, arguments, published, dict(env))
        check_ports(options.machine, job.publish)
        return RUNNERS[options.machine](job)


def make_job(
    image: Path,
    options: BuildOptions,
    arguments: tuple[str, ...],
    publish: tuple[Publication, ...],
    env: dict[str, str],
) -> Job:
    """The environment of pyproject.toml holds where the command line says nothing."""
    environment = {**options.config.env, **env}
    name = options.program
    return Job(image, name, arguments, environment, options.memory, publish, options.network, options.model)
