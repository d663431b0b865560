"""SipHash-2-4 on 64-bit machine words: what stands for guest/net/siphash.py in images."""

from mypy_extensions import i64

from sesha.guest.abi.layout import BYTES_DATA
from sesha.guest.cpu.intrinsics import address, load_i64, lshr

LOW = 0xFFFFFFFF
KEY_SIZE = 16


def _rotated(value: i64, count: i64) -> i64:
    return value << count | lshr(value, 64 - count)


class SipHash:
    """A key, and the state while a hash is being computed."""

    def __init__(self, key: bytes) -> None:
        """The key is 16 random bytes."""
        if len(key) != KEY_SIZE:
            raise ValueError("a key of SipHash has 16 bytes")
        self.k0: i64 = load_i64(address(key) + BYTES_DATA)
        self.k1: i64 = load_i64(address(key) + BYTES_DATA + 8)
        self.v0: i64 = 0
        self.v1: i64 = 0
        self.v2: i64 = 0
        self.v3: i64 = 0

    def of_words(self, words: list[int]) -> i64:
        """The low 32 bits of the hash of the words, each four bytes little-endian."""
        self.v0 = self.k0 ^ 0x736F6D6570736575
        self.v1 = self.k1 ^ 0x646F72616E646F6D
        self.v2 = self.k0 ^ 0x6C7967656E657261
        self.v3 = self.k1 ^ 0x7465646279746573
        count: i64 = 0
        low: i64 = 0
        for word in words:
            part = i64(word) & LOW
            if count & 1 == 0:
                low = part
            else:
                self._absorb(part << 32 | low)
                low = 0
            count += 1
        self._absorb(count << 58 | low)
        self.v2 ^= 0xFF
        for _ in range(4):
            self._round()
        result = self.v0 ^ self.v1 ^ self.v2 ^ self.v3
        return int(result & LOW)

    def _absorb(self, message: i64) -> None:
        self.v3 ^= message
        self._round()
        self._round()
        self.v0 ^= message

    def _round(self) -> None:
        v0 = self.v0 + self.v1
        v1 = self.v1
        v2 = self.v2 + self.v3
        v3 = self.v3
        v1 = _rotated(v1, 13) ^ v0
        v3 = _rotated(v3, 16) ^ v2
        v0 = _rotated(v0, 32) + v3
        v2 = v2 + v1
        self.v0 = v0
        self.v1 = _rotated(v1, 17) ^ v2
        self.v2 = _rotated(v2, 32)
        self.v3 = _rotated(v3, 21) ^ v0
