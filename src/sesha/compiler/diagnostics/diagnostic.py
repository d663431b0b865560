"""Hold one message about the user's program, and the exception that carries it.

Codes are stable words in brackets, as mypy's. `render` shows it as mypy does, with the source line
and a caret below.
"""

from dataclasses import dataclass, field


@dataclass
class Diagnostic:
    """`line` and `end_line` count from 1, `column` and `end_column` from 0."""

    path: str
    line: int
    column: int
    code: str
    message: str
    help: str = ""
    end_column: int = -1
    notes: list[str] = field(default_factory=list)

    def render(self, source_line: str | None = None) -> str:
        lines = [f"{self.path}:{self.line}:{self.column + 1}: error: {self.message}  [{self.code}]"]
        if source_line is not None:
            width = max(1, self.end_column - self.column) if self.end_column > self.column else 1
            width = max(1, min(width, len(source_line) - self.column))
            lines.append("    " + source_line)
            lines.append("    " + " " * self.column + "^" * width)
        lines.extend(f"note: {note}" for note in self.notes)
        if self.help:
            lines.append(f"help: {self.help}")
        return "\n".join(lines)


class ProgramError(Exception):
    """The user's program cannot be compiled; carries every diagnostic found."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(diagnostics[0].message if diagnostics else "")
        self.diagnostics = diagnostics


class Unsupported(Exception):
    """A construct that images do not have. Raised while lowering; gets its place there."""

    def __init__(self, what: str, instead: str = "", node: object = None) -> None:
        super().__init__(what)
        self.what = what
        self.instead = instead
        self.node = node
