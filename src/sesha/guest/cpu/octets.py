"""Check bytes against a table: what stands for guest/http/octets.py in images.

One comparison guards the range, one the table; no other is needed, since a byte is a valid index.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA, BYTES_LENGTH
from sesha.guest.cpu.intrinsics import address, load_i64, load_u8, unlikely

TABLE_SIZE = 256


def consists_of(table: bytes, data: bytes, start: i64, end: i64) -> bool:
    """Whether every byte of data[start:end] is marked in the table, which has 256 bytes."""
    at = start
    base = address(data)
    if unlikely(at < 0 or end > load_i64(base + BYTES_LENGTH) or len(table) != TABLE_SIZE):
        raise IndexError("index out of range")
    marks = address(table) + BYTES_DATA
    while at < end:
        if load_u8(marks + load_u8(base + BYTES_DATA + at)) == 0:
            return False
        at += 1
    return True
