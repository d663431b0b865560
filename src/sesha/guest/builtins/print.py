"""Write text to standard output: `print`, and the buffer behind `sys.stdout`.

Output is collected here and handed to the console when BUFFER_SIZE is reached, when the event
loop has nothing to do, before standard input is read, and at exit: whoever waits calls `flush`.
Standard error is never held back.
"""

from typing import Any

from mypy_extensions import i64

from sesha.guest.abi.layout import BUFFER_DATA, BYTES_DATA, STR_DATA
from sesha.guest.builtins.bytes_units import bytes_from, bytes_length, new_buffer
from sesha.guest.builtins.format import format as format
from sesha.guest.builtins.str_encode import encode_escaped, encode_utf8
from sesha.guest.builtins.text_of import ascii_of as ascii_of, repr_of as repr_of, text_of as text_of
from sesha.guest.builtins.text_type import type_name
from sesha.guest.builtins.text_units import text_is_ascii, text_length
from sesha.guest.cpu.intrinsics import address, call_resume, copy_memory, function_address
from sesha.guest.machine.this import console

BUFFER_SIZE = 8192
STDOUT = 1
STDERR = 2

_buffer: object = None
_used: i64 = 0


# --- the built-in functions of text ---------------------------------------------------------------
def repr(value: object) -> str:
    return repr_of(value)


def ascii(value: object) -> str:
    return ascii_of(value)


# --- print -----------------------------------------------------------------------------------------
def print(
    *values: object, sep: object = None, end: object = None, file: Any = None, flush: object = False
) -> None:
    gap = " " if sep is None else _option(sep, "sep")
    last = "\n" if end is None else _option(end, "end")
    if file is not None:
        _print_to(file, values, gap, last)
        if flush:
            file.flush()
        return
    first = True
    for value in values:
        if not first:
            put(gap)
        first = False
        put(text_of(value))
    put(last)
    if flush:
        flush_output()


def _option(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise TypeError(name + " must be None or a string, not " + type_name(value))
    return value


def _print_to(file: Any, values: tuple[object, ...], gap: str, last: str) -> None:
    first = True
    for value in values:
        if not first:
            file.write(gap)
        first = False
        file.write(text_of(value))
    file.write(last)


def print_str(text: str) -> None:
    """`print(text)`."""
    put(text)
    put("\n")


# --- another standard output -----------------------------------------------------------------------
_target: Any = None
_writer: i64 = 0
"""What `sys.stdout` was set to, and the address of the function that writes to it; 0 at first.
By address, so that a program that never sets it has no call of every `write` there is."""


def put(text: str) -> None:
    """Write text to what `sys.stdout` is now."""
    if _writer == 0:
        write_text(text)
    else:
        call_resume(_writer, _target, text, 0)


def redirect(target: Any) -> None:
    """`sys.stdout = target`: the compiler calls this where that is written."""
    global _target, _writer
    _target = target
    _writer = function_address(_discard) if target is None else function_address(_write_to)


def _write_to(target: Any, text: Any, mode: i64) -> Any:
    target.write(text)
    return None


def _discard(target: Any, text: Any, mode: i64) -> Any:
    return None


# --- standard output -------------------------------------------------------------------------------
def write_text(text: str) -> None:
    """Add text to standard output, encoded as UTF-8."""
    base = address(text)
    if text_is_ascii(base):
        write_memory(base + STR_DATA, text_length(base))
    else:
        write_bytes(encode_utf8(text))


def write_bytes(data: bytes) -> None:
    write_memory(address(data) + BYTES_DATA, bytes_length(address(data)))


def write_memory(data: i64, size: i64) -> None:
    global _buffer, _used
    if _used + size > BUFFER_SIZE:
        flush_output()
        if size >= BUFFER_SIZE:
            console.write(STDOUT, bytes_from(data, size))
            return
    if _buffer is None:
        _buffer = new_buffer(BUFFER_SIZE)
    copy_memory(address(_buffer) + BUFFER_DATA + _used, data, size)
    _used += size


def flush_output() -> None:
    """Hand everything written so far to the console."""
    global _used
    if _used > 0:
        pending = bytes_from(address(_buffer) + BUFFER_DATA, _used)
        _used = 0
        console.write(STDOUT, pending)


# --- standard error --------------------------------------------------------------------------------
def write_error(text: str) -> None:
    """Write text to standard error, after what standard output holds."""
    flush_output()
    console.write(STDERR, encode_escaped(text))
