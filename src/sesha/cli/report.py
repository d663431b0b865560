"""`sesha report PROGRAM`: what is in an image, and why."""

import tempfile
from pathlib import Path

import click

from sesha.cli.building import Asked, build_options, make_options
from sesha.compiler import pipeline
from sesha.image.build import PACKED, build_image, make_target
from sesha.image.pack import packed_size
from sesha.machine.job import EnvironmentProblem
from sesha.report.reasons import functions_named, render_way, way_to
from sesha.report.sizes import measure, render_sizes


@click.command()
@click.argument("program", required=False)
@click.option("--why", metavar="FUNCTION", help="Say instead on which way the function was reached.")
@build_options
def report(asked: Asked, why: str | None) -> int:
    """Tell what the image of PROGRAM is made of, by origin and kind, in bytes."""
    options = make_options(asked)
    compilation = pipeline.compile_to_world(options)
    if why is not None:
        click.echo(_reasons(compilation, why))
        return 0
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        target = make_target(options.machine, options.optimize)
        image = Path(folder) / "image"
        build_image(compilation.world, target, image, memory=options.memory, strip=False)
        click.echo(render_sizes(measure(image)))
        if target.machine in PACKED:
            click.echo(f"{'packed in the file':20} {packed_size(image):8} bytes")
    return 0


def _reasons(compilation: pipeline.Compilation, name: str) -> str:
    functions = compilation.world.program.functions
    found = functions_named(name, functions)
    if not found:
        raise EnvironmentProblem(f"the image has no function {name}", "the report names its largest ones")
    return "\n".join(render_way(way_to(f, compilation.reached.wanted_by, functions)) for f in found)
