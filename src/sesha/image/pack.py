"""Pack a PVH image: the same pages, compressed in the file, and a few instructions that unpack them.

    linked ELF -> the bytes of its segments -> LZ4 block -> ELF of unpack.s and the block

Why LZ4, and what it costs at boot: docs/decisions/packed-images.md. A process is not packed: Linux
maps its pages as they are, and nothing ever makes them writable.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import lz4.block
from elftools.elf.elffile import ELFFile

from sesha.compiler.llvm.bitcode import to_bitcode
from sesha.compiler.llvm.module import emit_assembly
from sesha.image.link import LinkJob, link
from sesha.image.segments import LOADED

PACKAGE = Path(__file__).parents[1]
UNPACK = PACKAGE / "guest" / "cpu" / "x86_64" / "unpack.s"
SCRIPT = PACKAGE / "image" / "packed.ld"
NAMES = ("constants", "code", "data")
"""The segments of a PVH image, in the order of its linker script."""
LEVEL = 12
"""The highest of LZ4: time that only the build takes."""


@dataclass(frozen=True)
class Unpacked:
    """What an image is in memory: its bytes from `start` on, and how much room each segment takes."""

    start: int
    content: bytes
    sizes: dict[str, int]
    entry: int


def pack(image: Path, note: str, output: Path) -> None:
    """Write the packed form of the ELF `image` to `output`; `note` is the assembly of its manifest."""
    unpacked = read_unpacked(image)
    symbols = {
        "unpacked": unpacked.start,
        "unpacked_end": unpacked.start + len(unpacked.content),
        "image_entry": unpacked.entry,
        **{f"{name}_size": size for name, size in unpacked.sizes.items()},
    }
    with tempfile.TemporaryDirectory(prefix="sesha-") as folder:
        code, block = Path(folder) / "unpack.bc", Path(folder) / "block"
        code.write_bytes(to_bitcode(emit_assembly(f"{UNPACK.read_text()}\n{note}")))
        block.write_bytes(compress(unpacked.content))
        link(LinkJob(code, SCRIPT, output, 0, symbols=symbols, binary=block))


def compress(content: bytes) -> bytes:
    block: bytes = lz4.block.compress(content, mode="high_compression", compression=LEVEL, store_size=False)
    return block


def packed_size(image: Path) -> int:
    """Bytes that the content of a linked image takes when it is packed."""
    return len(compress(read_unpacked(image).content))


def read_unpacked(image: Path) -> Unpacked:
    """The content of a linked image, zeros between its segments as in memory."""
    with image.open("rb") as file:
        elf = ELFFile(file)
        segments = list(elf.iter_segments(LOADED))
        start = segments[0].header.p_vaddr
        content = bytearray()
        for segment in segments:
            content += bytes(segment.header.p_vaddr - start - len(content))
            content += segment.data()
        sizes = {name: s.header.p_memsz for name, s in zip(NAMES, segments, strict=True)}
        return Unpacked(start, bytes(content), sizes, elf.header.e_entry)
