"""Loads, stores, copies. Under CPython one `bytearray` plays the memory."""

import struct
from typing import Any

from mypy_extensions import i64

MEMORY = bytearray(1 << 20)
"""What loads and stores touch under CPython."""


def load_u8(address: i64) -> i64:
    return i64(MEMORY[address])


def load_u16(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 2], "little"))


def load_u32(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 4], "little"))


def load_i32(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 4], "little", signed=True))


def load_i64(address: i64) -> i64:
    return i64(int.from_bytes(MEMORY[address : address + 8], "little", signed=True))


def load_f64(address: i64) -> float:
    result: float = struct.unpack_from("<d", MEMORY, address)[0]
    return result


def load_word(address: i64) -> Any:
    """The tagged value stored at the address."""
    raise NotImplementedError("words exist only in compiled code")


def store_u8(address: i64, value: i64) -> None:
    MEMORY[address] = value & 0xFF


def store_u16(address: i64, value: i64) -> None:
    MEMORY[address : address + 2] = int(value & 0xFFFF).to_bytes(2, "little")


def store_u32(address: i64, value: i64) -> None:
    MEMORY[address : address + 4] = int(value & 0xFFFFFFFF).to_bytes(4, "little")


def store_i64(address: i64, value: i64) -> None:
    MEMORY[address : address + 8] = int(value & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little")


def store_f64(address: i64, value: float) -> None:
    struct.pack_into("<d", MEMORY, address, value)


def store_word(address: i64, value: object) -> None:
    raise NotImplementedError("words exist only in compiled code")


def volatile_load_u8(address: i64) -> i64:
    return load_u8(address)


def volatile_load_u16(address: i64) -> i64:
    return load_u16(address)


def volatile_load_u32(address: i64) -> i64:
    return load_u32(address)


def volatile_load_i64(address: i64) -> i64:
    return load_i64(address)


def volatile_store_u8(address: i64, value: i64) -> None:
    store_u8(address, value)


def volatile_store_u16(address: i64, value: i64) -> None:
    store_u16(address, value)


def volatile_store_u32(address: i64, value: i64) -> None:
    store_u32(address, value)


def volatile_store_i64(address: i64, value: i64) -> None:
    store_i64(address, value)


def fence() -> None:
    """A full memory barrier (mfence)."""


def copy_memory(target: i64, source: i64, size: i64) -> None:
    """memcpy: the ranges do not overlap."""
    MEMORY[target : target + size] = MEMORY[source : source + size]


def move_memory(target: i64, source: i64, size: i64) -> None:
    """memmove: the ranges may overlap."""
    MEMORY[target : target + size] = bytes(MEMORY[source : source + size])


def fill_memory(target: i64, value: i64, size: i64) -> None:
    """memset."""
    MEMORY[target : target + size] = bytes([value & 0xFF]) * size
