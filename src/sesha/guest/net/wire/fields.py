"""Read and write big-endian fields; every parser of this folder goes through here.

Offsets must lie inside the data: an offset beyond the end raises IndexError, so parsers check
lengths first.
"""

from mypy_extensions import i64


def get8(data: bytes, at: i64) -> i64:
    return data[at]


def get16(data: bytes, at: i64) -> i64:
    return data[at] << 8 | data[at + 1]


def get32(data: bytes, at: i64) -> i64:
    return data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]


def get48(data: bytes, at: i64) -> i64:
    return get16(data, at) << 32 | get32(data, at + 2)


def put8(target: bytearray, at: i64, value: i64) -> None:
    target[at] = value & 0xFF


def put16(target: bytearray, at: i64, value: i64) -> None:
    target[at] = value >> 8 & 0xFF
    target[at + 1] = value & 0xFF


def put32(target: bytearray, at: i64, value: i64) -> None:
    target[at] = value >> 24 & 0xFF
    target[at + 1] = value >> 16 & 0xFF
    target[at + 2] = value >> 8 & 0xFF
    target[at + 3] = value & 0xFF


def put_bytes(target: bytearray, at: i64, data: bytes) -> None:
    """Copy all of the data to target[at:], where it fits."""
    target[at : at + len(data)] = data


def put_part(target: bytearray, at: i64, source: bytearray, start: i64, count: i64) -> None:
    """Copy source[start : start + count] to target[at:], where it fits."""
    target[at : at + count] = source[start : start + count]


def put48(target: bytearray, at: i64, value: i64) -> None:
    put16(target, at, value >> 32)
    put32(target, at + 2, value & 0xFFFFFFFF)
