"""`--emit`: print what a stage of the build gives, instead of going on."""

import sys
import tempfile
from pathlib import Path

from sesha.compiler import pipeline
from sesha.compiler.options import BuildOptions

TEXT_STAGES = ("typed", "ir", "llvm", "asm")


def is_printed(options: BuildOptions) -> bool:
    """Whether the stage's result goes to standard output: text, without a file named for it."""
    return options.emit in TEXT_STAGES and options.output is None


def emit_stage(options: BuildOptions) -> int:
    """Print the text of a stage."""
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        options.output = Path(folder) / options.emit
        sys.stdout.write(pipeline.build(options).read_text())
    return 0
