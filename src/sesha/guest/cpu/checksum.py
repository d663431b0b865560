"""The Internet checksum over memory: what stands for guest/net/wire/checksum.py in images.

Words are added eight bytes at a time in the machine's byte order; the sum's bytes are swapped at
the end (RFC 1071 section 2 B shows that this is the same sum). Totals come folded to 16 bits.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import BUFFER_DATA, BYTEARRAY_BUFFER, BYTEARRAY_LENGTH, BYTES_DATA, BYTES_LENGTH
from sesha.guest.cpu.intrinsics import (
    address,
    bswap16,
    load_i64,
    load_u8,
    load_u16,
    load_word,
    lshr,
    unlikely,
)

LOW = 0xFFFFFFFF
WORD = 0xFFFF


def sum_bytes(data: bytes, start: i64, end: i64) -> i64:
    """The total of the words in data[start:end]; an odd last byte counts as a high byte."""
    base = address(data)
    if unlikely(start < 0 or end > load_i64(base + BYTES_LENGTH)):
        raise IndexError("index out of range")
    return sum_memory(base + BYTES_DATA + start, end - start)


def sum_bytearray(data: bytearray, start: i64, end: i64) -> i64:
    """As sum_bytes, over a frame that is being built."""
    base = address(data)
    if unlikely(start < 0 or end > load_i64(base + BYTEARRAY_LENGTH)):
        raise IndexError("index out of range")
    return sum_memory(address(load_word(base + BYTEARRAY_BUFFER)) + BUFFER_DATA + start, end - start)


def sum_memory(place: i64, size: i64) -> i64:
    """The folded total of the words in memory."""
    total: i64 = 0
    at = place
    end = place + size
    while at + 8 <= end:
        word = load_i64(at)
        total += (word & LOW) + lshr(word, 32)
        at += 8
    while at + 2 <= end:
        total += load_u16(at)
        at += 2
    if at < end:
        total += load_u8(at)
    total = (total & LOW) + lshr(total, 32)
    total = (total & WORD) + (total >> 16 & WORD) + (total >> 32)
    total = (total & WORD) + (total >> 16)
    total = (total & WORD) + (total >> 16)
    return bswap16(total)


def fold(total: i64) -> i64:
    """The total as one 16-bit word, carries added back."""
    while total > WORD:
        total = (total & WORD) + (total >> 16)
    return total


def finish(total: i64) -> i64:
    """The checksum field that belongs to the total."""
    return fold(total) ^ WORD


def is_valid(total: i64) -> bool:
    """Whether a total that includes the checksum field is that of undamaged data."""
    return fold(total) == WORD


def pseudo_header(source: i64, destination: i64, protocol: i64, length: i64) -> i64:
    """The total of the IPv4 pseudo-header that TCP and UDP cover."""
    addresses = (source >> 16) + (source & WORD) + (destination >> 16) + (destination & WORD)
    return addresses + protocol + length
