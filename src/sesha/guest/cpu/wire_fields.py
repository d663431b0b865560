"""Read and write big-endian fields: what stands for guest/net/wire/fields.py in images.

One comparison guards each field, and one instruction swaps its bytes.
"""

from mypy_extensions import i64

from sesha.guest.abi.layout import BUFFER_DATA, BYTEARRAY_BUFFER, BYTEARRAY_LENGTH, BYTES_DATA, BYTES_LENGTH
from sesha.guest.cpu.intrinsics import (
    address,
    bswap16,
    bswap32,
    cold,
    copy_memory,
    inline,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    load_word,
    store_u8,
    store_u16,
    store_u32,
    unlikely,
)


@cold
def refuse() -> None:
    raise IndexError("index out of range")


@inline
def field(data: bytes, at: i64, size: i64) -> i64:
    """Address of a field that lies within the data."""
    base = address(data)
    if unlikely(at < 0 or at + size > load_i64(base + BYTES_LENGTH)):
        refuse()
    return base + BYTES_DATA + at


@inline
def target_field(target: bytearray, at: i64, size: i64) -> i64:
    """Address of a field that lies within the target."""
    base = address(target)
    if unlikely(at < 0 or at + size > load_i64(base + BYTEARRAY_LENGTH)):
        refuse()
    return address(load_word(base + BYTEARRAY_BUFFER)) + BUFFER_DATA + at


def get8(data: bytes, at: i64) -> i64:
    return load_u8(field(data, at, 1))


def get16(data: bytes, at: i64) -> i64:
    return bswap16(load_u16(field(data, at, 2)))


def get32(data: bytes, at: i64) -> i64:
    return bswap32(load_u32(field(data, at, 4)))


def get48(data: bytes, at: i64) -> i64:
    place = field(data, at, 6)
    return bswap16(load_u16(place)) << 32 | bswap32(load_u32(place + 2))


def put8(target: bytearray, at: i64, value: i64) -> None:
    store_u8(target_field(target, at, 1), value & 0xFF)


def put16(target: bytearray, at: i64, value: i64) -> None:
    store_u16(target_field(target, at, 2), bswap16(value & 0xFFFF))


def put32(target: bytearray, at: i64, value: i64) -> None:
    store_u32(target_field(target, at, 4), bswap32(value & 0xFFFFFFFF))


def put_bytes(target: bytearray, at: i64, data: bytes) -> None:
    size = load_i64(address(data) + BYTES_LENGTH)
    copy_memory(target_field(target, at, size), address(data) + BYTES_DATA, size)


def put_part(target: bytearray, at: i64, source: bytearray, start: i64, count: i64) -> None:
    if unlikely(count < 0):
        refuse()
    copy_memory(target_field(target, at, count), target_field(source, start, count), count)


def put48(target: bytearray, at: i64, value: i64) -> None:
    place = target_field(target, at, 6)
    store_u16(place, bswap16(value >> 32 & 0xFFFF))
    store_u32(place + 2, bswap32(value & 0xFFFFFFFF))
