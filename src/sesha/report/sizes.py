"""Measure what an image is made of, by the symbols that a build for the report keeps.

The bytes of the finished ELF, so that what the optimiser removed or put inline is counted where it ended.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

from sesha.report.origins import kind_of, origin_of

LARGEST = 20
KEPT = frozenset({"SHT_PROGBITS", "SHT_NOTE"})
"""Types of the sections that take place in a file without symbols."""
SYMBOLS = frozenset({".symtab", ".strtab", ".shstrtab"})


@dataclass
class Sizes:
    """Bytes of code by origin, of data by kind; `functions` are all functions by name."""

    total: int = 0
    code: Counter[str] = field(default_factory=Counter)
    count: Counter[str] = field(default_factory=Counter)
    data: Counter[str] = field(default_factory=Counter)
    functions: dict[str, int] = field(default_factory=dict)

    @property
    def rest(self) -> int:
        """Headers, notes, what aligns, and constants that LLVM made (jump tables)."""
        return self.total - self.code.total() - self.data.total()


def measure(image: Path) -> Sizes:
    """Read an image that was linked with its symbols."""
    sizes = Sizes()
    with image.open("rb") as file:
        elf = ELFFile(file)
        sections = list(elf.iter_sections())
        kept = {i for i, section in enumerate(sections) if section["sh_type"] in KEPT}
        symbols = sum(s["sh_size"] for s in sections if s.name in SYMBOLS)
        sizes.total = image.stat().st_size - symbols
        table = elf.get_section_by_name(".symtab")
        for symbol in table.iter_symbols() if isinstance(table, SymbolTableSection) else ():
            if symbol["st_shndx"] not in kept or symbol["st_size"] == 0:
                continue
            if symbol["st_info"]["type"] == "STT_FUNC":
                _add_function(sizes, symbol.name, symbol["st_size"])
            else:
                sizes.data[kind_of(symbol.name)] += symbol["st_size"]
    return sizes


def _add_function(sizes: Sizes, name: str, size: int) -> None:
    origin = origin_of(name)
    sizes.code[origin] += size
    sizes.count[origin] += 1
    sizes.functions[name] = size


def render_sizes(sizes: Sizes) -> str:
    """The table, largest first, and the largest functions."""
    lines = [f"{'image':20} {sizes.total:8} bytes"]
    lines += ["", f"{'code':20} {sizes.code.total():8}"]
    lines += [
        f"  {name:18} {size:8} {sizes.count[name]:5} functions" for name, size in sizes.code.most_common()
    ]
    lines += ["", f"{'data':20} {sizes.data.total():8}"]
    lines += [f"  {name:18} {size:8}" for name, size in sizes.data.most_common()]
    lines += ["", f"{'everything else':20} {sizes.rest:8}", "", "largest functions"]
    largest = sorted(sizes.functions.items(), key=lambda item: (-item[1], item[0]))[:LARGEST]
    return "\n".join([*lines, *(f"{size:8}  {name}" for name, size in largest), ""])
