"""Flags of regular expressions, and what is raised when one is wrong."""

from typing import Any

NOFLAG = 0
IGNORECASE = 2
LOCALE = 4
MULTILINE = 8
DOTALL = 16
UNICODE = 32
VERBOSE = 64
DEBUG = 128
ASCII = 256

UNLIMITED = 1 << 40


class PatternError(Exception):
    """A regular expression is not one: what is wrong, and where."""

    __module__ = "re"

    def __init__(self, msg: str, pattern: Any = None, pos: int | None = None) -> None:
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno: int | None = None
        self.colno: int | None = None
        text = msg
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            text = f"{msg} at position {pos}"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                text += f" (line {self.lineno}, column {self.colno})"
        Exception.__init__(self, text)
