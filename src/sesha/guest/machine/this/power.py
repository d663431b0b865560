"""Stop the machine (under CPython: leave the process)."""

import os
from typing import NoReturn


def exit(status: int) -> NoReturn:
    """End with this exit status, at once."""
    os._exit(status & 0xFF)
