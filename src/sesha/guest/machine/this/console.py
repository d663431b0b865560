"""Write to and read from the console (under CPython: the process's standard streams)."""

import os

STDOUT = 1
STDERR = 2


def write(stream: int, data: bytes) -> None:
    """Write all bytes to STDOUT or STDERR."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(stream, rest) :]


def read(size: int) -> bytes:
    """Up to `size` bytes of input, waiting for some; empty at the end of input."""
    return os.read(0, size)
