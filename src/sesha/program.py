"""Stand for the program in the machine's start code: the compiler makes `main`.

It runs the initialisers of the program's modules in import order, then the program itself, prints
an uncaught exception, flushes what `print` buffered, and answers the exit status.
"""

from mypy_extensions import i64


def main() -> i64:
    raise NotImplementedError("made by the compiler")
