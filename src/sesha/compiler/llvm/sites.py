"""Number the places where an exception may pass through a traced function.

Each is a record of four 32-bit values in one read-only table: words of the function's name, of the
file and of the source line's text (the image lies below 2 GiB), and the line number.
"""

import linecache

from sesha.compiler.ir.builder import make_static
from sesha.compiler.ir.function import Function
from sesha.compiler.llvm.statics import StaticPool

TABLE = "@traceback_sites"
SITE_TYPE = "{ i32, i32, i32, i32 }"
SITE_SIZE = 16
FIELDS = {"name": 0, "file": 4, "line": 8, "text": 12}


class SiteTable:
    """Gives each (function, line) its index; defines the table in the end."""

    def __init__(self, statics: StaticPool) -> None:
        self._statics = statics
        self._indices: dict[tuple[str, str, int], int] = {}
        self._records: list[str] = []

    def index(self, function: Function, line: int) -> int:
        name = _display_name(function)
        key = (name, function.path, line)
        if key not in self._indices:
            self._indices[key] = len(self._records)
            text = linecache.getline(function.path, line).strip()
            words = (self._word(name), self._word(function.path), f"i32 {line}", self._word(text))
            self._records.append(f"{SITE_TYPE} {{ {', '.join(words)} }}")
        return self._indices[key]

    def _word(self, text: str) -> str:
        """The word of a str as 32 bits: static strings are always objects."""
        word = self._statics.word(make_static(text))
        return "i32 " + word.replace(" to i64)", " to i32)")

    def define(self) -> str:
        count = len(self._records)
        body = f"[{', '.join(self._records)}]" if count else "zeroinitializer"
        return f"{TABLE} = internal constant [{count} x {SITE_TYPE}] {body}, align 4"


def _display_name(function: Function) -> str:
    """What CPython prints: the function's own name, or <module>."""
    if function.decl is None:
        return "<module>"
    return function.decl.qualname.rpartition(".")[2] or function.decl.name.rpartition(".")[2]
