"""The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998): a stream of 32-bit words.

Every sequence is the one that CPython gives for the same seed.
"""

_SIZE = 624
_SHIFT = 397
_MASK = 0xFFFFFFFF
_HIGH = 0x80000000
_LOW = 0x7FFFFFFF
_MATRIX = 0x9908B0DF


def _times(word: int, factor: int) -> int:
    """The low 32 bits of a product, without ever leaving small integers."""
    return (((word >> 16) * factor & 0xFFFF) << 16) + (word & 0xFFFF) * factor & _MASK


class Twister:
    """The state, and how many of its words are used up."""

    def __init__(self) -> None:
        self.words: list[int] = []
        self.index = _SIZE

    def seed_word(self, seed: int) -> None:
        words = [seed & _MASK]
        last = words[0]
        for i in range(1, _SIZE):
            last = _times(last ^ last >> 30, 1812433253) + i & _MASK
            words.append(last)
        self.words = words
        self.index = _SIZE

    def seed_key(self, key: list[int]) -> None:
        """Seed with any number of 32-bit words."""
        self.seed_word(19650218)
        mt = self.words
        length = len(key)
        i = 1
        j = 0
        for _ in range(max(_SIZE, length)):
            previous = mt[i - 1]
            mt[i] = (mt[i] ^ _times(previous ^ previous >> 30, 1664525)) + key[j] + j & _MASK
            i += 1
            j += 1
            if i >= _SIZE:
                mt[0] = mt[_SIZE - 1]
                i = 1
            if j >= length:
                j = 0
        for _ in range(_SIZE - 1):
            previous = mt[i - 1]
            mt[i] = (mt[i] ^ _times(previous ^ previous >> 30, 1566083941)) - i & _MASK
            i += 1
            if i >= _SIZE:
                mt[0] = mt[_SIZE - 1]
                i = 1
        mt[0] = _HIGH

    def _refill(self) -> None:
        mt = self.words
        for i in range(_SIZE):
            y = mt[i] & _HIGH | mt[i + 1 if i < _SIZE - 1 else 0] & _LOW
            k = i + _SHIFT
            if k >= _SIZE:
                k -= _SIZE
            mixed = mt[k] ^ y >> 1
            mt[i] = mixed ^ _MATRIX if y & 1 else mixed
        self.index = 0

    def next_word(self) -> int:
        if self.index >= _SIZE:
            self._refill()
        y = self.words[self.index]
        self.index += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C5680
        y ^= y << 15 & 0xEFC60000
        return y ^ y >> 18
