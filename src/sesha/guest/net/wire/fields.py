"""Read and write big-endian fields; every parser of this folder goes through here.

Offsets must lie inside the data: an offset beyond the end raises IndexError, so parsers check
lengths first.
"""


def get16(data: bytes, at: int) -> int:
    return data[at] << 8 | data[at + 1]


def get32(data: bytes, at: int) -> int:
    return data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]


def get48(data: bytes, at: int) -> int:
    return get16(data, at) << 32 | get32(data, at + 2)


def put16(target: bytearray, at: int, value: int) -> None:
    target[at] = value >> 8 & 0xFF
    target[at + 1] = value & 0xFF


def put32(target: bytearray, at: int, value: int) -> None:
    target[at] = value >> 24 & 0xFF
    target[at + 1] = value >> 16 & 0xFF
    target[at + 2] = value >> 8 & 0xFF
    target[at + 3] = value & 0xFF


def put48(target: bytearray, at: int, value: int) -> None:
    put16(target, at, value >> 32)
    put32(target, at + 2, value & 0xFFFFFFFF)
