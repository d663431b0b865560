"""Read where an image lies in memory."""

from pathlib import Path

from elftools.elf.elffile import ELFFile

LOADED = "PT_LOAD"


def memory_end(image: Path) -> int:
    """The address behind the image's last byte."""
    with image.open("rb") as file:
        segments = [segment.header for segment in ELFFile(file).iter_segments(LOADED)]
        return int(max(header.p_vaddr + header.p_memsz for header in segments))
