"""Give unpredictable bytes (under CPython)."""

import os


def random_bytes(size: int) -> bytes:
    return os.urandom(size)
