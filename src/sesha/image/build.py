"""Build an image from a closed world: LLVM text, bitcode, link. Called by compiler/pipeline.py."""

import tempfile
from pathlib import Path

from sesha.compiler.ir.world import World
from sesha.compiler.llvm.bitcode import to_bitcode
from sesha.compiler.llvm.module import emit_module
from sesha.compiler.llvm.target import Target
from sesha.image.link import LinkJob, link

PACKAGE = Path(__file__).parent.parent
ASSEMBLY = PACKAGE / "guest" / "cpu" / "x86_64"
"""Entry code lies with the guest; the host reads it as text."""


def make_target(machine: str, optimize: int) -> Target:
    """The target of a machine, with its entry code."""
    assembly = (ASSEMBLY / f"{machine}_entry.s").read_text()
    return Target(machine, optimize, assembly=assembly)


def build_image(world: World, target: Target, output: Path, stage: str = "image", strip: bool = True) -> Path:
    """Make the image (or what `stage` asks for: llvm, asm, obj) at `output`."""
    text = emit_module(world, target)
    if stage == "llvm":
        output.write_text(text)
        return output
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        bitcode = Path(folder) / "program.bc"
        bitcode.write_bytes(to_bitcode(text))
        script = PACKAGE / "image" / f"{target.machine}.ld"
        link(LinkJob(bitcode, script, output, target.optimize, stage, strip))
    return output
