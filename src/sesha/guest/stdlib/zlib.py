"""Checksums of the module `zlib`; nothing is compressed in images."""

from typing import Any

from sesha.guest.stdlib.binascii import crc32

__all__ = ["adler32", "crc32"]

MODULUS = 65521
"""The largest prime below 65536."""
AT_ONCE = 3800
"""Bytes that are summed up before the remainder is taken, so that the sums stay small."""


def adler32(data: Any, value: int = 1, /) -> int:
    """The checksum of RFC 1950, continued from one so far."""
    octets = bytes(data)
    low, high = value & 0xFFFF, value >> 16 & 0xFFFF
    for start in range(0, len(octets), AT_ONCE):
        for octet in octets[start : start + AT_ONCE]:
            low += octet
            high += low
        low %= MODULUS
        high %= MODULUS
    return high << 16 | low
