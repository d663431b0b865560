"""Write and read an image's manifest: the note that says what it is and what it needs."""

import json
from pathlib import Path
from typing import Any

from elftools.common.exceptions import ELFError
from elftools.elf.elffile import ELFFile
from elftools.elf.segments import NoteSegment

from sesha.compiler.ir.world import World
from sesha.guest.abi import manifest

NETWORK_MODULES = {
    "sesha.guest.machine.process.tap_network.": manifest.NETWORK_DEVICE,
    "sesha.guest.machine.process.network.": manifest.NETWORK_SOCKETS,
    "sesha.guest.machine.pvh.network.": manifest.NETWORK_DEVICE,
}
"""Programs that reach a function of these modules use the network in this way; the first that fits."""

SIGNALS_MODULE = "sesha.guest.machine.process.signals."


class NotAnImage(Exception):
    """The file is not an image of ours."""


def make_manifest(world: World, machine: str, memory: int) -> dict[str, object]:
    """What the image will say about itself."""
    return {
        "version": manifest.VERSION,
        "machine": machine,
        "memory": memory,
        "network": network_kind(world),
    }


def network_kind(world: World) -> str:
    for prefix, kind in NETWORK_MODULES.items():
        if any(name.startswith(prefix) for name in world.program.functions):
            return kind
    return manifest.NETWORK_NONE


def uses_signals(world: World) -> bool:
    """Whether the program watches signals."""
    return any(name.startswith(SIGNALS_MODULE) for name in world.program.functions)


def note_assembly(content: dict[str, object]) -> str:
    """The note, as assembly for the image."""
    text = json.dumps(content, sort_keys=True)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = (
        '.section .note.sesha,"a",@note',
        ".balign 4",
        f".long {len(manifest.OWNER) + 1}, {len(text)}, {manifest.TYPE}",
        f'.asciz "{manifest.OWNER}"',
        ".balign 4",
        f'.ascii "{escaped}"',
        ".balign 4",
    )
    return "\n".join(lines)


def read_manifest(image: Path) -> dict[str, object]:
    """The manifest of an image; raises NotAnImage."""
    try:
        with image.open("rb") as file:
            for segment in ELFFile(file).iter_segments():
                for note in segment.iter_notes() if isinstance(segment, NoteSegment) else ():
                    fields: dict[str, Any] = dict(note)
                    if (fields["n_name"], fields["n_type"]) == (manifest.OWNER, manifest.TYPE):
                        return _parse(fields["n_descdata"], image)
    except ELFError as error:
        raise NotAnImage(f"{image} is not an ELF file") from error
    raise NotAnImage(f"{image} has no manifest of Sesha")


def _parse(data: bytes, image: Path) -> dict[str, object]:
    content: dict[str, object] = json.loads(data)
    if content.get("version") != manifest.VERSION:
        raise NotAnImage(
            f"{image} has a manifest of version {content.get('version')}, not {manifest.VERSION}"
        )
    return content
