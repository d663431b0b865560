"""`sesha build PROGRAM -o FILE`: make an image, or print what a stage gave."""

from pathlib import Path

import click

from sesha.cli.building import Asked, build_options, make_options
from sesha.cli.emit import emit_stage, is_printed
from sesha.compiler import pipeline


@click.command()
@click.argument("program", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the image goes; without, PROGRAM.elf in this folder.",
)
@build_options
def build(asked: Asked, output: Path | None) -> int:
    """Build an image of PROGRAM: a file, a package folder, or module:app.

    An image for `process` is a static Linux executable; one for QEMU is started with -kernel.

    \b
      sesha build hello.py -o hello.elf
      sesha build hello.py --emit=llvm
    """
    options = make_options(asked, output)
    if is_printed(options):
        return emit_stage(options)
    if options.output is None:
        options.output = Path(default_name(options.program))
    image = pipeline.build(options)
    click.echo(f"{image}: {image.stat().st_size} bytes", err=True)
    return 0


def default_name(program: str) -> str:
    """What an image is called when nobody says: after the program, in the current folder."""
    stem = Path(program.partition(":")[0]).stem or "image"
    return f"{stem}.elf"
