"""SipHash-2-4 (Aumasson, Bernstein 2012) of a few 32-bit words, in halves of 64-bit words.

The keyed function behind initial sequence numbers (RFC 6528), timestamp offsets and ephemeral
ports (RFC 6056). Halves, because an integer above 61 bits is no longer one machine word.
"""

from mypy_extensions import i64

MASK = 0xFFFFFFFF


class SipHash:
    """A key, and the state while a hash is being computed (v0..v3, high and low halves)."""

    def __init__(self, key: bytes) -> None:
        """The key is 16 random bytes."""
        self.k0 = int.from_bytes(key[4:8], "little")
        self.k1 = int.from_bytes(key[0:4], "little")
        self.k2 = int.from_bytes(key[12:16], "little")
        self.k3 = int.from_bytes(key[8:12], "little")
        self.h0 = 0
        self.l0 = 0
        self.h1 = 0
        self.l1 = 0
        self.h2 = 0
        self.l2 = 0
        self.h3 = 0
        self.l3 = 0

    def of_words(self, words: list[int]) -> i64:
        """The low 32 bits of the hash of the words, each four bytes little-endian."""
        self._start()
        for at in range(0, len(words) - 1, 2):
            self._absorb(words[at + 1], words[at])
        tail = words[-1] if len(words) & 1 else 0
        self._absorb((4 * len(words) & 255) << 24, tail)
        self.l2 ^= 0xFF
        for _ in range(4):
            self._round()
        return self.l0 ^ self.l1 ^ self.l2 ^ self.l3

    def _start(self) -> None:
        self.h0, self.l0 = self.k0 ^ 0x736F6D65, self.k1 ^ 0x70736575
        self.h1, self.l1 = self.k2 ^ 0x646F7261, self.k3 ^ 0x6E646F6D
        self.h2, self.l2 = self.k0 ^ 0x6C796765, self.k1 ^ 0x6E657261
        self.h3, self.l3 = self.k2 ^ 0x74656462, self.k3 ^ 0x79746573

    def _absorb(self, high: int, low: int) -> None:
        self.h3 ^= high
        self.l3 ^= low
        self._round()
        self._round()
        self.h0 ^= high
        self.l0 ^= low

    def _round(self) -> None:
        self._add01()
        self._add23()
        total = self.l0 + self.l3
        self.h0 = (self.h0 + self.h3 + (total >> 32)) & MASK
        self.l0 = total & MASK
        self._mix3(21)
        total = self.l2 + self.l1
        self.h2 = (self.h2 + self.h1 + (total >> 32)) & MASK
        self.l2 = total & MASK
        high, low = self.h1, self.l1
        self.h1 = (high << 17 | low >> 15) & MASK ^ self.h2
        self.l1 = (low << 17 | high >> 15) & MASK ^ self.l2
        self.h2, self.l2 = self.l2, self.h2

    def _add01(self) -> None:
        """v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32."""
        total = self.l0 + self.l1
        self.h0 = (self.h0 + self.h1 + (total >> 32)) & MASK
        self.l0 = total & MASK
        high, low = self.h1, self.l1
        self.h1 = (high << 13 | low >> 19) & MASK ^ self.h0
        self.l1 = (low << 13 | high >> 19) & MASK ^ self.l0
        self.h0, self.l0 = self.l0, self.h0

    def _add23(self) -> None:
        """v2 += v3; v3 <<<= 16; v3 ^= v2."""
        total = self.l2 + self.l3
        self.h2 = (self.h2 + self.h3 + (total >> 32)) & MASK
        self.l2 = total & MASK
        high, low = self.h3, self.l3
        self.h3 = (high << 16 | low >> 16) & MASK ^ self.h2
        self.l3 = (low << 16 | high >> 16) & MASK ^ self.l2

    def _mix3(self, count: int) -> None:
        """v3 <<<= count; v3 ^= v0."""
        high, low = self.h3, self.l3
        self.h3 = (high << count | low >> (32 - count)) & MASK ^ self.h0
        self.l3 = (low << count | high >> (32 - count)) & MASK ^ self.l0
