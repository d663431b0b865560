"""Give the program's arguments and environment (under CPython)."""

import os
import sys


def argv() -> list[str]:
    """The program's name and its arguments."""
    return list(sys.argv)


def environ() -> list[tuple[str, str]]:
    """Names and values, in order."""
    return list(os.environ.items())
