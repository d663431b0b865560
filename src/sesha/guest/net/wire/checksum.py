"""The Internet checksum (RFC 1071).

A sum is an unfolded total of big-endian 16-bit words; `finish` folds and complements it. The two
loops over bytes are the only hot ones of the stack, so they stand alone. They are the same loop
for the two types that frames have: received frames are `bytes`, frames being built `bytearray`.
"""

from mypy_extensions import i64


def sum_bytes(data: bytes, start: i64, end: i64) -> i64:
    """The total of the words in data[start:end]; an odd last byte counts as a high byte."""
    total: i64 = 0
    for at in range(start, end - 1, 2):
        total += data[at] << 8 | data[at + 1]
    if (end - start) & 1 == 1 and end > start:
        total += data[end - 1] << 8
    return total


def sum_bytearray(data: bytearray, start: i64, end: i64) -> i64:
    """As sum_bytes, over a frame that is being built."""
    total: i64 = 0
    for at in range(start, end - 1, 2):
        total += data[at] << 8 | data[at + 1]
    if (end - start) & 1 == 1 and end > start:
        total += data[end - 1] << 8
    return total


def fold(total: i64) -> i64:
    """The total as one 16-bit word, carries added back."""
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def finish(total: i64) -> i64:
    """The checksum field that belongs to the total."""
    return fold(total) ^ 0xFFFF


def is_valid(total: i64) -> bool:
    """Whether a total that includes the checksum field is that of undamaged data."""
    return fold(total) == 0xFFFF


def pseudo_header(source: i64, destination: i64, protocol: i64, length: i64) -> i64:
    """The total of the IPv4 pseudo-header that TCP and UDP cover."""
    addresses = (source >> 16) + (source & 0xFFFF) + (destination >> 16) + (destination & 0xFFFF)
    return addresses + protocol + length
