"""Read lines of standard input for `input()`."""

from typing import Any

from sesha.guest.builtins.print import flush_output, text_of, write_text
from sesha.guest.machine.this import console

CHUNK = 4096
pending: bytes = b""
"""Bytes that were read from the console and not yet handed out."""


def read_line() -> bytes:
    """The next line with its line end, or what is left at the end of input; empty after that."""
    global pending
    pieces: list[bytes] = []
    while True:
        end = pending.find(b"\n")
        if end >= 0:
            pieces.append(pending[: end + 1])
            pending = pending[end + 1 :]
            return b"".join(pieces)
        pieces.append(pending)
        pending = console.read(CHUNK)
        if not pending:
            return b"".join(pieces)


def input(prompt: Any = "") -> str:
    write_text(text_of(prompt))
    flush_output()
    line = read_line()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.decode("utf-8", "surrogateescape").removesuffix("\n")
