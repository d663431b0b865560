"""Regular expressions, as the module `re` of images.

`parser.py` reads a pattern into the tree of `nodes.py`, `program.py` makes a program of it,
`machine.py` runs it by backtracking; `pattern.py` has what programs see. Flags are plain integers.
"""

from collections.abc import Iterator
from typing import Any

from sesha.guest.stdlib.re.constants import (
    ASCII,
    DEBUG,
    DOTALL,
    IGNORECASE,
    LOCALE,
    MULTILINE,
    NOFLAG,
    UNICODE,
    VERBOSE,
    PatternError,
    PatternError as error,
)
from sesha.guest.stdlib.re.parser import Parser
from sesha.guest.stdlib.re.pattern import Match, Pattern
from sesha.guest.stdlib.re.program import Program
from sesha.guest.stdlib.re.starts import find_starts

__all__ = [
    "ASCII",
    "DEBUG",
    "DOTALL",
    "IGNORECASE",
    "LOCALE",
    "MULTILINE",
    "NOFLAG",
    "UNICODE",
    "VERBOSE",
    "A",
    "I",
    "L",
    "M",
    "Match",
    "Pattern",
    "PatternError",
    "S",
    "U",
    "X",
    "compile",
    "error",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "purge",
    "search",
    "split",
    "sub",
    "subn",
]

A = ASCII
I = IGNORECASE  # noqa: E741 (CPython's name)
L = LOCALE
M = MULTILINE
S = DOTALL
U = UNICODE
X = VERBOSE

_CACHE_SIZE = 256
_compiled: dict[tuple[bool, Any, int], Pattern] = {}


def _checked_flags(flags: int, is_bytes: bool) -> int:
    if is_bytes:
        if flags & UNICODE:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & LOCALE and flags & ASCII:
            raise ValueError("ASCII and LOCALE flags are incompatible")
        return flags
    if flags & LOCALE:
        raise ValueError("cannot use LOCALE flag with a str pattern")
    if not flags & ASCII:
        return flags | UNICODE
    if flags & UNICODE:
        raise ValueError("ASCII and UNICODE flags are incompatible")
    return flags


def _made(pattern: Any, flags: int) -> Pattern:
    is_bytes = not isinstance(pattern, str)
    text: str = bytes(pattern).decode("latin-1") if is_bytes else pattern
    parser = Parser(text, pattern, flags)
    tree = parser.whole()
    if (parser.flags | flags) & VERBOSE and not flags & VERBOSE:
        # The flag was found inside: read the pattern again with it.
        parser = Parser(text, pattern, flags | VERBOSE)
        tree = parser.whole()
    if parser.flags & ~flags & (IGNORECASE | MULTILINE | DOTALL | ASCII):
        again = Parser(text, pattern, parser.flags)
        tree = again.whole()
        parser = again
    program = Program(parser.groups, is_bytes)
    program.build(tree)
    find_starts(program)
    return Pattern(pattern, _checked_flags(parser.flags, is_bytes), program, parser.names)


def compile(pattern: Any, flags: int = 0) -> Pattern:
    """A pattern, ready to be used; those used last are kept."""
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (isinstance(pattern, str), pattern, flags)
    found = _compiled.get(key)
    if found is None:
        if not isinstance(pattern, (str, bytes)):
            raise TypeError("first argument must be string or compiled pattern")
        found = _made(pattern, flags)
        if len(_compiled) >= _CACHE_SIZE:
            _compiled.clear()
        _compiled[key] = found
    return found


def search(pattern: Any, string: Any, flags: int = 0) -> Match | None:
    return compile(pattern, flags).search(string)


def match(pattern: Any, string: Any, flags: int = 0) -> Match | None:
    return compile(pattern, flags).match(string)


def fullmatch(pattern: Any, string: Any, flags: int = 0) -> Match | None:
    return compile(pattern, flags).fullmatch(string)


def split(pattern: Any, string: Any, maxsplit: int = 0, flags: int = 0) -> list[Any]:
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern: Any, string: Any, flags: int = 0) -> list[Any]:
    return compile(pattern, flags).findall(string)


def finditer(pattern: Any, string: Any, flags: int = 0) -> Iterator[Match]:
    return compile(pattern, flags).finditer(string)


def sub(pattern: Any, repl: Any, string: Any, count: int = 0, flags: int = 0) -> Any:
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern: Any, repl: Any, string: Any, count: int = 0, flags: int = 0) -> tuple[Any, int]:
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern: Any) -> Any:
    """The text with a backslash before every character that means something."""
    text = pattern if isinstance(pattern, str) else bytes(pattern).decode("latin-1")
    pieces: list[str] = []
    for character in text:
        pieces.append("\\" + character if character in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else character)
    escaped = "".join(pieces)
    return escaped if isinstance(pattern, str) else escaped.encode("latin-1")


def purge() -> None:
    _compiled.clear()
