"""Build an image from a closed world: LLVM text, bitcode, link. Called by compiler/pipeline.py."""

import tempfile
from dataclasses import replace
from pathlib import Path

from sesha.compiler.ir.printer import print_function
from sesha.compiler.ir.world import World
from sesha.compiler.llvm.bitcode import to_bitcode
from sesha.compiler.llvm.module import emit_module
from sesha.compiler.llvm.target import Target
from sesha.guest.abi import manifest as manifest_abi
from sesha.image.link import LinkJob, link
from sesha.image.manifest import make_manifest, network_kind, note_assembly, uses_signals
from sesha.image.pack import pack

PACKAGE = Path(__file__).parent.parent
ASSEMBLY = PACKAGE / "guest" / "cpu" / "x86_64"
"""Entry code lies with the guest; the host reads it as text."""


NETWORK_NUMBERS = {
    manifest_abi.NETWORK_NONE: 1,
    manifest_abi.NETWORK_SOCKETS: 2,
    manifest_abi.NETWORK_DEVICE: 3,
}
"""Values of the symbol `network_kind` (0 would be taken for a null address)."""
PACKED = frozenset({"pvh"})
"""Machines whose images unpack themselves when they start."""
PAGE_SIZE = 4096
DEFAULT_MEMORY = 16 << 20


def make_target(machine: str, optimize: int) -> Target:
    """The target of a machine, with its entry code."""
    assembly = (ASSEMBLY / f"{machine}_entry.s").read_text()
    return Target(machine, optimize, assembly=assembly)


def build_image(
    world: World,
    target: Target,
    output: Path,
    stage: str = "image",
    memory: int = DEFAULT_MEMORY,
    strip: bool = True,
) -> Path:
    """Make the image (or what `stage` asks for: ir, llvm, asm, obj) at `output`; one that keeps its
    symbols is not packed."""
    if stage == "ir":
        output.write_text("\n".join(print_function(f) for f in world.program.functions.values()))
        return output
    note = note_assembly(make_manifest(world, target.machine, memory))
    text = emit_module(world, replace(target, assembly=f"{target.assembly}\n{note}"))
    if stage == "llvm":
        output.write_text(text)
        return output
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        bitcode = Path(folder) / "program.bc"
        bitcode.write_bytes(to_bitcode(text))
        script = PACKAGE / "image" / f"{target.machine}.ld"
        packs = stage == "image" and strip and target.machine in PACKED
        linked = Path(folder) / "linked" if packs else output
        symbols = build_facts(world, memory)
        link(LinkJob(bitcode, script, linked, target.optimize, stage, strip, symbols))
        if packs:
            pack(linked, note, output)
    return output


def build_facts(world: World, memory: int) -> dict[str, int]:
    """What the guest is told about its build, as symbols."""
    return {
        "memory_pages": max(memory // PAGE_SIZE, 1),
        "network_kind": NETWORK_NUMBERS[network_kind(world)],
        "uses_signals": 2 if uses_signals(world) else 1,
    }
