"""Read standard input: what has come and was not handed out yet, and `input()`.

One state for all who read: `sys.stdin`, its `buffer` and `input()` take from the same place.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.builtins.print import flush_output, put
from sesha.guest.builtins.text_of import text_of
from sesha.guest.cpu.intrinsics import call_resume, function_address
from sesha.guest.machine.this import console

CHUNK = 8192
waiting: bytearray | None = None
"""Bytes that have come and were not handed out."""
at_end: bool = False
rest: str = ""
"""What is left of a line that was read in part."""


# --- bytes -----------------------------------------------------------------------------------------
def waiting_bytes() -> bytearray:
    global waiting
    if waiting is None:
        waiting = bytearray()
    return waiting


def read_more() -> bool:
    """Wait for input; whether some came."""
    global at_end
    if at_end:
        return False
    flush_output()
    piece = console.read(CHUNK)
    if not piece:
        at_end = True
        return False
    waiting_bytes().extend(piece)
    return True


def take(size: int) -> bytes:
    data = waiting_bytes()
    taken = bytes(data[:size])
    del data[:size]
    return taken


def read_line(limit: int) -> bytes:
    """The next line with its line end, or what is left at the end of input; at most `limit` bytes
    of it, unless that is negative."""
    data = waiting_bytes()
    searched = 0
    while True:
        end = data.find(b"\n", searched) + 1
        if end == 0:
            searched = len(data)
            if (limit < 0 or searched < limit) and read_more():
                continue
            end = searched
        return take(end if limit < 0 else min(end, limit))


# --- text ------------------------------------------------------------------------------------------
def text_line() -> str:
    """What is left of the line, or the next one; its end is as it came, as on any Unix."""
    global rest
    line = rest
    if line:
        rest = ""
        return line
    return read_line(-1).decode("utf-8", "surrogateescape")


def keep_rest(text: str) -> None:
    """Give back what was read too much; it comes first again."""
    global rest
    rest = text


# --- another standard input ------------------------------------------------------------------------
_source: Any = None
_reader: i64 = 0
"""What `sys.stdin` was set to, and the address of the function that reads from it; 0 at first."""


def redirect(source: Any) -> None:
    """`sys.stdin = source`: the compiler calls this where that is written."""
    global _source, _reader
    _source = source
    _reader = function_address(_read_from)


def _read_from(source: Any, unused: Any, mode: i64) -> Any:
    return source.readline()


def input(prompt: Any = "") -> str:
    put(text_of(prompt))
    flush_output()
    line: str = text_line() if _reader == 0 else call_resume(_reader, _source, None, 0)
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
