"""Compare strings for the hash tables: inline, without a call, mostly by one or two loads.

Two strings are equal exactly when their headers (class, kind, flags), lengths and data are.
Loading eight bytes where fewer are text stays inside the object: objects are 16-byte aligned and
the data begins eight bytes before a multiple of 16.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import HEADER, KIND_BYTE, STR_DATA, STR_LENGTH
from sesha.guest.cpu.intrinsics import inline, load_i64, load_u8


@inline
def same_text(left: i64, right: i64) -> bool:
    """Whether the objects at the addresses are equal strings; the left one is a string."""
    if load_i64(left + HEADER) != load_i64(right + HEADER):
        return False
    length = load_i64(left + STR_LENGTH)
    if length != load_i64(right + STR_LENGTH):
        return False
    return same_bytes(left + STR_DATA, right + STR_DATA, length * load_u8(left + KIND_BYTE))


@inline
def same_bytes(left: i64, right: i64, size: i64) -> bool:
    if size < 8:
        if size == 0:
            return True
        return ((load_i64(left) ^ load_i64(right)) << ((8 - size) << 3)) == 0
    last = size - 8
    offset: i64 = 0
    while offset < last:
        if load_i64(left + offset) != load_i64(right + offset):
            return False
        offset = offset + 8
    return load_i64(left + last) == load_i64(right + last)
