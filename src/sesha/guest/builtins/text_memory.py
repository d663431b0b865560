"""Compare and scan raw bytes, eight at a time.

The lowest layer of text and bytes: addresses and sizes in, numbers out; nothing is allocated and
nothing raises. `str` (any kind), `bytes`, `bytearray` and `memoryview` stand on it.
"""

from mypy_extensions import i64

from sesha.guest.cpu.intrinsics import bswap64, ctz, load_i64, load_u8, ult

HIGH_BITS = -0x7F7F7F7F7F7F7F80
"""0x8080808080808080 as a signed number: the top bit of each byte."""
LOW_BITS = 0x0101010101010101


def is_ascii(data: i64, size: i64) -> bool:
    """Whether every byte is below 128."""
    return ascii_prefix(data, size) == size


def ascii_prefix(data: i64, size: i64) -> i64:
    """How many bytes at the start are below 128 (all of them, or a lower bound below `size`)."""
    i: i64 = 0
    while i + 8 <= size:
        if load_i64(data + i) & HIGH_BITS != 0:
            break
        i += 8
    while i < size and load_u8(data + i) < 128:
        i += 1
    return i


def equal_memory(left: i64, right: i64, size: i64) -> bool:
    i: i64 = 0
    while i + 8 <= size:
        if load_i64(left + i) != load_i64(right + i):
            return False
        i += 8
    while i < size:
        if load_u8(left + i) != load_u8(right + i):
            return False
        i += 1
    return True


def compare_memory(left: i64, right: i64, size: i64) -> i64:
    """Negative, zero or positive, as the first differing bytes compare unsigned."""
    i: i64 = 0
    while i + 8 <= size:
        a = load_i64(left + i)
        b = load_i64(right + i)
        if a != b:
            return -1 if ult(bswap64(a), bswap64(b)) else 1
        i += 8
    while i < size:
        difference = load_u8(left + i) - load_u8(right + i)
        if difference != 0:
            return difference
        i += 1
    return 0


def find_byte(data: i64, start: i64, stop: i64, byte: i64) -> i64:
    """The first index of the byte in start..stop, or -1."""
    i = start
    pattern = byte * LOW_BITS
    while i + 8 <= stop:
        x = load_i64(data + i) ^ pattern
        # The lowest set bit marks a zero byte exactly; only higher ones can be false.
        zero = (x - LOW_BITS) & ~x & HIGH_BITS
        if zero != 0:
            return i + (ctz(zero) >> 3)
        i += 8
    while i < stop:
        if load_u8(data + i) == byte:
            return i
        i += 1
    return -1


def rfind_byte(data: i64, start: i64, stop: i64, byte: i64) -> i64:
    """The last index of the byte in start..stop, or -1."""
    i = stop - 1
    while i >= start:
        if load_u8(data + i) == byte:
            return i
        i -= 1
    return -1


def count_byte(data: i64, start: i64, stop: i64, byte: i64) -> i64:
    total: i64 = 0
    i = start
    while i < stop:
        if load_u8(data + i) == byte:
            total += 1
        i += 1
    return total
