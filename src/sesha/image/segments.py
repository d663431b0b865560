"""Read where an image lies in memory, and how large it is there."""

from pathlib import Path
from typing import Any

from elftools.elf.elffile import ELFFile

LOADED = "PT_LOAD"


def memory_end(image: Path) -> int:
    """The address behind the image's last byte."""
    return int(max(header.p_vaddr + header.p_memsz for header in _loaded(image)))


def size_in_memory(image: Path) -> int:
    """Bytes of an image's pages once it runs: of a packed one, those that are filled at its start."""
    segments = _loaded(image)
    empty = [header for header in segments if header.p_filesz == 0]
    return int(sum(header.p_memsz for header in empty or segments))


def _loaded(image: Path) -> list[Any]:
    """The headers of the segments that a loader places."""
    with image.open("rb") as file:
        return [segment.header for segment in ELFFile(file).iter_segments(LOADED)]
